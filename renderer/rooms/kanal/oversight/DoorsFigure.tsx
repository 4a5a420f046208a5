import type { ChannelOversight, OversightLine } from '../../../../shared/contract/results/channels'
import type { Sentence } from '../../../../shared/sentences/words'
import { daysText } from '../../../../shared/sentences/words'
import { useText } from '../../../text/useText'
import type { PageContext } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { useCasesHref } from '../useCasesHref'
import { doorsTable } from './view'

interface Props {
  lines: readonly OversightLine[]
  total: ChannelOversight['total']
  sentence: Sentence
  rule: string
  context: PageContext
}

function Door({ line }: { line: OversightLine }) {
  const words = useText()
  const { t, f } = words
  const href = useCasesHref([line.channel])('complaint')
  const { median, n } = line.first_response
  const name = t.code('channel', line.channel)
  return (
    <tr>
      <th scope="row">{href !== undefined && line.complaints > 0 ? <a href={href}>{name}</a> : name}</th>
      <td className="r">{f.count(line.complaints)}</td>
      <td className="r nw">
        <ShareBit estimate={line.graded} />
      </td>
      <td className="r">{f.count(line.ungraded)}</td>
      <td className="r nw">
        <ShareBit estimate={line.sp3d} />
      </td>
      <td className="r">{f.count(line.sp3d_pending)}</td>
      <td className="r nw">
        {median !== null ? (
          daysText(median, words)
        ) : (
          <span className="mut">{t(n > 0 ? 'channels.unreached' : 'missing.insufficient')}</span>
        )}
      </td>
    </tr>
  )
}

/** Door by door: grade, SP3D in time, first answer. Each row has its own denominators. */
export function DoorsFigure({ lines, total, sentence, rule, context }: Props) {
  const words = useText()
  const { t } = words
  const title = t('channels.sp3d.title')
  return (
    <Fig
      context={context}
      id="sp3d"
      title={title}
      sentence={sentence}
      note={t('channels.sp3d.note', { rule })}
      table={doorsTable(lines, title, words)}
      definition={{ name: t('channelKey.sp3d'), text: t('channelKey.sp3d.definition'), rules: [rule] }}
      pinned={{ path: 'total.sp3d.value', label: 'channelKey.sp3d', value: total.sp3d.value, format: 'share' }}
      drawing={false}
      className="w2"
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('region.channels.channel')}</th>
            <th scope="col" className="r">
              {t('channelKey.complaints')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.graded')}
            </th>
            <th scope="col" className="r">
              {t('channels.oversight.ungraded')}
            </th>
            <th scope="col" className="r">
              {t('channelKey.sp3d')}
            </th>
            <th scope="col" className="r">
              {t('channels.oversight.pending')}
            </th>
            <th scope="col" className="r">
              {t('channels.firstResponse')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Door key={line.channel} line={line} />
          ))}
        </tbody>
      </table>
    </Fig>
  )
}
