/** Key figures beside those of the same period a year before: not reported is not nought. Pure. */
import type { ChannelLastYear, ComparedFigure } from '../../../shared/contract/results/channels'
import { missingWord } from '../../../shared/sentences/channels/estimate'
import { daysText, rateText, shareText, type Words } from '../../../shared/sentences/words'
import { periodShort } from '../../../shared/messages/period'
import type { KeyName, KeyView } from './keys'

type Kind = 'share' | 'count' | 'rate' | 'days'
const COMPARED: Partial<Record<KeyName, readonly [ComparedFigure, Kind]>> = {
  fridays: ['fridays', 'share'],
  sessions: ['sessions', 'count'],
  perSession: ['per_session', 'rate'],
  becameCases: ['became_cases', 'share'],
  messages: ['cases', 'count'],
  firstResponse: ['first_response', 'days'],
  resolved30: ['resolved_30_days', 'share'],
  within72: ['within_72h', 'share'],
  beforeViral: ['before_viral', 'share'],
  posts: ['cases', 'count'],
  prank: ['prank', 'share'],
  emergency: ['emergency', 'share'],
  cameIn: ['came_in', 'share'],
  transferTime: ['transfer_time', 'days'],
  sp3d: ['sp3d', 'share'],
  complaints: ['complaints', 'count'],
}

/** "Triwulan I 2025: 88,2%", or that the period is not covered; '' for a figure that is not compared. */
export function lastYearLine(name: KeyName, { from, to, figures }: ChannelLastYear, words: Words): string {
  const { t, f } = words
  const compared = COMPARED[name]
  if (!compared) return ''
  const [figure, kind] = compared
  const period = periodShort(from, to, t, f)
  const before = figures?.[figure]
  if (!before) return t('figure.lastYearNone', { period, reason: t('figure.noCoverage') })
  const { value, denominator } = before
  if (value === null) return t('figure.lastYearNone', { period, reason: missingWord(before, words) })
  const told =
    kind === 'share'
      ? shareText(value, denominator, words)
      : kind === 'count'
        ? f.count(value)
        : kind === 'rate'
          ? rateText(value, words)
          : daysText(value, words)
  return t('figure.lastYear', { period, value: told })
}

/** The views with the year before as their last line. */
export const besideLastYear = (views: readonly KeyView[], before: ChannelLastYear, words: Words): KeyView[] =>
  views.map((view) => ({ ...view, lines: [...view.lines, lastYearLine(view.name, before, words)].filter(Boolean) }))
