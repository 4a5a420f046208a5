/** How complete the picture is: the strip at the top of a room and the line in every figure's note. */
import type { Coverage } from '../contract/results/overview'
import { joined, shareText, type Sentence, type Words } from './words'

const DAY_MS = 86_400_000

/** Units that reported, are held back in quarantine, or are missing; the three add up to those expected. */
export function coverageParts({ units_expected, units_reported, units_quarantined }: Coverage) {
  const open = Math.max(0, units_expected - units_reported)
  const quarantined = Math.min(units_quarantined, open)
  return { expected: units_expected, reported: units_reported, quarantined, missing: open - quarantined }
}

/** The last whole day that an as-of covers, at most the period's end: midnight closes the day before. */
function lastDay(asOf: string | null, end: string): string | null {
  if (asOf === null) return null
  const day = asOf.slice(0, 10)
  const midnight = asOf.slice(11, 19) === '00:00:00'
  const last = midnight ? new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10) : day
  return last < end ? last : end
}

/** "512 dari 536 satuan wajib lapor sudah melapor (95,5%), s.d. 31 Maret 2026." */
export function coverageSentence(coverage: Coverage, words: Words): Sentence {
  const { t, f } = words
  const { expected, reported, quarantined, missing } = coverageParts(coverage)
  if (expected === 0) return { kind: 'insufficient', answer: t('coverage.none'), caution: '' }
  const counts = {
    reported: f.count(reported),
    expected: f.count(expected),
    share: shareText(reported / expected, expected, words),
  }
  const day = coverage.common_day
  const answer = day ? t('coverage.answer', { ...counts, day: f.day(day) }) : t('coverage.answerNoDay', counts)
  const left = [
    missing > 0 && t('coverage.missing', { n: f.count(missing) }),
    quarantined > 0 && t('coverage.quarantined', { n: f.count(quarantined) }),
    coverage.unit_months_delivered < coverage.unit_months_expected &&
      t('coverage.months', {
        delivered: f.count(coverage.unit_months_delivered),
        expected: f.count(coverage.unit_months_expected),
      }),
  ].filter((part) => part !== false)
  const end = coverage.period.to
  const [from, to] = [lastDay(coverage.as_of_min, end), lastDay(coverage.as_of_max, end)]
  const cut =
    from === null || to === null || from === to
      ? t('coverage.cut')
      : t('coverage.asOf', { from: f.day(from), to: f.day(to) })
  const caution = joined(`${left.length === 0 ? t('coverage.complete') : left.join(', ')}.`, cut)
  return { kind: left.length === 0 ? 'quiet' : 'signal', answer, caution }
}

/** The coverage part of a figure's note. */
export function coverageNote(coverage: Coverage, { t, f }: Words): string {
  const counts = { reported: f.count(coverage.units_reported), expected: f.count(coverage.units_expected) }
  const day = coverage.common_day
  return day ? t('coverage.note', { ...counts, day: f.day(day, true) }) : t('coverage.noteNoDay', counts)
}

/** By which edition of the rules a figure is measured: the registry holds them all. */
export const ruleVersion = (version: number, { t, f }: Words): string =>
  t('chart.ruleVersion', { version: f.count(version) })

/** What stands under a figure's question: how complete its data are, and by which rules it is measured. */
export const figureSubtitle = (coverage: Coverage | undefined, words: Words, rule?: string): string =>
  coverage ? joined(`${coverageNote(coverage, words)}.`, rule ?? ruleVersion(coverage.registry_version, words)) : ''

/** Whether a zero was reported, reported in part, or not reported at all. */
export function zeroWords(coverage: Coverage | undefined, { t, f }: Words): string {
  if (!coverage) return ''
  const { unit_months_delivered: delivered, unit_months_expected: expected } = coverage
  if (delivered === 0) return t('cases.emptyUnreported')
  const counts = { delivered: f.count(delivered), expected: f.count(expected) }
  return t(delivered < expected ? 'cases.emptyPartial' : 'cases.emptyReported', counts)
}
