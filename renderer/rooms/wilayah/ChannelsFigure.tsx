import type { RegionChannel } from '../../../shared/contract/results/region'
import { CHANNELS } from '../../../shared/export/enums'
import { periodShort } from '../../../shared/messages/period'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import type { FigureContext } from '../../../shared/sentences/figure'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { StateMark } from '../../ui/StateMark'
import { channelLines, type Shown } from './channels'
import { channelPin } from './pins'
import { stateOf, type RegionProps } from './region'
import { channelsTable } from './tables'

/** A number, or one of the kinds of nothing, each with its own mark and word. */
function Cell({ shown, strong = false }: { shown: Shown; strong?: boolean }) {
  if (shown.kind === 'value')
    return (
      <>
        <span className={strong ? 'b' : ''}>{shown.text}</span>
        {shown.detail !== undefined && <span className="sm mut"> {shown.detail}</span>}
      </>
    )
  if (shown.kind === 'words') return <span className="mut">{shown.text}</span>
  return <StateMark state={shown.kind} />
}

/** Through which channels people come: one line each, never summed. */
export function ChannelsFigure({
  place,
  filter,
  coverage,
  pin,
  answer,
  context,
}: RegionProps & { answer: AnswerState<RegionChannel[]>; context: FigureContext }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const rows = answer.data ?? []
  const title = t('region.channels.title')
  const sentence = { answer: t('region.channels.answer'), caution: t('region.channels.caution') }
  const period = ({ from, to }: { from: string; to: string }) => periodShort(from, to, t, f)
  return (
    <ChartFigure
      id={`kanal-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      note={t('region.channels.note')}
      table={channelsTable(rows, title, words)}
      definition={{ name: t('region.channels.title'), text: t('definition.regionChannels') }}
      pins={rows.map((row) => {
        const figure = channelPin(row, context, { filter, unit: place.unit }, words)
        return {
          id: row.channel,
          label: t.code('channel', row.channel),
          hint: f.count(row.received),
          onPin: () => pin(figure),
        }
      })}
      save={saveFigure}
      state={stateOf(answer, (channels) => channels.length === 0)}
      className="w2 n3 o5 channels"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('region.channels.channel')}</th>
            <th scope="col">{t('region.channels.counted')}</th>
            <th scope="col" className="r">
              {period(context.period)}
            </th>
            <th scope="col" className="r">
              {period(context.lastYear)}
            </th>
            <th scope="col" className="r">
              {t('region.channels.response')}
            </th>
            <th scope="col" className="r">
              {t('region.channels.followed')}
            </th>
            <th scope="col">{t('region.channels.units')}</th>
          </tr>
        </thead>
        <tbody>
          {channelLines(rows, filter.subjects, words).map((line) => {
            const code = CHANNELS.find((channel) => channel === line.channel)
            return (
              <tr key={line.channel}>
                <th scope="row">
                  {line.operating && code ? (
                    <a href={href('kasus', { filter: { channels: [code] } })}>{line.name}</a>
                  ) : (
                    line.name
                  )}
                </th>
                <td className="mut">{line.counted}</td>
                <td className="r">
                  <Cell shown={line.received} strong />
                </td>
                <td className="r">
                  <Cell shown={line.lastYear} />
                </td>
                <td className="r">
                  <Cell shown={line.response} />
                </td>
                <td className="r nw">
                  <Cell shown={line.followed} />
                </td>
                <td>{line.units}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ChartFigure>
  )
}
