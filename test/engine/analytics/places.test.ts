/** Units that moved to another Polda or Polres: every case counts where its unit stood on the day it was received. */
import { describe, expect, test } from 'vitest'
import { createContext, type QueryContext } from '../../../electron/engine/analytics/context'
import { boardCells } from '../../../electron/engine/analytics/delivery'
import { byCode, contextFor } from '../../../electron/engine/analytics/places'
import { runQuery } from '../../../electron/engine/analytics/run'
import { buildSegment } from '../../../electron/engine/columns/build'
import { buildIndex } from '../../../electron/engine/columns/nation'
import { splitUnits } from '../../../electron/engine/columns/splitUnits'
import { RegistryModel } from '../../../electron/engine/registry/model'
import { placeOn, placesOf } from '../../../electron/engine/registry/places'
import { dayText } from '../../../shared/domain/time'
import type { RegistryUnit } from '../../../shared/export/registry'
import { sourceOf } from '../../helpers/columns'
import { Oracle, type OracleFilter, type Row } from '../../helpers/oracle'
import { caseRows, eventRows, randomNation, sessionRows, type RandomNation } from '../../helpers/randomNation'

type Move = readonly [from: string, parent: string]
/** First where they stood all along, then the moves. */
const MOVES: Readonly<Record<string, readonly Move[]>> = {
  'POLRES-10.02': [['2025-07-01', 'POLDA-2']],
  'POLRES-20.01': [
    ['2025-04-10', 'POLDA-3'],
    ['2025-09-16', 'POLDA-2'],
  ],
  'POLSEK-30.03.01': [['2025-05-01', 'POLRES-30.02']],
}
const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

function withMoves(nation: RandomNation): RandomNation {
  const units = nation.registry.units.flatMap((unit): RegistryUnit[] => {
    const moves = MOVES[unit.code]
    if (!moves) return [unit]
    const stays: Move[] = [[unit.valid_from, unit.parent], ...moves]
    return stays.map(([valid_from, parent], at) => {
      const next = stays[at + 1]
      return { ...unit, parent, valid_from, valid_to: next ? before(next[0]) : null }
    })
  })
  return { ...nation, registry: { ...nation.registry, units } }
}

/** Counts by the parent on the day of receipt, from plain loops. */
class DatedOracle extends Oracle {
  constructor(private readonly moved: RandomNation) {
    super(moved)
  }
  parentOn(code: string, day: string): string | undefined {
    const entries = this.moved.registry.units.filter((unit) => unit.code === code)
    return (entries.findLast((entry) => entry.valid_from <= day) ?? entries[0])?.parent
  }
  stoodUnder(code: string, top: string, day: string): boolean {
    for (let at: string | undefined = code; at !== undefined; at = this.parentOn(at, day)) if (at === top) return true
    return false
  }
  override matches(row: Row, { unit, ...filter }: OracleFilter): boolean {
    const day = this.day(Date.parse(row.values['received_at']!), row.zone)
    const stood = unit === undefined || MOVES[unit] !== undefined ? this.isUnder(row.values['unit_code']!, unit) : this.stoodUnder(row.values['unit_code']!, unit, day) // prettier-ignore
    return stood && super.matches(row, filter)
  }
}

function contextOf(nation: RandomNation): QueryContext {
  const registry = new RegistryModel(nation.registry, '0'.repeat(64))
  const segments = nation.reporters.map((reporter) =>
    buildSegment(reporter.unit, sourceOf({ cases: caseRows(reporter.cases), events: eventRows(reporter.events), sessions: sessionRows(reporter.sessions), flags: reporter.flags })),
  ) // prettier-ignore
  const places = placesOf(registry)
  const placed = places && buildIndex(segments.map((one) => splitUnits(one, places)), places.model.units) // prettier-ignore
  return createContext({ index: buildIndex(segments, registry.units), placed, registry, ledger: nation.reporters, dispositions: new Map(), settings: { cutiBersama: true }, today: '2026-02-01' }) // prettier-ignore
}

const TOPS = ['POLDA-1', 'POLDA-2', 'POLDA-3', 'POLRES-30.02', 'POLRES-30.03']
const PERIODS: OracleFilter[] = [
  {},
  { from: '2025-01-01', to: '2025-06-30' },
  { from: '2025-07-01', to: '2025-12-31' },
  { from: '2025-04-01', to: '2025-04-30' },
  { from: '2025-04-05', to: '2025-09-20', channels: ['whatsapp', 'letter', 'call_110'] },
]

