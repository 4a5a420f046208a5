/** Bounds of what the console takes in, lowered: said as such before anything is loaded, and what is held stays as it is. */
import { expect, test } from 'vitest'
import { openEngine } from '../../../electron/engine/openEngine'
import { caseRow, eventRow, makeExport, nextExport } from '../../helpers/signedExports'
import { CLOCK, exportFolder, openTrusted, valueOf } from '../../helpers/workspaces'

const tables = (count: number) => {
  const cases = Array.from({ length: count }, (_, at) => caseRow(at))
  return { cases, events: cases.map((row, at) => eventRow(at, { case_id: row[0] ?? '' })) }
}
const first = makeExport({ tables: tables(20) })
const second = nextExport(first, 2, { tables: tables(40) })
const [one, two] = [exportFolder([{ packed: first, name: 'a' }]), exportFolder([{ packed: second, name: 'b' }])]

test.each([
  ['cases of the nation', { cases: 30 }, { of: 'cases', asked: 40, room: 30 }],
  ['bytes of a store', { store: 60_000 }, { of: 'store', room: 60_000 }],
])('%s', async (_, capacity, details) => {
  const empty = await openTrusted()
  await empty.close()
  const engine = valueOf(await openEngine({ dir: empty.dir, now: CLOCK, workers: 0, capacity }))
  const outcomes = async (folder: string) =>
    valueOf(await engine.importPaths([folder])).files.map(({ outcome, findings }) => [outcome, findings[0]?.code, findings[0]?.details]) // prettier-ignore
  expect((await outcomes(one))[0]?.[0]).toMatch(/^accepted/)
  const held = engine.heads()
  expect(await outcomes(two)).toEqual([['rejected', 'CAPACITY', expect.objectContaining(details)]])
  expect(engine.heads()).toEqual(held)
  expect(valueOf(await engine.query('overview.totals', {})).received).toBe(20)
  expect(valueOf(await engine.check()).findings).toEqual([])
  await engine.close()
  // with room again the same file is taken
  const roomy = valueOf(await openEngine({ dir: empty.dir, now: CLOCK, workers: 0 }))
  expect(valueOf(await roomy.importPaths([two])).files[0]?.outcome).toMatch(/^accepted/)
  await roomy.close()
})
