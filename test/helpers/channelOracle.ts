/**
 * The channels' figures once more, slowly: plain loops over rows and calendar days with Date, sharing no code with the
 * engine. What the specification says in words, done word by word.
 */
import { Oracle, type OracleFilter, type Row } from './oracle'
import type { RandomNation, SessionRecord } from './randomNation'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const text = (time: number) => new Date(time).toISOString().slice(0, 10)

export interface Life {
  entry: number
  exit: number
  /** 0 = censored, else which of the outcomes */
  outcome: number
}
export interface UnitFriday {
  unit: string
  friday: string
  state: 'due' | 'holiday' | 'no_calendar' | 'not_reported' | 'not_due' | 'not_applicable'
  due: number
  held: number
}

export class ChannelOracle {
  readonly cases: Oracle
  constructor(private readonly nation: RandomNation) {
    this.cases = new Oracle(nation)
  }

  units(filter: OracleFilter) {
    return this.nation.registry.units.filter((unit) => this.cases.isUnder(unit.code, filter.unit))
  }
  /** First and last day of the filter, ends filled in from what accepted exports tell of. */
  period({ from, to }: OracleFilter): { from: string; to: string } {
    const accepted = this.nation.reporters.flatMap((one) => one.exports).filter((item) => item.state === 'accepted')
    return {
      from: from ?? '2025-01-01',
      to:
        to ??
        accepted
          .map((item) => item.period_to)
          .toSorted()
          .at(-1)!,
    }
  }
  /** The unit that reports for another: itself when it holds a key, else the nearest above; with the days it tells of. */
  desk(code: string): { unit: string; from: string; to: string } | { unit: string; from: null; to: null } | null {
    const keyed = new Set(this.nation.registry.keys.map((key) => key.unit))
    let found: string | undefined = code
    while (found !== undefined && !keyed.has(found)) found = this.cases.unit(found)?.parent
    if (found === undefined) return null
    const exports = this.nation.reporters.find((one) => one.unit === found)?.exports.filter((item) => item.state === 'accepted') ?? [] // prettier-ignore
    if (exports.length === 0) return { unit: found, from: null, to: null }
    return {
      unit: found,
      from: exports.map((item) => item.coverage_from).toSorted()[0]!,
      to: exports.at(-1)!.period_to,
    }
  }

  sessions(filter: OracleFilter, kind: string | null): (SessionRecord & { reporter: string })[] {
    const { from, to } = this.period(filter)
    return this.nation.reporters
      .flatMap((one) => one.sessions.map((session) => ({ ...session, reporter: one.unit })))
      .filter((one) => this.cases.isUnder(one.unit_code, filter.unit) && one.held_on >= from && one.held_on <= to)
      .filter((one) => kind === null || (one.kind ?? 'jumat_curhat') === kind)
  }
  /** Cases that name a session, whenever received, under the filter's codes. */
  casesOf(session: SessionRecord & { reporter: string }, filter: OracleFilter): Row[] {
    const { from: _, to: __, unit: ___, channels: ____, ...codes } = filter
    return this.cases.rows.filter(
      (row) => row.reporter.unit === session.reporter && session.session_id !== undefined && row.values['session_id'] === session.session_id && this.cases.matches(row, codes),
    ) // prettier-ignore
  }

