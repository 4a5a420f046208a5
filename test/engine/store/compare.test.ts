import { describe, expect, test } from 'vitest'
import type { Packed } from '../../../electron/engine/export/pack'
import { readStoredCase } from '../../../electron/engine/queries/caseDetail'
import {
  callRow,
  caseRow,
  correctionRow,
  eventRow,
  makeExport,
  nextExport,
  sessionRow,
} from '../../helpers/signedExports'
import { freshLayout, openUnit } from '../../helpers/unitImports'

type Rows = string[][]
interface Tables {
  cases?: Rows
  events?: Rows
  community_sessions?: Rows
  daily_calls?: Rows
  corrections?: Rows
}
const CLOSED = {
  status: 'closed',
  closed_at: '2026-03-20T09:00:00+07:00',
  outcome: 'action_taken',
  updated_at: '2026-03-20T10:00:00+07:00',
}
const id = (n: number) => `CASE-${String(n).padStart(6, '0')}`

/** Imports a first export and the one after it; says what the second one was found to be. */
async function twice(first: Tables, second: Tables, more: Parameters<typeof nextExport>[2] = {}) {
  const unit = await openUnit(await freshLayout())
  const before = makeExport({ tables: first })
  const [one, two] = await unit.take(before, nextExport(before, 2, { tables: second, ...more }))
  expect(one?.report.outcome).toBe('accepted')
  const found = two?.report.findings.map(({ code, place, details }) => [
    code,
    place.file?.replace('.csv', '') ?? null,
    details['row_id'] ?? null,
    place.column ?? null,
  ])
  return {
    unit,
    outcome: two?.report.outcome,
    findings: two?.report.findings ?? [],
    found,
    detail: (n: number) => readStoredCase(unit.store(), id(n)),
  }
}

describe('values that may change', () => {
  test('a first snapshot and a later one with ordinary progress', async () => {
    const { outcome, found, detail } = await twice(
      { cases: [caseRow(1), caseRow(2)] },
      { cases: [caseRow(1, { status: 'in_progress', first_response_at: '2026-03-03T09:00:00+07:00' }), caseRow(2)] },
    )
    expect([outcome, found]).toEqual(['accepted', []])
    const one = detail(1)
    expect(one?.case).toMatchObject({ status: 'in_progress', first_response_at: '2026-03-03T09:00:00+07:00' })
    expect(one?.versions.map(({ sequence, row, values }) => [sequence, row, values['status']])).toEqual([[1, 2, 'received'], [2, 2, 'in_progress']]) // prettier-ignore
    expect(detail(2)?.versions.map(({ sequence }) => sequence)).toEqual([1])
    expect(detail(2)?.provenance).toMatchObject({ sequence: 2, row: 3 })
  })

  test('a new case after the last as_of', async () => {
    const late = {
      received_at: '2026-04-02T09:00:00+07:00',
      recorded_at: '2026-04-02T10:00:00+07:00',
      updated_at: '2026-04-02T10:00:00+07:00',
    }
    const { outcome, detail } = await twice({ cases: [caseRow(1)] }, { cases: [caseRow(1), caseRow(2, late)] })
    expect(outcome).toBe('accepted')
    expect(detail(2)?.versions.map(({ sequence, row }) => [sequence, row])).toEqual([[2, 3]])
  })

  test('a sanction pending counts as empty', async () => {
    const { outcome } = await twice(
      { cases: [caseRow(1, { ...CLOSED, sanction: 'pending' })] },
      { cases: [caseRow(1, { ...CLOSED, sanction: 'reprimand' })] },
    )
    expect(outcome).toBe('accepted')
  })

  test('a reopening with its event', async () => {
    const reopened = eventRow(7, {
      event_type: 'reopened',
      occurred_at: '2026-04-02T09:00:00+07:00',
      recorded_at: '2026-04-02T09:00:00+07:00',
    })
    const open = caseRow(1, { status: 'in_progress', reopened_count: '1' })
    const closed = caseRow(1, CLOSED)
    const { outcome, detail } = await twice({ cases: [closed] }, { cases: [open], events: [reopened] })
    expect(outcome).toBe('accepted')
    expect(detail(1)?.case).toMatchObject({ status: 'in_progress', closed_at: null, reopened_count: '1' })
    expect(detail(1)?.versions[0]?.values).toMatchObject({ status: 'closed', closed_at: CLOSED.closed_at })
    const without = await twice({ cases: [closed] }, { cases: [open] })
    expect(without.found).toEqual([
      ['SILENT-EDIT', 'cases', id(1), 'status'],
      ['SILENT-EDIT', 'cases', id(1), 'closed_at'],
      ['SILENT-EDIT', 'cases', id(1), 'outcome'],
    ])
  })
})

