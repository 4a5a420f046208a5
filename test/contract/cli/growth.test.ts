/** How the nation's index grows, on few cases: its document, its first ceiling and the bound well before it. */
import { expect, test } from 'vitest'
import { CAPACITY } from '../../../electron/engine/capacity'
import { json } from '../../helpers/cli'
import type { GrowthReport } from '../../../electron/cli/bench/types'

test('one size', { timeout: 60_000 }, async () => {
  const { code, json: report } = await json<GrowthReport>('bench', '--growth', '--cases', '5000')
  expect(code).toBe(0)
  expect(report.growth).toHaveLength(1)
  const [line] = report.growth
  expect(line).toMatchObject({ cases: 5000 })
  for (const [name, value] of Object.entries(line!)) if (name !== 'file_mb') expect(value, name).toBeGreaterThan(0)
  expect(report.refused_above).toBe(CAPACITY.cases)
})
