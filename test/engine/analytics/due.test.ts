/** Limits to the hour: a case is due by the clock, not by its day. */
import { expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { caseOn, smallNation } from '../../helpers/smallNation'

const hours = (value: number) => ({
  code: 'jawab', title: { id: 'jawab', en: 'answer' }, basis: 'dasar', kind: 'regulation' as const, from: 'received_at' as const, to: 'closed_at' as const,
  limit: { value, unit: 'hours' as const }, applies: {}, effective_from: '2024-01-01', effective_to: null,
}) // prettier-ignore
const at = (clock: string) => caseOn('2025-12-30', { received_at: `2025-12-30T${clock}+07:00` })

test.each([
  [36, 1],
  [39, 0],
  [34, 2],
])('of two cases of one day, three hours apart, with %i hours: %i overdue at the end of the year', (limit, overdue) => {
  const cases = [at('11:00:00'), at('14:00:00')]
  const nation = smallNation([{ code: 'POLRES-33.01', cases }], { rules: [hours(limit)] })
  expect(runQuery('overview.totals', {}, nation)).toMatchObject({ open: 2, overdue })
})
