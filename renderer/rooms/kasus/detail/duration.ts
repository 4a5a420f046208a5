/** Lengths of time in words. Pure. */
import { daysText, type Words } from '../../../../shared/sentences/words'
import { elapsedDays } from '../cells'

/** Whole hours under a day, days from there; `from` ≤ `to`. */
export const elapsedWords = (from: string, to: string, words: Words): string => daysText(elapsedDays(from, to), words)

const dayNumber = (moment: string) => Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / 86_400_000

/** How far `moment` lies after `due`: calendar days when the limit counts days, hours when it counts hours. */
export function overrunWords(due: string, moment: string, unit: string, words: Words): string {
  if (unit === 'hours') return elapsedWords(due, moment, words)
  const days = Math.max(1, dayNumber(moment) - dayNumber(due))
  return words.t('case.daysCalendar', { n: words.f.count(days) })
}
