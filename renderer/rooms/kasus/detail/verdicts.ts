/** What the deadlines of a case say, in words, and whether two exports would say different things. Pure. */
import type { CaseDeadline, CaseDetail, CaseVersion } from '../../../../shared/contract/results/cases'
import type { Sentence, Words } from '../../../../shared/sentences/words'
import { overrunWords } from './duration'

export const deadlineName = ({ to }: Pick<CaseDeadline, 'to'>, { t }: Words): string => t.code('case.deadline', to)

/** "SP3D lewat tenggat 7 hari kalender", without a full stop; null when no rule applies. */
export function deadlineWords(deadline: CaseDeadline, asOf: string, words: Words): string | null {
  const { t, f } = words
  const name = deadlineName(deadline, words)
  const { state, due_at: due, met_at: met } = deadline
  if (state === 'none') return null
  if (state === 'on_time') return t('case.says.on_time', { name })
  if (state === 'blocked' || due === null) return t('case.says.blocked', { name })
  if (state === 'pending') return t('case.says.pending', { name, day: f.day(due) })
  const time = overrunWords(due, met ?? asOf, deadline.limit.unit, words)
  return met === null ? t('case.says.lateOpen', { name, time }) : t('case.says.late', { name, time })
}

/** The deadline that the timeline stands on: a late one first, then the progress notice, then the first given. */
export function mainDeadline(deadlines: readonly CaseDeadline[]): CaseDeadline | null {
  const dated = deadlines.filter(({ due_at }) => due_at !== null)
  return (
    dated.find(({ state, to }) => state === 'late' && to === 'progress_at') ??
    dated.find(({ state }) => state === 'late') ??
    dated.find(({ to }) => to === 'progress_at') ??
    dated[0] ??
    null
  )
}

type Verdict = 'on_time' | 'late' | 'pending'

/** Verdict by the value that one export holds, against the same due date. */
function verdictOf(version: CaseVersion, { to, due_at }: CaseDeadline): Verdict {
  const [due, met] = [Date.parse(due_at ?? ''), Date.parse(version.values[to] ?? '')]
  if (!Number.isNaN(met)) return met <= due ? 'on_time' : 'late'
  return Date.parse(version.as_of) > due ? 'late' : 'pending'
}

/** The export whose value of `column` is the one that counts; the first that holds it. */
export const countingVersion = (detail: CaseDetail, column: string): CaseVersion | undefined =>
  detail.versions.find(
    (version) => version.row !== null && (version.values[column] ?? null) === (detail.case[column] ?? null),
  )

/** What the timeline says: where exports disagree on a deadline, that; otherwise the state of every deadline. */
export function timelineFinding(detail: CaseDetail, words: Words): Sentence {
  const { t } = words
  const [first, last] = [detail.versions[0], detail.versions.at(-1)]
  for (const deadline of detail.deadlines) {
    if (!first || !last || first === last || deadline.due_at === null || last.row === null) continue
    const [before, after] = [verdictOf(first, deadline), verdictOf(last, deadline)]
    const changed =
      (first.values[deadline.to] ?? null) !== null && first.values[deadline.to] !== last.values[deadline.to]
    if (before === after || !changed) continue
    const counting = countingVersion(detail, deadline.to)
    return {
      kind: 'signal',
      answer: t('case.says.byVersion', {
        first: first.sequence,
        last: last.sequence,
        name: deadlineName(deadline, words),
        before: t(`case.verdict.${before}`),
        after: t(`case.verdict.${after}`),
      }),
      caution: counting ? t('case.says.counts', { sequence: counting.sequence }) : '',
    }
  }
  const said = detail.deadlines
    .map((item) => deadlineWords(item, detail.provenance.as_of, words))
    .filter((item) => item !== null)
  if (said.length === 0) return { kind: 'quiet', answer: t('case.says.noRule'), caution: '' }
  const kind = detail.deadlines.some(({ state }) => state === 'late') ? 'signal' : 'quiet'
  return { kind, answer: `${said.join('; ')}.`, caution: '' }
}
