/** The segments of the active columns: all cases, or without the years that were archived. Stores and segment files keep everything. */
import { dayOf } from '../../../shared/domain/time'
import { createContext, type LedgerFacts } from '../analytics/context'
import type { Segment } from '../columns/layout'
import { buildIndex, type NationIndex } from '../columns/nation'
import type { RegistryModel } from '../registry/model'
import { leavingRows } from './leaving'
import { thinned } from './thinned'

/** `before`: the first day that stays. `ledger`: of all reporting units, for the moments up to which they are known. */
export function activeSegments(
  segments: readonly Segment[],
  registry: RegistryModel,
  ledger: readonly LedgerFacts[],
  before: string,
): Segment[] {
  const index = buildIndex(segments, registry.units)
  const day = dayOf(before)
  // Neither the day nor what people decided matters for which cases leave; the calendar moves limits, not what is late for ever.
  const context = createContext({ index, registry, ledger, dispositions: new Map(), settings: { cutiBersama: true }, today: before }) // prettier-ignore
  const leaves = bySegment(index, segments, leavingRows(context, day))
  return segments.map((segment, i) => thinned(segment, leaves[i] as Uint8Array, day))
}

/** Marks of the index's rows as marks of each segment's rows: both keep a unit's rows of one reporter in the same order. */
function bySegment(index: NationIndex, segments: readonly Segment[], marks: Uint8Array): Uint8Array[] {
  const place = new Map(index.units.map((code, i) => [code, i]))
  const reporter = new Map(index.reporters.map((code, i) => [code, i]))
  return segments.map((segment) => {
    const own = reporter.get(segment.unit)
    const leaves = new Uint8Array(segment.cases.rows)
    segment.units.forEach((code, u) => {
      let at = segment.unitStart[u] as number
      const unit = place.get(code) as number
      for (let row = index.unitStart[unit] as number; row < (index.unitStart[unit + 1] as number); row++) {
        if (index.reporter[row] === own) leaves[at++] = marks[row] as number
      }
    })
    return leaves
  })
}
