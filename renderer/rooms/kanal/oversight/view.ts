/** Formal, app and referred complaints: one kind of door at a time, never added up. Pure. */
import type { ChannelOversight, ReferralLine, OversightLine } from '../../../../shared/contract/results/channels'
import { incidenceHorizon } from '../../../../shared/sentences/channels/oversight'
import { CHANNEL_GROUPS, type ChannelGroup } from '../../../../shared/domain/channelGroups'
import type { Cell } from '../../../../shared/report/model'
import type { Words } from '../../../../shared/sentences/words'
import type { IncidenceBand } from '../../../charts/channel/Incidence'
import type { OutcomeRow } from '../../../charts/channel/Outcomes'
import type { FigureTable } from '../../../charts/table'
import { column, medianCells, medianColumns, none, shareCells, shareColumns } from '../cells'
import type { Pinned } from '../context'
import { countKey, shareKey, type KeyView } from '../keys'

/** Kinds of doors on this page; a total is only ever of one of them. */
export const KINDS = ['formal', 'app', 'sp4n', 'referral'] as const
export type Kind = (typeof KINDS)[number]
export const kindOf = (id: string | undefined): Kind => KINDS.find((kind) => kind === id) ?? 'formal'
export const channelsOfKind = (kind: Kind): ChannelGroup['channels'] =>
  CHANNEL_GROUPS.find(({ id }) => id === kind)?.channels ?? []

type Total = ChannelOversight['total']

export function oversightKeys({ total }: ChannelOversight, words: Words): KeyView[] {
  const { t, f } = words
  const { sp3d_pending: pending, sp3d_blocked: blocked, ungraded, substantiated, partly_substantiated: partly } = total
  return [
    countKey('complaints', total.complaints, 'total.complaints', '', words, [
      t('channels.oversight.ofCases', { n: f.count(total.cases) }),
    ]),
    shareKey('graded', total.graded, 'total.graded', words, [
      ungraded > 0 ? t('channels.sp3d.ungradedShort', { n: f.count(ungraded) }) : '',
    ]),
    shareKey('sp3d', total.sp3d, 'total.sp3d', words, [
      pending > 0 ? t('figure.pending', { n: f.count(pending) }) : '',
      blocked > 0 ? t('figure.blocked', { n: f.count(blocked) }) : '',
    ]),
    countKey('upheld', substantiated, 'total.substantiated', '', words, [
      partly > 0 ? t('channels.oversight.partly', { n: f.count(partly) }) : '',
      t('channels.oversight.notUpheld', { n: f.count(total.unsubstantiated) }),
      t('channels.oversight.process', { n: f.count(total.in_process) }),
    ]),
  ]
}

const partsOf = (line: Total): OutcomeRow['counts'] => ({
  substantiated: line.substantiated,
  partly: line.partly_substantiated,
  unsubstantiated: line.unsubstantiated,
  other: line.other_closed,
  process: line.in_process,
  unknown: Math.max(
    0,
    line.complaints -
      line.substantiated -
      line.partly_substantiated -
      line.unsubstantiated -
      line.other_closed -
      line.in_process,
  ),
})

export const outcomeRows = (
  lines: readonly OversightLine[],
  { t }: Words,
  hrefOf: (line: OversightLine) => string | undefined,
): OutcomeRow[] =>
  lines.map((line) => {
    const href = line.complaints > 0 ? hrefOf(line) : undefined
    return {
      id: line.channel,
      name: t.code('channel', line.channel),
      counts: partsOf(line),
      ...(href !== undefined && { href }),
    }
  })

