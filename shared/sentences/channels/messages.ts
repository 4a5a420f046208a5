/** WhatsApp programmes in words: how soon an answer, how many settled, handed on to whom. Pure. */
import type { ChannelMessages, MessageLine, ProgrammeLine } from '../../contract/results/channels'
import type { CodeCount } from '../../contract/results/common'
import { curveSentence } from '../curve'
import { daysText, joined, shareText, type Sentence, type Words } from '../words'
import { statedShare, tells } from './estimate'

/** "Kapolres", or that nobody was named */
export const addresseeName = (addressee: string | null, { t }: Words): string =>
  addressee === null ? t('channels.unnamed') : t.code('addressee', addressee)

/** The overall curve, then the median of each addressee with enough cases: no order of merit. */
export function responseSentence({ all, by_addressee }: ChannelMessages, words: Words): Sentence {
  const whole = curveSentence(all.first_response, 'first_response', words)
  const medians = by_addressee.flatMap(({ addressee, first_response: curve }) =>
    tells(curve) && curve.median !== null
      ? [
          words.t('channels.messages.median', {
            name: addresseeName(addressee, words),
            median: daysText(curve.median, words),
          }),
        ]
      : [],
  )
  return medians.length < 2
    ? whole
    : { ...whole, caution: words.t('channels.messages.medians', { list: words.f.list(medians) }) }
}

/** Handled above or below the level that was addressed, and sent on. */
export function handledSentence({ cases, all }: Pick<ChannelMessages, 'cases' | 'all'>, words: Words): Sentence {
  const { t, f } = words
  if (cases === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  const { handled } = all
  const levels = handled ? handled.above + handled.same + handled.below : 0
  const counts = (n: number) => ({ n: f.count(n), total: f.count(levels), share: shareText(n / levels, levels, words) })
  return {
    kind: 'quiet',
    answer: t('channels.messages.resolved', { stated: statedShare(all.resolved, words) }),
    caution: joined(
      handled !== null && levels > 0 && t('channels.messages.below', counts(handled.below)),
      handled !== null && levels > 0 && handled.above > 0 && t('channels.messages.above', counts(handled.above)),
      all.sent_on.value !== null && t('channels.messages.sentOn', { stated: statedShare(all.sent_on, words) }),
    ),
  }
}

/** "Matur Pak Kapolres", or that no programme is named */
export const programmeName = ({ code, name }: Pick<ProgrammeLine, 'code' | 'name'>, { t }: Words): string =>
  name ?? code ?? t('channels.noProgramme')

/** Which programmes carry the matters; those without a programme are told, with their share. */
export function programmesSentence(lines: readonly ProgrammeLine[], words: Words): Sentence {
  const { t, f } = words
  const total = lines.reduce((sum, { cases }) => sum + cases, 0)
  const named = lines.filter(({ code }) => code !== null)
  const unnamed = total - named.reduce((sum, { cases }) => sum + cases, 0)
  if (total === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  const rest = { n: f.count(unnamed), total: f.count(total), share: shareText(unnamed / total, total, words) }
  if (named.length === 0)
    return { kind: 'quiet', answer: t('channels.programmes.none'), caution: t('channels.programmes.noneWhy') }
  return {
    kind: 'quiet',
    answer: t('channels.programmes.answer', {
      list: f.list(
        named.map((line) => t('channels.programmes.one', { name: programmeName(line, words), n: f.count(line.cases) })),
      ),
    }),
    caution: unnamed > 0 ? t('channels.programmes.unnamed', rest) : '',
  }
}

/** Complaints about members apart from what people report about public order. */
export function subjectsSentence(codes: readonly CodeCount[], words: Words): Sentence {
  const { t, f } = words
  const total = codes.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('channels.noCases') }
  const of = (code: string) => codes.find((item) => item.code === code)?.count ?? 0
  const complaints = of('complaint')
  return {
    kind: 'quiet',
    answer: t('channels.subjects.answer', {
      n: f.count(complaints),
      total: f.count(total),
      share: shareText(complaints / total, total, words),
    }),
    caution: joined(
      t('channels.subjects.apart', { n: f.count(of('security_report')) }),
      of('unknown') > 0 && t('channels.subjects.unknown', { n: f.count(of('unknown')) }),
    ),
  }
}

/** A line's matters at, above and below the level addressed: "12 / 340 / 88"; null where there are none, or the addressee has no level. */
export const handledText = ({ handled, cases }: Pick<MessageLine, 'handled' | 'cases'>, { f }: Words): string | null =>
  handled && cases > 0 ? [handled.above, handled.same, handled.below].map((n) => f.count(n)).join(' / ') : null
