/**
 * The figures once more, slowly: plain loops over objects with Date, sharing no code with the engine. What the specification
 * says in words, done word by word.
 */
import type { CaseRecord, EventRecord, RandomNation, ReporterRecord } from './randomNation'

export interface OracleFilter {
  from?: string
  to?: string
  unit?: string
  channels?: string[]
  subjects?: string[]
  categories?: string[]
  statuses?: string[]
  /** `none`: addressed to nobody */
  addressees?: string[]
  /** `.`: no programme */
  programmes?: string[]
}
const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Row {
  values: CaseRecord
  events: EventRecord[]
  reporter: ReporterRecord
  asOf: number
  covered: number
  zone: number
  flags: readonly string[]
}

export class Oracle {
  readonly rows: Row[] = []
  constructor(private readonly nation: RandomNation) {
    for (const reporter of nation.reporters) {
      const accepted = reporter.exports.filter((item) => item.state === 'accepted')
      const asOf = Date.parse(accepted.at(-1)!.as_of)
      const reporterZone = this.zone(reporter.unit)
      const covered = Date.parse(`${accepted.map((item) => item.coverage_from).toSorted()[0]}T00:00:00Z`) - reporterZone * HOUR
      for (const values of reporter.cases) {
        const events = reporter.events.filter((event) => event.case_id === values['case_id'])
        const flags = reporter.flags.get(values['case_id']!) ?? []
        this.rows.push({ values, events, reporter, asOf, covered, zone: this.zone(values['unit_code']!), flags })
      }
    }
  } // prettier-ignore

  unit(code: string) {
    return this.nation.registry.units.find((unit) => unit.code === code)
  }
  zone(code: string): number {
    return Number(this.unit(code)!.zone.slice(1, 3))
  }
  isUnder(code: string, top: string | undefined): boolean {
    if (top === undefined || code === top) return true
    const parent = this.unit(code)?.parent
    return parent !== undefined && this.unit(parent) !== undefined && this.isUnder(parent, top)
  }

  matches({ values }: Row, filter: OracleFilter): boolean {
    return (
      this.isUnder(values['unit_code']!, filter.unit) &&
      (!filter.channels || filter.channels.includes(values['channel']!)) &&
      (!filter.subjects || filter.subjects.includes(values['subject']!)) &&
      (!filter.categories || filter.categories.includes(values['category']!)) &&
      (!filter.statuses || filter.statuses.includes(values['status']!)) &&
      (!filter.addressees || filter.addressees.includes(values['addressee'] || 'none')) &&
      (!filter.programmes || filter.programmes.includes(values['programme'] || '.'))
    )
  }
  day(at: number, zone: number): string {
    const date = new Date(at + zone * HOUR)
    return `${String(date.getUTCFullYear()).padStart(4, '0')}-${date.toISOString().slice(-19, -14)}`
  }
  inPeriod(text: string, zone: number, { from, to }: OracleFilter): boolean {
    const day = this.day(Date.parse(text), zone)
    return (from === undefined || day >= from) && (to === undefined || day <= to)
  }
  received(filter: OracleFilter): Row[] {
    return this.rows.filter((row) => this.matches(row, filter) && this.inPeriod(row.values['received_at']!, row.zone, filter))
  } // prettier-ignore
  closed(filter: OracleFilter): Row[] {
    return this.rows.filter(
      (row) => this.matches(row, filter) && row.values['closed_at'] !== '' && this.inPeriod(row.values['closed_at']!, row.zone, filter),
    )
  } // prettier-ignore
  /** First millisecond not known: after the as_of second, or the start of the day after `to`. */
  known(row: Row, { to }: OracleFilter): number {
    const after = to === undefined ? Infinity : Date.parse(`${to}T00:00:00Z`) + DAY - row.zone * HOUR
    return Math.min(row.asOf + 1000, after)
  }
  open(filter: OracleFilter): Row[] {
    return this.rows.filter((row) => {
      const known = this.known(row, filter)
      const { closed_at: closed, received_at: received } = row.values
      return this.matches(row, filter) && Date.parse(received!) < known && (closed === '' || Date.parse(closed!) >= known)
    })
  } // prettier-ignore

