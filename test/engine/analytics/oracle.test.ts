/** Every named query against plain loops over the rows, on nations and filters by chance. */
import { describe, expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { queries, type QueryParams } from '../../../shared/contract/queries'
import { SORTS } from '../../../shared/contract/queryCodes'
import { ADDRESSEES, CATEGORIES, CHANNELS } from '../../../shared/export/enums'
import { Oracle, type OracleFilter, type Row } from '../../helpers/oracle'
import { contextOf, randomFilter } from '../../helpers/randomContext'
import { random, randomNation } from '../../helpers/randomNation'

const count = <T>(items: readonly T[], key: (item: T) => string) => {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}
/** How the facet names whom a case is addressed to. */
const addressee = ({ values }: Row) => {
  const code = values['addressee'] || 'none'
  return code === 'none' || (ADDRESSEES as readonly string[]).includes(code) ? code : 'unknown'
}
const asRecord = (list: readonly { code: string; count: number }[]) => Object.fromEntries(list.map((item) => [item.code, item.count])) // prettier-ignore

/** Tails by summing the probabilities. */
const logFactorial = (n: number) => Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((a, b) => a + b, 0)
const binomial = (k: number, n: number, p: number) => Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p)) // prettier-ignore
const sum = (from: number, to: number, f: (k: number) => number) => {
  let total = 0
  for (let k = from; k <= to; k++) total += f(k)
  return total
}

