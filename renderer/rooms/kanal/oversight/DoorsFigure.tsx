import type { ChannelOversight, OversightLine } from '../../../../shared/contract/results/channels'
import type { Sentence } from '../../../../shared/sentences/words'
import { daysText } from '../../../../shared/sentences/words'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { useCasesHref } from '../useCasesHref'
import { doorsTable } from './view'

interface Props {
  lines: readonly OversightLine[]
  total: ChannelOversight['total']
  sentence: Sentence
  rule: string
}

function DoorName({ line: { channel, complaints } }: { line: OversightLine }) {
  const { t } = useText()
  const href = useCasesHref([channel])('complaint')
  const name = t.code('channel', channel)
  return href !== undefined && complaints > 0 ? <a href={href}>{name}</a> : name
}

function FirstAnswer({ line }: { line: OversightLine }) {
  const words = useText()
  const { median, n } = line.first_response
  return median !== null ? (
    daysText(median, words)
  ) : (
    <span className="mut">{words.t(n > 0 ? 'channels.unreached' : 'missing.insufficient')}</span>
  )
}

/** Door by door: grade, SP3D in time, first answer. Each row has its own denominators. */
export function DoorsFigure({ lines, total, sentence, rule }: Props) {
  const words = useText()
  const { t, f } = words
  return (
    <Fig
      id="sp3d"
      title={t('channels.sp3d.title')}
      sentence={sentence}
      rule={rule}
      note={t('channels.sp3d.note')}
      table={(caption) => doorsTable(lines, caption, words)}
      definition={{ name: t('channelKey.sp3d'), text: t('channelKey.sp3d.definition'), rules: [rule] }}
      pinned={sharePin('total.sp3d', 'channelKey.sp3d', total.sp3d)}
      className="w2"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('region.channels.channel'), render: (line) => <DoorName line={line} /> },
            { label: t('channelKey.complaints'), number: true, render: ({ complaints }) => f.count(complaints) },
            { label: t('channelKey.graded'), number: true, render: (line) => <ShareBit estimate={line.graded} /> },
            { label: t('channels.oversight.ungraded'), number: true, render: ({ ungraded }) => f.count(ungraded) },
            { label: t('channelKey.sp3d'), number: true, render: (line) => <ShareBit estimate={line.sp3d} /> },
            { label: t('channels.oversight.pending'), number: true, render: (line) => f.count(line.sp3d_pending) },
            { label: t('channels.firstResponse'), number: true, render: (line) => <FirstAnswer line={line} /> },
          ]}
          rows={lines}
          rowKey={({ channel }) => channel}
        />
      )}
    </Fig>
  )
}
