/** How old are the cases still open? */
import type { Backlog } from '../contract/results/region'
import { joined, shareText, type Sentence, type Words } from './words'

export function backlogSentence(backlog: Backlog, words: Words): Sentence {
  const { t, f } = words
  if (backlog.total === 0) return { kind: 'quiet', answer: t('backlog.none'), caution: '' }
  const part = (n: number, total: number) => ({
    n: f.count(n),
    total: f.count(total),
    share: shareText(total === 0 ? 0 : n / total, 0, words),
  })
  const answer =
    backlog.over_90 === 0
      ? t('backlog.noOld', { total: f.count(backlog.total) })
      : t('backlog.old', part(backlog.over_90, backlog.total))
  const year = backlog.last_year
  const oldest = backlog.oldest
  const caution = joined(
    year ? t('backlog.lastYear', part(year.over_90, year.total)) : t('backlog.noLastYear'),
    oldest && t('backlog.oldest', { days: f.count(oldest.days), name: oldest.unit_name }),
  )
  return { kind: backlog.over_90 > 0 ? 'signal' : 'quiet', answer, caution }
}
