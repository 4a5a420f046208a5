import { expect, test } from 'vitest'
import { readParams } from '../../../electron/engine/params'
import { filterSchema } from '../../../shared/domain/filter'
import { translator } from '../../../shared/messages/catalogue'

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

test('a period that ends before it begins is refused, alone and inside of a query', () => {
  expect(filterSchema.safeParse({ from: '2026-03-02', to: '2026-03-01' }).success).toBe(false)
  expect(filterSchema.safeParse({ from: '2026-03-01', to: '2026-03-01' }).success).toBe(true)
  const turned = { from: '2026-03-02', to: '2026-03-01' }
  expect(readParams('overview.totals', turned)).toEqual({
    ok: false,
    error: { code: 'PERIOD-TURNED', kind: 'input', params: turned },
  })
  expect(readParams('durations.curve', { ...turned, stage: 'close' })).toMatchObject({
    error: { code: 'PERIOD-TURNED' },
  })
  expect(readParams('durations.curve', { stage: 'never' })).toMatchObject({ error: { code: 'PARAMS' } })
  expect(translator('id')('error.PERIOD-TURNED', turned)).toBe(
    'Periode berakhir pada 2026-03-01, sebelum mulai pada 2026-03-02.',
  )
})
