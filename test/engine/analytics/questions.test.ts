import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layoutOf } from '../../../electron/engine/archive/layout'
import { Nation } from '../../../electron/engine/nation'
import { questionsOf } from '../../../electron/engine/questions'
import { questionIds, runQuery } from '../../../electron/engine/analytics/run'
import { SIGNALS, type SignalKind } from '../../../shared/contract/results/overview'
import { finding } from '../../../shared/export/codes'
import { translator } from '../../../shared/messages/catalogue'
import { freshFolder } from '../../helpers/scratch'
import { caseOn, smallNation, type SmallUnit } from '../../helpers/smallNation'
import { createContext, type QueryContext } from '../../../electron/engine/analytics/context'
import type { Filter } from '../../../shared/domain/filter'

const day = (from: string, i: number) => new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10)
const many = (count: number, more: (i: number) => object = () => ({}), from = '2025-01-06') => Array.from({ length: count }, (_, i) => caseOn(day(from, i % 340), more(i))) // prettier-ignore
/** Twelve ordinary units; `odd` stands first. */
const nationOf = (odd: Partial<SmallUnit>, ordinary: (i: number) => object = () => ({})): QueryContext =>
  smallNation([
    { code: 'POLRES-33.01', cases: many(40, ordinary), ...odd },
    ...Array.from({ length: 12 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, cases: many(40, ordinary) })),
  ])
const ask = (context: QueryContext, filter: Filter = {}) => runQuery('overview.questions', filter, context)
const found = (context: QueryContext, signal: SignalKind, filter: Filter = {}) => ask(context, filter).items.filter((item) => item.signal === signal) // prettier-ignore

const closedAt = (at: string) => ({ status: 'closed', closed_at: at, outcome: 'action_taken' })

