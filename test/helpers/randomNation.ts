/**
 * A small nation by chance, with the dirt that real exports bring: times before receipt, years 1900 and 3019, offsets of
 * another zone, units reported by two exports, months that never came.
 */
import { REGISTRY_FORMAT, TABLES } from '../../shared/export/tables'
import {
  ACTOR_ROLES, CATEGORIES, CHANNELS, COMPLAINT_CATEGORIES, OTHER_CATEGORIES, OUTCOMES, SUBJECTS, SANCTIONS,
} from '../../shared/export/enums' // prettier-ignore
import type { Finding, FindingCode } from '../../shared/export/codes'
import type { Registry, RegistryUnit } from '../../shared/export/registry'
import { DAY, HOUR, iso, pad, random, START } from './chance'
import { communityOf, PROGRAMMES, tie, type CallRecord, type SessionRecord } from './randomCommunity'

export { iso, random } from './chance'
export type { CallRecord, SessionRecord } from './randomCommunity'

export type CaseRecord = Record<string, string>
export interface EventRecord {
  case_id: string
  event_type: string
  occurred_at: string
}
export interface ExportRecord {
  sequence: number
  state: 'accepted' | 'quarantined'
  created: string
  as_of: string
  period_from: string
  period_to: string
  coverage_from: string
  rows: Record<string, number>
  findings: Finding[]
}
export interface ReporterRecord {
  unit: string
  cases: CaseRecord[]
  events: EventRecord[]
  sessions: SessionRecord[]
  calls: CallRecord[]
  flags: Map<string, FindingCode[]>
  exports: ExportRecord[]
}
export interface RandomNation {
  registry: Registry
  reporters: ReporterRecord[]
}

const KEY = 'x'.repeat(43)

