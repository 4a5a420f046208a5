/**
 * "As known on": the whole workspace asked about an earlier day says what a fresh workspace said on that day, which had
 * seen nothing else. With late arrivals, forks, quarantine, decisions and decisions taken back.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import { endOfDay, knownUnit } from '../../../electron/engine/known/standing'
import { namesIn } from '../../../electron/engine/archive/files'
import type { Packed } from '../../../electron/engine/export/pack'
import type { FigureToPin } from '../../../shared/contract/findings'
import { isHeldQuery } from '../../../shared/contract/queryCodes'
import { queries, QUERY_NAMES, type QueryName } from '../../../shared/contract/queries'
import { OTHER_KEY, UNIT, callRow, caseRow, correctionRow, eventRow, makeExport, nextExport, sessionRow } from '../../helpers/signedExports' // prettier-ignore
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

const rest = {
  events: [eventRow(1), eventRow(2, { event_type: 'acknowledged' })],
  community_sessions: [sessionRow(1)],
  daily_calls: [callRow()],
  corrections: [correctionRow(1)],
}
const session = caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })
const on = (day: string, cases: string[][]) => ({
  period: { from: `2026-04-${day}`, to: `2026-04-${day}` }, asOf: `2026-04-${day}T23:00:00+07:00`,
  created: `2026-04-${day}T23:30:00+07:00`, tables: { ...rest, cases },
}) // prettier-ignore

const first = makeExport()
const second = nextExport(first, 2, on('10', [caseRow(1), session, caseRow(3)]))
const third = nextExport(second, 3, on('11', [caseRow(1), session, caseRow(3), caseRow(4, { category: 'discrimination' })])) // prettier-ignore
const fork = nextExport(second, 3, on('11', [caseRow(1), session]))
/** read at the moment of the one before */
const fourth = nextExport(third, 4, { ...on('12', [caseRow(1), session, caseRow(3), caseRow(4, { category: 'discrimination' }), caseRow(5)]), asOf: '2026-04-11T23:00:00+07:00' }) // prettier-ignore
const edited = [caseRow(1, { category: 'alleged_corruption' }), session, caseRow(4, { category: 'poor_service' })]
const fifth = nextExport(fourth, 5, on('13', edited))
const NEIGHBOUR = 'POLRES-33.75'
const neighbour = makeExport({
  unit: NEIGHBOUR,
  key: OTHER_KEY,
  tables: { cases: [caseRow(1, { unit_code: NEIGHBOUR })], events: [eventRow(1)], community_sessions: [], daily_calls: [], corrections: [] },
}) // prettier-ignore

type Step = (engine: Engine) => Promise<unknown>
const bring =
  (packed: Packed): Step =>
  async (engine) =>
    valueOf(await engine.importPaths([exportFolder([{ packed, name: 'a' }])]))
const quarantined = async (engine: Engine, sequence: number, state: string) =>
  valueOf(await engine.query('integrity.quarantine', {})).find((line) => line.sequence === sequence && line.state === state)?.id ?? '' // prettier-ignore
const change = async (engine: Engine, code: string, state = 'open') =>
  valueOf(await engine.query('integrity.changes', {})).lines.find((line) => line.code === code && line.state === state)?.id ?? '' // prettier-ignore

const question = async (engine: Engine) => valueOf(await engine.query('overview.questions', {})).items[0]?.id ?? ''