describe('undeclared changes', () => {
  test('an immutable value: flagged with row and column, the first one counts, both are kept', async () => {
    const { outcome, findings, detail } = await twice(
      { cases: [caseRow(1), caseRow(2)] },
      { cases: [caseRow(1), caseRow(2, { category: 'discrimination' })] },
    )
    expect(outcome).toBe('accepted_with_flags')
    expect(findings).toMatchObject([
      { code: 'SILENT-EDIT', severity: 'high', place: { file: 'cases.csv', row: 3, column: 'category' }, details: { row_id: id(2), old_value: 'poor_service', new_value: 'discrimination', previous_sequence: 1 } },
    ]) // prettier-ignore
    expect(detail(2)?.case['category']).toBe('poor_service')
    expect(detail(2)?.versions.at(-1)?.values['category']).toBe('discrimination')
    expect(detail(2)?.findings).toMatchObject([{ code: 'SILENT-EDIT', field: 'category', severity: 'high' }])
  })

  test('found once; a return to the first value is a second edit that closes the first', async () => {
    const unit = await openUnit(await freshLayout())
    const tables = (category: string) => ({ tables: { cases: [caseRow(1, { category })] } })
    const chain: Packed[] = [makeExport(tables('poor_service'))]
    const values = ['discrimination', 'discrimination', 'poor_service']
    for (const [at, category] of values.entries())
      chain.push(nextExport(chain.at(-1) as Packed, at + 2, { ...tables(category), asOf: `2026-04-1${at + 1}T00:00:00+07:00`, created: `2026-04-1${at + 2}T08:00:00+07:00`, period: { from: at === 0 ? '2026-04-01' : `2026-04-1${at}`, to: `2026-04-1${at}` } })) // prettier-ignore
    const settled = await unit.take(...chain)
    expect(settled.map(({ report }) => report.findings.map(({ code }) => code))).toEqual([
      [],
      ['SILENT-EDIT'],
      [],
      ['SILENT-EDIT'],
    ])
    const stored = readStoredCase(unit.store(), id(1))
    expect(stored?.versions.map(({ sequence }) => sequence)).toEqual([1, 2, 4])
    expect(unit.store().database.prepare('SELECT undeclared FROM cases').first()).toEqual([null])
  })

  test('set once, forward only, closed into withdrawn', async () => {
    const response = { first_response_at: '2026-03-03T09:00:00+07:00' }
    const { found } = await twice(
      { cases: [caseRow(1, response), caseRow(2, { status: 'in_progress' }), caseRow(3, CLOSED)] },
      {
        cases: [
          caseRow(1, { first_response_at: '2026-03-02T10:00:00+07:00' }),
          caseRow(2, { status: 'in_review' }),
          caseRow(3, { ...CLOSED, status: 'withdrawn' }),
        ],
      },
    )
    expect(found).toEqual([
      ['SILENT-EDIT', 'cases', id(1), 'first_response_at'],
      ['SILENT-EDIT', 'cases', id(2), 'status'],
      ['SILENT-EDIT', 'cases', id(3), 'status'],
    ])
  })

  test('a case gone: one finding, no more for its events; it stays in the figures', async () => {
    const { unit, found, detail } = await twice(
      { cases: [caseRow(1), caseRow(2)], events: [eventRow(1), eventRow(2, { case_id: id(2) })] },
      { cases: [caseRow(2)], events: [eventRow(2, { case_id: id(2) })] },
    )
    expect(found).toEqual([['SILENT-DELETE', 'cases', id(1), '*']])
    expect(detail(1)?.versions.map(({ sequence, row }) => [sequence, row])).toEqual([[1, 2], [2, null]]) // prettier-ignore
    const counted: string[] = []
    unit.store().eachCase((_, values) => counted.push(String(values[0])))
    expect(counted).toEqual([id(1), id(2)])
  })

  test('a case before the new coverage leaves without a word, unless it is still open', async () => {
    const old = { received_at: '2024-02-02T09:00:00+07:00', recorded_at: '2024-02-02T10:00:00+07:00' }
    const closed = caseRow(1, { ...old, ...CLOSED })
    const { found, detail } = await twice(
      { cases: [closed, caseRow(2, old), caseRow(3)] },
      { cases: [caseRow(3)] },
      { coverageFrom: '2024-04-01' },
    )
    expect(found).toEqual([['SILENT-DELETE', 'cases', id(2), '*']])
    expect(detail(1)?.case['status']).toBe('closed')
  })

  test('events altered, gone, and given to another case', async () => {
    const cases = [caseRow(1), caseRow(2)]
    const { found } = await twice(
      { cases, events: [eventRow(1), eventRow(2), eventRow(3)] },
      { cases, events: [eventRow(1, { actor_role: 'propam' }), eventRow(3, { case_id: id(2) })] },
    )
    expect(found).toEqual([
      ['SILENT-EDIT', 'events', 'EVENT-000001', 'actor_role'],
      ['SILENT-EDIT', 'events', 'EVENT-000003', 'case_id'],
      ['SILENT-EDIT', 'events', 'EVENT-000002', '*'],
    ])
  })

  test('sessions and calls: altered and gone', async () => {
    const { found } = await twice(
      { community_sessions: [sessionRow(1), sessionRow(2)], daily_calls: [callRow(), callRow({ date: '2026-03-03' })] },
      {
        community_sessions: [sessionRow(1, { attendees: '400' })],
        daily_calls: [callRow({ answered: '9', abandoned: '1' })],
      },
    )
    expect(found).toEqual([
      ['SILENT-EDIT', 'community_sessions', 'SESSION-0001', 'attendees'],
      ['SILENT-DELETE', 'community_sessions', 'SESSION-0002', '*'],
      ['SILENT-EDIT', 'daily_calls', 'POLRES-33.74/2026-03-02/call_110', 'answered'],
      ['SILENT-EDIT', 'daily_calls', 'POLRES-33.74/2026-03-02/call_110', 'abandoned'],
      ['SILENT-DELETE', 'daily_calls', 'POLRES-33.74/2026-03-03/call_110', '*'],
    ])
  })

  test('typed in and closed too late to be believed: reported values count, flagged', async () => {
    const backdated = {
      received_at: '2026-03-20T09:00:00+07:00',
      recorded_at: '2026-04-05T10:00:00+07:00',
      updated_at: '2026-04-05T10:00:00+07:00',
    }
    const { found, detail } = await twice(
      { cases: [caseRow(1)] },
      { cases: [caseRow(1, CLOSED), caseRow(2, backdated)] },
    )
    expect(found).toEqual([['BACKDATED-CLOSE', 'cases', id(1), 'closed_at'], ['BACKDATED-INSERT', 'cases', id(2), null]]) // prettier-ignore
    expect(detail(1)?.case['status']).toBe('closed')
    const tolerated = { ...CLOSED, closed_at: '2026-03-30T09:00:00+07:00', updated_at: '2026-03-30T10:00:00+07:00' }
    expect((await twice({ cases: [caseRow(1)] }, { cases: [caseRow(1, tolerated)] })).outcome).toBe('accepted')
  })
})