  /** Rules in force on the day of receipt that speak of the case, with the first moment after the deadline. */
  limits(row: Row): { code: string; kind: string; from: string; to: string; after: number | 'blocked' | null }[] {
    const day = this.day(Date.parse(row.values['received_at']!), row.zone)
    return this.nation.registry.rules
      .filter((rule) => rule.effective_from <= day && (rule.effective_to === null || day <= rule.effective_to))
      .filter((rule) => Object.entries(rule.applies).every(([column, codes]) => codes.includes(row.values[column] ?? '')))
      .map(({ code, kind, from, to, limit }) => {
        const start = row.values[from]!
        if (start === '') return { code, kind, from, to, after: null }
        const at = Date.parse(start)
        if (limit.unit === 'hours') return { code, kind, from, to, after: at + limit.value * HOUR + 1000 }
        const first = Date.parse(`${this.day(at, row.zone)}T00:00:00Z`)
        let [last, left]: [number, number] = [first, limit.value]
        if (limit.unit === 'days') last = first + limit.value * DAY
        else {
          while (left > 0) {
            last += DAY
            const text = new Date(last).toISOString().slice(0, 10)
            const loaded = this.nation.registry.holidays.some((item) => item.kind === 'national_holiday' && item.date.slice(0, 4) === text.slice(0, 4))
            if (!loaded) return { code, kind, from, to, after: 'blocked' as const }
            const free = [0, 6].includes(new Date(last).getUTCDay()) || this.nation.registry.holidays.some((item) => item.date === text)
            if (!free) left--
          }
        }
        return { code, kind, from, to, after: last + DAY - row.zone * HOUR }
      })
  } // prettier-ignore
  overdue(filter: OracleFilter): Row[] {
    return this.rows.filter((row) => {
      const known = this.known(row, filter)
      if (!this.matches(row, filter) || Date.parse(row.values['received_at']!) >= known) return false
      return this.limits(row).some(({ kind, to, after }) => {
        if (kind !== 'regulation' || typeof after !== 'number' || known < after) return false
        const done = row.values[to]!
        return done === '' || Date.parse(done) >= known
      })
    })
  }
  sp3d(row: Row): 'on_time' | 'late' | 'pending' | 'blocked' | 'none' {
    const limit = this.limits(row).find(({ kind, to, from }) => kind === 'regulation' && from === 'received_at' && to === 'progress_at') // prettier-ignore
    const done = row.values['progress_at']!
    if (!limit || (done !== '' && Date.parse(done) < Date.parse(row.values['received_at']!))) return 'none'
    if (limit.after === 'blocked') return 'blocked'
    if (row.asOf + 1000 < limit.after!) return 'pending'
    return done !== '' && Date.parse(done) < limit.after! ? 'on_time' : 'late'
  }
  age(row: Row, filter: OracleFilter): number {
    return Math.floor((this.known(row, filter) - Date.parse(row.values['received_at']!)) / DAY)
  }

  /** Kaplan–Meier from its definition: at every time, who was under watch and who had the event. */
  survival(filter: OracleFilter, column: string) {
    let [negative, truncated, sum, reached] = [0, 0, 0, 0]
    const lives: { entry: number; exit: number; event: boolean }[] = []
    for (const row of this.received(filter)) {
      const begun = Date.parse(row.values['received_at']!)
      const stage = row.values[column]!
      const closed = row.values['closed_at']!
      const end = stage !== '' ? Date.parse(stage) : closed !== '' ? Date.parse(closed) : row.asOf
      if (end < begun) {
        negative++
        continue
      }
      const exit = Math.floor((end - begun) / HOUR)
      const entry = begun < row.covered ? Math.floor((row.covered - begun) / HOUR) : -1
      if (stage !== '') {
        sum += exit
        reached++
      }
      if (exit <= entry) continue
      if (entry >= 0) truncated++
      lives.push({ entry, exit, event: stage !== '' })
    }
    const times = [...new Set(lives.map((life) => life.exit))].toSorted((a, b) => a - b)
    let survival = 1
    const points = times.map((time) => {
      const atRisk = lives.filter((life) => life.entry < time && life.exit >= time).length
      const died = lives.filter((life) => life.exit === time && life.event).length
      survival *= 1 - died / atRisk
      return { time, atRisk, survival }
    })
    const at = (level: number) => {
      const i = points.findIndex((point) => point.survival < level + 1e-9)
      if (i < 0) return null
      const from = points[i]!.time
      if (points[i]!.survival < level - 1e-9) return from / 24
      const next = points.slice(i + 1).find((point) => point.survival < level - 1e-9) ?? points.at(-1)!
      return (from + next.time) / 2 / 24
    }
    const events = lives.filter((life) => life.event).length
    return { n: lives.length, events, negative, truncated, points, median: at(0.5), q1: at(0.75), q3: at(0.25), mean: reached === 0 ? null : sum / reached / 24 } // prettier-ignore
  }

