import { describe, expect, test } from 'vitest'
import { exactTime, timeText } from '../../../electron/engine/analytics/exact'
import { buildSegment } from '../../../electron/engine/columns/build'
import { decodeIndex, encodeIndex } from '../../../electron/engine/columns/indexCodec'
import { caseId, codeText, FLOW_KINDS } from '../../../electron/engine/columns/layout'
import { buildIndex } from '../../../electron/engine/columns/nation'
import { sortByKey } from '../../../electron/engine/columns/radix'
import { decodeSegment, encodeSegment } from '../../../electron/engine/columns/segmentCodec'
import { dayText, momentOf } from '../../../shared/domain/time'
import { CALL_LINES } from '../../../shared/export/enums'
import { sourceOf } from '../../helpers/columns'
import { callRows, caseRows, eventRows, random, randomNation, sessionRows } from '../../helpers/randomNation'

const nation = randomNation(5, 60)
const segmentOf = (at: number, shuffled = false) => {
  const { unit, cases, events, sessions, calls, flags } = nation.reporters[at]!
  const turn = <T>(list: T[]) => (shuffled ? list.toReversed() : list)
  return buildSegment(unit, sourceOf({ cases: turn(caseRows(cases)), events: turn(eventRows(events)), sessions: turn(sessionRows(sessions)), calls: turn(callRows(calls)), flags })) // prettier-ignore
}
const all = nation.reporters.map((_, at) => at)

describe('segment', () => {
  test('the same rows in another order give the same bytes', () => {
    for (const at of all) expect(encodeSegment(segmentOf(at, true))).toEqual(encodeSegment(segmentOf(at)))
  })
  test('comes back from its bytes, aligned or not', () => {
    const segment = segmentOf(1)
    const bytes = encodeSegment(segment)
    expect(decodeSegment(bytes)).toEqual(segment)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(decodeSegment(moved.subarray(3))).toEqual(segment)
  })
  test('bytes that are none give none', () => {
    const bytes = encodeSegment(segmentOf(1))
    expect(decodeSegment(new Uint8Array(0))).toBeNull()
    expect(decodeSegment(bytes.subarray(0, bytes.length >> 1))).toBeNull()
    expect(decodeSegment(bytes.subarray(0, 40))).toBeNull()
    const other = bytes.slice()
    other[4]! ^= 1
    expect(decodeSegment(other)).toBeNull()
    expect(decodeSegment(encodeIndex(buildIndex([], [])))).toBeNull()
  })
  test('holds every value of every row', () => {
    for (const at of all) {
      const segment = segmentOf(at)
      const index = buildIndex([segment], nation.registry.units)
      expect(index.cases.rows).toBe(nation.reporters[at]!.cases.length)
      const byId = new Map(nation.reporters[at]!.cases.map((values) => [values['case_id'], values]))
      for (let row = 0; row < index.cases.rows; row++) {
        const values = byId.get(caseId(index.cases, row))!
        for (const column of ['received_at', 'first_response_at', 'progress_at', 'published_at', 'closed_at', 'recorded_at'] as const) {
          expect(timeText(index, column, row) ?? '').toBe(values[column])
          if (values[column]) expect(exactTime(index, column, row)).toBe(momentOf(values[column]))
        } // prettier-ignore
        for (const column of ['channel', 'subject', 'status', 'outcome', 'oversight_grade'] as const)
          expect(codeText(column, index.cases.codes[column][row]!) ?? '').toBe(values[column])
      }
    }
  })
  test('keeps events only of cases that need them', () => {
    const values = { ...nation.reporters.find((reporter) => reporter.cases.length > 0)!.cases[0]!, reopened_count: '0' }
    const base: Record<string, string> = {
      ...values,
      unit_code: 'POLDA-1',
      closed_at: '2025-05-01T00:00:00+07:00',
      status: 'closed',
    }
    const of = (events: [string, string][]) =>
      buildSegment('POLDA-1', sourceOf({ cases: caseRows([base]), events: eventRows(events.map(([event_type, occurred_at]) => ({ case_id: base['case_id']!, event_type, occurred_at }))) })).flow // prettier-ignore
    expect(of([]).row).toHaveLength(0)
    expect(of([['received', base['received_at']!], ['closed', base['closed_at']!]]).row).toHaveLength(0) // prettier-ignore
    expect([...of([['closed', '2025-05-02T00:00:00+07:00']]).kind]).toEqual([FLOW_KINDS.indexOf('closed')])
    const reopened = of([['reopened', '2025-04-02T00:00:00+07:00'], ['closed', '2025-04-01T00:00:00+07:00'], ['closed', base['closed_at']!]]) // prettier-ignore
    expect([...reopened.kind].map((kind) => FLOW_KINDS[kind])).toEqual(['closed', 'reopened', 'closed'])
  })
})

