/** Periods in words: whole quarters, halves, months and years by their names, anything else by its days. */
import type { Translate } from './catalogue'
import type { Format } from './format'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

interface Whole {
  year: number
  first: number
  months: number
}

const isMonthEnd = (day: string) =>
  Number(day.slice(8)) === new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

/** The period as whole months of one year, or null. */
function wholeMonths(from: string, to: string): Whole | null {
  const year = Number(from.slice(0, 4))
  const first = Number(from.slice(5, 7))
  const last = Number(to.slice(5, 7))
  const whole = from.endsWith('-01') && isMonthEnd(to) && to.startsWith(from.slice(0, 4)) && last >= first
  return whole ? { year, first, months: last - first + 1 } : null
}

function words(from: string, to: string, t: Translate, f: Format, short: boolean): string {
  const whole = wholeMonths(from, to)
  if (whole) {
    const { year, first, months } = whole
    if (months === 12) return String(year)
    if (months === 6 && first % 6 === 1) return t('period.half', { n: ROMAN[(first - 1) / 6] ?? '', year })
    if (months === 3 && first % 3 === 1) {
      return t(short ? 'period.quarterShort' : 'period.quarter', { n: ROMAN[(first - 1) / 3] ?? '', year })
    }
    if (months === 1) return f.month(from.slice(0, 7), short)
  }
  const months = from.endsWith('-01') && isMonthEnd(to)
  if (months) return t('period.range', { from: f.month(from.slice(0, 7), true), to: f.month(to.slice(0, 7), true) })
  return from === to ? f.day(from, short) : t('period.range', { from: f.day(from, true), to: f.day(to, true) })
}

/** "Triwulan I 2026", "Maret 2026", "Semester II 2025", "2025", "3 Jan 2026 s.d. 5 Feb 2026". Days are inclusive. */
export const periodWords = (from: string, to: string, t: Translate, f: Format): string => words(from, to, t, f, false)

/** The same for columns and notes: "TW I 2026", "Mar 2026". */
export const periodShort = (from: string, to: string, t: Translate, f: Format): string => words(from, to, t, f, true)
