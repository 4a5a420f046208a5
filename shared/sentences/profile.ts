/** One unit against its peers and its targets. Words only where the figure and its interval lie wholly outside. */
import type { RegionProfile } from '../contract/results/region'
import { isEnough } from './enough'
import { capital, joined, type Sentence, type Words } from './words'

export function profileSentence({ rows }: RegionProfile, words: Words): Sentence {
  const { t, f } = words
  const known = rows.filter(({ figure }) => figure.value !== null)
  if (known.length === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: '' }
  const name = (metric: string) => t.code('metric', metric)
  const few = known.filter(({ figure }) => !isEnough(figure))
  const fewText = few.length > 0 && t('profile.few', { names: f.list(few.map(({ metric }) => name(metric))) })
  const judged = known.filter(({ figure }) => isEnough(figure))
  if (judged.length === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: joined(fewText) }
  const short = judged.filter(
    ({ figure }) =>
      figure.target && figure.high !== null && figure.target.value <= 1 && figure.high < figure.target.value,
  )
  const targetText = short.length > 0 && t('profile.target', { names: f.list(short.map(({ metric }) => name(metric))) })
  const compared = judged.filter(({ peers }) => peers !== null)
  if (compared.length === 0) {
    return {
      kind: short.length > 0 ? 'signal' : 'quiet',
      answer: t('profile.noPeers'),
      caution: joined(targetText, fewText),
    }
  }
  const outside = compared.filter(
    ({ figure, peers }) =>
      peers && ((figure.high ?? figure.value ?? 0) < peers.low || (figure.low ?? figure.value ?? 0) > peers.high),
  )
  const answer =
    outside.length === 0
      ? known.length < rows.length
        ? t('profile.withinSome', { n: f.count(compared.length), total: f.count(rows.length) })
        : t('profile.within')
      : capital(t('profile.outside', { names: f.list(outside.map(({ metric }) => name(metric))) }))
  return {
    kind: outside.length > 0 || short.length > 0 ? 'signal' : 'quiet',
    answer,
    caution: joined(targetText, fewText),
  }
}
