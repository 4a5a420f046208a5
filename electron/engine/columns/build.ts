/** Makes a unit's segment from the values that count in its store. */
import type { FindingCode } from '../../../shared/export/codes'
import { TABLES } from '../../../shared/export/tables'
import { NONE, cut, momentOf } from '../../../shared/domain/time'
import { readCalls, unitOfCall } from './calls'
import { programmeOfSession, readSessions, unitOfSession } from './community'
import { Grow, int32, uint16, uint32, uint8 } from './grow'
import { keepFlow, type RawFlow } from './flow'
import { readLinks, type RawLinks } from './links'
import {
  CODE_COLUMNS, CODES, EMPTY, FLAG_CODES, FLOW_KINDS, HAS_DISTRICT, HAS_FLOW, TIME_COLUMNS, UNKNOWN, ZONES, zoneOffset,
  type CaseColumns, type CodeColumn, type Segment, type TimeColumn,
} from './layout' // prettier-ignore

/** Cells in the order of the table's columns; '' and null are both empty. */
export type TextRow = readonly (string | null)[]

/** Where a segment comes from; a unit's store satisfies it. Cases may come in any order, ids are unique. */
export interface UnitSource {
  /** every case that counts, with the values that count */
  eachCase(visit: (id: number, values: TextRow) => void): void
  eachEvent(visit: (caseId: string, eventType: string, occurredAt: string) => void): void
  eachSession(visit: (values: TextRow) => void): void
  eachCall(visit: (values: TextRow) => void): void
  /** findings that touch a case */
  caseFlags(): ReadonlyMap<string, readonly FindingCode[]>
}

const CASE = new Map(TABLES.cases.columns.map((column, i) => [column.name, i]))
const at = (map: ReadonlyMap<string, number>, name: string) => map.get(name) as number
const CODE_NUMBERS = Object.fromEntries(
  CODE_COLUMNS.map((name) => [name, new Map(CODES[name].map((code, i) => [code, i]))]),
) as unknown as Record<CodeColumn, ReadonlyMap<string, number>>