describe.each([7, 19])('nation %i', (seed) => {
  const nation = withMoves(randomNation(seed, 120))
  const oracle = new DatedOracle(nation)
  const context = contextOf(nation)

  test.each(TOPS.flatMap((unit) => PERIODS.map((period) => ({ unit, ...period }))))('%j', (given) => {
    const filter = given as Parameters<typeof runQuery<'overview.totals'>>[1]
    const received = oracle.received(given)
    expect(runQuery('overview.totals', filter, context)).toMatchObject({
      received: received.length,
      closed: oracle.closed(given).length,
      open: oracle.open(given).length,
      overdue: oracle.overdue(given).length,
    })
    const byMonth = new Map<string, number>()
    for (const row of received) {
      const month = oracle.day(Date.parse(row.values['received_at']!), row.zone).slice(0, 7)
      byMonth.set(month, (byMonth.get(month) ?? 0) + 1)
    }
    const told = runQuery('overview.byMonth', filter, context).filter((line) => line.received > 0)
    expect(new Map(told.map((line) => [line.month, line.received]))).toEqual(byMonth)
    const survival = oracle.survival(given, 'closed_at')
    const curve = runQuery('durations.curve', { ...filter, stage: 'close' }, context)
    expect([curve.n, curve.events, curve.median]).toEqual([survival.n, survival.events, survival.median])

    const page = runQuery('cases.page', { ...filter, limit: 1000 }, context)
    expect(page.total).toBe(received.length)
    const codes = new Set(nation.registry.units.map(({ code }) => code))
    expect(page.rows.every((row) => codes.has(row.unit))).toBe(true)
    expect(page.rows.map(({ case_id }) => case_id).toSorted()).toEqual(received.map(({ values }) => values['case_id']).toSorted()) // prettier-ignore

    const under = runQuery('region.units', filter, context)
    expect(new Set(under.map((line) => line.unit)).size).toBe(under.length)
    for (const line of under) {
      const own = received.filter(({ values }) => oracle.isUnder(values['unit_code']!, line.unit) && !(values['unit_code'] !== line.unit && MOVES[values['unit_code']!])) // prettier-ignore
      if (!line.unit.startsWith('POLRES-30')) expect(line.received, line.unit).toBe(own.length)
    }
    const funnel = runQuery('funnel.rate', { ...filter, metric: 'received_per_100k' }, context)
    const direct = received.filter(({ values }) => values['unit_code'] !== given.unit)
    if (given.unit.startsWith('POLDA')) expect(funnel.units.reduce((sum, one) => sum + one.observed, 0)).toBe(direct.length) // prettier-ignore
  })

  test('each month is expected of the Polda that the unit belonged to at its end, and of no other', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (month) => `2025-${month}`,
    )
    const ends = (month: string) => before(`${month === '2025-12' ? '2026-01' : `2025-${String(Number(month.slice(5)) + 1).padStart(2, '0')}`}-01`) // prettier-ignore
    const seen: string[] = []
    for (const unit of ['POLDA-1', 'POLDA-2', 'POLDA-3']) {
      const tree = contextFor('integrity.board', { unit }, context)
      const cells = byCode(boardCells(tree, { unit, months: 12, to: '2025-12-31' }), tree)
      for (const cell of cells) {
        expect(oracle.stoodUnder(cell.unit, unit, ends(cell.month)), `${cell.unit} ${cell.month}`).toBe(true)
        seen.push(`${cell.unit} ${cell.month}`)
      }
    }
    const keyed = nation.registry.keys.map(({ unit }) => unit)
    expect(seen.toSorted()).toEqual(keyed.flatMap((unit) => months.map((month) => `${unit} ${month}`)).toSorted())
  })

  test('the nation, and the unit that moved, are what they were', () => {
    const plain = contextOf(randomNation(seed, 120))
    for (const filter of [{}, { unit: 'POLRES-10.02' }, { unit: 'POLRES-20.01', from: '2025-03-01', to: '2025-05-31' }])
      for (const name of ['overview.totals', 'overview.byMonth', 'overview.byOutcome', 'overview.keyFigures'] as const)
        expect(runQuery(name, filter, context), `${name} ${JSON.stringify(filter)}`).toEqual(runQuery(name, filter, plain)) // prettier-ignore
    const national = runQuery('region.units', {}, context)
    expect(national.map(({ unit }) => unit)).toEqual(['POLDA-1', 'POLDA-2', 'POLDA-3'])
    expect(national.reduce((sum, line) => sum + line.received, 0)).toBe(oracle.received({}).length)
    // and the moves matter here: by today's tree the two Polda would show other counts
    const before = { unit: 'POLDA-1', from: '2025-01-01', to: '2025-06-30' }
    expect(runQuery('overview.totals', before, context).received).toBeGreaterThan(runQuery('overview.totals', before, { ...context, placed: null }).received) // prettier-ignore
  })

  test('sessions are where the unit stood on the day they were held', () => {
    const places = placesOf(context.registry)
    const index = context.placed
    if (!places || !index) throw new Error('units moved')
    const told = Array.from(index.sessions.unit, (unit, i) => `${index.units[unit]} ${dayText(index.sessions.day[i] as number)}`) // prettier-ignore
    const held = nation.reporters.flatMap(({ sessions }) => sessions.map(({ unit_code, held_on }) => `${placeOn(places, unit_code, held_on)} ${held_on}`)) // prettier-ignore
    expect(told.toSorted()).toEqual(held.toSorted())
    expect(told.some((one) => one.startsWith('POLRES-10.02@POLDA-1 '))).toBe(true)
  })

  test('people are counted where the unit stood', () => {
    const people = (unit: string, from: string, to: string) =>
      runQuery('overview.map', { from, to }, context).units.find((line) => line.unit === unit)?.population ?? 0
    const own = (code: string) => nation.registry.units.find((unit) => unit.code === code)?.population ?? 0
    const polda = nation.registry.units.find(({ code }) => code === 'POLDA-1')?.population
    const halfYear = people('POLDA-1', '2025-01-01', '2025-06-30') - people('POLDA-1', '2025-07-01', '2025-12-31')
    if (polda === null) expect(halfYear).toBe(own('POLRES-10.02'))
    else expect(halfYear).toBe(0)
  })
})