describe('each signal is asked about where it is planted, and nowhere else', () => {
  test('a calm nation has no question', () => expect(ask(nationOf({})).items.map((item) => item.signal).filter((signal) => signal !== 'sp3d_below_target')).toEqual([])) // prettier-ignore

  test('SP3D below target, by the exact binomial', () => {
    const onTime = (share: number) => (i: number) => {
      const received = day('2025-01-06', i % 340)
      return { progress_at: i % 100 < share * 100 ? `${day(received, 5)}T09:00:00+07:00` : `${day(received, 60)}T09:00:00+07:00` } // prettier-ignore
    }
    const context = smallNation([
      { code: 'POLRES-33.01', cases: many(200, onTime(0.5)) },
      ...Array.from({ length: 8 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, cases: many(200, onTime(0.86)) })),
    ])
    const items = found(context, 'sp3d_below_target', { to: '2025-09-30' })
    expect(items.map((item) => item.unit)).toEqual(['POLRES-33.01'])
    const { on_time, matured, share } = items[0]!.evidence as Record<string, number>
    expect(share).toBeCloseTo(on_time! / matured!, 12)
    expect(items[0]).toMatchObject({ strength: 'alarm', id: 'sp3d_below_target:POLRES-33.01:2025-01-01..2025-09-30' })
  })
  test('fewer and more than expected', () => {
    expect(found(nationOf({ cases: many(6) }), 'fewer_than_expected').map((item) => item.unit)).toEqual(['POLRES-33.01']) // prettier-ignore
    expect(found(nationOf({ cases: many(140) }), 'more_than_expected')[0]).toMatchObject({ unit: 'POLRES-33.01', evidence: { received: 140 } }) // prettier-ignore
  })
  test('nothing at all, at the end of the period', () => {
    const spread = (i: number) => caseOn(day('2025-01-02', i * 2))
    const until = (last: number) => Array.from({ length: 180 }, (_, i) => spread(i)).filter((item) => item['received_at']! < `2025-${last}`) // prettier-ignore
    const context = smallNation([
      { code: 'POLRES-33.01', cases: until(10) },
      ...Array.from({ length: 8 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, cases: until(13) })),
    ])
    expect(found(context, 'zero_report')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { months: 3 }, strength: 'alarm' }]) // prettier-ignore
    const silent = smallNation([
      { code: 'POLRES-33.01', cases: until(10), months: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      ...Array.from({ length: 8 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, cases: until(13) })),
    ])
    expect(found(silent, 'zero_report')).toEqual([])
  })
  test('heaping before the deadline', () => {
    const lastDay = (i: number) => ({ progress_at: `${day('2025-06-02', 28)}T${10 + (i % 9)}:00:00+07:00`, received_at: '2025-06-02T10:00:00+07:00', recorded_at: '2025-06-02T10:00:00+07:00' }) // prettier-ignore
    const heaped = nationOf({ cases: many(40, lastDay) })
    expect(found(heaped, 'deadline_heaping')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { before: 40, after: 0, days: 3, total: 40, reopened_share: 0, upheld_share: 0 } }]) // prettier-ignore
  })
  test('closings: bulk, end of quarter, before the first answer', () => {
    const bulk = nationOf({ cases: many(40, (i) => (i < 12 ? closedAt('2025-11-05T16:00:30+07:00') : {})) })
    expect(found(bulk, 'bulk_closing')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { closed: 12, at: '2025-11-05T16:00:00+07:00' } }]) // prettier-ignore
    const quarter = nationOf({ cases: many(40, (i) => (i < 30 ? closedAt(`2025-06-30T${10 + (i % 12)}:${10 + i}:00+07:00`) : {})) }) // prettier-ignore
    expect(found(quarter, 'quarter_end_closing')).toMatchObject([{ evidence: { closed: 30, total: 30, day: '2025-06-30' } }]) // prettier-ignore
    const early = nationOf({ cases: many(40, (i) => (i < 6 ? { ...closedAt(`2025-12-0${i + 1}T10:00:00+07:00`), first_response_at: '2025-12-20T10:00:00+07:00' } : {})) }) // prettier-ignore
    expect(found(early, 'closed_before_response')).toMatchObject([{ evidence: { cases: 6, total: 6 } }])
  })
  test('times: midnight, negative, recorded late', () => {
    const midnight = nationOf({ cases: many(40, (i) => ({ received_at: `${day('2025-02-03', i)}T00:00:00+07:00` })) })
    expect(found(midnight, 'midnight_times')).toMatchObject([{ evidence: { cases: 40, total: 40 } }])
    const negative = nationOf({ cases: many(40, (i) => (i === 0 ? { first_response_at: '2025-01-01T10:00:00+07:00' } : {})) }) // prettier-ignore
    expect(found(negative, 'negative_duration')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { cases: 1 } }])
    const late = nationOf({ cases: many(40, (i) => (i < 25 ? { recorded_at: `${day('2025-01-06', i + 9)}T10:00:00+07:00` } : {})) }) // prettier-ignore
    expect(found(late, 'late_recording')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { cases: 25, total: 40, days: 3 } }]) // prettier-ignore
  })
  test('sessions against the Fridays due', () => {
    const fridays = Array.from({ length: 52 }, (_, i) => day('2025-01-03', 7 * i))
    const sessions = (unit_code: string, list: readonly string[]) => list.map((held_on) => ({ unit_code, held_on }))
    const context = smallNation([
      { code: 'POLRES-33.01', sessions: sessions('POLRES-33.01', fridays.slice(0, 2)) },
      ...Array.from({ length: 8 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, sessions: sessions(`POLRES-34.${10 + i}`, fridays.slice(2)) })), // prettier-ignore
    ])
    expect(found(context, 'session_silence')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { held: 1, due: 49 }, strength: 'alarm' }]) // prettier-ignore
    expect(found(context, 'session_silence', { channels: ['letter'] })).toEqual([])
  })
  test('a Polsek that fell silent is asked about from the nation too', () => {
    const fridays = Array.from({ length: 52 }, (_, i) => day('2025-01-03', 7 * i))
    const polsek = Array.from({ length: 9 }, (_, i) => ({ code: `POLSEK-33.01.0${i + 1}`, level: 'polsek' as const, parent: 'POLRES-33.01' })) // prettier-ignore
    const sessions = polsek.flatMap(({ code }, i) => fridays.slice(0, i === 4 ? 20 : 50).map((held_on) => ({ unit_code: code, held_on }))) // prettier-ignore
    const context = smallNation([{ code: 'POLRES-33.01', sessions }, ...polsek])
    const silent = { unit: 'POLSEK-33.01.05', evidence: { held: 18, due: 49 }, strength: 'alarm' }
    expect(found(context, 'session_silence')).toMatchObject([silent])
    expect(found(context, 'session_silence', { unit: 'POLSEK-33.01.05' })).toMatchObject([silent])
  })
  test('sessions typed in together', () => {
    const fridays = Array.from({ length: 50 }, (_, i) => day('2025-01-03', 7 * i))
    const session = (unit_code: string, held_on: string, recorded_at: string) => ({ unit_code, held_on, recorded_at })
    const own = (unit: string) => fridays.map((friday) => session(unit, friday, `${friday}T15:00:00+07:00`))
    const minute = (seconds: number) => `2025-12-20T16:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}+07:00` // prettier-ignore
    const typed = (gap: number) => fridays.map((friday, i) => session('POLRES-33.01', friday, i < 5 ? minute(i * gap) : `${friday}T15:00:00+07:00`)) // prettier-ignore
    const nation = (sessions: ReturnType<typeof own>) =>
      smallNation([{ code: 'POLRES-33.01', sessions }, ...Array.from({ length: 8 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, sessions: own(`POLRES-34.${10 + i}`) }))]) // prettier-ignore
    expect(found(nation(typed(600)), 'session_batch')).toMatchObject([{ unit: 'POLRES-33.01', evidence: { in_batch: 5, sessions: 50, largest: 5, minutes: 10, late: 5 }, strength: 'alarm' }]) // prettier-ignore
    expect(found(nation(typed(601)), 'session_batch')).toEqual([])
    expect(found(nation(own('POLRES-33.01')), 'session_batch')).toEqual([])
  })
  test('social media: viral before anybody answered', () => {
    const viral = (i: number, answer: string | null) => ({
      channel: 'social_media',
      viral_at: `${day('2025-02-03', i)}T12:00:00+07:00`,
      ...(answer !== null && { first_response_at: `${day('2025-02-03', i)}T${answer}:00:00+07:00` }),
    })
    const context = nationOf({
      cases: many(5, (i) => ({ received_at: `${day('2025-02-03', i)}T09:00:00+07:00`, ...viral(i, [null, '13', '12', '11', null][i] ?? null) })),
    }) // prettier-ignore
    expect(found(context, 'viral_unanswered')).toMatchObject([
      { unit: 'POLRES-33.01', evidence: { cases: 3, total: 5 }, strength: 'notice', link: { room: 'kasus' } },
    ])
    const letters = nationOf({ cases: many(5, (i) => ({ ...viral(i, null), channel: 'letter' })) })
    expect(found(letters, 'viral_unanswered')).toEqual([])
  })
  test('cells changed afterwards against the other units, by the exact binomial tail summed term by term', () => {
    /** Twelve units with a thousand comparable cells a month, from the second month on. */
    const revised = (changedIn: (unit: string, month: number) => number | null) => {
      const context = nationOf({})
      const ledger = context.ledger.map(({ unit, exports }) => ({
        unit,
        exports: exports.map((one, i) => {
          const changed = changedIn(unit, one.sequence)
          return i === 0 || changed === null ? one : { ...one, revised: { comparable: 1000, changed } }
        }),
      }))
      return createContext({ ...context, ledger })
    }
    const odd = 'POLRES-33.01'
    const usual = (unit: string, month: number) => (unit === odd ? (month === 6 ? 10 : 0) : month === 3 ? 2 : 0)
    const rate = 25 / 132_001
    let [term, below] = [(1 - rate) ** 11_000, 0]
    for (let k = 0; k < 10; k++) {
      below += term
      term *= ((11_000 - k) / (k + 1)) * (rate / (1 - rate))
    }
    const [item, ...more] = found(revised(usual), 'revision_rate')
    expect(more).toEqual([])
    expect(item).toMatchObject({ unit: odd, evidence: { changed: 10, comparable: 11_000 }, strength: 'alert', link: { room: 'integritas', unit: odd } }) // prettier-ignore
    expect(item?.evidence['expected']).toBeCloseTo(rate * 11_000, 10)
    expect(item?.p).toBeCloseTo(1 - below, 9)
    // only exports that tell of the period, as the other questions about exports
    const june = { from: '2025-06-01', to: '2025-06-30' }
    expect(found(revised(usual), 'revision_rate', june)).toMatchObject([
      { evidence: { changed: 10, comparable: 1000 } },
    ])
    expect(found(revised(usual), 'revision_rate', { from: '2025-07-01' })).toEqual([])
    // not twice as many as expected; one that was not counted; too few cells, of the unit and of the others
    expect(
      found(
        revised((unit, month) => (unit === odd ? 90 : month > 0 ? 50 : 0)),
        'revision_rate',
      ),
    ).toEqual([])
    expect(found(revised((unit, month) => (unit === odd && month === 4 ? null : usual(unit, month))), 'revision_rate')).toEqual([]) // prettier-ignore
    const few = createContext({ ...revised(usual), ledger: revised(usual).ledger.map((line) => ({ ...line, exports: line.exports.map((one) => (one.revised ? { ...one, revised: { comparable: line.unit === odd ? 45 : 1000, changed: one.revised.changed } } : one)) })) }) // prettier-ignore
    expect(found(few, 'revision_rate')).toEqual([])
    expect(
      found(
        revised((unit, month) => (unit === odd ? usual(unit, month) : null)),
        'revision_rate',
      ),
    ).toEqual([])
    // where the others changed nothing at all, a single change is no question
    const alone = (changed: number) => revised((unit, month) => (unit === odd && month === 6 ? changed : 0))
    expect(found(alone(1), 'revision_rate')).toEqual([])
    expect(found(alone(6), 'revision_rate')).toMatchObject([{ unit: odd }])
  })
  test('a disposition is shown with its reason', () => {
    const context = nationOf({ findings: [finding('SILENT-EDIT')] })
    const [item] = found(context, 'silent_edit')
    const decided = createContext({
      ...context,
      dispositions: new Map([[item!.id, 'explained' as const]]),
      reasons: new Map([[item!.id, 'Koreksi menyusul.']]),
    })
    expect(found(decided, 'silent_edit')).toMatchObject([{ disposition: 'explained', reason: 'Koreksi menyusul.' }])
  })
  test('what intake found', () => {
    const findings = [
      finding('SILENT-EDIT'), finding('SILENT-EDIT', {}, { count: 4 }), finding('SILENT-DELETE'), finding('BACKDATED-INSERT'), finding('CHAIN-FORK'),
      finding('SEMANTIC', {}, { count: 75 }), finding('CHAIN-START'), finding('CORRECTION-DECLARED'),
    ] // prettier-ignore
    const items = ask(nationOf({ findings, months: [1, 2, 4, 5] })).items.filter((item) => item.p === null)
    expect(Object.fromEntries(items.map((item) => [item.signal, item.evidence]))).toEqual({
      silent_edit: { changed: 5, sequence: 1 },
      silent_delete: { cases: 1, sequence: 1 },
      backdated: { cases: 1, sequence: 1 },
      fork: { sequence: 1 },
      semantic: { rows: 75, sequence: 1 },
      other_flag: { code: 'CHAIN-START', count: 1 },
    })
    const gap = nationOf({ findings: [finding('CHAIN-GAP')], months: [1, 2, 4, 5] })
    expect(found(gap, 'chain_gap')).toMatchObject([{ evidence: { missing: 1 } }])
    expect(found(nationOf({ findings: [finding('CHAIN-GAP')] }), 'chain_gap')).toEqual([])
  })
})

