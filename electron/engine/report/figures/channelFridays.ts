import { calendarSentence } from '../../../../shared/sentences/channels/community'
import { plain as words } from '../../../../shared/sentences/words'
import { plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** Jumat Curhat, unit by unit: sessions due and held. They tell of no person, so none is hidden. */
export function channelFridaysFigure({ community }: Material, text: ReportText): DraftFigure | null {
  const { calendar } = community
  if (calendar === null || calendar.lines.length === 0) return null
  const { t, f } = text
  const number = (value: number) => plain(f.count(value))
  const { total } = calendar
  const share = ({ share: { value } }: typeof total) => plain(value ?? { notApplicable: true })
  return {
    id: 'channelFridays',
    title: t('channels.calendar.title'),
    sentence: words(calendarSentence(calendar, text)),
    says: [],
    note: t('channels.calendar.note'),
    table: {
      caption: t('report.channelFridays.caption'),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        { key: 'units', label: t('channels.calendar.units'), format: 'words' },
        { key: 'due', label: t('channels.calendar.due'), format: 'words' },
        { key: 'held', label: t('channels.calendar.held'), format: 'words' },
        { key: 'share', label: t('channels.calendar.share'), format: 'share' },
        { key: 'missing', label: t('channels.calendar.missing'), format: 'words' },
      ],
      rows: calendar.lines.map((line) => [
        plain(line.scope === 'own' ? t('report.units.itself', { name: line.name }) : line.name),
        number(line.units),
        number(line.due),
        number(line.held),
        share(line),
        number(line.not_reported),
      ]),
      total: [plain(t('report.row.total')), plain(null), number(total.due), number(total.held), share(total), number(total.not_reported)], // prettier-ignore
    },
    chart: () => ({ kind: 'none', reason: null }),
  }
}
