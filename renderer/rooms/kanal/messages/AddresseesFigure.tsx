import type { ChannelMessages } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import { addresseeName, handledSentence, handledText } from '../../../../shared/sentences/channels/messages'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { CasesCount } from '../CasesCount'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { useNothing } from '../useNothing'
import { addressedTo, addresseeTable } from './view'

/** Whom messages address, who handled them, and what was settled, sent on or came in. */
export function AddresseesFigure({ data }: { data: ChannelMessages }) {
  const words = useText()
  const { t } = words
  const nothing = useNothing()
  return (
    <Fig
      id="alamat"
      title={t('channels.addressees.title')}
      sentence={handledSentence(data, words)}
      note={t('channels.addressees.note')}
      table={(caption) => addresseeTable(data, caption, words)}
      definition={{ text: t('definition.addressees') }}
      pinned={sharePin('all.resolved', 'channelKey.resolved', data.all.resolved)}
      empty={nothing.ofCount(data.cases)}
      className="w2 o3"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('caseField.addressee'), render: ({ addressee }) => addresseeName(addressee, words) },
            {
              label: t('bars.count'),
              number: true,
              render: (line) => (
                <CasesCount count={line.cases} of={addressedTo(line)} name={addresseeName(line.addressee, words)} />
              ),
            },
            {
              label: t('channels.firstResponse'),
              number: true,
              render: (line) => medianText(line.first_response, words),
            },
            { label: t('channelKey.resolved'), number: true, render: (line) => <ShareBit estimate={line.resolved} /> },
            { label: t('channels.messages.handled'), number: true, render: (line) => handledText(line, words) ?? '–' },
            { label: t('channelKey.sentOn'), number: true, render: (line) => <ShareBit estimate={line.sent_on} /> },
            {
              label: t('channels.messages.cameIn'),
              number: true,
              render: (line) => <ShareBit estimate={line.came_in} />,
            },
          ]}
          rows={data.by_addressee}
          rowKey={({ addressee }) => addressee ?? 'none'}
        />
      )}
    </Fig>
  )
}
