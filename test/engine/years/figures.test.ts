/**
 * Archived years: every named query about a period from the cut on says what it says with all years in memory, but for
 * what reaches back before the cut (the year before, baselines), which is then not known.
 */
import { expect, test } from 'vitest'
import { createContext, type QueryContext } from '../../../electron/engine/analytics/context'
import { isAnalyticsQuery, runQuery, type AnalyticsQuery } from '../../../electron/engine/analytics/run'
import { buildSegment } from '../../../electron/engine/columns/build'
import type { Segment } from '../../../electron/engine/columns/layout'
import { buildIndex } from '../../../electron/engine/columns/nation'
import { RegistryModel } from '../../../electron/engine/registry/model'
import { activeSegments } from '../../../electron/engine/years/active'
import { queries, QUERY_NAMES } from '../../../shared/contract/queries'
import type { UnitMonths } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { sourceOf } from '../../helpers/columns'
import { randomFilter } from '../../helpers/randomContext'
import { callRows, caseRows, eventRows, random, randomNation, sessionRows } from '../../helpers/randomNation'

const CUT = '2025-07-01'
const NAMES = QUERY_NAMES.filter(isAnalyticsQuery)

function contexts(seed: number): { all: QueryContext; active: QueryContext } {
  const nation = randomNation(seed, 90)
  const registry = new RegistryModel(nation.registry, '0'.repeat(64))
  const segments = nation.reporters.map((one) =>
    buildSegment(one.unit, sourceOf({ cases: caseRows(one.cases), events: eventRows(one.events), sessions: sessionRows(one.sessions), calls: callRows(one.calls), flags: one.flags })),
  ) // prettier-ignore
  const parts = { registry, ledger: nation.reporters, dispositions: new Map(), settings: { cutiBersama: true }, today: '2026-02-01' } // prettier-ignore
  const kept = activeSegments(segments, registry, nation.reporters, CUT)
  return {
    all: createContext({ ...parts, index: buildIndex(segments, registry.units) }),
    active: createContext({
      ...parts,
      index: buildIndex(kept, registry.units),
      archivedBefore: CUT,
      archivedCases: rowsOf(segments) - rowsOf(kept),
    }),
  }
}

const rowsOf = (segments: readonly Segment[]) => segments.reduce((sum, { cases }) => sum + cases.rows, 0)

/** Filters whose period begins at the cut or later. */
function filters(seed: number, { registry }: QueryContext): Filter[] {
  const next = random(seed)
  const codes = registry.units.map(({ code }) => code)
  return Array.from({ length: 8 }, (_, i) => {
    const { from: _from, to: _to, ...rest } = randomFilter(seed * 100 + i, codes)
    const month = 7 + Math.floor(next() * 6)
    const from = next() < 0.5 ? CUT : `2025-${String(month).padStart(2, '0')}-${next() < 0.5 ? '01' : '17'}`
    const to = [undefined, '2025-12-31', '2026-01-15'][Math.floor(next() * 3)]
    return { ...(rest as Filter), from, ...(to === undefined ? {} : { to }) }
  })
}

const MORE: Partial<Record<AnalyticsQuery, object[]>> = {
  'durations.curve': [{ stage: 'close' }, { stage: 'progress' }],
  'funnel.proportion': [{ metric: 'share_reopened' }, { metric: 'share_sp3d_in_time' }],
  'funnel.rate': [{ metric: 'received_per_100k' }],
  'overview.trend': [{}, { metric: 'sp3d_on_time' }],
  'cases.page': [{ limit: 1000 }, { open_over_90: true, limit: 1000 }],
}

/** What reaches back before the cut by its nature: the year before, charts with their baseline. */
const BACK: ReadonlySet<string> = new Set(['last_year'])
const isChart = (value: object) => 'kind' in value && 'signals' in value && 'points' in value
function judged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(judged)
  if (typeof value !== 'object' || value === null) return value
  if (isChart(value)) {
    const { points } = value as { points: { month: string }[] }
    return points.filter(({ month }) => month >= CUT.slice(0, 7)).map(({ month, ...counts }) => [month, plain(counts)])
  }
  if ('months' in value && 'units' in value) return sinceCut(value as UnitMonths)
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (BACK.has(key) ? [] : [[key, key === 'monthly' ? recent(one) : judged(one)]]))) // prettier-ignore
}
const sinceCut = ({ months, units }: UnitMonths) => {
  const first = months.findIndex((month) => month >= CUT.slice(0, 7))
  return [months.slice(first), units.map(({ received, ...unit }) => ({ ...unit, received: received.slice(first) }))]
}
const recent = (months: { month: string }[]) => months.filter(({ month }) => month >= CUT.slice(0, 7))
const plain = (counts: object) => Object.fromEntries(Object.entries(counts).filter(([key]) => ['received', 'closed', 'numerator', 'denominator', 'complete', 'reported'].includes(key))) // prettier-ignore

test.each([3, 17, 29])('figures from the cut on are those with all years in memory (nation %i)', { timeout: 120_000 }, (seed) => {
  const { all, active } = contexts(seed)
  expect(active.index.cases.rows).toBeLessThan(all.index.cases.rows * 0.95)
  for (const filter of filters(seed, all)) {
    for (const name of NAMES) {
      for (const more of MORE[name] ?? [{}]) {
        const params = { ...filter, ...more }
        const own = name === 'region.header' ? { unit: filter.unit ?? 'POLDA-1' } : params
        if (!queries[name].params.safeParse(own).success) continue
        const about = `${name} ${JSON.stringify(own)}`
        expect(judged(runQuery(name, own as never, active)), about).toEqual(judged(runQuery(name, own as never, all)))
      }
    }
  }
}) // prettier-ignore
