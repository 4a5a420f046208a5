/** Who carries a channel and who reported it: the strip and the note of the channels' pages. Pure. */
import type { ChannelCoverage } from '../../contract/results/channels'
import { joined, shareText, type Sentence, type Words } from '../words'

/** Which of the three kinds of nothing a page has, or `reported`. */
export function stateOfCoverage({
  operating,
  reported,
}: ChannelCoverage): 'not_applicable' | 'not_reported' | 'reported' {
  if (operating === 0) return 'not_applicable'
  return reported === 0 ? 'not_reported' : 'reported'
}

/** "27 dari 28 satuan pelaksana melapor penuh (96%), s.d. 31 Maret 2026." */
export function channelCoverageSentence(coverage: ChannelCoverage, words: Words): Sentence {
  const { t, f } = words
  const {
    operating,
    operating_reported: done,
    expected,
    reported,
    as_of_min: first,
    as_of_max: last,
    period,
  } = coverage
  const state = stateOfCoverage(coverage)
  if (state === 'not_applicable')
    return { kind: 'insufficient', answer: t('channels.coverage.none'), caution: t('channels.coverage.noneWhy') }
  const counts = { n: f.count(done), total: f.count(operating), share: shareText(done / operating, operating, words) }
  const answer = t('channels.coverage.answer', { ...counts, day: f.day(period.to) })
  const caution = joined(
    reported < expected
      ? t('channels.coverage.missing', { n: f.count(expected - reported), total: f.count(expected) })
      : t('channels.coverage.complete', { total: f.count(expected) }),
    first !== null &&
      last !== null &&
      first.slice(0, 10) !== last.slice(0, 10) &&
      t('channels.coverage.asOf', { from: f.day(first, true), to: f.day(last, true) }),
  )
  return { kind: done < operating ? 'signal' : 'quiet', answer, caution }
}

/** The coverage part of a figure's note. */
export const channelCoverageNote = (coverage: ChannelCoverage, { t, f }: Words): string =>
  t('channels.coverage.note', {
    n: f.count(coverage.operating_reported),
    total: f.count(coverage.operating),
    day: f.day(coverage.period.to, true),
  })
