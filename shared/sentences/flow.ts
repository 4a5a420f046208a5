/** Does the flow of cases add up? */
import type { Flow } from '../contract/results/overview'
import { joined, type Sentence, type Words } from './words'

/** opening + received + reopened + transferred in − closed − transferred out, the closing that the parts imply */
export const impliedClosing = (flow: Flow): number =>
  flow.opening + flow.received + flow.reopened + flow.transferred_in - flow.closed - flow.transferred_out

/** The sum written out: "1.846 + 2.391 + 37 + 112 − 2.208 − 119 = 2.059" */
export function flowSum(flow: Flow, { t, f }: Words): string {
  const added = [flow.opening, flow.received, flow.reopened, flow.transferred_in]
    .map((value) => f.count(value))
    .join(' + ')
  const sum = `${added} − ${f.count(flow.closed)} − ${f.count(flow.transferred_out)}`
  return t('flow.sum', { sum, closing: f.count(impliedClosing(flow)) })
}

export function flowSentence(flow: Flow, words: Words): Sentence {
  const { t, f } = words
  if (flow.opening === 0 && flow.received === 0 && flow.closing === 0 && flow.closed === 0) {
    return { kind: 'insufficient', answer: t('say.insufficient'), caution: t('flow.empty') }
  }
  const referred = flow.referred_open > 0 && t('flow.referred', { n: f.count(flow.referred_open) })
  const worst = flow.mismatches.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference))[0]
  if (!worst && flow.difference === 0) {
    return { kind: 'quiet', answer: t('flow.match'), caution: joined(t('flow.matchWhy'), referred) }
  }
  const answer =
    flow.difference === 0 ? t('flow.matchOverall') : t('flow.mismatch', { n: f.count(Math.abs(flow.difference)) })
  const units =
    worst &&
    t('flow.mismatchUnits', {
      units: f.count(flow.mismatches.length),
      n: f.count(flow.mismatches.reduce((sum, { difference }) => sum + Math.abs(difference), 0)),
      name: worst.name,
      difference: `${worst.difference > 0 ? '+' : ''}${f.count(worst.difference)}`,
    })
  return { kind: 'signal', answer, caution: joined(units, referred) }
}
