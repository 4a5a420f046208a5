import type { ChannelSocial } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import { accountsSentence } from '../../../../shared/sentences/channels/social'
import { useText } from '../../../text/useText'
import { ColumnTable } from '../../../ui/ColumnTable'
import { sharePin } from '../context'
import { Fig } from '../Fig'
import { ShareBit } from '../ShareBit'
import { useNothing } from '../useNothing'
import { accountsTable, ruleText } from './view'

/** The three milestones by whose account it was: Kapolda, Kapolres. No order of merit. */
export function AccountsFigure({ data }: { data: ChannelSocial }) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  const rule = ruleText(data, words)
  const at = data.accounts.findIndex(({ within_72h: { value } }) => value !== null)
  const told = data.accounts[at]
  return (
    <Fig
      id="akun"
      title={t('channels.accounts.title')}
      sentence={accountsSentence(data, words)}
      rule={rule}
      note={t('channels.accounts.note')}
      table={(caption) => accountsTable(data, caption, words)}
      definition={{ text: t('definition.accounts'), rules: [rule] }}
      pinned={told ? sharePin(`accounts.${at}.within_72h`, 'channelKey.within72', told.within_72h) : null}
      empty={nothing.ofCount(data.cases)}
      className="w2 n3"
    >
      {() => (
        <ColumnTable
          columns={[
            { label: t('channels.accounts.account'), render: ({ account }) => t.code('addressee', account) },
            { label: t('bars.count'), number: true, render: ({ cases }) => f.count(cases) },
            {
              label: t('channelKey.within72'),
              number: true,
              render: (line) => <ShareBit estimate={line.within_72h} />,
            },
            ...data.milestones.map(({ stage }, i) => ({
              label: t.code('milestone', stage),
              number: true,
              render: ({ reached }: ChannelSocial['accounts'][number]) =>
                reached[i] && <ShareBit estimate={reached[i]} />,
            })),
            {
              label: t('channels.firstResponse'),
              number: true,
              render: (line) => medianText(line.first_response, words),
            },
          ]}
          rows={data.accounts}
          rowKey={({ account }) => account}
        />
      )}
    </Fig>
  )
}