const record = <K extends string, V>(keys: readonly K[], make: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<K, V>

/** The segment of reporting unit `unit`. The same rows in any order give the same segment. */
export function buildSegment(unit: string, source: UnitSource): Segment {
  const raw = readCases(source)
  const { flow, withEvents } = readFlow(source, raw.rowOf)
  const sessionRows = rowsOf((visit) => source.eachSession(visit))
  const callRows = rowsOf((visit) => source.eachCall(visit))
  const others = new Set([...sessionRows.map(unitOfSession), ...callRows.map(unitOfCall)])
  const units = [...new Set([...raw.unitNumber.keys(), ...others])].toSorted()
  const place = new Map(units.map((code, i) => [code, i]))
  const placeOf = Uint16Array.from([...raw.unitNumber.keys()], (code) => place.get(code) as number)
  const unitOf = (row: number) => placeOf[raw.unit.at(row)] as number
  const received = raw.times.received_at
  const id = (row: number) => raw.ids[row] as string
  const order = Uint32Array.from({ length: raw.ids.length }, (_, i) => i).toSorted(
    (a, b) => unitOf(a) - unitOf(b) || received.at(a) - received.at(b) || (id(a) < id(b) ? -1 : 1),
  )
  const rank = new Uint32Array(order.length)
  order.forEach((row, i) => (rank[row] = i))
  const unitStart = new Uint32Array(units.length + 1)
  for (const row of order) unitStart[unitOf(row) + 1]! += 1
  for (let u = 0; u < units.length; u++) unitStart[u + 1]! += unitStart[u] as number
  const cases = gather(raw, order)
  const programmes = [
    ...new Set([...raw.links.programmes.map(([, code]) => code), ...sessionRows.map(programmeOfSession)]),
  ]
    .filter((code) => code !== '')
    .toSorted()
  const numbers = new Map(programmes.map((code, i) => [code, i + 1]))
  const { sessions, placeOf: sessionPlace } = readSessions(sessionRows, place, numbers)
  return {
    unit,
    units,
    unitStart,
    cases,
    flow: keepFlow(flow, withEvents, rank, cases.times.closed_at, cases.bits, HAS_FLOW),
    sessions,
    calls: readCalls(callRows, place),
    programmes,
    links: readLinks(raw.links, rank, numbers, sessionPlace),
    odd: moveOdd(raw.odd, rank),
  }
}

/** The odd times with the rows' final places, in their order. */
function moveOdd(odd: ReadonlyMap<number, string>, rank: Uint32Array): Map<number, string> {
  const moved = [...odd].map(([key, text]) => [(rank[key >>> 3] as number) * 8 + (key & 7), text] as const)
  return new Map(moved.toSorted((a, b) => a[0] - b[0]))
}

interface RawCases {
  ids: string[]
  rowOf: Map<string, number>
  unitNumber: Map<string, number>
  unit: Grow<Uint16Array>
  times: Record<TimeColumn, Grow<Int32Array>>
  codes: Record<CodeColumn, Grow<Uint8Array>>
  reopened: Grow<Uint8Array>
  bits: Grow<Uint8Array>
  flags: Grow<Uint8Array>
  zone: Grow<Uint8Array>
  odd: Map<number, string>
  links: RawLinks
}

function readCases(source: UnitSource): RawCases {
  const raw: RawCases = {
    ids: [],
    rowOf: new Map(),
    unitNumber: new Map(),
    unit: new Grow(uint16),
    times: record(TIME_COLUMNS, () => new Grow(int32)),
    codes: record(CODE_COLUMNS, () => new Grow(uint8)),
    reopened: new Grow(uint8),
    bits: new Grow(uint8),
    flags: new Grow(uint8),
    zone: new Grow(uint8),
    odd: new Map(),
    links: { programmes: [], sessions: [] },
  }
  const flags = source.caseFlags()
  const [idAt, unitAt, districtAt, reopenedAt, receivedAt] = ['case_id', 'unit_code', 'district_code', 'reopened_count', 'received_at'].map((name) => at(CASE, name)) as [number, number, number, number, number] // prettier-ignore
  const [programmeAt, sessionAt] = [at(CASE, 'programme'), at(CASE, 'session_id')]
  const timeAt = TIME_COLUMNS.map((name) => at(CASE, name))
  const codeAt = CODE_COLUMNS.map((name) => at(CASE, name))
  source.eachCase((_, values) => {
    const id = values[idAt] as string
    const code = values[unitAt] as string
    const row = raw.ids.length
    raw.ids.push(id)
    raw.rowOf.set(id, row)
    const known = raw.unitNumber.get(code)
    if (known === undefined) raw.unitNumber.set(code, raw.unitNumber.size)
    raw.unit.push(known ?? raw.unitNumber.size - 1)
    const zone = Math.max(0, (ZONES as readonly string[]).indexOf((values[receivedAt] as string).slice(19)))
    raw.zone.push(zone)
    TIME_COLUMNS.forEach((name, i) => {
      const text = values[timeAt[i] as number]
      raw.times[name].push(text ? pushTime(raw.odd, row * 8 + i, text, zoneOffset(zone)) : NONE)
    })
    CODE_COLUMNS.forEach((name, i) => {
      const text = values[codeAt[i] as number]
      raw.codes[name].push(text ? (CODE_NUMBERS[name].get(text) ?? UNKNOWN) : EMPTY)
    })
    raw.reopened.push(Math.min(255, Number(values[reopenedAt] ?? 0)))
    const [programme, session] = [values[programmeAt], values[sessionAt]]
    if (programme) raw.links.programmes.push([row, programme])
    if (session) raw.links.sessions.push([row, session])
    raw.bits.push(values[districtAt] ? HAS_DISTRICT : 0)
    raw.flags.push((flags.get(id) ?? []).reduce((bits, flag) => bits | bitOf(flag), 0))
  })
  return raw
}

const bitOf = (flag: FindingCode): number => {
  const bit = (FLAG_CODES as readonly FindingCode[]).indexOf(flag)
  return bit < 0 ? 0 : 1 << bit
}

/** The column's value of a time; remembers the text where the column alone would not give it back. */
function pushTime(odd: Map<number, string>, key: number, text: string, zone: number): number {
  const exact = momentOf(text)
  const held = cut(exact)
  if (held !== exact || Number(text.slice(20, 22)) * 3600 !== zone) odd.set(key, text)
  return held
}

function gather(raw: RawCases, order: Uint32Array): CaseColumns {
  const ids = new Grow(uint8)
  const idEnd = uint32(order.length)
  order.forEach((row, i) => {
    ids.pushAscii(raw.ids[row] as string)
    idEnd[i] = ids.length
  })
  return {
    rows: order.length,
    times: record(TIME_COLUMNS, (name) => raw.times[name].gather(order)),
    codes: record(CODE_COLUMNS, (name) => raw.codes[name].gather(order)),
    reopened: raw.reopened.gather(order),
    bits: raw.bits.gather(order),
    flags: raw.flags.gather(order),
    zone: raw.zone.gather(order),
    ids: ids.view().slice(),
    idEnd,
  }
}

function readFlow(source: UnitSource, rowOf: ReadonlyMap<string, number>): { flow: RawFlow; withEvents: Uint8Array } {
  const flow = { row: new Grow(uint32), kind: new Grow(uint8), at: new Grow(int32) }
  const withEvents = new Uint8Array(rowOf.size)
  source.eachEvent((caseId, eventType, occurredAt) => {
    const row = rowOf.get(caseId)
    if (row === undefined) return
    withEvents[row] = 1
    const kind = (FLOW_KINDS as readonly string[]).indexOf(eventType)
    if (kind < 0) return
    flow.row.push(row)
    flow.kind.push(kind)
    flow.at.push(cut(momentOf(occurredAt)))
  })
  return { flow, withEvents }
}

function rowsOf(each: (visit: (values: TextRow) => void) => void): TextRow[] {
  const rows: TextRow[] = []
  each((values) => rows.push([...values]))
  return rows
}
