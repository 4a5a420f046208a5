import type { Estimate, Figure, MetricId } from '../../../../shared/contract/results/common'
import { intervalText, missingText, valueWithUnit } from '../../../../shared/sentences/figure'
import { rangeText } from '../../../../shared/sentences/words'
import { periodShort } from '../../../../shared/messages/period'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftCell, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** Rates: the denominator is people or personnel, which is public. */
const PUBLIC_DENOMINATOR: readonly MetricId[] = ['received', 'received_per_100k', 'received_per_1000_personnel']

/** A value with its unit, or why there is none. */
const valueWords = (figure: Figure, estimate: Estimate, text: ReportText): string =>
  estimate.value === null
    ? missingText(estimate, text)
    : valueWithUnit(figure.metric, estimate.value, estimate.denominator, text)

/** An interval in the same unit as its value: hours where the value is in hours. */
function rangeWords(figure: Figure, text: ReportText): string | null {
  const { metric, method, low, high, denominator } = figure
  if (method !== 'kaplan_meier' || low === null || high === null) return intervalText(metric, figure, text) || null
  const words = (value: number) => valueWithUnit(metric, value, denominator, text)
  return rangeText(words(low), words(high), text)
}

/** Names in the book of the counts that an estimate is built on; numerator first. */
function enterCounts(figure: Figure, estimate: Estimate, prefix: string, known: boolean, book: CountBook): string[] {
  const same = { received: ['received'], open_over_90_days: [`${prefix} old`, 'open'], substantiated: ['', 'closed'] }
  const names = known ? (Object.entries(same).find(([metric]) => figure.metric.startsWith(metric))?.[1] ?? []) : []
  const ids: string[] = []
  const enter = (value: number | null, role: string, name: string | undefined) => {
    if (value !== null && Number.isInteger(value)) ids.push(book.sameAs(name ?? '', `${prefix} ${role}`, value))
  }
  enter(estimate.numerator ?? (figure.metric === 'received' ? estimate.value : null), 'numerator', names[0])
  if (!PUBLIC_DENOMINATOR.includes(figure.metric)) enter(estimate.denominator, 'denominator', names[1])
  if (ids.length === 2) book.partOf(ids[0] ?? '', ids[1] ?? '')
  return ids
}

/** Key figures with numerator, denominator and interval, beside the same period a year before and the target. */
export function keyFiguresFigure({ keyFigures }: Material, book: CountBook, text: ReportText): DraftFigure {
  const { t, f } = text
  const before = periodShort(keyFigures.last_year.from, keyFigures.last_year.to, t, f)
  const row = (figure: Figure): DraftCell[] => {
    const ids = enterCounts(figure, figure, figure.metric, true, book)
    const last = figure.last_year
    const lastIds = last ? enterCounts(figure, last, `${figure.metric} last year`, false, book) : []
    const open = PUBLIC_DENOMINATOR.includes(figure.metric)
    const one = (id: string | undefined) => (id === undefined ? plain({ notApplicable: true }) : count(book, id))
    return [
      plain(t.code('metric', figure.metric)),
      derived(valueWords(figure, figure, text), figure.value === null ? [] : ids),
      derived(rangeWords(figure, text), ids),
      open ? plain({ notApplicable: true }) : one(ids[0]),
      open ? plain(figure.denominator ?? { notApplicable: true }) : one(ids[1]),
      last
        ? derived(valueWords(figure, last, text), last.value === null ? [] : lastIds)
        : plain(t('figure.noCoverage')),
      figure.target
        ? plain(valueWithUnit(figure.metric, figure.target.value, 0, text))
        : plain({ notApplicable: true }),
    ]
  }
  return {
    id: 'keyFigures',
    title: t('report.keyFigures.title'),
    sentence: '',
    says: [],
    note: t('report.keyFigures.note'),
    defines: keyFigures.figures.map(({ metric }) => `metric.${metric}`),
    table: {
      caption: t('report.keyFigures.caption'),
      columns: [
        { key: 'metric', label: t('report.column.metric'), format: 'text' },
        { key: 'value', label: t('report.column.value'), format: 'words' },
        { key: 'interval', label: t('report.column.interval'), format: 'words' },
        { key: 'numerator', label: t('report.column.numerator'), format: 'count' },
        { key: 'denominator', label: t('report.column.denominator'), format: 'count' },
        { key: 'last_year', label: before, format: 'words' },
        { key: 'target', label: t('report.column.target'), format: 'words' },
      ],
      rows: keyFigures.figures.map(row),
      total: null,
    },
    chart: () => ({ kind: 'none', reason: null }),
  }
}