test('a disposition stays with its question', () => {
  const plain = nationOf({ findings: [finding('CHAIN-FORK')] })
  const [item] = found(plain, 'fork')
  const context = { ...nationOf({ findings: [finding('CHAIN-FORK')] }), dispositions: new Map([[item!.id, 'explained' as const]]) } // prettier-ignore
  expect(found(context, 'fork')[0]?.disposition).toBe('explained')
  expect(questionIds(context)).toEqual(questionIds(plain))
  const layout = layoutOf(freshFolder('questions'))
  mkdirSync(layout.columns)
  const nation = new Nation(layout)
  const count = questionIds(plain).length
  expect(questionsOf(plain, nation, layout, true)).toBe(count)
  // from what was kept, which knows nothing of decisions
  const asked = { ...context, memo: <T,>(_: string, make: () => T) => make(), get index(): never { throw new Error('asked again') } } // prettier-ignore
  expect(questionsOf(asked, nation, layout, true)).toBe(count - 1)
  writeFileSync(layout.questions, 'damaged')
  expect(() => questionsOf(asked, nation, layout, true)).toThrow('asked again')
})

test('the first lines show every kind of question', () => {
  const findings = [finding('SILENT-EDIT'), finding('CHAIN-FORK')]
  const context = smallNation(Array.from({ length: 6 }, (_, i) => ({ code: `POLRES-34.${10 + i}`, findings })))
  const kinds = ask(context).items.slice(0, 2).map((item) => item.signal) // prettier-ignore
  expect(kinds.toSorted()).toEqual(['fork', 'silent_edit'])
})

test('every signal has words for its name and its evidence, in both languages', () => {
  for (const language of ['id', 'en'] as const) {
    const t = translator(language)
    for (const signal of SIGNALS) {
      expect(t.code('signal', signal)).not.toBe(signal)
      expect(t.code('signal', `${signal}.evidence`)).not.toBe(`${signal}.evidence`)
    }
  }
})