/** One act a day, from 15 April. */
const STEPS: readonly Step[] = [
  bring(first),
  bring(neighbour),
  bring(third),
  bring(second),
  bring(fork),
  bring(fourth),
  async (engine) => valueOf(await engine.decisions.decideExport({ id: await quarantined(engine, 4, 'open'), accept: true, reason: 'jam salah' })), // prettier-ignore
  bring(fifth),
  async (engine) => valueOf(await engine.decisions.acceptChange({ id: await change(engine, 'SILENT-EDIT'), reason: 'a' })), // prettier-ignore
  async (engine) => valueOf(await engine.decisions.acceptChange({ id: await change(engine, 'SILENT-DELETE'), reason: 'b' })), // prettier-ignore
  async (engine) => valueOf(await engine.decisions.undoChange({ id: await change(engine, 'SILENT-DELETE', 'accepted'), reason: 'c' })), // prettier-ignore
  async (engine) => valueOf(await engine.decisions.undoExport({ id: await quarantined(engine, 4, 'accepted'), reason: 'd' })), // prettier-ignore
  async (engine) => valueOf(await engine.decisions.decideExport({ id: await quarantined(engine, 3, 'open'), accept: true, reason: 'e' })), // prettier-ignore
  async (engine) =>
    valueOf(await engine.disposeQuestion({ id: await question(engine), disposition: 'finding', reason: 'f' })),
  async (engine) =>
    valueOf(await engine.disposeQuestion({ id: await question(engine), disposition: 'finding', reason: 'g' })),
]
const dayOf = (step: number) => `2026-04-${15 + step}`
let today = dayOf(0)
const now = () => new Date(`${today}T05:00:00.000Z`)

/** Does the first `count` steps, one a day, in a new workspace; `after` is called at the end of each day. */
async function until(
  count: number,
  dir = freshFolder('workspace'),
  after: (engine: Engine) => Promise<void> = async () => undefined,
): Promise<Engine> {
  today = dayOf(0)
  const engine = await openTrusted(undefined, { dir, now })
  for (const [at, step] of STEPS.slice(0, count).entries()) {
    today = dayOf(at)
    await step(engine)
    await after(engine)
  }
  return engine
}

/** Parameters that every query answers; those of one case are asked for each case. */
const FILTERS = [{}, { from: '2026-03-01', to: '2026-03-31', unit: UNIT }, { unit: 'POLDA-JATENG', channels: ['whatsapp'] }] // prettier-ignore
const MORE: Partial<Record<QueryName, object[]>> = {
  'integrity.board': FILTERS.map((filter) => ({ ...filter, months: 6 })),
  'region.header': [{ unit: UNIT }, { unit: 'POLDA-JATENG' }],
  'integrity.revisionTriangle': [{ unit: UNIT }],
  'durations.curve': FILTERS.map((filter) => ({ ...filter, stage: 'close' })),
  'funnel.proportion': FILTERS.map((filter) => ({ ...filter, metric: 'share_first_response_72h' })),
  'funnel.rate': FILTERS.map((filter) => ({ ...filter, metric: 'received_per_100k' })),
  'case.detail': [1, 2, 3, 4, 5].map((n) => ({ unit: UNIT, case_id: `CASE-00000${n}` })),
}
const HELD = QUERY_NAMES.filter(isHeldQuery)
const paramsOf = (name: QueryName): object[] =>
  (MORE[name] ?? FILTERS).filter((params) => queries[name].params.safeParse(params).success)

/** All that is asked at the end of day `at`: of several parameters the first, and of the others one after another in turn. */
async function everything(
  engine: Engine,
  at: number,
  known: { known_on?: string } = {},
): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const name of HELD)
    for (const params of paramsOf(name).filter((_, n, { length }) => n === 0 || n === 1 + (at % (length - 1)))) {
      const value = valueOf(await engine.query(name, { ...params, ...known }))
      if (name === 'workspace.state') delete (value as { revision?: string }).revision
      all[`${name} ${JSON.stringify(params)}`] = value
    }
  return all
}

test('every query that shows what is held can be asked as of a day, and is asked here', () => {
  expect(HELD.length).toBeGreaterThan(26)
  for (const name of HELD) expect(paramsOf(name), name).not.toEqual([])
})

test(
  'asked about an earlier day, the workspace says what it said at the end of that day',
  { timeout: 120_000 },
  async () => {
    const dir = freshFolder('whole')
    const then: Record<string, unknown>[] = []
    const engine = await until(STEPS.length, dir, async (held) => void then.push(await everything(held, then.length)))
    today = '2026-05-20'
    for (const [at, said] of then.entries())
      expect(await everything(engine, at, { known_on: dayOf(at) }), dayOf(at)).toEqual(said)
    // Each step changed something that is shown, or this test would prove little; one takes the step before it back.
    const everyDay = Object.keys(then[0]!).filter((asked) => then.every((said) => asked in said))
    expect(new Set(then.map((said) => JSON.stringify(everyDay.map((asked) => said[asked])))).size).toBe(
      STEPS.length - 1,
    )
    // What was made is kept: evidence is not asked again.
    expect(namesIn(join(dir, 'known')).length).toBeGreaterThan(6)
    await engine.close()
    const evidence = join(dir, 'evidence')
    for (const name of namesIn(evidence)) rmSync(join(evidence, name), { force: true })
    const again = await open({ dir, now, mode: 'read' })
    expect(valueOf(await again.query('overview.totals', { known_on: dayOf(3) })).received).toBe(5)
    await again.close()
  },
)