describe.each([11, 22])('nation %i', (seed) => {
  const nation = randomNation(seed, 90)
  const oracle = new Oracle(nation)
  const context = contextOf(nation)
  const units = nation.registry.units.map((unit) => unit.code)
  const filters = [{}, ...Array.from({ length: 25 }, (_, i) => randomFilter(seed * 1000 + i, units))]

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('%s', (_, given) => {
    const filter = queries['overview.totals'].params.parse(given)
    const received = oracle.received(given)
    const closed = oracle.closed(given)
    const open = oracle.open(given)
    const months = oracle.months(given)

    expect(runQuery('overview.totals', filter, context)).toMatchObject({
      received: received.length,
      closed: closed.length,
      open: open.length,
      overdue: oracle.overdue(given).length,
      units_expected: months.filter((line) => line.expected.length > 0).length,
      units_reported: months.filter((line) => line.expected.length > 0 && line.expected.at(-1) === line.delivered.at(-1)).length, // prettier-ignore
    })

    const monthOf = (row: Row, column: string) => oracle.day(Date.parse(row.values[column]!), row.zone).slice(0, 7)
    const byMonth = runQuery('overview.byMonth', filter, context)
    const nonZero = (what: 'received' | 'closed') => Object.fromEntries(byMonth.filter((line) => line[what] > 0).map((line) => [line.month, line[what]])) // prettier-ignore
    expect(nonZero('received')).toEqual(count(received, (row) => monthOf(row, 'received_at')))
    expect(nonZero('closed')).toEqual(count(closed, (row) => monthOf(row, 'closed_at')))

    const category = (row: Row) => ((CATEGORIES as readonly string[]).includes(row.values['category']!) ? row.values['category']! : 'unknown') // prettier-ignore
    expect(asRecord(runQuery('overview.byChannel', filter, context))).toEqual(count(received, (row) => row.values['channel']!)) // prettier-ignore
    expect(asRecord(runQuery('overview.byCategory', filter, context))).toEqual(count(received, category))
    expect(asRecord(runQuery('overview.byOutcome', filter, context))).toEqual(count(closed, (row) => row.values['outcome'] || 'unknown')) // prettier-ignore

    const coverage = runQuery('overview.coverage', filter, context)
    expect(coverage.unit_months_expected).toBe(months.reduce((total, line) => total + line.expected.length, 0))
    expect(coverage.unit_months_delivered).toBe(months.reduce((total, line) => total + line.delivered.length, 0))
    expect(coverage.unknown.matching).toBe(received.length)
    expect(coverage.unknown.district * received.length).toBeCloseTo(received.filter((row) => row.values['district_code'] === '').length, 9) // prettier-ignore

    const flow = runQuery('overview.flow', filter, context)
    const expectedFlow = oracle.flow(given)
    expect(flow).toMatchObject(expectedFlow)
    const { opening, received: came, reopened, transferred_in, closed: gone, transferred_out, closing } = expectedFlow
    expect(flow.difference).toBe(opening + came + reopened + transferred_in - gone - transferred_out - closing)
    expect(flow.mismatches.reduce((total, line) => total + line.difference, 0)).toBe(flow.difference)

    const backlog = runQuery('region.backlog', filter, context)
    const ages = open.map((row) => oracle.age(row, given))
    expect(backlog).toMatchObject({ total: open.length, over_90: ages.filter((age) => age > 90).length })
    expect(backlog.buckets.map((bucket) => bucket.count)).toEqual(
      [[0, 20], [21, 40], [41, 60], [61, 90], [91, 180], [181, Infinity]].map(([low, high]) => ages.filter((age) => age >= low! && age <= high!).length),
    ) // prettier-ignore
    expect(backlog.oldest?.days ?? -1).toBe(Math.max(-1, ...ages))
  })

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('durations %s', (_, given) => {
    const columns = { first_response: 'first_response_at', progress: 'progress_at', publication: 'published_at', close: 'closed_at' } as const // prettier-ignore
    for (const [stage, column] of Object.entries(columns)) {
      const params = queries['durations.curve'].params.parse({ ...given, stage })
      const curve = runQuery('durations.curve', params, context)
      const expected = oracle.survival(given, column)
      expect(curve).toMatchObject({
        n: expected.n,
        events: expected.events,
        median: expected.median,
        q1: expected.q1,
        q3: expected.q3,
        left_out_negative: expected.negative,
        left_truncated: expected.truncated,
      })
      expect(curve.mean_of_closed ?? -1).toBeCloseTo(expected.mean ?? -1, 9)
      for (const point of curve.points) {
        const at = expected.points.find((one) => one.time / 24 === point.t)!
        expect(point.at_risk).toBe(at.atRisk)
        expect(point.survival).toBeCloseTo(at.survival, 9)
      }
    }
  })

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('units %s', (_, given) => {
    const filter = queries['region.units'].params.parse(given)
    const children = nation.registry.units.filter((unit) => unit.parent === (given.unit ?? 'MABES')).map((unit) => unit.code).toSorted() // prettier-ignore
    const lines = runQuery('region.units', filter, context)
    expect(lines.map((line) => line.unit)).toEqual(children)
    for (const line of lines) {
      const own = { ...given, unit: line.unit }
      expect(line.received).toBe(oracle.received(own).length)
      expect(line.open).toBe(oracle.open(own).length)
      expect(line.closed).toBe(oracle.closed(own).length)
      expect(line.median_close_days).toBe(oracle.survival(own, 'closed_at').median)
      const months = oracle.months(given.unit === undefined ? given : { ...given, unit: undefined as never }).filter((one) => oracle.isUnder(one.unit, line.unit)) // prettier-ignore
      const expected = months.reduce((total, one) => total + one.expected.length, 0)
      const delivered = months.reduce((total, one) => total + one.delivered.length, 0)
      expect(line.coverage).toBe(expected === 0 ? null : delivered / expected)
    }
    const unitLines = runQuery('region.unitLines', filter, context)
    expect(unitLines.map((line) => [line.unit, line.received, line.open])).toEqual(lines.map((line) => [line.unit, line.received, line.open])) // prettier-ignore
    for (const line of unitLines) {
      const states = oracle.received({ ...given, unit: line.unit }).map((row) => oracle.sp3d(row))
      const onTime = states.filter((state) => state === 'on_time').length
      if (line.sp3d.missing === 'not_reported') continue
      expect([line.sp3d.numerator, line.sp3d.denominator]).toEqual([onTime, onTime + states.filter((state) => state === 'late').length]) // prettier-ignore
    }

    const months = runQuery('region.unitMonths', { ...filter, months: 36 }, context)
    expect(months.units.map(({ unit }) => unit)).toEqual(children)
    for (const { unit, received } of months.units)
      months.months.forEach((month, at) => {
        const value = received[at]
        const [from, to] = [`${month}-01`, `${month}-31`]
        const until = given.to !== undefined && given.to < to ? given.to : to
        if (value !== null) expect([unit, month, value]).toEqual([unit, month, oracle.received({ ...given, unit, from, to: until }).length]) // prettier-ignore
      })

    for (const level of ['polda', 'polres', 'polsek'] as const) {
      const inLevel = runQuery('overview.map', { ...filter, level }, context).units
      const codes = units.filter((code) => oracle.unit(code)?.level === level && code !== given.unit && oracle.isUnder(code, given.unit)) // prettier-ignore
      expect(inLevel.map(({ unit }) => unit).toSorted()).toEqual(codes.toSorted())
      for (const { unit, received } of inLevel) expect([unit, received]).toEqual([unit, oracle.received({ ...given, unit }).length]) // prettier-ignore
      const points = runQuery('funnel.proportion', { ...filter, level, metric: 'share_sp3d_in_time', target: 0.7 }, context).units // prettier-ignore
      expect(points.map(({ unit }) => unit)).toEqual(inLevel.map(({ unit }) => unit))
      for (const { unit, observed } of points) {
        const onTime = oracle.received({ ...given, unit }).filter((row) => oracle.sp3d(row) === 'on_time').length
        expect([unit, observed]).toEqual([unit, onTime])
      }
    }

    const funnel = runQuery('funnel.proportion', { ...filter, metric: 'share_sp3d_in_time', target: 0.7 }, context)
    for (const point of funnel.units) {
      const states = oracle.received({ ...given, unit: point.unit }).map((row) => oracle.sp3d(row))
      const onTime = states.filter((state) => state === 'on_time').length
      const n = onTime + states.filter((state) => state === 'late').length
      expect([point.observed, point.n]).toEqual([onTime, n])
      if (n === 0) continue
      expect(point.p_low).toBeCloseTo(sum(0, onTime, (k) => binomial(k, n, 0.7)), 9) // prettier-ignore
      expect(point.p_high).toBeCloseTo(sum(onTime, n, (k) => binomial(k, n, 0.7)), 9) // prettier-ignore
      const p = Math.min(point.p_low, point.p_high)
      const side = point.p_low < point.p_high ? 'low' : 'high'
      const verdict = n * 0.7 < 5 ? 'insufficient' : p > 0.025 ? 'none' : `${side}_${p <= 0.001 ? 'alarm' : 'alert'}`
      expect(point.flag).toBe(verdict)
    }
    const rated = runQuery('funnel.rate', { ...filter, metric: 'received_per_100k' }, context)
    const level = nation.registry.units.find((unit) => unit.code === rated.units[0]?.unit)?.level
    const people = (code: string): number => {
      const unit = oracle.unit(code)!
      const below = nation.registry.units.filter((one) => one.parent === code)
      return unit.population ?? below.reduce((total, one) => total + people(one.code), 0)
    }
    const { unit: __, ...nationwide } = given
    const exposed = (code: string) => {
      const months = oracle.months(nationwide).filter((line) => oracle.isUnder(line.unit, code))
      const expected = months.reduce((total, line) => total + line.expected.length, 0)
      const delivered = months.reduce((total, line) => total + line.delivered.length, 0)
      return people(code) * (expected === 0 ? 1 : delivered / expected)
    }
    const peers = nation.registry.units.filter((unit) => unit.level === level && exposed(unit.code) > 0)
    const all = peers.reduce((total, unit) => total + exposed(unit.code), 0)
    const cases = peers.reduce((total, unit) => total + oracle.received({ ...given, unit: unit.code }).length, 0)
    for (const point of rated.units) {
      expect(point.observed).toBe(oracle.received({ ...given, unit: point.unit }).length)
      expect(point.n).toBeCloseTo(exposed(point.unit), 6)
      expect(point.expected).toBeCloseTo(all === 0 ? 0 : (exposed(point.unit) * cases) / all, 9)
    }
  })

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('cases %s', (_, given) => {
    const next = random(JSON.stringify(given).length + seed)
    const received = oracle.received(given)
    const facets = runQuery('cases.facets', queries['cases.facets'].params.parse(given), context)
    expect(facets).toMatchObject({ total: received.length, all: oracle.rows.length })
    expect(asRecord(facets.deadline)).toEqual(count(received, (row) => oracle.sp3d(row)))
    expect(facets.flagged).toBe(received.filter((row) => row.flags.length > 0).length)
    expect(facets.flagged + facets.unflagged).toBe(facets.total)
    expect(asRecord(facets.status)).toEqual(count(oracle.received(without(given, 'statuses')), (row) => row.values['status']!)) // prettier-ignore
    expect(asRecord(facets.channel)).toEqual(count(oracle.received(without(given, 'channels')), (row) => row.values['channel']!)) // prettier-ignore
    expect(asRecord(facets.addressee)).toEqual(count(oracle.received(without(given, 'addressees')), addressee))
    const old = oracle.open(given).filter((row) => oracle.age(row, given) > 90)
    expect(facets.open_over_90).toBe(old.length)

    for (const sort of SORTS) {
      for (const descending of [false, true]) {
        const page = runQuery('cases.page', { ...(given as QueryParams<'cases.page'>), sort, descending, limit: 1000 }, context) // prettier-ignore
        const key = (row: Row): string | number | null => sortKey(row, sort)
        expect(page.total).toBe(received.length)
        const keys = page.rows.map((line) => key(received.find((row) => row.values['case_id'] === line.case_id && row.reporter.unit === line.reporting_unit)!)) // prettier-ignore
        const filled = keys.filter((value) => value !== null)
        expect(keys.slice(0, filled.length)).toEqual(filled)
        const rising = filled.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        expect(filled).toEqual(descending ? rising.toReversed() : rising)
      }
    }
    const wanted = received[Math.floor(next() * received.length)]
    if (wanted) {
      const search = wanted.values['case_id']!.slice(2, 8).toLowerCase()
      const found = runQuery('cases.page', { ...(given as QueryParams<'cases.page'>), search, limit: 1000 }, context)
      const expected = received.filter((row) => row.values['case_id']!.toLowerCase().includes(search))
      expect(found.rows.map((row) => row.case_id).toSorted()).toEqual(expected.map((row) => row.values['case_id']).toSorted()) // prettier-ignore
      const line = found.rows.find((row) => row.case_id === wanted.values['case_id'] && row.reporting_unit === wanted.reporter.unit) // prettier-ignore
      expect(line).toEqual({
        case_id: wanted.values['case_id'],
        unit: wanted.values['unit_code'],
        unit_name: `Satuan ${wanted.values['unit_code']}`,
        reporting_unit: wanted.reporter.unit,
        channel: wanted.values['channel'],
        subject: wanted.values['subject'],
        category: (CATEGORIES as readonly string[]).includes(wanted.values['category']!) ? wanted.values['category'] : 'unknown', // prettier-ignore
        received_at: wanted.values['received_at'],
        first_response_at: wanted.values['first_response_at'] || null,
        closed_at: wanted.values['closed_at'] || null,
        status: wanted.values['status'],
        outcome: wanted.values['outcome'] || null,
        flags: expect.arrayContaining([...wanted.flags]) as unknown,
        deadline: oracle.sp3d(wanted),
        age_days: Math.max(0, Math.floor(((wanted.values['closed_at'] ? Date.parse(wanted.values['closed_at']) : wanted.asOf) - Date.parse(wanted.values['received_at']!)) / 86_400_000)), // prettier-ignore
      })
    }
    const late = runQuery('cases.page', { ...(given as QueryParams<'cases.page'>), deadline: 'late', limit: 1 }, context) // prettier-ignore
    expect(late.total).toBe(received.filter((row) => oracle.sp3d(row) === 'late').length)
    const flagged = runQuery('cases.page', { ...(given as QueryParams<'cases.page'>), flagged: true, limit: 1 }, context) // prettier-ignore
    expect(flagged.total).toBe(facets.flagged)
  })

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('channels %s', (_, given) => {
    const lines = runQuery('region.channels', queries['region.channels'].params.parse(given), context)
    expect(lines.map((line) => line.channel)).toEqual(CHANNELS.filter((channel) => given.channels?.includes(channel) ?? true)) // prettier-ignore
    for (const line of lines) {
      const own = { ...given, channels: [line.channel] }
      const received = oracle.received(own)
      expect(line.received).toBe(received.length)
      expect(line.first_response_median_days).toBe(oracle.survival(own, 'first_response_at').median)
      const taken = received.filter((row) => row.values['progress_at'] !== '' || row.values['closed_at'] !== '').length
      expect([line.followed_up.numerator, line.followed_up.denominator]).toEqual([taken, received.length])
    }
  })

  test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('figures %s', (_, given) => {
    const { figures } = runQuery('overview.keyFigures', queries['overview.keyFigures'].params.parse(given), context)
    const by = Object.fromEntries(figures.map((figure) => [figure.metric, figure]))
    if (by['received']?.missing === 'not_reported') return
    const received = oracle.received(given)
    expect(by['received']).toMatchObject({ value: received.length })
    const closed = oracle.closed(given)
    expect(by['substantiated']).toMatchObject({ numerator: closed.filter((row) => row.values['outcome'] === 'substantiated').length, denominator: closed.length }) // prettier-ignore
    const open = oracle.open(given)
    expect(by['open_over_90_days']).toMatchObject({ numerator: open.filter((row) => oracle.age(row, given) > 90).length, denominator: open.length }) // prettier-ignore
    expect(by['first_response_median_days']?.value ?? null).toBe(oracle.survival(given, 'first_response_at').median)
    const states = count(received, (row) => oracle.sp3d(row))
    expect(by['sp3d_on_time']).toMatchObject({
      numerator: states['on_time'] ?? 0,
      denominator: (states['on_time'] ?? 0) + (states['late'] ?? 0),
      extra: { pending: states['pending'] ?? 0, blocked: states['blocked'] ?? 0 },
    })
  })
})

