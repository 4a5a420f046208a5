/** Official social media in words: answered in time and before it went viral, and how far each matter came. Pure. */
import type { ChannelSocial } from '../../contract/results/channels'
import { daysText, shareText, type Sentence, type Words } from '../words'
import { statedShare } from './estimate'

export function milestonesSentence({ cases, milestones, all_three }: ChannelSocial, words: Words): Sentence {
  const { t, f } = words
  if (cases === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  const parts = milestones.map(({ stage, reached }) =>
    t('channels.social.reached', {
      stage: t.code('milestone', stage).toLocaleLowerCase(t.language),
      share: shareText(reached.value ?? 0, reached.denominator, words),
    }),
  )
  return {
    kind: 'quiet',
    answer: t('channels.social.answer', { n: f.count(cases), list: f.list(parts) }),
    caution: t('channels.social.allThree', { stated: statedShare(all_three, words) }),
  }
}

/** Each account's share answered within 72 hours, in the order of the levels: no order of merit. */
export function accountsSentence({ accounts }: Pick<ChannelSocial, 'accounts'>, words: Words): Sentence {
  const { t, f } = words
  const told = accounts.filter(({ within_72h: { value } }) => value !== null)
  if (told.length === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.accounts.none') }
  const list = told.map(({ account, within_72h }) =>
    t('channels.accounts.one', { account: t.code('addressee', account), stated: statedShare(within_72h, words) }),
  )
  const pending = accounts.reduce((sum, line) => sum + line.pending_72h, 0)
  return {
    kind: 'quiet',
    answer: t('channels.accounts.answer', { list: f.list(list) }),
    caution: pending > 0 ? t('channels.accounts.pendingWhy', { n: f.count(pending) }) : t('channels.accounts.all'),
  }
}

/** Median of each stage: how long until it was answered, in progress, made known. */
export function stagesSentence({ milestones }: ChannelSocial, words: Words): Sentence {
  const { t, f } = words
  const first = milestones[0]
  if (!first || first.curve.n === 0)
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  const told = milestones.map(({ stage, curve }) =>
    t('channels.messages.median', {
      name: t.code('milestone', stage).toLocaleLowerCase(t.language),
      median: curve.median === null ? t('channels.unreached') : daysText(curve.median, words),
    }),
  )
  return {
    kind: 'quiet',
    answer: t('channels.social.medians', { list: f.list(told) }),
    caution: t('channels.social.censored'),
  }
}
