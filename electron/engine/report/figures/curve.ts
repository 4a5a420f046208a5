import type { DurationCurve } from '../../../../shared/contract/results/region'
import { survivalAt } from '../../../../shared/sentences/curve'
import { dayNumber, daysText, joined, rangeText } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftFigure, type Hidden } from '../draft'
import type { ReportText } from '../material'

const STAGES = { response: 'first_response', close: 'close' } as const
/** Days at which the share that still waits is told. */
const HORIZONS = [1, 3, 7, 14, 30, 60, 90] as const

/** The curve in steps of at least `threshold` cases, so that no step tells of a few. */
function coarse(curve: DurationCurve, threshold: number): DurationCurve {
  let last = 1
  const points = curve.points.filter(({ survival }, index) => {
    const far = (last - survival) * curve.n >= threshold
    if (far) last = survival
    return far || index === 0
  })
  return { ...curve, points: points.map((point) => ({ ...point, censored: 0 })) }
}

/** Time to a stage by Kaplan-Meier: median with interval, quartiles, the share that still waits, the mean as a warning. */
export function curveFigure(
  id: 'response' | 'close',
  curve: DurationCurve,
  book: CountBook,
  text: ReportText,
  sentence: string,
  threshold: number | null,
): DraftFigure | null {
  if (curve.n === 0) return null
  const { t, f } = text
  const n = book.enter(`${id} n`, curve.n, 'total')
  const events = book.enter(`${id} events`, curve.events)
  book.partOf(events, n)
  const longest = curve.points.at(-1)?.t ?? 0
  const waiting = HORIZONS.filter((days) => days <= longest).map((days) => {
    const survival = survivalAt(curve, days)
    const cases = Math.round(survival * curve.n)
    return { days, survival, id: book.enter(`${id} waiting ${days}`, cases), cases }
  })
  for (const [index, item] of waiting.entries()) {
    const before = waiting[index - 1]?.id ?? n
    book.partOf(item.id, before)
  }
  const days = (value: number | null) =>
    derived(value === null ? t('figure.unreached') : daysText(value, text), [n, events])
  const interval =
    curve.lower === null
      ? null
      : curve.upper === null
        ? t('say.moreThanDays', { n: dayNumber(curve.lower, text) })
        : rangeText(daysText(curve.lower, text), daysText(curve.upper, text), text)
  const told = (cases: number) => cases >= Math.max(1, threshold ?? 0)
  const few = (hidden: Hidden) => hidden.has(n) || hidden.has(events)
  return {
    id,
    title: t(`report.${id}.title`),
    sentence,
    says: [n, events, ...waiting.map((item) => item.id)],
    note: joined(
      t('report.curve.note'),
      told(curve.left_out_negative) && t('report.curve.left', { n: f.count(curve.left_out_negative) }),
      told(curve.left_truncated) && t('report.curve.late', { n: f.count(curve.left_truncated) }),
    ),
    table: {
      caption: t(`report.${id}.caption`),
      columns: [
        { key: 'measure', label: t('report.column.measure'), format: 'text' },
        { key: 'value', label: t('report.column.value'), format: 'words' },
      ],
      rows: [
        [plain(t('report.curve.median')), days(curve.median)],
        [plain(t('report.curve.interval')), derived(interval, [n, events])],
        [plain(t('report.curve.q1')), days(curve.q1)],
        [plain(t('report.curve.q3')), days(curve.q3)],
        ...waiting.map((item) => [
          plain(t('report.curve.waiting', { n: f.count(item.days) })),
          derived(f.share(item.survival), [n, item.id]),
        ]),
        [
          plain(t('report.curve.mean')),
          curve.mean_of_closed === null ? plain({ notApplicable: true }) : days(curve.mean_of_closed),
        ],
        [plain(t(`report.${id}.events`)), { ...count(book, events), value: f.count(curve.events) }],
      ],
      total: [plain(t('report.curve.n')), { ...count(book, n), value: f.count(curve.n) }],
    },
    chart: (hidden) =>
      few(hidden)
        ? { kind: 'none', reason: t('report.chart.suppressed') }
        : { kind: 'curve', stage: STAGES[id], data: threshold === null ? curve : coarse(curve, threshold) },
  }
}
