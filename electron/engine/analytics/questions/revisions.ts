/** Units that change afterwards more of what they had reported than the others do. */
import { binomialUpper } from '../../../../shared/statistics/tails'
import { ALARM } from '../../../../shared/statistics/funnel'
import type { ExportFacts } from '../context'
import { discovered, type Answered, type Asked } from './asked'
import { overlaps } from './exports'

interface Revised {
  comparable: number
  changed: number
}

/** Fewer comparable cells (some thirty cases) have no rate, neither a unit's nor that of the others. */
const LEAST = 500
/** Times as many as the others' rate lets expect. */
const FACTOR = 2

/** Of the accepted exports that tell of the period; null when none has one before it, or one was never counted. */
function revisedIn(exports: readonly ExportFacts[], period: Asked['period']): Revised | null {
  const later = exports
    .filter(({ state }) => state === 'accepted')
    .slice(1)
    .filter((item) => overlaps(item, period))
  const sum = { comparable: 0, changed: 0 }
  for (const { revised } of later) {
    if (!revised) return null
    sum.comparable += revised.comparable
    sum.changed += revised.changed
  }
  return later.length > 0 ? sum : null
}

/**
 * Changed of comparable cells against the pooled rate of the nation's other units, by the exact upper binomial tail: each
 * comparable cell changed or did not, the changes are rare and many units have none, so that no approximation holds. The
 * others' rate counts one change more than they had: where nobody changed anything, that a change is impossible is not
 * known. Cells of one case are often changed together, and corrections come in campaigns, so the spread is wider than the
 * binomial's and the chance printed is too small: a unit is asked only beyond `FACTOR` times what is expected, and the
 * question is never an alarm.
 */
export function revisions({ context, period, units }: Asked): Answered {
  const held = new Map<string, Revised>()
  const all = { comparable: 0, changed: 0 }
  for (const [unit, exports] of context.exportsOf) {
    const revised = revisedIn(exports, period)
    if (!revised) continue
    held.set(unit, revised)
    all.comparable += revised.comparable
    all.changed += revised.changed
  }
  const tests = units.flatMap((unit) => {
    const revised = held.get(unit.code)
    if (!revised) return []
    const { comparable, changed } = revised
    const others = all.comparable - comparable
    if (comparable < LEAST || others < LEAST) return []
    const rate = (all.changed - changed + 1) / (others + 1)
    return [{ unit, changed, comparable, expected: rate * comparable, p: binomialUpper(changed, comparable, rate) }]
  })
  return {
    tests: tests.length,
    shown: discovered(tests, ALARM)
      .filter(({ changed, expected }) => changed >= FACTOR * expected)
      .map(({ unit, changed, comparable, expected, p }) => ({
        unit,
        signal: 'revision_rate',
        evidence: { changed, comparable, expected },
        p,
        strength: 'alert',
        room: 'integritas',
      })),
  }
}
