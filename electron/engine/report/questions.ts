import type { Question } from '../../../shared/contract/results/overview'
import type { ReportModel } from '../../../shared/report/model'
import type { CountBook } from './countBook'
import type { Hidden } from './draft'
import type { Material } from './material'

/**
 * Questions that are more than a notice, and all with a disposition. What leaves the console tells their numbers only when none of them is
 * small and nothing of that unit is hidden in a table: a number told here could be subtracted there.
 */
export function reportedQuestions(
  { questions }: Material,
  hidden: Hidden,
  book: CountBook,
  threshold: number | null,
  evidence: (question: Question) => string | null,
): ReportModel['questions'] {
  const unitsHidden = new Set([...hidden.keys()].map((id) => book.unitOf(id)).filter((unit) => unit !== null))
  const small = (value: string | number) =>
    typeof value === 'number' && Number.isInteger(value) && value > 0 && value < (threshold ?? 0)
  const told = questions.items.filter(({ strength, disposition }) => strength !== 'notice' || disposition !== null)
  const items = told.map((question) => {
    const { unit, name, signal, p, disposition } = question
    const suppressed =
      threshold !== null && (unitsHidden.has(unit) || Object.values(question.evidence).some((value) => small(value)))
    return {
      unit,
      name,
      signal,
      disposition,
      suppressed,
      p: suppressed ? null : p,
      evidence: suppressed ? null : evidence(question),
    }
  })
  return { tests: questions.tests, items }
}
