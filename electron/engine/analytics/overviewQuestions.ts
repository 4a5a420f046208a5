/** `overview.questions`: what needs clarification. A question names its evidence and its chance, never a cause. */
import type { Question, Questions } from '../../../shared/contract/results/overview'
import type { Filter } from '../../../shared/domain/filter'
import { dayText } from '../../../shared/domain/time'
import type { QueryContext } from './context'
import { asked, type Answered, type Asked } from './questions/asked'
import { sessionBatches } from './questions/batches'
import { closings } from './questions/closings'
import { heaping, sp3dBelowTarget } from './questions/deadline'
import { exportFindings } from './questions/exports'
import { recording } from './questions/recording'
import { revisions } from './questions/revisions'
import { sessionSilence } from './questions/sessions'
import { viralUnanswered } from './questions/viral'
import { unlikeExpected, zeroReports } from './questions/volume'

const SIGNALS: readonly ((question: Asked) => Answered)[] = [
  sp3dBelowTarget, unlikeExpected, zeroReports, heaping, closings, recording, sessionSilence, sessionBatches,
  viralUnanswered, revisions, exportFindings,
] // prettier-ignore

const STRENGTHS: readonly Question['strength'][] = ['alarm', 'alert', 'notice']

export function overviewQuestions(context: QueryContext, filter: Filter): Questions {
  return context.memo(`questions ${JSON.stringify(filter)}`, () => {
    const question = asked(context, filter)
    const { from, to } = question.period
    const answers = SIGNALS.map((signal) => signal(question))
    const items = answers
      .flatMap(({ shown }) => shown)
      .map(({ unit, signal, evidence, p, strength, room }): Question => {
        const id = `${signal}:${unit.code}:${dayText(from)}..${dayText(to)}`
        const disposition = context.dispositions.get(id) ?? null
        const reason = disposition && context.reasons?.get(id)
        return { id, unit: unit.code, name: unit.current.name, signal, evidence, p, strength, link: { room, unit: unit.code }, disposition, ...(reason && { reason }) } // prettier-ignore
      })
    return { tests: answers.reduce((sum, { tests }) => sum + tests, 0), items: ordered(items) }
  })
}

/**
 * By strength; within one strength the most unlikely of each signal first, then the second of each, so that the first
 * lines show every kind of question and not one kind many times.
 */
function ordered(items: readonly Question[]): Question[] {
  const within = (a: Question, b: Question) =>
    STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) || (a.p ?? 2) - (b.p ?? 2) || (a.id < b.id ? -1 : 1)
  const seen = new Map<string, number>()
  const ranked = items.toSorted(within).map((item) => {
    const kind = `${item.strength} ${item.signal}`
    const rank = seen.get(kind) ?? 0
    seen.set(kind, rank + 1)
    return { item, rank }
  })
  const strength = ({ item }: { item: Question }) => STRENGTHS.indexOf(item.strength)
  return ranked.toSorted((a, b) => strength(a) - strength(b) || a.rank - b.rank || within(a.item, b.item)).map(({ item }) => item) // prettier-ignore
}
