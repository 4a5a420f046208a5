import type { ChannelChart } from '../../../../shared/contract/results/channels'
import { controlSentence, judgedPoints } from '../../../../shared/sentences/channels/control'
import { capital, joined, rateText, shareText } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { derived, plain, type DraftCell, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

interface Line {
  page: 'community' | 'calls' | 'social' | 'city'
  title: string
  format: 'share' | 'rate'
  chart: ChannelChart
  /** of cases, which tell of people; sessions and calls tell of none */
  isCases: boolean
}

function lines({ community, calls, social, city }: Material, { t }: ReportText): Line[] {
  const all: Line[] = [
    { page: 'community', title: t('channels.perSession.title'), format: 'rate', chart: community.issues.chart, isCases: false }, // prettier-ignore
    ...calls.lines.map(({ line, answered_by_month }): Line => ({
      page: 'calls', title: t('channels.calls.monthTitle', { line: t.code('callLine', line) }), format: 'share', chart: answered_by_month, isCases: false,
    })), // prettier-ignore
    { page: 'social', title: t('channels.social.monthTitle'), format: 'share', chart: social.by_month, isCases: true },
    { page: 'city', title: t('channels.city.prankTitle'), format: 'share', chart: city.prank_by_month, isCases: false },
  ]
  return all.filter(({ chart }) => judgedPoints(chart).length > 0)
}

/** Month by month, what is divided by what in each kind of channel, against limits of chance. */
export function channelControlFigure(material: Material, book: CountBook, text: ReportText): DraftFigure | null {
  const { t, f } = text
  const drawn = lines(material, text)
  if (drawn.length === 0) return null
  const counts = new Map<Line, string[][]>()
  for (const line of drawn) {
    const own = book.below()
    counts.set(
      line,
      line.chart.points.map(({ month, numerator, denominator }) => {
        if (!line.isCases) return []
        const ids = [`${line.page} ${month} in time`, `${line.page} ${month} of all`]
        own.partOf(own.enter(ids[0]!, numerator), own.enter(ids[1]!, denominator))
        return ids
      }),
    )
  }
  const idsOf = (line: Line) => counts.get(line) ?? []
  const row = (line: Line): DraftCell[] => {
    const { chart, format } = line
    const last = judgedPoints(chart).at(-1)
    const ids = last ? (idsOf(line)[chart.points.indexOf(last)] ?? []) : []
    const told = (value: number | null) =>
      value === null ? null : format === 'share' ? shareText(value, null, text) : rateText(value, text)
    const { answer } = controlSentence(chart, format, text)
    return [
      plain(t(`channels.page.${line.page}`)),
      plain(line.title),
      plain(last ? f.month(last.month, true) : null),
      derived(told(last?.value ?? null), ids),
      plain(told(chart.centre) ?? { notApplicable: true }),
      derived(answer, idsOf(line).flat()),
    ]
  }
  return {
    id: 'channelControl',
    title: t('report.channelControl.title'),
    sentence: t('report.channelControl.sentence'),
    says: [],
    note: joined(t('control.definition'), t('report.channelControl.note')),
    defines: [],
    table: {
      caption: t('report.channelControl.caption'),
      columns: [
        { key: 'page', label: t('report.column.channel'), format: 'text' },
        { key: 'measure', label: t('report.column.measure'), format: 'text' },
        { key: 'month', label: t('report.column.lastMonth'), format: 'text' },
        { key: 'value', label: t('report.column.value'), format: 'words' },
        { key: 'centre', label: capital(t('trend.mean')), format: 'words' },
        { key: 'verdict', label: t('report.column.verdict'), format: 'text' },
      ],
      rows: drawn.map(row),
      total: null,
    },
    chart: (hidden) => ({
      kind: 'controls',
      charts: drawn.map((line) => ({
        title: line.title,
        format: line.format,
        data: idsOf(line)
          .flat()
          .some((id) => hidden.has(id))
          ? null
          : line.chart,
      })),
    }),
  }
}
