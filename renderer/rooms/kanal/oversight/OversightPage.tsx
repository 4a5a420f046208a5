import type { ChannelOversight } from '../../../../shared/contract/results/channels'
import {
  incidenceHorizon,
  incidenceSentence,
  outcomesSentence,
  sp3dSentence,
} from '../../../../shared/sentences/channels/oversight'
import { capital } from '../../../../shared/sentences/words'
import { Incidence } from '../../../charts/channel/Incidence'
import { OutcomeLegend, Outcomes } from '../../../charts/channel/Outcomes'
import { useRoute } from '../../../state/useRoute'
import { useText } from '../../../text/useText'
import { countPin, OPEN_FILTER, type Scope } from '../context'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ruleText } from '../social/view'
import { useNothing } from '../useNothing'
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
  kind: Kind
}

function OutcomesFigure({ data, kind }: Part) {
  const words = useText()
  const { t } = words
  const { href } = useRoute()
  const nothing = useNothing()
  const doors = t(`doors.${kind}`)
  const { complaints, substantiated } = data.total
  const rows = outcomeRows(data.lines, words, ({ channel }) =>
    href('kasus', { filter: { ...OPEN_FILTER, channels: [channel], subjects: ['complaint'] } }),
  )
  return (
    <Fig
      id="hasil"
      title={t('channels.outcomes.title', { group: doors })}
      sentence={outcomesSentence(capital(doors), data.total, words)}
      note={t('channels.outcomes.note')}
      table={(caption) => doorsTable(data.lines, caption, words)}
      definition={{ name: t('channels.outcomes.name'), text: t('channels.outcomes.definition') }}
      pinned={countPin('total.substantiated', 'channelKey.upheld', substantiated)}
      empty={nothing.ofCount(complaints, t('channels.noComplaints', { group: capital(doors) }))}
      legend={<OutcomeLegend rows={rows} />}
    >
      {(label) => <Outcomes rows={rows} label={label} />}
    </Fig>
  )
}

function IncidenceFigure({ data, kind }: Part) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  const group = capital(t(`doors.${kind}`))
  const sentence = incidenceSentence(group, data.incidence, words)
  const { n } = data.incidence
  return (
    <Fig
      id="peluang-hasil"
      title={t('channels.incidence.title')}
      sentence={sentence}
      note={t('channels.incidence.note', { n: f.count(n) })}
      table={(caption) => incidenceTable(data, caption, words)}
      definition={{ text: t('channels.incidence.definition') }}
      pinned={pinnedIncidence(data)}
      empty={
        nothing.ofCount(n, t('channels.noComplaints', { group })) ??
        (sentence.kind === 'insufficient' ? { title: sentence.answer, text: sentence.caution } : null)
      }
    >
      {(label) => (
        <Incidence
          bands={incidenceBands(data, words)}
          end={incidenceHorizon(data.incidence)}
          open={t('incidence.open')}
          label={label}
        />
      )}
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

function Oversight({ data, kind, scope }: Part & { scope: Scope }) {
  const words = useText()
  return (
    <>
      <KeyRow views={oversightKeys(data, words)} before={data.last_year} />
      <div className="g g2">
        <OutcomesFigure data={data} kind={kind} />
        <IncidenceFigure data={data} kind={kind} />
        <DoorsFigure
          lines={data.lines}
          total={data.total}
          sentence={sp3dSentence(capital(words.t(`doors.${kind}`)), data.total, words)}
          rule={ruleText(data, words)}
        />
        <ReferralsFigure scope={scope} />
      </div>
    </>
  )
}

/** Counter, letter, apps, SP4N-LAPOR!, Kompolnas and Ombudsman, one kind of door at a time. */
export function OversightPage({ scope }: { scope: Scope }) {
  const { params } = useRoute()
  const kind = kindOf(params['kelompok'])
  return (
    <>
      <KindChoice kind={kind} />
      <Frame
        page="oversight"
        query="channel.oversight"
        scope={scope}
        params={{ ...scope, channels: [...channelsOfKind(kind)] }}
      >
        {(data) => <Oversight data={data} kind={kind} scope={scope} />}
      </Frame>
    </>
  )
}