describe('index', () => {
  const segments = all.map((at) => segmentOf(at))
  const index = buildIndex(segments, nation.registry.units)
  test('units in tree order, cases by receipt, whoever reports them', () => {
    expect(index.units.slice(0, index.known)).toEqual(nation.registry.units.map((unit) => unit.code))
    for (let unit = 0; unit < index.units.length; unit++) {
      const [start, end] = [index.unitStart[unit]!, index.unitStart[unit + 1]!]
      const received = [...index.cases.times.received_at.subarray(start, end)]
      expect(received).toEqual(received.toSorted((a, b) => a - b))
      const ids = Array.from({ length: end - start }, (_, i) => `${index.reporters[index.reporter[start + i]!]} ${caseId(index.cases, start + i)}`) // prettier-ignore
      const expected = nation.reporters.flatMap((reporter) => reporter.cases.filter((values) => values['unit_code'] === index.units[unit]).map((values) => `${reporter.unit} ${values['case_id']}`)) // prettier-ignore
      expect(ids.toSorted()).toEqual(expected.toSorted())
    }
  })
  test('every session, call line and tie of a case is there, whoever reports it', () => {
    const { sessions, calls, links, programmes } = index
    const text = (unit: number, ...rest: (string | number)[]) => [index.units[unit], ...rest].join(' ')
    const held = Array.from(sessions.unit, (unit, i) => text(unit, dayText(sessions.day[i]!), sessions.issues[i]!, sessions.attendees[i]!)) // prettier-ignore
    const given = nation.reporters.flatMap((one) => one.sessions.map((session) => [session.unit_code, session.held_on, session.issues_raised ?? '2', session.attendees ?? '5'].join(' '))) // prettier-ignore
    expect(held.toSorted()).toEqual(given.toSorted())
    const days = Array.from(calls.unit, (unit, i) => text(unit, dayText(calls.day[i]!), CALL_LINES[calls.line[i]!]!, calls.offered[i]!, calls.prank[i]!, calls.median[i]!)) // prettier-ignore
    const rows = nation.reporters.flatMap((one) => one.calls.map((row) => [row['unit_code'], row['date'], row['line'], row['offered'], row['prank'], row['median_answer_s'] || '-1'].join(' '))) // prettier-ignore
    expect(days.toSorted()).toEqual(rows.toSorted())
    const named = Array.from(links.programmeRow, (row, i) => `${caseId(index.cases, row)} ${programmes[links.programme[i]! - 1]}`) // prettier-ignore
    const cases = nation.reporters.flatMap((one) => one.cases)
    expect(named.toSorted()).toEqual(cases.filter((one) => one['programme'] !== '').map((one) => `${one['case_id']} ${one['programme']}`).toSorted()) // prettier-ignore
    const raised = Array.from(links.sessionRow, (row, i) => text(sessions.unit[links.session[i]!]!, caseId(index.cases, row), dayText(sessions.day[links.session[i]!]!))) // prettier-ignore
    const tied = nation.reporters.flatMap((one) => {
      const byId = new Map(one.sessions.map((session) => [session.session_id, session]))
      return one.cases.flatMap((values) => {
        const session = values['session_id'] === '' ? undefined : byId.get(values['session_id'])
        return session ? [`${session.unit_code} ${values['case_id']} ${session.held_on}`] : []
      })
    })
    expect(tied.length).toBeGreaterThan(10)
    expect(raised.toSorted()).toEqual(tied.toSorted())
  })
  test('does not depend on the order of the segments', () => {
    expect(encodeIndex(buildIndex(segments.toReversed(), nation.registry.units))).toEqual(encodeIndex(index))
  })
  test('comes back from its bytes', () => expect(decodeIndex(encodeIndex(index))).toEqual(index))
  test('a unit that the registry does not know keeps its cases, after all others', () => {
    const units = nation.registry.units.filter((unit) => unit.code !== 'POLRES-10.01')
    const other = buildIndex(segments, units)
    expect(other.cases.rows).toBe(index.cases.rows)
    expect(other.units.slice(other.known)).toEqual(['POLRES-10.01'])
  })
})

test('radix sorting is stable and leaves its input alone', () => {
  const next = random(3)
  for (const most of [1, 5, 3000, 2 ** 32]) {
    const keys = Uint32Array.from({ length: 5000 }, () => Math.floor(next() * most))
    const rows = Uint32Array.from({ length: 5000 }, (_, i) => i)
    const sorted = sortByKey(rows, keys)
    expect([...sorted]).toEqual([...rows].toSorted((a, b) => keys[a]! - keys[b]! || a - b))
    expect(rows[17]).toBe(17)
  }
})
