/** Revision triangle and rate against a count over the raw CSV files of the exports, which shares no code with the engine. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layoutOf } from '../../../electron/engine/archive/layout'
import { readSealed } from '../../../electron/engine/archive/sealed'
import type { Engine } from '../../../electron/engine/engine'
import type { Packed } from '../../../electron/engine/export/pack'
import { knownStore } from '../../../electron/engine/known/store'
import { computeSteps, keyOf, stepsOf } from '../../../electron/engine/revisions/steps'
import type { LedgerEntry } from '../../../electron/engine/store/ledger'
import { UnitStore } from '../../../electron/engine/store/unitStore'
import { namesIn } from '../../../electron/engine/archive/files'
import { entriesOf } from '../../helpers/nextExport'
import { random } from '../../helpers/randomNation'
import { UNIT, caseRow, eventRow, makeExport, modelFrom, nextExport, registryOf } from '../../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

/** Columns of cases.csv as the format's document lists them. */
const LETTERS: Readonly<Record<string, string>> = {
  unit_code: 'I', channel: 'I', programme: 'I', addressee: 'I', session_id: 'I', subject: 'I', category: 'I',
  oversight_grade: 'S', respondent_function: 'M', complainant_kind: 'I', complainant_ref: 'I', district_code: 'I',
  received_at: 'I', first_response_at: 'S', progress_at: 'S', published_at: 'S', viral_at: 'S', status: 'F',
  referred_from: 'I', referred_to: 'S', closed_at: 'S', outcome: 'S', sanction: 'S', informed_at: 'S',
  reopened_count: 'M', satisfaction: 'S', duplicate_of: 'S', recorded_at: 'I', updated_at: 'M',
} // prettier-ignore
const ORDER = ['received', 'in_review', 'in_progress', 'closed']

