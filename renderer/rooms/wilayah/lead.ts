/** The sentence under the unit's name: what came in, what is open, and which units below need a question. Pure. */
import type { Backlog, Funnel, RegionProfile } from '../../../shared/contract/results/region'
import { isAlarm, isAlert } from '../../../shared/sentences/funnel'
import { joined, rateText, shareText, type Words } from '../../../shared/sentences/words'
import { childLevel, type Place } from './place'

/** Cases received: the profile's own count, or the numerator of a rate; null when neither is known. */
export function receivedOf({ rows }: RegionProfile): number | null {
  const count = rows.find(({ metric }) => metric === 'received')?.figure
  if (count && count.value !== null) return count.value
  return (
    rows.find(({ metric }) => metric === 'received_per_100k' || metric === 'received_per_1000_personnel')?.figure
      .numerator ?? null
  )
}

/** "sasaran 80%", or for the units' own overall figure "angka gabungan 77,6%". */
export function targetWords(funnel: Funnel, given: boolean, words: Words): string {
  const { target, kind } = funnel
  const text = target === null ? '–' : kind === 'proportion' ? shareText(target, 0, words) : rateText(target, words)
  return words.t(given ? 'funnel.target' : 'funnel.overall', { target: text })
}

function comparison(funnel: Funnel, level: string, targetGiven: boolean, words: Words): string {
  const { t, f } = words
  const judged = funnel.units.filter(({ flag }) => flag !== 'insufficient')
  if (judged.length === 0) return t('region.lead.few', { level })
  const target = targetWords(funnel, targetGiven, words)
  const low = judged.filter((unit) => (isAlarm(unit) || isAlert(unit)) && unit.flag.startsWith('low'))
  const [first] = low
  if (!first) return t('region.lead.none', { level, target })
  if (low.length === 1) return t('region.lead.one', { name: first.name, target })
  return t('region.lead.some', { n: f.count(low.length), level, target })
}

interface Known {
  profile: RegionProfile
  backlog: Backlog
  funnel: Funnel | undefined
  targetGiven: boolean
  noun: string
  /** the unit whose exports hold the cases, when it is another one */
  reporter: string | null
}

export function leadSentence(place: Place, known: Known, words: Words): string {
  const { t, f } = words
  const received = receivedOf(known.profile)
  const open = f.count(known.backlog.total)
  const level = childLevel(place, words)
  return joined(
    received !== null && t('region.lead.receivedOpen', { n: f.count(received), noun: known.noun, open }),
    level !== null && known.funnel && comparison(known.funnel, level, known.targetGiven, words),
    known.reporter !== null && t('region.lead.reporter', { name: known.reporter }),
  )
}