/** The map of one unit counts the nation without a list of its cases; asked about the nation it uses one. */
test.each([
  { channels: CHANNELS.slice(0, 7), addressees: ['kapolres', 'none'] },
  { channels: CHANNELS.slice(0, 7), from: '2025-03-01', to: '2025-09-14' },
  { statuses: ['closed' as const], programmes: ['.'] },
])('the pooled rate is the same wherever it is asked: %j', (given) => {
  const nation = randomNation(11, 90)
  const filter = queries['overview.totals'].params.parse(given)
  const level = 'polres'
  const whole = runQuery('overview.map', { ...filter, level }, contextOf(nation))
  expect(whole.target).toBeGreaterThan(0)
  for (const unit of nation.registry.units.filter((one) => one.level === 'polda').map(({ code }) => code)) {
    const part = runQuery('overview.map', { ...filter, unit, level }, contextOf(nation))
    expect(part.target).toBe(whole.target)
    expect(part.units).toEqual(whole.units.filter((line) => part.units.some((own) => own.unit === line.unit)))
  }
})

function without(filter: OracleFilter, key: keyof OracleFilter): OracleFilter {
  const { [key]: _, ...rest } = filter
  return rest
}

function sortKey({ values, asOf, reporter, flags }: Row, sort: (typeof SORTS)[number]): string | number | null {
  const cut = (at: number) => Math.max(Date.UTC(1931, 11, 13), Math.min(Date.UTC(2068, 0, 19), at))
  if (sort === 'unit') return values['unit_code']!
  if (sort === 'reporting_unit') return reporter.unit
  if (sort === 'flags') return new Set(flags).size
  if (sort === 'age') {
    const until = values['closed_at'] === '' ? asOf : cut(Date.parse(values['closed_at']!))
    return Math.max(0, until - Date.parse(values['received_at']!))
  }
  if (sort === 'category') return (CATEGORIES as readonly string[]).includes(values['category']!) ? values['category']! : 'unknown' // prettier-ignore
  const value = values[sort]!
  if (value === '') return null
  return sort.endsWith('_at') ? cut(Date.parse(value)) : value
}
