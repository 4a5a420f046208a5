/**
 * Counts of a small invented Polda, all summed from one list of unit-month counts, so that every total of a report can be
 * checked against another.
 */
const NAMES = [
  'Cilacap',
  'Banyumas',
  'Purbalingga',
  'Banjarnegara',
  'Kebumen',
  'Purworejo',
  'Wonosobo',
  'Magelang',
  'Boyolali',
  'Klaten',
  'Sukoharjo',
  'Wonogiri',
]
export const MONTHS = Array.from({ length: 24 }, (_, index) => {
  const month = index + 3
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
})
export const PERIOD = { from: '2026-01-01', to: '2026-03-31' }
export const code = (index: number) => `POLRES-33.${String(index + 1).padStart(2, '0')}`
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

/** Parts of a whole by weights; the last takes what is left. */
export function split(whole: number, weights: readonly number[]): number[] {
  const parts = weights.slice(0, -1).map((weight) => Math.floor((whole * weight) / sum(weights)))
  return [...parts, whole - sum(parts)]
}

/** `scale` makes the counts smaller or larger. */
export function inventedCounts(scale: number) {
  const received = NAMES.map((_, unit) =>
    MONTHS.map((__, month) => Math.round(scale * (8 + ((unit * 7 + month * 3) % 11) * 4 + (month > 16 ? 6 : 0)))),
  )
  const closed = received.map((months) => months.map((value, month) => Math.floor(value * (month > 20 ? 0.6 : 0.9))))
  const recent = MONTHS.map((month, index) => ({ month, index })).filter(({ month }) => month >= '2026-01')
  const inPeriod = (months: readonly number[]) => sum(recent.map(({ index }) => months[index] ?? 0))
  const byUnit = NAMES.map((name, unit) => ({
    unit: code(unit),
    name: unit === 1 ? `Polresta ${name}` : `Polres ${name}`,
    level: 'polres',
    received: inPeriod(received[unit] ?? []),
    closed: inPeriod(closed[unit] ?? []),
    open: sum(received[unit] ?? []) - sum(closed[unit] ?? []),
    median_close_days: 18 + unit,
    coverage: unit === 4 ? 2 / 3 : 1,
  }))
  const total = {
    received: sum(byUnit.map((u) => u.received)),
    closed: sum(byUnit.map((u) => u.closed)),
    open: sum(byUnit.map((u) => u.open)),
  }
  const months = MONTHS.map((month, index) => ({
    month,
    received: sum(received.map((u) => u[index] ?? 0)),
    closed: sum(closed.map((u) => u[index] ?? 0)),
  }))
  const over90 = Math.floor(total.open * 0.21)
  const buckets = split(total.open - over90, [40, 35, 25]).concat(split(over90, [60, 40]))
  const sp3d = byUnit.map(({ unit, name, received: cases }, index) => {
    const n = Math.floor(cases * 0.3)
    const observed = index === 1 ? Math.floor(n * 0.5) : Math.floor(n * 0.8)
    return {
      unit,
      name,
      n,
      observed,
      expected: n * 0.8,
      p_low: index === 1 ? 0.0004 : 0.3,
      p_high: 0.6,
      flag: index === 1 ? ('low_alarm' as const) : ('none' as const),
      value: n === 0 ? null : observed / n,
      adjusted_flag: 'none' as const,
    }
  })
  const matured = sum(sp3d.map((u) => u.n))
  const inTime = sum(sp3d.map((u) => u.observed))
  return { byUnit, received, total, months, over90, buckets, sp3d, matured, inTime }
}
