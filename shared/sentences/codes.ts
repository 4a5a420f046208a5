/** Counts by channel, category or outcome: the largest, and the share that is unknown. */
import type { CodeCount } from '../contract/results/common'
import { joined, shareText, type Sentence, type Words } from './words'

const total = (codes: readonly CodeCount[]) => codes.reduce((sum, { count }) => sum + count, 0)

/** Codes from the largest to the smallest, `unknown` always last; those without cases left out. */
export const bySize = (codes: readonly CodeCount[]): CodeCount[] =>
  codes
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => Number(a.code === 'unknown') - Number(b.code === 'unknown') || b.count - a.count)

/** @param kind the enumeration: `channel`, `category` or `outcome` */
export function codesSentence(
  codes: readonly CodeCount[],
  kind: 'channel' | 'category' | 'outcome',
  words: Words,
): Sentence {
  const { t, f } = words
  const all = total(codes)
  if (all === 0) return { kind: 'insufficient', answer: t('codes.empty'), caution: '' }
  const first = bySize(codes)[0]!
  const unknown = codes.find(({ code }) => code === 'unknown')?.count ?? 0
  const answer = t('codes.largest', {
    name: t.code(kind, first.code),
    n: f.count(first.count),
    total: f.count(all),
    share: shareText(first.count / all, all, words),
  })
  const caution = joined(
    unknown > 0 &&
      first.code !== 'unknown' &&
      t('codes.unknown', { n: f.count(unknown), share: shareText(unknown / all, all, words) }),
    kind === 'channel' && t('codes.channels'),
  )
  return { kind: 'quiet', answer, caution }
}