describe('declared corrections', () => {
  const correction = (n: number, field: string, before: string, after: string, more = {}) =>
    correctionRow(n, { field, old_value: before, new_value: after, ...more })

  test('a matching one: information only, the new value counts', async () => {
    const { outcome, found, detail } = await twice(
      { cases: [caseRow(1)] },
      {
        cases: [caseRow(1, { category: 'discrimination' })],
        corrections: [correction(2, 'category', 'poor_service', 'discrimination')],
      },
    )
    expect([outcome, found]).toEqual(['accepted', [['CORRECTION-DECLARED', 'cases', id(1), 'category']]])
    expect(detail(1)?.case['category']).toBe('discrimination')
  })

  test('several apply in the order of decision and must lead from old to new', async () => {
    const steps = [
      correction(3, 'category', 'alleged_corruption', 'discrimination', { decided_at: '2026-04-06T10:00:00+07:00' }),
      correction(2, 'category', 'poor_service', 'alleged_corruption', { decided_at: '2026-04-05T10:00:00+07:00' }),
    ]
    const { outcome } = await twice(
      { cases: [caseRow(1)] },
      { cases: [caseRow(1, { category: 'discrimination' })], corrections: steps },
    )
    expect(outcome).toBe('accepted')
    const broken = await twice(
      { cases: [caseRow(1)] },
      { cases: [caseRow(1, { category: 'discrimination' })], corrections: steps.slice(0, 1) },
    )
    expect(broken.found).toEqual([['SILENT-EDIT', 'cases', id(1), 'category'], ['CORRECTION-PHANTOM', 'corrections', 'CORR-000003', 'category']]) // prettier-ignore
  })

  test('removed, added, and one that matches nothing', async () => {
    const backdated = {
      received_at: '2026-03-20T09:00:00+07:00',
      recorded_at: '2026-04-05T10:00:00+07:00',
      updated_at: '2026-04-05T10:00:00+07:00',
    }
    const { unit, found } = await twice(
      { cases: [caseRow(1), caseRow(2)] },
      {
        cases: [caseRow(2), caseRow(3, backdated)],
        corrections: [
          correction(1, '*', '', 'removed'),
          correction(2, '*', '', 'added', { row_id: id(3), reason_code: 'late_registration' }),
          correction(3, 'category', 'a', 'b'),
        ],
      },
    )
    expect(found).toEqual([
      ['CORRECTION-DECLARED', 'cases', id(3), '*'],
      ['CORRECTION-DECLARED', 'cases', id(1), '*'],
      ['CORRECTION-PHANTOM', 'corrections', 'CORR-000003', 'category'],
    ])
    const counted: string[] = []
    unit.store().eachCase((_, values) => counted.push(String(values[0])))
    expect(counted).toEqual([id(2), id(3)])
  })

  test('in a first export they are history; a removed one is an edit', async () => {
    const { found } = await twice({ cases: [caseRow(1)], corrections: [correctionRow(1)] }, { cases: [caseRow(1)] })
    expect(found).toEqual([['SILENT-EDIT', 'corrections', 'CORR-000001', '*']])
  })
})
