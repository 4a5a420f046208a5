/** The timeline of a case: what happened when, and against which deadlines. Pure. */
import type { CaseDeadline, CaseDetail } from '../../../../shared/contract/results/cases'
import type { Words } from '../../../../shared/sentences/words'
import { countingVersion, deadlineName, mainDeadline } from './verdicts'

export type MarkKind = 'event' | 'late' | 'other' | 'asOf'
export interface TimelineMark {
  id: string
  at: number
  kind: MarkKind
  label: string
  day: string
}
/** One deadline on the same scale; `over` ends where it was met, or at the as-of. */
export interface TimelineBand {
  rule: string
  from: number
  due: number
  over: number | null
  /** when it was met; null while it is not */
  met: number | null
  label: string
}
export interface TimelineModel {
  from: number
  to: number
  marks: TimelineMark[]
  /** the deadline that the track itself stands on */
  main: TimelineBand | null
  others: TimelineBand[]
  /** all of it in one sentence */
  words: string
}

const STAGES = [
  'received_at',
  'first_response_at',
  'progress_at',
  'published_at',
  'viral_at',
  'closed_at',
  'informed_at',
] as const

function bandOf(deadline: CaseDeadline, detail: CaseDetail, words: Words): TimelineBand | null {
  const from = Date.parse(detail.case[deadline.from] ?? '')
  const due = Date.parse(deadline.due_at ?? '')
  if (Number.isNaN(from) || Number.isNaN(due)) return null
  const end = Date.parse(deadline.met_at ?? detail.provenance.as_of)
  const limit = words.t('case.limit', {
    n: words.f.count(deadline.limit.value),
    unit: words.t.code('limit', deadline.limit.unit),
  })
  return {
    rule: deadline.rule,
    from,
    due,
    over: end > due ? end : null,
    met: deadline.met_at === null ? null : Date.parse(deadline.met_at),
    label: words.t('case.due', {
      name: deadlineName(deadline, words),
      day: words.f.day(deadline.due_at ?? '', true),
      limit,
    }),
  }
}

function marksOf(detail: CaseDetail, { t, f }: Words): TimelineMark[] {
  const late = new Set(detail.deadlines.filter(({ state }) => state === 'late').map(({ to }) => to))
  const mark = (column: string, moment: string, kind: MarkKind, sequence: number | null): TimelineMark => {
    const name = t.code('case.mark', column)
    return {
      id: `${column}-${sequence ?? ''}`,
      at: Date.parse(moment),
      kind,
      label: sequence === null ? name : t('case.mark.ofVersion', { mark: name, sequence }),
      day: f.day(moment, true),
    }
  }
  const marks: TimelineMark[] = []
  for (const column of STAGES) {
    const value = detail.case[column] ?? null
    const others = detail.versions.filter((version) => {
      const told = version.row === null ? null : (version.values[column] ?? null)
      return told !== null && value !== null && told !== value
    })
    const counting = countingVersion(detail, column)
    const kind = late.has(column) ? 'late' : 'event'
    if (value !== null) marks.push(mark(column, value, kind, others.length > 0 ? (counting?.sequence ?? null) : null))
    const other = others.at(-1)
    if (other) marks.push(mark(column, other.values[column] ?? '', 'other', other.sequence))
  }
  const { as_of: asOf, sequence } = detail.provenance
  marks.push({
    id: 'asOf',
    at: Date.parse(asOf),
    kind: 'asOf',
    label: t('case.mark.asOf', { sequence }),
    day: f.day(asOf, true),
  })
  return marks.filter(({ at }) => !Number.isNaN(at)).toSorted((a, b) => a.at - b.at)
}

export function timelineModel(detail: CaseDetail, words: Words): TimelineModel {
  const marks = marksOf(detail, words)
  const chosen = mainDeadline(detail.deadlines)
  const bands = detail.deadlines.map((deadline) => ({ deadline, band: bandOf(deadline, detail, words) }))
  const main = bands.find(({ deadline }) => deadline === chosen)?.band ?? null
  const others = bands.flatMap(({ deadline, band }) => (band && deadline !== chosen ? [band] : []))
  const moments = [...marks.map(({ at }) => at), ...bands.flatMap(({ band }) => (band ? [band.due, band.from] : []))]
  const said = marks.map(({ label, day }) => `${label} ${day}`)
  return {
    from: Math.min(...moments),
    to: Math.max(...moments, Math.min(...moments) + 86_400_000),
    marks,
    main,
    others,
    words: words.t('case.timelineLabel', {
      marks: words.f.list([...said, ...bands.flatMap(({ band }) => (band ? [band.label] : []))]),
    }),
  }
}
