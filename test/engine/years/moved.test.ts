/** Archived years in a workspace whose registry says that a unit moved, before the cut and after it. */
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import type { QueryName } from '../../../shared/contract/queries'
import { UNIT, caseRow, makeExport, registryOf, unitEntry } from '../../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

const BEFORE = '2026-01-01'
const base = registryOf()
const registry = registryOf({
  units: [
    ...base.units.filter(({ code }) => code !== UNIT),
    unitEntry('POLDA-DIY', 'MABES', 'polda'),
    unitEntry(UNIT, 'POLDA-JATENG', 'polres', { valid_to: '2025-06-30' }),
    unitEntry(UNIT, 'POLDA-DIY', 'polres', { valid_from: '2025-07-01', valid_to: '2026-03-14' }),
    unitEntry(UNIT, 'POLDA-JATENG', 'polres', { valid_from: '2026-03-15' }),
  ],
})
const at = (day: string) => `${day}T09:00:00+07:00`
const row = (n: number, received: string, closed = '') =>
  caseRow(n, {
    received_at: at(received), recorded_at: at(received), closed_at: closed && at(closed), updated_at: at(closed || received),
    status: closed ? 'closed' : 'received', outcome: closed ? 'substantiated' : '',
  }) // prettier-ignore
/** finished before the cut under either Polda; open since then or finished after the cut; received after the cut */
const cases = [
  row(1, '2025-02-03', '2025-05-05'), row(2, '2025-08-03', '2025-09-05'),
  row(3, '2025-03-03'), row(4, '2025-09-03', '2026-02-02'),
  row(5, '2026-01-10', '2026-01-12'), row(6, '2026-03-20'),
] // prettier-ignore
const packed = makeExport({ tables: { cases, events: [], community_sessions: [], daily_calls: [], corrections: [] } })

const UNITS = [undefined, 'POLDA-JATENG', 'POLDA-DIY', UNIT]
const QUERIES: readonly [QueryName, object][] = [
  ['overview.totals', {}], ['overview.flow', {}], ['region.units', {}], ['region.backlog', {}], ['cases.facets', {}],
  ['durations.curve', { stage: 'close' }], ['overview.keyFigures', {}],
] // prettier-ignore

/** The year before the cut is archived: comparisons with it are the one thing that may be missing. */
const ofThisYear = (told: unknown): unknown =>
  JSON.parse(JSON.stringify(told, (key, value: unknown) => (key === 'last_year' ? undefined : value)))

/** Every answer, of the nation, both Polda and the unit itself. */
async function answers(engine: Engine, from?: string) {
  const told: Record<string, unknown> = {}
  for (const unit of UNITS)
    for (const [name, more] of QUERIES) {
      const params = { ...more, ...(unit !== undefined && { unit }), ...(from !== undefined && { from }) }
      told[`${name} ${unit ?? 'nation'}`] = valueOf(await engine.query(name, params))
    }
  return told
}
const flows = async (engine: Engine) =>
  Promise.all(
    UNITS.map(async (unit) => {
      const flow = valueOf(await engine.query('overview.flow', { from: BEFORE, ...(unit !== undefined && { unit }) }))
      return [flow.opening, flow.received, flow.closing]
    }),
  )

test('each case counts where its unit stood on its day, with the old years archived and after their return', async () => {
  const dir = freshFolder('moved-years')
  const engine = await openTrusted(registry, { dir })
  valueOf(await engine.importPaths([exportFolder([{ packed, name: 'a' }])]))
  const [all, recent] = [await answers(engine), await answers(engine, BEFORE)]
  // case 3 came under Jawa Tengah, case 4 under DIY; case 5 under DIY, case 6 under Jawa Tengah
  const expected = [[2, 2, 2], [1, 1, 2], [1, 1, 0], [2, 2, 2]] // prettier-ignore
  expect(await flows(engine)).toEqual(expected)
  valueOf(await engine.years.archive({ before: BEFORE, reason: 'ringankan' }))
  expect(valueOf(await engine.query('workspace.state', {}))).toMatchObject({ archived_before: BEFORE, cases: 6 })
  expect(await flows(engine)).toEqual(expected)
  expect(ofThisYear(await answers(engine, BEFORE))).toEqual(ofThisYear(recent))
  await engine.close()
  const again = await open({ dir })
  expect(ofThisYear(await answers(again, BEFORE))).toEqual(ofThisYear(recent))
  valueOf(await again.years.archive({ before: null, reason: 'diperlukan' }))
  expect(await answers(again)).toEqual(all)
  expect(valueOf(await again.check())).toMatchObject({ findings: [], stopped: false })
  await again.close()
})
