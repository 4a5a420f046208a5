import type { ChannelCommunity } from '../../../../shared/contract/results/channelCommunity'
import { calendarSentence } from '../../../../shared/sentences/channels/community'
import { CalendarLegend } from '../../../charts/calendar/CalendarLegend'
import { FridayCalendar } from '../../../charts/calendar/FridayCalendar'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { calendarColumns, calendarRows, calendarTable, calendarTotal } from './view'

/** Unit by Friday: due, held, missed, a holiday, or not reported. */
export function CalendarFigure({ data }: { data: ChannelCommunity }) {
  const words = useText()
  const { t } = words
  const { href, go } = useRoute()
  const { calendar } = data
  if (!calendar) return null
  const open = (unit: string) => ({ filter: { unit }, params: { page: 'jumat-curhat' as const } })
  const batched = new Set(data.recording.units.map(({ unit }) => unit))
  const rows = calendarRows(calendar, batched, words, (unit) => href('kanal', open(unit)))
  const sentence = calendarSentence(calendar, words)
  return (
    <Fig
      id="kalender"
      title={t('channels.calendar.title')}
      sentence={sentence}
      note={t('channels.calendar.note')}
      table={(caption) => calendarTable(calendar, data.outcome, caption, words)}
      definition={{ name: t('channelKey.fridays'), text: t('channelKey.fridays.definition') }}
      pinned={sharePin('calendar.total.share', 'channelKey.fridays', calendar.total.share)}
      empty={rows.length === 0 ? { title: sentence.answer, text: sentence.caution } : null}
      className="w2 n3"
    >
      {(label) => (
        <>
          <CalendarLegend lines={calendar.lines} />
          <FridayCalendar
            label={label}
            fridays={calendar.fridays}
            rows={rows}
            columns={calendarColumns(calendar, rows, words)}
            total={calendarTotal(calendar, data.outcome, words)}
            onOpen={(unit) => go('kanal', open(unit))}
          />
        </>
      )}
    </Fig>
  )
}
