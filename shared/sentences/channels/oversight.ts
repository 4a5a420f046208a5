/** Formal, app and referred complaints in words: grade, SP3D, how they ended, what the bodies that referred them heard. Pure. */
import type { ChannelOversight, OversightLine } from '../../contract/results/channels'
import { joined, shareText, type Sentence, type Words } from '../words'
import { statedShare } from './estimate'

type Counted = Omit<OversightLine, 'channel'>

/** How the complaints of doors of one kind stand; never of formal ones and the apps together. */
export function outcomesSentence(group: string, total: Counted, words: Words): Sentence {
  const { t, f } = words
  const { complaints, substantiated, partly_substantiated: partly, unsubstantiated, in_process: open } = total
  if (complaints === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noComplaints', { group }) }
  const of = (n: number) => ({
    n: f.count(n),
    total: f.count(complaints),
    share: shareText(n / complaints, complaints, words),
  })
  return {
    kind: 'quiet',
    answer: t('channels.outcomes.upheld', { group, ...of(substantiated + partly) }),
    caution: joined(t('channels.outcomes.not', of(unsubstantiated)), t('channels.outcomes.open', of(open))),
  }
}

/** Progress letters in time, by the regulation in force on the day of receipt. */
export function sp3dSentence(group: string, total: Counted, words: Words): Sentence {
  const { t, f } = words
  const { sp3d, sp3d_pending: pending, sp3d_blocked: blocked, graded, ungraded } = total
  const rest = joined(
    pending > 0 && t('channels.sp3d.pending', { n: f.count(pending) }),
    blocked > 0 && t('channels.sp3d.blocked', { n: f.count(blocked) }),
    graded.value !== null && t('channels.sp3d.graded', { stated: statedShare(graded, words) }),
    ungraded > 0 && t('channels.sp3d.ungraded', { n: f.count(ungraded) }),
  )
  return sp3d.value === null
    ? { kind: 'insufficient', answer: t('channels.sp3d.none', { group }), caution: rest }
    : { kind: 'quiet', answer: t('channels.sp3d.answer', { group, stated: statedShare(sp3d, words) }), caution: rest }
}

/** What the bodies that referred heard back. */
export function referralsSentence({ referrals }: ChannelOversight, words: Words): Sentence {
  const { t, f } = words
  const told = referrals.filter(({ cases }) => cases > 0)
  if (told.length === 0)
    return { kind: 'insufficient', answer: t('channels.referrals.none'), caution: t('channels.referrals.noneWhy') }
  return {
    kind: 'quiet',
    answer: joined(
      ...told.map(({ from, answered }) =>
        t('channels.referrals.answer', { from: t.code('party', from), stated: statedShare(answered, words) }),
      ),
    ),
    caution: t('channels.referrals.closed', {
      n: f.count(told.reduce((sum, { closed }) => sum + (closed.numerator ?? 0), 0)),
    }),
  }
}

type Incidence = ChannelOversight['incidence']
/** Share with an outcome by `days`: the step of its curve at or before that day. */
export const incidenceAt = ({ points }: Incidence['outcomes'][number], days: number): number =>
  points.findLast(({ t }) => t <= days)?.value ?? 0

/** Day at which the shares are told: three months, or what is known when that is less. */
export function incidenceHorizon({ outcomes }: Incidence): number {
  const last = Math.max(0, ...outcomes.map(({ points }) => points.at(-1)?.t ?? 0))
  return Math.max(1, Math.min(90, Math.ceil(last)))
}

/** How complaints have ended after so many days; those still open are in the denominator. */
export function incidenceSentence(group: string, incidence: Incidence, words: Words): Sentence {
  const { t, f } = words
  if (incidence.n < 10)
    return {
      kind: 'insufficient',
      answer: t('say.insufficient'),
      caution: t('channels.fewCases', { n: f.count(incidence.n) }),
    }
  const days = incidenceHorizon(incidence)
  const shares = incidence.outcomes.map(({ outcome, ...rest }) => ({
    outcome,
    share: incidenceAt({ outcome, ...rest }, days),
  }))
  const ended = shares.reduce((sum, { share }) => sum + share, 0)
  return {
    kind: 'quiet',
    answer: t('channels.incidence.answer', {
      group,
      days: f.count(days),
      list: f.list(
        shares.map(({ outcome, share }) =>
          t('channels.incidence.one', { share: shareText(share, null, words), outcome: t.code('incidence', outcome) }),
        ),
      ),
    }),
    caution: t('channels.incidence.open', { share: shareText(Math.max(0, 1 - ended), null, words) }),
  }
}