export function randomNation(seed: number, casesEach: number): RandomNation {
  const next = random(seed)
  const chance = (p: number) => next() < p
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T
  const units: RegistryUnit[] = []
  const add = (code: string, level: RegistryUnit['level'], parent: string, zone: RegistryUnit['zone']) =>
    units.push({
      code,
      name: `Satuan ${code}`,
      level,
      type: level,
      parent,
      peer_group: pick(['a', 'b']),
      zone,
      areas: level === 'polres' ? [code.slice(-5)] : [],
      population: level === 'polres' ? int(50_000, 900_000) : null,
      personnel: level === 'polres' ? int(100, 900) : null,
      channels: CHANNELS.filter(() => chance(0.7)),
      sessions_per_week: [1, 1, 2, 0.5, 1, 0][units.length % 6]!,
      valid_from: '2024-01-01',
      valid_to: null,
    })
  const zones = ['+07:00', '+08:00', '+09:00'] as const
  for (let a = 1; a <= 3; a++) {
    const zone = zones[a - 1]!
    add(`POLDA-${a}`, 'polda', 'MABES', zone)
    for (let b = 1; b <= 3; b++) {
      add(`POLRES-${a}0.0${b}`, 'polres', `POLDA-${a}`, zone)
      for (let c = 1; c <= 2; c++) add(`POLSEK-${a}0.0${b}.0${c}`, 'polsek', `POLRES-${a}0.0${b}`, zone)
    }
  }
  const reporting = units.filter(({ level }) => level !== 'polsek')
  const registry: Registry = {
    format: REGISTRY_FORMAT,
    version: 3,
    issued: '2025-01-01T00:00:00+07:00',
    expires: '2027-01-01T00:00:00+07:00',
    purpose: 'demo',
    previous_sha256: null,
    root: { threshold: 1, keys: [{ kty: 'OKP', crv: 'Ed25519', x: KEY }] },
    policy: { coverage_months: 24, due_day: 10, grace_days: 5, max_sequence_step: 24, backdate_tolerance_days: 3 },
    units,
    programmes: PROGRAMMES.slice(0, 2).map((code) => ({
      code,
      name: `Program ${code}`,
      channel: 'whatsapp' as const,
      units: ['POLRES-10.01'],
    })),
    rules: [
      rule('sp3d', 'regulation', 'received_at', 'progress_at', 10, 'working_days', '2024-01-01', '2025-03-14', { subject: ['complaint'] }),
      rule('sp3d', 'regulation', 'received_at', 'progress_at', 20, 'working_days', '2025-03-15', null, { subject: ['complaint'], oversight_grade: ['graded'] }),
      rule('result', 'regulation', 'progress_at', 'closed_at', 40, 'days', '2024-01-01', null, { subject: ['complaint'] }),
      rule('viral', 'directive', 'received_at', 'first_response_at', 72, 'hours', '2025-02-01', null, { channel: ['social_media'] }),
    ], // prettier-ignore
    holidays: [
      ['2025-01-01', 'national_holiday'], ['2025-03-31', 'national_holiday'], ['2025-04-01', 'national_holiday'],
      ['2025-04-02', 'cuti_bersama'], ['2025-04-03', 'cuti_bersama'], ['2025-05-01', 'national_holiday'],
      ['2025-04-18', 'national_holiday'], ['2025-05-30', 'cuti_bersama'],
      ['2025-12-25', 'national_holiday'], ['2024-12-25', 'national_holiday'],
    ].map(([date, kind]) => ({ date: date!, name: 'libur', kind: kind as 'national_holiday', basis: 'SKB' })), // prettier-ignore
    keys: reporting.map(({ code }) => ({
      kid: KEY,
      jwk: { kty: 'OKP', crv: 'Ed25519', x: KEY },
      unit: code,
      scope: 'self',
      not_before: '2025-01-01T00:00:00+07:00',
      not_after: '2026-12-31T00:00:00+07:00',
      revoked: null,
    })),
  }
  const reporters = reporting
    .filter(() => !chance(0.08))
    .map(({ code, level, zone }): ReporterRecord => {
      const below = units.filter((unit) => unit.code === code || unit.parent === code)
      const own = Number(zone.slice(1, 3))
      const months = chance(0.2) ? int(9, 11) : 12
      const exports = monthly(months, own, chance, int)
      const last = exports.filter((item) => item.state === 'accepted').at(-1)
      const asOf = Date.parse(last?.as_of ?? '2026-01-01T00:00:00+07:00')
      const cases: CaseRecord[] = []
      const events: EventRecord[] = []
      const flags = new Map<string, FindingCode[]>()
      const count = level === 'polda' ? int(0, 10) : int(0, casesEach)
      for (let i = 0; i < count; i++) {
        const record = caseOf(`C${code.replaceAll(/[^0-9]/g, '')}-${pad(i)}${pad(int(0, 99))}AA`, pick(below).code)
        cases.push(record.values)
        events.push(...record.events)
        if (chance(0.1)) flags.set(record.values['case_id']!, chance(0.5) ? ['SEMANTIC'] : ['SILENT-EDIT', 'TIME-ZONE'])
      }
      const sessions = Array.from({ length: int(0, 50) }, (_, i) => ({
        unit_code: code,
        held_on: new Date(START + (2 + 7 * i) * DAY).toISOString().slice(0, 10),
      }))
      const community = communityOf(
        random(seed + 7919 * (below[0]!.code.length + units.indexOf(below[0]!))),
        below,
        own,
        asOf,
      )
      for (const item of cases) tie(item, community.next, community.sessions, asOf)
      return {
        unit: code,
        cases,
        events,
        sessions: [...sessions, ...community.sessions],
        calls: community.calls,
        flags,
        exports,
      }

      function caseOf(id: string, unit: string): { values: CaseRecord; events: EventRecord[] } {
        const hours = chance(0.05) ? 7 : own
        const received = START - 60 * DAY + Math.floor((next() * (asOf - START + 60 * DAY)) / 1000) * 1000
        const midnight = chance(0.1) ? received - ((received + hours * HOUR) % DAY) : received
        const later = (days: number) => midnight + Math.floor((next() * days * DAY) / 1000) * 1000
        const time = (at: number | null) => (at === null ? '' : iso(at, chance(0.02) ? 9 : hours))
        const known = (at: number) => (at <= asOf || chance(0.01) ? at : null)
        const dirty = () => (chance(0.02) ? midnight - int(1, 500) * HOUR : null)
        const response = chance(0.8) ? (dirty() ?? known(later(20))) : null
        const progress = chance(0.7) ? (dirty() ?? known(later(60))) : null
        let closed = chance(0.75) ? (dirty() ?? known(later(150))) : null
        let closedText = time(closed)
        if (chance(0.02)) closedText = pick(['1900-02-03T04:05:06+07:00', '3019-02-03T04:05:06+08:00'])
        closed = closedText === '' ? null : Date.parse(closedText)
        const subject = chance(0.6) ? 'complaint' : pick(SUBJECTS)
        const reopened = chance(0.06)
        const status = closed === null ? pick(['received', 'in_review', 'in_progress', 'referred']) : pick(['closed', 'closed', 'withdrawn', 'archived']) // prettier-ignore
        const values: CaseRecord = {
          case_id: id,
          unit_code: unit,
          channel: pick(CHANNELS),
          programme: '',
          addressee: '',
          session_id: '',
          subject,
          category: subject === 'complaint' ? pick(COMPLAINT_CATEGORIES) : chance(0.03) ? 'asteroid' : pick(chance(0.5) ? OTHER_CATEGORIES : CATEGORIES), // prettier-ignore
          oversight_grade: chance(0.6) ? 'graded' : chance(0.5) ? 'not_graded' : '',
          respondent_function: '',
          complainant_kind: '',
          complainant_ref: '',
          district_code: chance(0.7) ? '33.74.01' : '',
          received_at: iso(midnight, hours),
          first_response_at: time(response),
          progress_at: time(progress),
          published_at: chance(0.2) ? time(known(later(40))) : '',
          viral_at: '',
          status,
          referred_from: '',
          referred_to: '',
          closed_at: closedText,
          outcome: closed === null || chance(0.05) ? '' : pick(OUTCOMES),
          sanction: chance(0.1) ? pick(SANCTIONS) : '',
          informed_at: '',
          reopened_count: reopened ? '1' : '0',
          satisfaction: '',
          duplicate_of: '',
          recorded_at: iso(midnight + int(0, 6) * DAY, hours),
          updated_at: iso(asOf, hours),
        }
        return { values, events: eventsOf(id, midnight, closedText, reopened) }
      }

      function eventsOf(id: string, received: number, closedText: string, reopened: boolean): EventRecord[] {
        const list: EventRecord[] = []
        const put = (type: string, at: string) => list.push({ case_id: id, event_type: type, occurred_at: at })
        if (chance(0.3)) return list
        put('received', iso(received, own))
        if (chance(0.06)) put('referred_in', iso(received + int(0, 5) * DAY, own))
        if (chance(0.06)) put('referred_out', iso(received + int(2, 40) * DAY, own))
        if (reopened) {
          put('closed', iso(received + int(1, 20) * DAY, own))
          put('reopened', iso(received + int(21, 40) * DAY, own))
        }
        if (closedText !== '' && !chance(0.05)) put(chance(0.9) ? 'closed' : 'withdrawn', closedText)
        return list
      }
    })
  return { registry, reporters }
}

