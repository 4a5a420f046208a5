/** Seeded cases over the demo nation's units, straight as column segments: what an import would have left behind. */
import { CODES, HAS_DISTRICT, TIME_COLUMNS, ZONES, type CaseColumns, type Segment } from '../../engine/columns/layout'
import { emptyCases } from '../../engine/columns/arrays'
import { readCalls } from '../../engine/columns/calls'
import { readSessions } from '../../engine/columns/community'
import { readLinks } from '../../engine/columns/links'
import { buildIndex, type NationIndex } from '../../engine/columns/nation'
import { createContext, type LedgerFacts, type QueryContext } from '../../engine/analytics/context'
import { planDemo, type DemoPlan } from '../../engine/demo'
import { random, type Random } from '../../engine/demo/random'
import { RegistryModel } from '../../engine/registry/model'
import { DAY, HOUR, NONE, dayOf, dayStart, dayText, momentOf } from '../../../shared/domain/time'
import { zoneSeconds } from '../../../shared/export/time'

/** The window of all cases: two years. */
export const FIRST_DAY = dayOf('2024-01-01')
export const LAST_DAY = dayOf('2025-12-31')
export const SECOND_YEAR = '2025-01-01'
const AS_OF = '2026-01-01T00:00:00+07:00'
const SEED = 'bench'
const ID_LENGTH = 14

export interface BenchNation {
  plan: DemoPlan
  context: QueryContext
}

export const benchPlan = (cases: number): DemoPlan =>
  planDemo({ cases, seed: SEED, purpose: 'training', now: new Date('2026-01-15T05:00:00Z') })

export const benchRegistry = (plan: DemoPlan): RegistryModel => new RegistryModel(plan.registry, '0'.repeat(64))

const benchSegments = (plan: DemoPlan): Segment[] => plan.reporting.map((desk, at) => segmentOf(desk, at))

/** Deterministic in the number of cases. */
export function benchNation(cases: number): BenchNation {
  const plan = benchPlan(cases)
  const registry = benchRegistry(plan)
  return nationOf(plan, registry, buildIndex(benchSegments(plan), registry.units))
}

/** What the engine would hold of an index. */
export function nationOf(plan: DemoPlan, registry: RegistryModel, index: NationIndex): BenchNation {
  const parts = {
    index,
    registry,
    ledger: ledgerOf(plan),
    dispositions: new Map(),
    settings: { cutiBersama: true },
    today: '2026-01-15',
  }
  return { plan, context: createContext(parts) }
}

export const ledgerOf = (plan: DemoPlan): LedgerFacts[] =>
  plan.reporting.map(({ unit, cases }) => ({ unit: unit.code, exports: [exportOf(cases)] }))

const exportOf = (cases: number): LedgerFacts['exports'][number] => ({
  sequence: 1,
  state: 'accepted',
  created: '2026-01-05T08:00:00+07:00',
  as_of: AS_OF,
  period_from: dayText(FIRST_DAY),
  period_to: dayText(LAST_DAY),
  coverage_from: dayText(FIRST_DAY),
  rows: { cases },
  findings: [],
})

/** Share of a desk's cases that its Polsek handle. */
const AT_POLSEK = 0.4

export function segmentOf({ unit, polsek, cases: rows }: DemoPlan['reporting'][number], at: number): Segment {
  const r = random(SEED, 'segment', unit.code)
  const units = [unit.code, ...polsek.map(({ code }) => code)].toSorted()
  const counts = new Map<string, number>()
  for (let i = 0; i < rows; i++) {
    const code = polsek.length > 0 && r.chance(AT_POLSEK) ? r.pick(polsek).code : unit.code
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const unitStart = new Uint32Array(units.length + 1)
  const cases = emptyCases(rows, rows * ID_LENGTH)
  const zone = zoneSeconds(unit.zone)
  units.forEach((code, u) => {
    const from = unitStart[u] as number
    const to = (unitStart[u + 1] = from + (counts.get(code) ?? 0))
    const received = cases.times.received_at.subarray(from, to)
    for (let i = 0; i < received.length; i++)
      received[i] = dayStart(FIRST_DAY, zone) + Math.floor(r.next() * (LAST_DAY - FIRST_DAY + 1) * DAY)
    received.sort()
  })
  for (let row = 0; row < rows; row++) {
    live(cases, row, r)
    cases.zone[row] = (ZONES as readonly string[]).indexOf(unit.zone)
    writeId(cases, row, at)
  }
  const none = { row: new Uint32Array(0), kind: new Uint8Array(0), at: new Int32Array(0) }
  const { sessions } = readSessions([], new Map(), new Map())
  const links = readLinks({ programmes: [], sessions: [] }, new Uint32Array(0), new Map(), new Map())
  const others = { sessions, calls: readCalls([], new Map()), programmes: [], links }
  return { unit: unit.code, units, unitStart, cases, flow: none, ...others, odd: new Map() }
}

/** A few codes take most cases. */
const skewed = (r: Random, codes: readonly string[]) => Math.floor(r.next() ** 2 * codes.length)
const place = (codes: readonly string[], code: string) => codes.indexOf(code)

/** One case: answered, given its notice and closed, as far as that happened before the day of the export. */
function live({ times, codes, bits }: CaseColumns, row: number, r: Random): void {
  const asOf = momentOf(AS_OF)
  const received = times.received_at[row] as number
  const after = (from: number, days: number, chance: number) => {
    const at = from + HOUR + Math.floor(-Math.log(1 - r.next()) * days * DAY)
    return from !== NONE && r.chance(chance) && at < asOf ? at : NONE
  }
  for (const name of TIME_COLUMNS) if (name !== 'received_at') times[name][row] = NONE
  times.recorded_at[row] = Math.min(asOf, received + HOUR)
  times.first_response_at[row] = after(received, 3, 0.9)
  times.progress_at[row] = after(received, 18, 0.8)
  const closed = after(received, 45, 0.95)
  times.closed_at[row] = closed
  codes.channel[row] = skewed(r, CODES.channel)
  codes.subject[row] = skewed(r, CODES.subject)
  codes.category[row] = skewed(r, CODES.category)
  codes.status[row] = place(CODES.status, closed === NONE ? 'in_progress' : 'closed')
  codes.outcome[row] = closed === NONE ? 255 : skewed(r, CODES.outcome)
  codes.oversight_grade[row] = skewed(r, CODES.oversight_grade)
  bits[row] = r.chance(0.9) ? HAS_DISTRICT : 0
}

function writeId(cases: CaseColumns, row: number, reporter: number): void {
  const id = `B${String(reporter).padStart(4, '0')}-${String(row).padStart(ID_LENGTH - 6, '0')}`
  for (let i = 0; i < ID_LENGTH; i++) cases.ids[row * ID_LENGTH + i] = id.charCodeAt(i)
  cases.idEnd[row] = (row + 1) * ID_LENGTH
}
