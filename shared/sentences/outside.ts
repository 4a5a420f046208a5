/** What a person wrote that should not leave the console as it stands, in words. A warning, never a lock. Pure. */
import type { FindingText } from '../contract/findings'
import { personalKindsIn, smallCountsIn } from '../domain/privacy'
import type { Words } from './words'

/** Parts of a finding that a report prints as they were written. */
const PRINTED = ['title', 'condition', 'criteria', 'cause', 'effect', 'recommendation', 'response'] as const

/** One sentence about `text`, null when nothing was found. Counts under `threshold` are looked for unless it is null. */
export function outsideWarning(text: string, threshold: number | null, { t, f }: Words): string | null {
  const kinds = personalKindsIn(text).map((kind) => t(`outside.${kind}`))
  const counts = threshold === null ? [] : smallCountsIn(text, threshold)
  const said = [
    kinds.length > 0 && t('outside.personal', { what: f.list(kinds) }),
    counts.length > 0 &&
      t('outside.counts', {
        counts: f.list(counts.map((count) => f.count(count))),
        threshold: f.count(threshold ?? 0),
      }),
  ].filter((part) => part !== false)
  return said.length === 0 ? null : said.join(' ')
}

/** The same about a whole finding, by part. */
export function findingWarnings(
  finding: Pick<FindingText, (typeof PRINTED)[number]>,
  threshold: number | null,
  words: Words,
): { part: (typeof PRINTED)[number]; warning: string }[] {
  return PRINTED.flatMap((part) => {
    const warning = outsideWarning(finding[part], threshold, words)
    return warning === null ? [] : [{ part, warning }]
  })
}