function rule(
  code: string, kind: 'regulation' | 'directive', from: 'received_at' | 'progress_at', to: 'progress_at' | 'closed_at' | 'first_response_at',
  value: number, unit: 'hours' | 'days' | 'working_days', effective_from: string, effective_to: string | null, applies: Record<string, string[]>,
): Registry['rules'][number] {
  return { code, title: { id: code, en: code }, basis: 'dasar', kind, from, to, limit: { value, unit }, applies, effective_from, effective_to }
} // prettier-ignore

/** One export a month of 2025; some are missing or quarantined, and the last as_of is that of the last accepted. */
function monthly(
  months: number,
  hours: number,
  chance: (p: number) => boolean,
  int: (a: number, b: number) => number,
): ExportRecord[] {
  // prettier-ignore
  const exports: ExportRecord[] = []
  for (let month = 1; month <= months; month++) {
    if (month > 1 && month < months && chance(0.05)) continue
    const end = new Date(Date.UTC(2025, month, 0)).toISOString().slice(0, 10)
    const asOf = iso(Date.UTC(2025, month, 1) - hours * HOUR + int(0, 30) * HOUR, hours)
    exports.push({
      sequence: month,
      state: month > 1 && chance(0.05) ? 'quarantined' : 'accepted',
      created: asOf,
      as_of: asOf,
      period_from: `2025-${pad(month)}-01`,
      period_to: end,
      coverage_from: '2025-01-01',
      rows: { cases: month === 2 ? 0 : 9 },
      findings: [],
    })
  }
  return exports
}

const names = (table: keyof typeof TABLES) => TABLES[table].columns.map((column) => column.name)
/** Records as rows in the order of their table. */
export const caseRows = (cases: readonly CaseRecord[]) => cases.map((record) => names('cases').map((name) => record[name] ?? '')) // prettier-ignore
export const eventRows = (events: readonly EventRecord[]) =>
  events.map((record, i) => [`E${i}`, record.case_id, record.event_type, record.occurred_at, record.occurred_at, ACTOR_ROLES[0]]) // prettier-ignore
export const sessionRows = (sessions: readonly SessionRecord[]) =>
  sessions.map(({ unit_code, held_on, ...more }, i) => [
    more.session_id ?? `S${i}`, unit_code, more.kind ?? 'jumat_curhat', more.programme ?? '', held_on, '', more.led_by_role ?? 'kapolres',
    more.attendees ?? '5', more.issues_raised ?? '2', more.recorded_at ?? `${held_on}T10:00:00+07:00`,
  ]) // prettier-ignore
export const callRows = (calls: readonly CallRecord[]) => calls.map((record) => names('daily_calls').map((name) => record[name] ?? '')) // prettier-ignore
