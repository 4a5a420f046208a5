/** How the nation's index grows, on few cases: its document, its first ceiling and the bound well before it. */
import { expect, test } from 'vitest'
import { CAPACITY } from '../../../electron/engine/capacity'
import { json } from '../../helpers/cli'
import { growthTable } from '../../../electron/cli/bench/tables'
import type { GrowthReport } from '../../../electron/cli/bench/types'

test('one size', { timeout: 60_000 }, async () => {
  const { code, json: report } = await json<GrowthReport>('bench', '--growth', '--cases', '5000')
  expect(code).toBe(0)
  expect(report.growth).toHaveLength(1)
  const [line] = report.growth
  expect(line).toMatchObject({ cases: 5000 })
  for (const [name, value] of Object.entries(line!)) if (name !== 'file_mb') expect(value, name).toBeGreaterThan(0)
  expect(line!.archived_cases).toBeLessThan(line!.cases)
  expect(report.ceilings.map(({ of }) => of.split(/[ ,:]/)[0])).toEqual(
    expect.arrayContaining(['columns', 'sql.js', 'memory', 'evidence']),
  )
  expect(report.ceilings.toSorted((a, b) => a.cases - b.cases)).toEqual(report.ceilings)
  expect(report.ceiling).toEqual(report.ceilings[0])
  for (const number of [...Object.values(line!), report.ceiling.cases]) expect(growthTable(report).join('\n')).toContain(String(number)) // prettier-ignore
  expect(report.refused_above).toBe(CAPACITY.cases)
})