export function doorsTable(lines: readonly OversightLine[], caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('channel', t('region.channels.channel')),
      column('cases', t('bars.count'), 'count'),
      column('complaints', t('channelKey.complaints'), 'count'),
      ...shareColumns('graded', t('channelKey.graded'), words),
      column('ungraded', t('channels.oversight.ungraded'), 'count'),
      ...shareColumns('sp3d', t('channelKey.sp3d'), words),
      column('pending', t('deadline.pending'), 'count'),
      column('blocked', t('deadline.blocked'), 'count'),
      column('substantiated', t('outcomes.substantiated'), 'count'),
      column('partly', t('outcomes.partly'), 'count'),
      column('unsubstantiated', t('outcomes.unsubstantiated'), 'count'),
      column('other', t('outcomes.other'), 'count'),
      column('process', t('outcomes.process'), 'count'),
      column('median', t('channels.firstResponse'), 'days'),
      column('low', t('curve.low'), 'days'),
      column('high', t('curve.high'), 'days'),
    ],
    rows: lines.map((line): Cell[] => [
      t.code('channel', line.channel),
      line.cases,
      line.complaints,
      ...shareCells(line.graded),
      line.ungraded,
      ...shareCells(line.sp3d),
      line.sp3d_pending,
      line.sp3d_blocked,
      line.substantiated,
      line.partly_substantiated,
      line.unsubstantiated,
      line.other_closed,
      line.in_process,
      line.first_response.median ?? none,
      line.first_response.low ?? none,
      line.first_response.high ?? none,
    ]),
    total: null,
  }
}

/** The doors that referrals came by, each with how many. */
export const doorsOf = ({ by_channel }: ReferralLine, { t, f }: Words): string =>
  by_channel.map(({ code, count }) => `${t.code('channel', code)} ${f.count(count)}`).join(', ') || '–'

export function referralsTable({ referrals }: ChannelOversight, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('from', t('channels.referrals.from')),
      column('cases', t('bars.count'), 'count'),
      column('doors', t('channels.referrals.doors')),
      ...shareColumns('answered', t('channels.referrals.answered'), words),
      ...medianColumns('median', t('channels.firstResponse'), words),
      ...shareColumns('closed', t('channels.referrals.closedColumn'), words),
      ...shareColumns('informed', t('channels.referrals.informed'), words),
    ],
    rows: referrals.map((line) => [
      t.code('party', line.from),
      line.cases,
      doorsOf(line, words),
      ...shareCells(line.answered),
      ...medianCells(line.first_response),
      ...shareCells(line.closed),
      ...shareCells(line.informed),
    ]),
    total: null,
  }
}

const FILLS = {
  substantiated: { fill: 'var(--c1)', stroke: 'none' },
  partly_substantiated: { fill: 'var(--q2)', stroke: 'var(--c1)' },
  unsubstantiated: { fill: 'var(--paper)', stroke: 'var(--c1)' },
  other: { fill: 'var(--c-mute)', stroke: 'none' },
} as const

/** Share upheld by the day at which the sentence tells it; null before its curve has a step. */
export function pinnedIncidence({ incidence }: ChannelOversight): Pinned | null {
  const at = incidence.outcomes.findIndex(({ outcome }) => outcome === 'substantiated')
  const points = incidence.outcomes[at]?.points ?? []
  const step = points.findLastIndex(({ t }) => t <= incidenceHorizon(incidence))
  const value = points[step]?.value
  if (value === undefined) return null
  const path = `incidence.outcomes.${at}.points.${step}.value`
  return { path, label: 'channels.incidence.pin', value, format: 'share' }
}

export const incidenceBands = ({ incidence }: ChannelOversight, { t }: Words): IncidenceBand[] =>
  incidence.outcomes.map(({ outcome, points }) => ({
    id: outcome,
    name: t(`incidence.${outcome}`),
    points,
    ...FILLS[outcome],
  }))

export function incidenceTable({ incidence }: ChannelOversight, caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('outcome', t('channels.incidence.outcome')),
      column('day', t('curve.day'), 'days'),
      column('value', t('bars.share'), 'share'),
      column('low', t('curve.low'), 'share'),
      column('high', t('curve.high'), 'share'),
      column('atRisk', t('curve.atRisk'), 'count'),
    ],
    rows: incidence.outcomes.flatMap(({ outcome, points }) =>
      points.map((point) => [t(`incidence.${outcome}`), point.t, point.value, point.lower, point.upper, point.at_risk]),
    ),
    total: null,
  }
}
