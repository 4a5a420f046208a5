import { expect, test } from 'vitest'
import { filterSchema } from '../../../shared/domain/filter'

test.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-1-01', ''])(
  '%s is no day to ask for',
  (day) => {
    expect(filterSchema.safeParse({ from: day }).success).toBe(false)
    expect(filterSchema.safeParse({ to: day }).success).toBe(false)
  },
)

test('real days, leap days too, are asked for', () => {
  expect(filterSchema.safeParse({ from: '2024-02-29', to: '2026-12-31' }).success).toBe(true)
})
