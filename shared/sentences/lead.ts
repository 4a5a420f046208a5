/** The one sentence under the overview's title: completeness, what came in, the backlog, the target. */
import type { Figure } from '../contract/results/common'
import type { Coverage, Flow, KeyFigures } from '../contract/results/overview'
import { isEnough } from './enough'
import { capital, joined, shareText, type Words } from './words'

/** From this share of units on the picture is called nearly complete. */
const NEARLY = 0.95

function completeness({ units_expected, units_reported, share }: Coverage, { t, f }: Words): string {
  if (units_expected === 0 || units_reported === 0) return t('lead.nothing')
  if (units_reported >= units_expected && (share ?? 1) >= 1) return t('lead.complete')
  if (units_reported / units_expected >= NEARLY) return t('lead.nearly')
  return t('lead.partial', { reported: f.count(units_reported), expected: f.count(units_expected) })
}

/** Up or down only where last year lies outside this period's 95 % interval. */
function received(figure: Figure | undefined, { t, f }: Words): string | null {
  if (!figure || figure.value === null) return null
  const before = figure.last_year?.value ?? null
  if (before === null || before === 0 || figure.low === null || figure.high === null) {
    return t('lead.receivedAlone', { n: f.count(figure.value) })
  }
  if (before >= figure.low && before <= figure.high) return t('lead.receivedSame')
  const change = f.share(Math.abs(figure.value - before) / before)
  return t(figure.value < before ? 'lead.receivedDown' : 'lead.receivedUp', { change })
}

function backlog({ opening, closing }: Flow, { t, f }: Words): string {
  const change = closing - opening
  if (change === 0) return t('lead.backlogSame')
  return t(change > 0 ? 'lead.backlogUp' : 'lead.backlogDown', { n: f.count(Math.abs(change)) })
}

/** Against the target by the interval: below, above, or not to be told apart. */
function target(figure: Figure | undefined, words: Words): string | null {
  if (!figure?.target) return null
  const text = shareText(figure.target.value, 0, words)
  if (!isEnough(figure) || figure.value === null || figure.low === null || figure.high === null)
    return words.t('lead.targetUnknown')
  if (figure.high < figure.target.value) return words.t('lead.targetBelow', { target: text })
  return words.t(figure.low > figure.target.value ? 'lead.targetAbove' : 'lead.targetWithin', { target: text })
}

export function leadSentence(coverage: Coverage, figures: KeyFigures, flow: Flow, words: Words): string {
  const whole = completeness(coverage, words)
  if (coverage.units_reported === 0) return whole
  const find = (metric: Figure['metric']) => figures.figures.find((figure) => figure.metric === metric)
  const parts = [received(find('received'), words), backlog(flow, words), target(find('sp3d_on_time'), words)]
  const said = parts.filter((part) => part !== null)
  return joined(whole, `${capital(words.f.list(said))}.`)
}
