/** An invented nation as the engine holds it, and filters by chance. */
import { createContext, type QueryContext } from '../../electron/engine/analytics/context'
import { buildSegment } from '../../electron/engine/columns/build'
import { buildIndex } from '../../electron/engine/columns/nation'
import { RegistryModel } from '../../electron/engine/registry/model'
import { ADDRESSEES, CATEGORIES, CHANNELS, STATUSES, SUBJECTS } from '../../shared/export/enums'
import { sourceOf } from './columns'
import type { OracleFilter } from './oracle'
import { PROGRAMMES } from './randomCommunity'
import { callRows, caseRows, eventRows, random, sessionRows, type RandomNation } from './randomNation'

export function contextOf(nation: RandomNation): QueryContext {
  const registry = new RegistryModel(nation.registry, '0'.repeat(64))
  const segments = nation.reporters.map((reporter) =>
    buildSegment(reporter.unit, sourceOf({ cases: caseRows(reporter.cases), events: eventRows(reporter.events), sessions: sessionRows(reporter.sessions), calls: callRows(reporter.calls), flags: reporter.flags })),
  ) // prettier-ignore
  const index = buildIndex(segments, registry.units)
  return createContext({ index, registry, ledger: nation.reporters, dispositions: new Map(), settings: { cutiBersama: true }, today: '2026-02-01' }) // prettier-ignore
}

/** Dates of 2025, a unit, some codes: each there or not. */
export function randomFilter(seed: number, units: readonly string[]): OracleFilter {
  const next = random(seed)
  const some = <T>(values: readonly T[]): T[] => values.filter(() => next() < 0.4)
  const month = 1 + Math.floor(next() * 12)
  const filter: OracleFilter = {}
  if (next() < 0.6) filter.from = `2025-${String(month).padStart(2, '0')}-${next() < 0.5 ? '01' : '17'}`
  if (next() < 0.6) filter.to = new Date(Date.UTC(2025, Math.min(12, month + Math.floor(next() * 6)), next() < 0.6 ? 0 : 9)).toISOString().slice(0, 10) // prettier-ignore
  if (next() < 0.6) filter.unit = units[Math.floor(next() * units.length)]!
  if (next() < 0.3) filter.channels = some(CHANNELS)
  if (next() < 0.3) filter.subjects = some(SUBJECTS)
  if (next() < 0.2) filter.categories = some(CATEGORIES)
  if (next() < 0.2) filter.statuses = some(STATUSES)
  if (next() < 0.2) filter.addressees = some([...ADDRESSEES, 'none'])
  if (next() < 0.2) filter.programmes = some([...PROGRAMMES, 'nobody-runs-it', '.'])
  return filter
}
