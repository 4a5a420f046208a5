/** What the fields of one plain row must satisfy together: the rules of `rowRules`, asked of numbers instead of strings. */
import {
  CATEGORIES,
  CHANNELS,
  COMPLAINT_CATEGORIES,
  OPEN_STATUSES,
  OTHER_CATEGORIES,
  STATUSES,
  SUBJECTS,
} from '../../../shared/export/enums'
import type { PlainRows } from './plainRows'
import { caseTimeConflicts, columnAt } from './rowRules'

const at = (name: string) => columnAt('cases', name)
const [CHANNEL, SESSION, SUBJECT, CATEGORY, STATUS, CLOSED] = [
  at('channel'), at('session_id'), at('subject'), at('category'), at('status'), at('closed_at'),
] // prettier-ignore
const marks = <T extends string>(all: readonly T[], some: readonly string[]) =>
  Uint8Array.from(all, (one) => (some.includes(one) ? 1 : 0))
const OPEN = marks(STATUSES, OPEN_STATUSES)
const COMPLAINT = marks(CATEGORIES, COMPLAINT_CATEGORIES)
const OTHER = marks(CATEGORIES, OTHER_CATEGORIES)
const FRIDAY = CHANNELS.indexOf('jumat_curhat')
const COMPLAINTS = SUBJECTS.indexOf('complaint')

let conflicts = 0
const count = () => void conflicts++

/** Whether there is nothing to say about a case but what depends on other rows. */
export function caseAgrees({ words, numbers, ends }: PlainRows): boolean {
  const closed = numbers[CLOSED] as number
  if ((OPEN[words[STATUS] as number] === 1) === (closed === closed)) return false
  const hasSession = (ends[SESSION] as number) > (ends[SESSION - 1] as number) + 1
  if ((words[CHANNEL] === FRIDAY) !== hasSession) return false
  const wrong = words[SUBJECT] === COMPLAINTS ? OTHER : COMPLAINT
  if (wrong[words[CATEGORY] as number] === 1) return false
  conflicts = 0
  caseTimeConflicts(numbers, count)
  return conflicts === 0
}

const [OFFERED, ANSWERED, ABANDONED] = (['offered', 'answered', 'abandoned'] as const).map((name) =>
  columnAt('daily_calls', name),
) as [number, number, number]

/** No more calls answered and abandoned than offered. */
export const callsAgree = ({ numbers }: PlainRows): boolean =>
  (numbers[ANSWERED] as number) + (numbers[ABANDONED] as number) <= (numbers[OFFERED] as number)
