/** A workspace whose registry says that a unit moved: figures, lists and a restart. */
import { expect, test } from 'vitest'
import type { Engine } from '../../electron/engine/engine'
import { UNIT, caseRow, makeExport, registryOf, unitEntry } from '../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const MOVED = '2026-03-15'
const base = registryOf()
const registry = registryOf({
  units: [
    ...base.units.filter(({ code }) => code !== UNIT),
    unitEntry('POLDA-DIY', 'MABES', 'polda'),
    unitEntry(UNIT, 'POLDA-JATENG', 'polres', { valid_to: '2026-03-14' }),
    unitEntry(UNIT, 'POLDA-DIY', 'polres', { valid_from: MOVED }),
  ],
})
const at = (day: string) => ({
  received_at: `2026-03-${day}T00:30:00+07:00`,
  recorded_at: `2026-03-${day}T10:00:00+07:00`,
  updated_at: `2026-03-${day}T10:00:00+07:00`,
})
const packed = makeExport({
  tables: { cases: [caseRow(1, at('02')), caseRow(2, at('14')), caseRow(3, at('15'))], events: [], community_sessions: [], daily_calls: [], corrections: [] },
}) // prettier-ignore

async function picture(engine: Engine) {
  const received = async (unit?: string) => valueOf(await engine.query('overview.totals', unit === undefined ? {} : { unit })).received // prettier-ignore
  const board = async (unit: string) => valueOf(await engine.query('integrity.board', { unit, months: 2, to: '2026-03-31' })).filter((cell) => cell.unit === UNIT).map(({ month }) => month) // prettier-ignore
  return {
    received: [await received(), await received('POLDA-JATENG'), await received('POLDA-DIY'), await received(UNIT)],
    children: valueOf(await engine.query('region.units', {})).map((line) => [line.unit, line.received]),
    boards: [await board('POLDA-JATENG'), await board('POLDA-DIY')],
    exports: [
      valueOf(await engine.query('exports.list', { unit: 'POLDA-JATENG' })).length,
      valueOf(await engine.query('exports.list', { unit: 'POLDA-DIY' })).length,
    ],
    stays: valueOf(await engine.query('units.tree', {})).find(({ code }) => code === UNIT)?.stays,
  }
}

test('before and after the move, and after a restart', async () => {
  const dir = freshFolder('moved')
  const engine = await openTrusted(registry, { dir })
  valueOf(await engine.importPaths([exportFolder([{ packed, name: 'a' }])]))
  const told = await picture(engine)
  expect(told).toEqual({
    received: [3, 2, 1, 3],
    children: [['POLDA-DIY', 1], ['POLDA-JATENG', 2]],
    boards: [['2026-02'], ['2026-03']],
    exports: [1, 1],
    stays: [{ from: null, parent: 'POLDA-JATENG' }, { from: MOVED, parent: 'POLDA-DIY' }],
  }) // prettier-ignore
  await engine.close()
  const again = await open({ dir })
  expect(await picture(again)).toEqual(told)
  await again.close()
})
