/** SOS 112 and city complaint services in words: what came from the city, what went there, what came back. Pure. */
import type { ChannelCity } from '../../contract/results/channelCalls'
import { curveSentence } from '../curve'
import { joined, type Sentence, type Words } from '../words'
import { statedShare } from './estimate'

export function transfersSentence(
  { cases, came_in, sent_out, sent_to_city, reported_back }: ChannelCity,
  words: Words,
): Sentence {
  const { t, f } = words
  if (cases === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  return {
    kind: 'quiet',
    answer: t('channels.city.cameIn', { stated: statedShare(came_in, words) }),
    caution: joined(
      t('channels.city.sentOut', { stated: statedShare(sent_out, words), city: f.count(sent_to_city) }),
      t('channels.city.back', { stated: statedShare(reported_back, words) }),
    ),
  }
}

/** From the transfer to the first answer. */
export function transferTimeSentence({ transfer_to_response: curve }: ChannelCity, words: Words): Sentence {
  return curve.n === 0
    ? { kind: 'insufficient', answer: words.t('say.insufficient'), caution: words.t('channels.city.noTransfers') }
    : curveSentence(curve, 'first_response', words)
}
