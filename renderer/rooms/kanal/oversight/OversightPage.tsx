import type { ChannelOversight } from '../../../../shared/contract/results/channels'
import {
  incidenceHorizon,
  incidenceSentence,
  outcomesSentence,
  sp3dSentence,
} from '../../../../shared/sentences/channels/oversight'
import { capital, plain } from '../../../../shared/sentences/words'
import type { AnswerState } from '../../../api/useAnswer'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { Incidence } from '../../../charts/channel/Incidence'
import { OutcomeLegend, Outcomes } from '../../../charts/channel/Outcomes'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { OPEN_FILTER, type PageContext, type Scope } from '../context'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ruleText } from '../social/view'
import { DoorsFigure } from './DoorsFigure'
import { ReferralsFigure } from './ReferralsFigure'
import {
  channelsOfKind,
  doorsTable,
  incidenceBands,
  incidenceTable,
  kindOf,
  KINDS,
  outcomeRows,
  oversightKeys,
  pinnedIncidence,
  type Kind,
} from './view'

interface Part {
  data: ChannelOversight
  context: PageContext
  group: string
}

function OutcomesFigure({ data, context, group }: Part) {
  const words = useText()
  const { t } = words
  const { href, params } = useRoute()
  const title = t('channels.outcomes.title', { group: t(`doors.${kindOf(params['kelompok'])}`) })
  const sentence = outcomesSentence(group, data.total, words)
  const rows = outcomeRows(data.lines, words, ({ channel }) =>
    href('kasus', { filter: { ...OPEN_FILTER, channels: [channel], subjects: ['complaint'] } }),
  )
  return (
    <Fig
      context={context}
      id="hasil"
      title={title}
      sentence={sentence}
      note={t('channels.outcomes.note')}
      table={doorsTable(data.lines, title, words)}
      definition={{ name: t('channels.outcomes.name'), text: t('channels.outcomes.definition') }}
      pinned={{
        path: 'total.substantiated',
        label: 'channelKey.upheld',
        value: data.total.substantiated,
        format: 'count',
      }}
      empty={
        data.total.complaints === 0 ? { title: t('channels.noComplaints', { group }), text: t('channels.zero') } : null
      }
      legend={<OutcomeLegend rows={rows} />}
    >
      <Outcomes rows={rows} label={plain(sentence)} />
    </Fig>
  )
}

function IncidenceFigure({ data, context, group }: Part) {
  const words = useText()
  const { t, f } = words
  const title = t('channels.incidence.title')
  const sentence = incidenceSentence(group, data.incidence, words)
  const { n } = data.incidence
  return (
    <Fig
      context={context}
      id="peluang-hasil"
      title={title}
      sentence={sentence}
      note={t('channels.incidence.note', { n: f.count(n) })}
      table={incidenceTable(data, title, words)}
      definition={{ name: title, text: t('channels.incidence.definition') }}
      pinned={pinnedIncidence(data)}
      empty={
        n === 0
          ? { title: t('channels.noComplaints', { group }), text: t('channels.zero') }
          : sentence.kind === 'insufficient'
            ? { title: sentence.answer, text: sentence.caution }
            : null
      }
    >
      <Incidence
        bands={incidenceBands(data, words)}
        end={incidenceHorizon(data.incidence)}
        open={t('incidence.open')}
        label={plain(sentence)}
      />
    </Fig>
  )
}

/** Which kind of doors the totals are of. */
function KindChoice({ kind }: { kind: Kind }) {
  const { t } = useText()
  const { href } = useRoute()
  return (
    <nav className="kinds" aria-label={t('channels.oversight.kinds')}>
      {KINDS.map((id) => (
        <a
          key={id}
          href={href('kanal', { params: { page: 'pengawasan', kelompok: id } })}
          {...(id === kind && { 'aria-current': 'true' as const })}
        >
          {t(`channelGroup.${id}`)}
        </a>
      ))}
      <span className="mut sm">{t('channels.oversight.apart')}</span>
    </nav>
  )
}

interface PageProps extends Part {
  referred: AnswerState<ChannelOversight>
}

function Oversight({ data, context, group, referred }: PageProps) {
  const words = useText()
  const rule = ruleText(data, words)
  return (
    <>
      <KeyRow views={oversightKeys(data, words)} context={context} />
      <div className="g g2">
        <OutcomesFigure data={data} context={context} group={group} />
        <IncidenceFigure data={data} context={context} group={group} />
        <DoorsFigure
          lines={data.lines}
          total={data.total}
          sentence={sp3dSentence(group, data.total, words)}
          rule={rule}
          context={context}
        />
        <ReferralsFigure answer={referred} context={{ ...context, params: context.scope }} />
      </div>
    </>
  )
}

/** Counter, letter, apps, SP4N-LAPOR!, Kompolnas and Ombudsman, one kind of door at a time. */
export function OversightPage({ scope }: { scope: Scope }) {
  const { t } = useText()
  const { params } = useRoute()
  const kind = kindOf(params['kelompok'])
  const asked = { ...scope, channels: [...channelsOfKind(kind)] }
  const answer = useNamedQuery('channel.oversight', asked)
  // A referral may stand under any door: these bodies' cases are looked for among all of them.
  const referred = useNamedQuery('channel.oversight', scope)
  return (
    <>
      <KindChoice kind={kind} />
      <Frame page="oversight" query="channel.oversight" params={asked} scope={scope} answer={answer}>
        {(data, context) => (
          <Oversight data={data} context={context} group={capital(t(`doors.${kind}`))} referred={referred} />
        )}
      </Frame>
    </>
  )
}