  /** Every Friday of every unit that runs the programme, one by one. */
  fridays(filter: OracleFilter): UnitFriday[] {
    const { from, to } = this.period(filter)
    const found: UnitFriday[] = []
    const told = this.period({}).to
    for (const unit of this.units(filter)) {
      if (!unit.channels.includes('jumat_curhat') || unit.sessions_per_week <= 0) continue
      const held = this.nation.reporters.flatMap((one) => one.sessions).filter((one) => one.unit_code === unit.code && (one.kind ?? 'jumat_curhat') === 'jumat_curhat') // prettier-ignore
      const desk = this.desk(unit.code)
      let [owed, since] = [0, -Infinity]
      for (let day = at('2000-01-07'); day <= at(to); day += 7 * DAY) {
        // So many are owed by the end of each week since 2000; what a week adds is due on its Friday.
        const week = (day - at('2000-01-07')) / (7 * DAY)
        const due = Math.floor((week + 1) * unit.sessions_per_week) - owed
        owed += due
        const friday = text(day)
        const after = since
        if (due > 0) since = day + 2 * DAY
        if (friday < from) continue
        const count = held.filter((one) => at(one.held_on) > after && at(one.held_on) <= day + 2 * DAY).length
        // Sessions from the day after the last week that counted to the Sunday of this one.
        const sunday = text(day + 2 * DAY)
        const state =
          sunday > told
            ? 'not_due'
            : this.#stateOf(friday, due, desk, [text(Math.max(at('1999-01-01'), after + DAY)), sunday])
        found.push({ unit: unit.code, friday, state, due: state === 'due' || state === 'not_reported' ? due : 0, held: state === 'due' ? Math.min(due, count) : 0 }) // prettier-ignore
      }
    }
    return found
  }
  #stateOf(
    friday: string,
    due: number,
    desk: ReturnType<ChannelOracle['desk']>,
    [first, last]: [string, string],
  ): UnitFriday['state'] {
    const { holidays } = this.nation.registry
    if (due === 0) return 'not_due'
    if (!holidays.some((one) => one.kind === 'national_holiday' && one.date.slice(0, 4) === friday.slice(0, 4))) return 'no_calendar' // prettier-ignore
    if (holidays.some((one) => one.date === friday)) return 'holiday'
    return desk === null || desk.from === null || first < desk.from || last > desk.to ? 'not_reported' : 'due'
  }

  /** Sessions that were typed in together: four and more, each within ten minutes of the one before. */
  inBatch(sessions: readonly SessionRecord[]): number {
    const units = [...new Set(sessions.map((one) => one.unit_code))]
    let count = 0
    for (const unit of units) {
      const times = sessions.filter((one) => one.unit_code === unit).map((one) => Date.parse(one.recorded_at ?? `${one.held_on}T10:00:00+07:00`)).toSorted((a, b) => a - b) // prettier-ignore
      let run = 0
      times.forEach((time, i) => {
        run = i > 0 && time - times[i - 1]! <= 600_000 ? run + 1 : 1
        if (i === times.length - 1 || times[i + 1]! - time > 600_000) count += run >= 4 ? run : 0
      })
    }
    return count
  }

  calls(filter: OracleFilter, line: string) {
    const { from, to } = this.period(filter)
    const all = this.nation.reporters.flatMap((one) => one.calls).filter((row) => row['line'] === line && this.cases.isUnder(row['unit_code']!, filter.unit)) // prettier-ignore
    const rows = all.filter((row) => row['date']! >= from && row['date']! <= to)
    const units = [...new Set(rows.map((row) => row['unit_code']!))]
    let due = 0
    for (const unit of units) {
      const first = all.filter((row) => row['unit_code'] === unit).map((row) => row['date']!).toSorted()[0]! // prettier-ignore
      const desk = this.desk(unit)
      if (!desk || desk.from === null) throw new Error('a row without an export')
      for (let day = at(from); day <= at(to); day += DAY)
        if (text(day) >= first && text(day) >= desk.from && text(day) <= desk.to) due++
    }
    const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0)
    const waits = rows.filter((row) => row['median_answer_s'] !== '').map((row) => ({ wait: Number(row['median_answer_s']), answered: Number(row['answered']) })) // prettier-ignore
    const byCall = waits.flatMap(({ wait, answered }) => Array.from({ length: answered }, () => wait)).toSorted((a, b) => a - b) // prettier-ignore
    return { rows, units, due, sum, median: middle(waits.map(({ wait }) => wait)), weighted: middle(byCall), without: rows.length - waits.length } // prettier-ignore
  }

  /** Whole hours from `begun` to the end of watching, with when the case came under watch. */
  life(row: Row, end: number, outcome: number, begun = Date.parse(row.values['received_at']!)): Life | null {
    if (end < begun) return null
    return {
      exit: Math.floor((end - begun) / HOUR),
      entry: begun < row.covered ? Math.floor((row.covered - begun) / HOUR) : -1,
      outcome,
    }
  }
  /** A life up to the step, else up to closing, else up to as_of. */
  upTo(row: Row, step: string, begun?: number): Life | null {
    const closed = row.values['closed_at']!
    const end = step !== '' ? step : closed
    return this.life(row, end === '' ? row.asOf : Date.parse(end), step === '' ? 0 : 1, begun)
  }
}

function middle(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** Survival and cumulative incidence from their definitions, at every time somebody left. */
export function followed(all: readonly (Life | null)[], outcomes: number) {
  const lives = all.filter((one): one is Life => one !== null && one.exit > one.entry)
  const times = [...new Set(lives.map((life) => life.exit))].toSorted((a, b) => a - b)
  let free = 1
  const had = Array.from({ length: outcomes }, () => 0)
  const points = times.map((time) => {
    const atRisk = lives.filter((life) => life.entry < time && life.exit >= time).length
    const before = free
    had.forEach((_, k) => {
      const died = lives.filter((life) => life.exit === time && life.outcome === k + 1).length
      had[k]! += (before * died) / atRisk
      free -= (before * died) / atRisk
    })
    return { time, atRisk, free, had: [...had] }
  })
  const i = points.findIndex((point) => point.free < 0.5 + 1e-9)
  const exact = i >= 0 && points[i]!.free > 0.5 - 1e-9
  const next = exact ? (points.slice(i + 1).find((point) => point.free < 0.5 - 1e-9) ?? points.at(-1)!) : points[i]
  const median = i < 0 ? null : (points[i]!.time + next!.time) / 2 / 24
  return { n: lives.length, events: lives.filter((life) => life.outcome > 0).length, negative: all.filter((one) => one === null).length, points, median } // prettier-ignore
}