test('before anything came nothing was known; today and later is what is held; a day that is none is refused', async () => {
  const engine = await until(2)
  today = '2026-05-20'
  const received = async (known_on: string) => valueOf(await engine.query('overview.totals', { known_on })).received
  expect(await received('2026-04-14')).toBe(0)
  expect(await received('2026-04-15')).toBe(2)
  expect(await received('2026-05-20')).toBe(3)
  expect(await received('2027-01-01')).toBe(3)
  expect(valueOf(await engine.prepareKnown('2026-04-15'))).toEqual({ day: '2026-04-15', units: 1, exports: 1, later: 1 }) // prettier-ignore
  expect(await engine.query('overview.totals', { known_on: '2026-02-30' })).toMatchObject({ ok: false, error: { code: 'PARAMS' } }) // prettier-ignore
  await engine.close()
})

test('what came later is not shown, and a figure pinned as of a day is checked as of that day', async () => {
  const engine = await until(3)
  const filter = { known_on: dayOf(0) }
  const figure: FigureToPin = {
    query: 'overview.totals', params: filter, path: 'received', label: 'metric.received', value: 7, format: 'count',
    sentence: 'Dua pengaduan.', filter, unit: UNIT,
  } // prettier-ignore
  today = '2026-05-20'
  const created = valueOf(await engine.findings.create({ text: { title: 'a' }, figures: [figure] }))
  expect(created.figures[0]).toMatchObject({ value: 2, exports: [{ unit: UNIT, sequence: 1 }] })
  today = '2026-05-21'
  await bring(second)(engine)
  expect(valueOf(await engine.findings.check())).toEqual([
    { finding: created.id, index: 0, now: 2, differs: false, exports_changed: 0 },
  ])
  await engine.close()
})

test('missing evidence of an earlier day is told, not passed over', async () => {
  const dir = freshFolder('lost')
  const engine = await until(3, dir)
  today = '2026-05-20'
  const evidence = join(dir, 'evidence')
  for (const name of namesIn(evidence)) rmSync(join(evidence, name), { force: true })
  expect(await engine.query('overview.totals', { known_on: dayOf(0) })).toMatchObject({ ok: false, error: { code: 'EVIDENCE-MISSING', params: { unit: UNIT } } }) // prettier-ignore
  await engine.close()
})

test('closing waits for what is being made from evidence, and makes no more of it', async () => {
  const engine = await until(3)
  today = '2026-05-20'
  let closing: Promise<void> | undefined
  engine.onKnown(() => void (closing ??= engine.close()))
  const [one, other] = [engine.prepareKnown(dayOf(0)), engine.prepareKnown(dayOf(1))]
  const came = await Promise.allSettled([one, other])
  await closing
  expect(closing).toBeDefined()
  expect(came[1]).toMatchObject({ status: 'rejected' })
})

test('a day ends at midnight of the west of the country', () => {
  expect(new Date(endOfDay('2026-04-15')).toISOString()).toBe('2026-04-15T17:00:00.000Z')
  const entry = (imported_at: string) => ({ imported_at, descriptor_sha256: imported_at, findings: [], state: 'accepted', sequence: 1 }) as never // prettier-ignore
  const kept = { fingerprint: '', ledger: [entry('2026-04-15T16:59:59.999Z'), entry('2026-04-15T17:00:00.000Z')] }
  const asked = (day: string) => knownUnit(UNIT, kept, [], endOfDay(day), 'r')
  expect(asked('2026-04-14')).toBe('none')
  expect(asked('2026-04-15')).toMatchObject({ entries: [{ imported_at: '2026-04-15T16:59:59.999Z' }] })
  expect(asked('2026-04-16')).toBe('now')
})