  /** Which months of a filter a reporting unit was expected to deliver, and which it did. */
  months(filter: OracleFilter): { unit: string; expected: string[]; delivered: string[] }[] {
    const all = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`)
    const last = this.nation.reporters.flatMap((reporter) => reporter.exports).filter((item) => item.state === 'accepted').map((item) => item.period_to).toSorted().at(-1)! // prettier-ignore
    const [from, to] = [filter.from ?? '2025-01-01', filter.to === undefined || filter.to > last ? last : filter.to]
    const asked = all.filter((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7))
    const keyed = this.nation.registry.keys.map((key) => key.unit)
    let units = keyed.filter((unit) => this.isUnder(unit, filter.unit))
    if (units.length === 0 && filter.unit !== undefined) {
      let code: string | undefined = filter.unit
      while (code !== undefined && !keyed.includes(code)) code = this.unit(code)?.parent
      units = code === undefined ? [] : [code]
    }
    return units.map((unit) => {
      const exports = this.nation.reporters.find((reporter) => reporter.unit === unit)?.exports ?? []
      const delivered = asked.filter((month) => exports.some((item) => item.state === 'accepted' && item.period_from.startsWith(month))) // prettier-ignore
      return { unit, expected: asked, delivered }
    })
  }

  flow(filter: OracleFilter) {
    const sum = { opening: 0, received: 0, reopened: 0, transferred_in: 0, closed: 0, transferred_out: 0, closing: 0 }
    for (const row of this.rows.filter((one) => this.matches(one, filter))) {
      const known = this.known(row, filter)
      const start = filter.from === undefined ? -Infinity : Date.parse(`${filter.from}T00:00:00Z`) - row.zone * HOUR
      const opens = Math.min(start, known)
      const within = (text: string) => text !== '' && Date.parse(text) >= opens && Date.parse(text) < known
      const events = row.events.toSorted((a, b) => Date.parse(a.occurred_at) - Date.parse(b.occurred_at))
      const transfer = events.find((event) => event.event_type.startsWith('referred_'))
      const arrived = transfer?.event_type === 'referred_in' ? transfer.occurred_at : null
      if (arrived === null && within(row.values['received_at']!)) sum.received++
      for (const event of events.filter((one) => within(one.occurred_at))) {
        if (['closed', 'withdrawn'].includes(event.event_type)) sum.closed++
        if (event.event_type === 'reopened') sum.reopened++
        if (event.event_type === 'referred_in') sum.transferred_in++
        if (event.event_type === 'referred_out') sum.transferred_out++
      }
      if (events.length === 0 && within(row.values['closed_at']!)) sum.closed++
      if (this.#inStock(row, events, arrived, opens)) sum.opening++
      if (this.#inStock(row, events, arrived, known)) sum.closing++
    }
    return sum
  }

  #inStock(row: Row, events: EventRecord[], arrived: string | null, moment: number): boolean {
    if (Date.parse(arrived ?? row.values['received_at']!) >= moment) return false
    const past = events.filter((event) => Date.parse(event.occurred_at) < moment)
    if (past.findLast((event) => event.event_type.startsWith('referred_'))?.event_type === 'referred_out') return false
    const state = past.findLast((event) => ['closed', 'withdrawn', 'reopened'].includes(event.event_type))
    if (state && state.event_type !== 'reopened') return false
    const closed = row.values['closed_at']!
    const since = past.findLast((event) => event.event_type === 'reopened')
    return !(closed !== '' && Date.parse(closed) < moment && (!since || Date.parse(closed) >= Date.parse(since.occurred_at))) // prettier-ignore
  }
}
