/** Official social media: key figures, stations, tables. Pure. */
import type { ChannelSocial } from '../../../../shared/contract/results/channels'
import { medianText } from '../../../../shared/sentences/channels/estimate'
import type { Words } from '../../../../shared/sentences/words'
import type { CurveLine } from '../../../charts/channel/Curves'
import type { Milestone } from '../../../charts/channel/Milestones'
import type { FigureTable } from '../../../charts/table'
import { column, medianCells, medianColumns, shareCells, shareColumns } from '../cells'
import { countKey, shareKey, type KeyView } from '../keys'

export function socialKeys(data: ChannelSocial, words: Words): KeyView[] {
  const { t, f } = words
  const { pending_72h: pending } = data
  return [
    shareKey('within72', data.within_72h, 'within_72h', words, [
      pending > 0 ? t('channels.social.pendingShort', { n: f.count(pending) }) : '',
    ]),
    shareKey('beforeViral', data.before_viral, 'before_viral', words, [
      t('channels.social.viralCount', { n: f.count(data.viral) }),
    ]),
    shareKey('allThree', data.all_three, 'all_three', words),
    countKey('posts', data.cases, 'cases', '', words),
  ]
}

export const stations = ({ milestones }: ChannelSocial, words: Words): Milestone[] =>
  milestones.map(({ stage, reached, curve }) => ({
    id: stage,
    name: words.t.code('milestone', stage),
    reached: reached.numerator ?? 0,
    total: reached.denominator ?? 0,
    time: words.t('channels.social.medianOf', { median: medianText(curve, words) }),
  }))

export const stageCurves = ({ milestones }: ChannelSocial, words: Words): CurveLine[] =>
  milestones.map(({ stage, curve }) => ({ id: stage, name: words.t.code('milestone', stage), curve }))

export function stagesTable({ milestones }: ChannelSocial, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('stage', t('channels.social.stage')),
      ...shareColumns('reached', t('channels.social.reachedColumn'), words),
      ...medianColumns('median', t('channels.social.medianColumn'), words),
    ],
    rows: milestones.map(({ stage, reached, curve }) => [
      t.code('milestone', stage),
      ...shareCells(reached),
      ...medianCells(curve),
    ]),
    total: null,
  }
}

export function accountsTable({ accounts, milestones }: ChannelSocial, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('account', t('channels.accounts.account')),
      column('cases', t('bars.count'), 'count'),
      ...shareColumns('within_72h', t('channelKey.within72'), words),
      column('pending_72h', t('channels.accounts.pending'), 'count'),
      ...milestones.flatMap(({ stage }) => shareColumns(stage, t.code('milestone', stage), words)),
      ...medianColumns('median', t('channels.firstResponse'), words),
    ],
    rows: accounts.map((line) => [
      t.code('addressee', line.account),
      line.cases,
      ...shareCells(line.within_72h),
      line.pending_72h,
      ...line.reached.flatMap(shareCells),
      ...medianCells(line.first_response),
    ]),
    total: null,
  }
}

/** The rule that the page measures by: its title, basis, kind and first day; or that the registry holds none. */
export const ruleText = ({ rule }: Pick<ChannelSocial, 'rule'>, { t, f }: Words): string =>
  rule === null
    ? t('channels.social.noRule')
    : t('chart.ruleSince', {
        title: rule.title[t.language],
        basis: rule.basis,
        kind: t(`ruleKind.${rule.kind}`),
        day: f.day(rule.effective_from),
      })
