import type { ChannelOversight } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import { referralsSentence } from '../../../../shared/sentences/channels/oversight'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { ErrorState, Loading } from '../../../ui/States'
import { PageContextHeld, sharePin, usePageContext, type Scope } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { doorsOf, referralsTable } from './view'

/** What Kompolnas and the Ombudsman referred, and what they heard back: looked for among all doors, under any of them. */
export function ReferralsFigure({ scope }: { scope: Scope }) {
  const context = usePageContext()
  const { data, error, refetch } = useNamedQuery('channel.oversight', scope)
  if (!data) return error ? <ErrorState error={error} onRetry={refetch} /> : <Loading />
  return (
    <PageContextHeld.Provider value={{ ...context, params: { ...scope }, coverage: data.coverage }}>
      <Referrals data={data} />
    </PageContextHeld.Provider>
  )
}

function Referrals({ data }: { data: ChannelOversight }) {
  const words = useText()
  const { t, f } = words
  const [first] = data.referrals
  return (
    <Fig
      id="rujukan"
      title={t('channels.referrals.title')}
      sentence={referralsSentence(data, words)}
      note={t('channels.referrals.note')}
      table={(caption) => referralsTable(data, caption, words)}
      definition={{ name: t('channels.referrals.answered'), text: t('channels.referrals.definition') }}
      pinned={first ? sharePin('referrals.0.answered', 'channels.referrals.answered', first.answered) : null}
      className="w2 n3"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('channels.referrals.from'), render: ({ from }) => t.code('party', from) },
            { label: t('bars.count'), number: true, render: ({ cases }) => f.count(cases) },
            { label: t('channels.referrals.doors'), render: (line) => doorsOf(line, words) },
            {
              label: t('channels.referrals.answered'),
              number: true,
              render: (line) => <ShareBit estimate={line.answered} />,
            },
            {
              label: t('channels.firstResponse'),
              number: true,
              render: (line) => medianText(line.first_response, words),
            },
            {
              label: t('channels.referrals.closedColumn'),
              number: true,
              render: (line) => <ShareBit estimate={line.closed} />,
            },
            {
              label: t('channels.referrals.informed'),
              number: true,
              render: (line) => <ShareBit estimate={line.informed} />,
            },
          ]}
          rows={data.referrals}
          rowKey={({ from }) => from}
        />
      )}
    </Fig>
  )
}