type Fields = Record<string, string>
const MONTHS = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03']
const time = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}T09:00:00+07:00`

/** Cases that are changed by chance from export to export, most without a word. */
function histories(seed: number): Fields[][] {
  const next = random(seed)
  const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T
  let held: (Fields & { case_id: string })[] = []
  return [4, 5, 6, 7, 8].map((count, at) => {
    held = held.filter(() => next() < 0.95).map((one) => {
      const changed = { ...one }
      if (next() < 0.2) changed['category'] = pick(['poor_service', 'discrimination', 'alleged_corruption'])
      if (next() < 0.2) changed['district_code'] = pick(['', '33.74.01', '33.74.02'])
      if (next() < 0.3) changed['oversight_grade'] = pick(['', 'graded', 'not_graded'])
      if (next() < 0.3) changed['first_response_at'] = pick(['', time('2026-03', 20), time('2026-03', 21)])
      if (next() < 0.3) changed['respondent_function'] = pick(['lantas', 'reskrim'])
      if (next() < 0.3) changed['status'] = pick(['received', 'in_review', 'in_progress'])
      return changed
    }) // prettier-ignore
    const fresh = Array.from({ length: count * 6 }, (_, i) => {
      const received = time(pick(MONTHS.slice(0, at + 1)), 2 + Math.floor(next() * 20))
      return {
        case_id: `CASE-${at}${String(i).padStart(6, '0')}`, unit_code: UNIT, channel: 'whatsapp', subject: 'complaint',
        category: 'poor_service', received_at: received, status: 'received', reopened_count: '0',
        recorded_at: received, updated_at: received,
      } // prettier-ignore
    })
    held = [...held, ...fresh]
    return held
  })
}

function chain(seed: number): Packed[] {
  const closed = { status: 'closed', closed_at: time('2026-02', 3), outcome: 'unsubstantiated' }
  const packed: Packed[] = []
  for (const [at, rows] of histories(seed).entries()) {
    const month = MONTHS[at] as string
    const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)
    const after = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    // closed in one, reopened as it should be in the next, and one whose closing is taken back without a word
    const last = { case_id: 'CASE-REOPENED', received_at: time('2025-11', 3), recorded_at: time('2025-11', 3) }
    const back = { case_id: 'CASE-BACKWARD', received_at: time('2025-11', 4), recorded_at: time('2025-11', 4) }
    const extra = at < 3 ? [] : at === 3 ? [{ ...last, ...closed }, { ...back, ...closed }] : [{ ...last, status: 'in_review', reopened_count: '1' }, { ...back, status: 'in_review', reopened_count: '1' }] // prettier-ignore
    const events = at < 4 ? [] : [eventRow(1, { case_id: 'CASE-REOPENED', event_type: 'reopened', occurred_at: time('2026-03', 4), recorded_at: time('2026-03', 4) })] // prettier-ignore
    const input = {
      period: { from: `${month}-01`, to: end },
      asOf: `${after}T00:00:00+07:00`,
      created: `${after}T08:00:00+07:00`,
      coverageFrom: at < 4 ? '2025-11-01' : '2026-01-01',
      tables: {
        cases: [...rows, ...extra].map((fields) => caseRow(0, fields)),
        events, community_sessions: [], daily_calls: [], corrections: [],
      },
    } // prettier-ignore
    const before = packed.at(-1)
    packed.push(before ? nextExport(before, at + 1, input) : makeExport(input))
  }
  return packed
}

async function rowsOf(packed: Packed): Promise<Map<string, Fields>> {
  const text = (await entriesOf(packed.zip)).get('cases.csv')?.toString('utf8') ?? ''
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '')
  const names = header.split(',')
  return new Map(
    lines.map((line) => {
      const cells = line.split(',')
      return [cells[0] ?? '', Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))]
    }),
  )
}

/** Word by word from the definition. */
function counted(before: Map<string, Fields>, now: Map<string, Fields>) {
  const sum = { cases: 0, cases_changed: 0, comparable: 0, changed: 0 }
  for (const [id, was] of before) {
    const is = now.get(id)
    if (!is) continue
    sum.cases++
    let changed = 0
    for (const [name, letter] of Object.entries(LETTERS)) {
      const [old, value] = [was[name] ?? '', is[name] ?? '']
      if (letter === 'M' || (letter === 'S' && old === '')) continue
      sum.comparable++
      const allowed = id === 'CASE-REOPENED' && ['status', 'closed_at', 'outcome'].includes(name)
      const forward = letter === 'F' && ORDER.indexOf(value) > ORDER.indexOf(old)
      if (old !== value && !allowed && !forward) changed++
    }
    sum.changed += changed
    if (changed > 0) sum.cases_changed++
  }
  return sum
}

async function imported(packed: readonly Packed[], dir = freshFolder('revisions')): Promise<Engine> {
  const policy = { ...registryOf().policy, coverage_months: 2 }
  const engine = await openTrusted(registryOf({ policy }), { dir })
  for (const one of packed) valueOf(await engine.importPaths([exportFolder([{ packed: one, name: 'a' }])]))
  return engine
}

test.each([3, 5, 8])('triangle and rate from the raw files, seed %i', async (seed) => {
  const packed = chain(seed)
  const engine = await imported(packed)
  const raw = await Promise.all(packed.map(rowsOf))
  const triangle = valueOf(await engine.query('integrity.revisionTriangle', { unit: UNIT }))
  expect(triangle.exports.map(({ sequence, cases }) => [sequence, cases])).toEqual(raw.map((rows, at) => [at + 1, rows.size])) // prettier-ignore
  const count = (month: string, at: number) =>
    [...(raw[at] as Map<string, Fields>).values()].filter((row) => row['received_at']?.startsWith(month)).length
  for (const { month, counts } of triangle.months)
    expect(counts, month).toEqual(raw.map((_, at) => (month > (MONTHS[at] as string) || (at === 4 && month < '2026-01') ? null : count(month, at)))) // prettier-ignore
  expect(triangle.months.map(({ month }) => month)).toEqual(MONTHS)
  expect(triangle.changed_cells).toBeGreaterThan(0)

  const steps = raw.slice(1).map((now, at) => counted(raw[at] as Map<string, Fields>, now))
  const sum = steps.reduce((a, b) => ({ cases: a.cases + b.cases, cases_changed: a.cases_changed + b.cases_changed, comparable: a.comparable + b.comparable, changed: a.changed + b.changed })) // prettier-ignore
  const whole = { exports: 5, pairs: 4, ...sum, rate: sum.changed / sum.comparable }
  const rate = async (params: object) => valueOf(await engine.query('integrity.revisionRate', params))
  expect(sum.changed).toBeGreaterThan(20)
  expect(await rate({})).toEqual({ units: [{ unit: UNIT, name: UNIT, level: 'polres', ...whole }], total: whole })
  expect((await rate({ unit: 'POLRES-33.75' })).units).toEqual([])
  expect((await rate({ unit: 'POLDA-JATENG', from: '2026-01-01', to: '2026-01-31' })).total).toMatchObject({ pairs: 1, ...steps[1] }) // prettier-ignore
  await engine.close()
})

test('only what is new is read again; an earlier day knows fewer exports; damaged evidence is told', async () => {
  const packed = chain(3)
  const dir = freshFolder('kept')
  const engine = await imported(packed, dir)
  const told = valueOf(await engine.query('integrity.revisionRate', {}))
  expect(valueOf(await engine.query('integrity.revisionRate', { known_on: '2026-01-01' }))).toMatchObject({ units: [], total: { exports: 0, rate: null } }) // prettier-ignore
  await engine.close()
  const evidence = join(dir, 'evidence')
  for (const name of namesIn(evidence)) rmSync(join(evidence, name), { force: true })
  const again = await open({ dir })
  expect(valueOf(await again.query('integrity.revisionRate', {}))).toEqual(told)
  await again.close()
  rmSync(join(dir, 'known'), { recursive: true, force: true })
  const lost = await open({ dir })
  expect(await lost.query('integrity.revisionRate', {})).toMatchObject({ ok: false, error: { code: 'EVIDENCE-MISSING', params: { unit: UNIT } } }) // prettier-ignore
  await lost.close()
})

async function ledgerIn(dir: string): Promise<LedgerEntry[]> {
  const store = await UnitStore.open(UNIT, readSealed(layoutOf(dir).storeFile(UNIT)) as Uint8Array)
  const ledger = store?.ledger() ?? []
  store?.close()
  return ledger
}
const countsOf = (ledger: readonly LedgerEntry[]) => ledger.map(({ revised }) => revised)

test.each([3, 5, 8])(
  'counted at the import as from the evidence: step by step, late, rebuilt, on an earlier day; seed %i',
  async (seed) => {
    const packed = chain(seed)
    const dir = freshFolder('counted')
    await (await imported(packed, dir)).close()
    const ledger = await ledgerIn(dir)
    const read = await computeSteps(layoutOf(dir), { unit: UNIT, zone: '+07:00', steps: stepsOf(ledger) })
    const lazily = stepsOf(ledger).map((step) => {
      const against = read?.[keyOf(step)]?.against
      return against ? { comparable: against.comparable, changed: against.changed } : undefined
    })
    expect(lazily.filter((one) => one && one.changed > 0)).toHaveLength(4)
    expect(countsOf(ledger)).toEqual(lazily)

    const late = freshFolder('late')
    await (
      await imported(
        [0, 1, 3, 4, 2].map((at) => packed[at] as Packed),
        late,
      )
    ).close()
    expect(countsOf(await ledgerIn(late))).toEqual(lazily)

    rmSync(layoutOf(dir).storeFile(UNIT), { force: true })
    await (await open({ dir })).close()
    expect(countsOf(await ledgerIn(dir))).toEqual(lazily)

    const known = await knownStore(layoutOf(late), modelFrom(registryOf({ policy: { ...registryOf().policy, coverage_months: 2 } })), { unit: UNIT, entries: ledger.filter(({ sequence }) => sequence !== 2), accepted: [], decisions: '', key: '' }) // prettier-ignore
    const [, , third] = await Promise.all(packed.map(rowsOf))
    const first = await rowsOf(packed[0] as Packed)
    const { comparable, changed } = counted(first, third as Map<string, Fields>)
    expect(countsOf(known?.ledger() ?? [])).toEqual([undefined, { comparable, changed }, ...lazily.slice(3)])
    known?.close()
  },
)
