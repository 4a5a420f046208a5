/** How long do people wait? The Kaplan-Meier curve in words. */
import type { DurationCurve } from '../contract/results/region'
import { daysText, joined, shareText, type Sentence, type Words } from './words'

/** Under this many cases a median is not stated as a finding. */
const FEW = 10

/** Share still waiting after `days`: the step of the curve at or before that day. */
export const survivalAt = (curve: DurationCurve, days: number): number =>
  curve.points.findLast(({ t }) => t <= days)?.survival ?? 1

/** Last day that is still worth drawing: 60 days, 90, 180, a year, or the whole curve when it is shorter. */
export function horizonOf(curve: DurationCurve): number {
  const last = curve.points.at(-1)?.t ?? 0
  const wanted = Math.max((curve.q3 ?? last / 2) * 1.6, (curve.median ?? 0) * (curve.q3 === null ? 6 : 3))
  const step = [10, 20, 30, 60, 90, 120, 180, 240, 360, 540, 720].find((days) => days >= wanted) ?? last
  return Math.max(1, Math.min(step, Math.ceil(last)))
}

/** @param stage code of the stage: `first_response`, `progress`, `publication` or `close` */
export function curveSentence(curve: DurationCurve, stage: string, words: Words): Sentence {
  const { t, f } = words
  const stageText = t.code('stage', stage)
  if (curve.n < FEW) {
    const caution = t('curve.few', { n: f.count(curve.n), events: f.count(curve.events), stage: stageText })
    return { kind: 'insufficient', answer: t('say.insufficient'), caution }
  }
  const days = horizonOf(curve)
  const horizon = daysText(days, words)
  if (curve.median === null) {
    return {
      kind: 'signal',
      answer: t('curve.unreached', { stage: stageText, horizon: daysText(curve.points.at(-1)?.t ?? 0, words) }),
      caution: '',
    }
  }
  const rest = survivalAt(curve, days)
  const half = { stage: stageText, median: daysText(curve.median, words) }
  const answer =
    rest > 0.005
      ? t('curve.halfRest', { ...half, rest: shareText(rest, 0, words), horizon })
      : `${t('curve.half', half)}.`
  const caution = joined(
    curve.q3 === null
      ? t('curve.quartileUnreached', { horizon: daysText(curve.points.at(-1)?.t ?? 0, words) })
      : t('curve.quartile', { q3: daysText(curve.q3, words) }),
  )
  return { kind: 'signal', answer, caution }
}