test('a programme of a unit that moved is named where the unit stood, with cases or without', () => {
  const nation = withMoves(randomNation(7, 10))
  const programmes = [{ code: 'matur-baru', name: 'Matur Baru', channel: 'whatsapp' as const, units: ['POLRES-10.02'] }]
  const context = contextOf({ ...nation, registry: { ...nation.registry, programmes } })
  const named = (unit: string) => {
    const { pages } = runQuery('channel.list', { unit }, context)
    return pages.find(({ page }) => page === 'messages')?.programmes.filter(({ code }) => code === 'matur-baru').length
  }
  expect(['POLDA-1', 'POLDA-2', 'POLDA-3', 'POLRES-10.02', 'POLRES-30.02'].map(named)).toEqual([1, 1, 0, 1, 0])
})

test('keys of places are said as codes, in texts and as names of members; any other @ stays', () => {
  const context = contextOf(withMoves(randomNation(7, 10)))
  const tree = contextFor('overview.totals', { unit: 'POLDA-1' }, context)
  const key = 'POLSEK-10.02.01@POLRES-10.02@POLDA-1'
  const texts = ['AKUN@POLDA-1', 'humas@POLDA-1', 'POLRES-10.01@POLDA-1', '@POLDA-1']
  expect(byCode({ id: `zero:${key}:2025`, [key]: 1, texts }, tree)).toEqual({
    id: 'zero:POLSEK-10.02.01:2025',
    'POLSEK-10.02.01': 1,
    texts,
  })
})

test('without moves there is one tree; places are named by the codes above them', () => {
  const nation = randomNation(7, 10)
  const model = new RegistryModel(nation.registry, '0'.repeat(64))
  expect(placesOf(model)).toBeNull()
  const places = placesOf(new RegistryModel(withMoves(nation).registry, '0'.repeat(64)))
  expect(places?.stays.get('POLSEK-10.02.01')?.map(({ key }) => key)).toEqual([
    'POLSEK-10.02.01@POLRES-10.02@POLDA-1',
    'POLSEK-10.02.01@POLRES-10.02@POLDA-2',
  ])
  expect([...(places?.above ?? [])].toSorted()).toEqual(['POLDA-1', 'POLDA-2', 'POLDA-3', 'POLRES-30.02', 'POLRES-30.03']) // prettier-ignore
  const at = (day: string) => places && placeOn(places, 'POLRES-20.01', day)
  expect([at('2025-04-09'), at('2025-04-10'), at('2025-09-15'), at('2025-09-16')]).toEqual([
    'POLRES-20.01@POLDA-2', 'POLRES-20.01@POLDA-3', 'POLRES-20.01@POLDA-3', 'POLRES-20.01@POLDA-2',
  ]) // prettier-ignore
})
