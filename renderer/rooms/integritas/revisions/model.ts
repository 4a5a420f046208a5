/** Revision triangle and rate as the room shows them: cells, sentences, tables. Pure. */
import type { RevisionCounts, RevisionRate, RevisionTriangle } from '../../../../shared/contract/results/revisions'
import type { ReportTable } from '../../../../shared/report/model'
import type { Number } from '../Fig'
import type { Sentence, Words } from '../../../../shared/sentences/words'

export interface TriangleCell {
  count: number | null
  /** against the export before; null where there is nothing to compare with */
  change: number | null
  /** the month was over when the export before was made: a change is a revision, not the month going on */
  isRevision: boolean
  /** 0 = no revision, 1 under 2 percent of the count before, 2 under 10, 3 more */
  heat: 0 | 1 | 2 | 3
}

function heatOf(change: number, before: number): TriangleCell['heat'] {
  if (change === 0) return 0
  const share = Math.abs(change) / Math.max(1, before)
  return share < 0.02 ? 1 : share < 0.1 ? 2 : 3
}

/** A row a month, a cell an export. */
export function triangleCells({ exports, months }: RevisionTriangle): { month: string; cells: TriangleCell[] }[] {
  return months.map(({ month, counts }) => ({
    month,
    cells: counts.map((count, at): TriangleCell => {
      const before = counts[at - 1]
      const change = count === null || typeof before !== 'number' ? null : count - before
      const isRevision = change !== null && month < nextDay(exports[at - 1]?.period_to ?? '').slice(0, 7)
      return { count, change, isRevision, heat: isRevision && change !== null ? heatOf(change, before ?? 0) : 0 }
    }),
  }))
}
/** First day after a period: a month that ends with it is over. */
const nextDay = (day: string) =>
  day === '' ? '' : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

export function cellWords({ count, change, isRevision }: TriangleCell, { t, f }: Words): string {
  if (count === null) return '–'
  if (!isRevision || change === null || change === 0) return f.count(count)
  const sign = change > 0 ? '+' : '−'
  return t('revisions.cell', { n: f.count(count), change: `${sign}${f.count(Math.abs(change))}` })
}

/** What is pinned: cells that changed; where nothing could be compared yet, the last month as the newest export holds it. */
export function triangleNumber({
  unit,
  exports,
  months,
  changed_cells,
  compared_cells,
}: RevisionTriangle): Number | null {
  const source = { query: 'integrity.revisionTriangle', params: { unit }, format: 'count' } as const
  if (compared_cells > 0)
    return { ...source, path: 'changed_cells', label: 'revisions.triangle.name', value: changed_cells }
  const newest = exports.length - 1
  const at = months.findLastIndex(({ counts }) => typeof counts[newest] === 'number')
  const value = months[at]?.counts[newest]
  return typeof value === 'number'
    ? { ...source, path: `months.${at}.counts.${newest}`, label: 'metric.received', value }
    : null
}

type Says = Pick<Sentence, 'answer' | 'caution'>

export function triangleSentence({ exports, changed_cells, compared_cells }: RevisionTriangle, { t, f }: Words): Says {
  if (exports.length < 2) return { answer: t('revisions.triangle.one'), caution: '' }
  if (compared_cells === 0) return { answer: t('revisions.triangle.noneOver'), caution: '' }
  const counts = { n: f.count(changed_cells), N: f.count(compared_cells) }
  return changed_cells === 0
    ? { answer: t('revisions.triangle.stable', counts), caution: '' }
    : { answer: t('revisions.triangle.changed', counts), caution: t('revisions.triangle.caution') }
}

export function rateSentence({ total, units }: RevisionRate, { t, f }: Words): Says {
  if (total.rate === null) return { answer: t('revisions.rate.none'), caution: t('revisions.rate.noneWhy') }
  const compared = units.filter((unit) => unit.pairs > 0)
  return {
    answer: t('revisions.rate.answer', {
      rate: f.share(total.rate, 2), changed: f.count(total.changed), comparable: f.count(total.comparable),
    }),
    caution: t('revisions.rate.caution', {
      units: f.count(compared.filter((unit) => unit.changed > 0).length), N: f.count(compared.length), pairs: f.count(total.pairs),
    }),
  } // prettier-ignore
}

export function triangleTable(triangle: RevisionTriangle, words: Words): ReportTable {
  const { t, f } = words
  return {
    caption: t('revisions.triangle.title', { unit: triangle.name }),
    columns: [
      { key: 'month', label: t('revisions.month'), format: 'text' },
      ...triangle.exports.map(({ sequence }) => ({
        key: String(sequence), label: t('revisions.export', { n: f.count(sequence) }), format: 'count' as const,
      })),
    ],
    rows: triangle.months.map(({ month, counts }) => [f.month(month), ...counts.map((count) => count ?? { notApplicable: true as const })]),
    total: null,
  } // prettier-ignore
}

const rateCells = (counts: RevisionCounts) => [
  counts.exports,
  counts.pairs,
  counts.cases_changed,
  counts.cases,
  counts.changed,
  counts.comparable,
  counts.rate ?? { notApplicable: true as const },
]

export function rateTable({ units, total }: RevisionRate, { t }: Words): ReportTable {
  const count = (key: string, label: string) => ({ key, label, format: 'count' as const })
  return {
    caption: t('revisions.rate.title'),
    columns: [
      { key: 'unit', label: t('revisions.unit'), format: 'text' },
      count('exports', t('revisions.exports')),
      count('pairs', t('revisions.pairs')),
      count('cases_changed', t('revisions.casesChanged')),
      count('cases', t('revisions.cases')),
      count('changed', t('revisions.changed')),
      count('comparable', t('revisions.comparable')),
      { key: 'rate', label: t('revisions.rate'), format: 'share' },
    ],
    rows: units.map((unit) => [unit.name, ...rateCells(unit)]),
    total: [t('revisions.total'), ...rateCells(total)],
  }
}
