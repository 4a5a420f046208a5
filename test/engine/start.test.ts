/** The first screen of a start that nothing changed before: told from what was kept, then the workspace is opened. */
import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { readSealed, sealed } from '../../electron/engine/archive/sealed'
import { layoutOf } from '../../electron/engine/archive/layout'
import { acquireLock } from '../../electron/engine/archive/lock'
import { boardDay } from '../../electron/engine/boardDay'
import type { Engine } from '../../electron/engine/engine'
import { Entrance, type Receiver } from '../../electron/engine/start/entrance'
import { FirstScreen } from '../../electron/engine/start/firstScreen'
import { readKept, writeKept } from '../../electron/engine/start/keptFile'
import { openWhole } from '../../electron/engine/start/whole'
import { createDatabase } from '../../electron/engine/store/sqlite'
import type { EngineMessage, EngineOptions, EngineRequest } from '../../shared/contract/engineProtocol'
import { makeExport, NOW, registryOf, UNIT } from '../helpers/signedExports'
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const PROGRAM = 'this program'
const DAY = 86_400
const FIGURE = 'overview.totals'
const STATE = ['workspace.state', 'workspace.notices', 'units.tree', 'registry.current'] as const

/** A workspace whose last session asked for a figure; what it answered. */
async function kept(work: (engine: Engine) => Promise<unknown> = async () => undefined) {
  const dir = freshFolder('workspace')
  const engine = await openTrusted(registryOf(), { dir, program: PROGRAM })
  valueOf(await engine.importPaths([exportFolder([{ packed: makeExport(), name: 'a' }])]))
  await engine.close()
  const again = await open({ dir, program: PROGRAM })
  const answers = new Map<string, string>()
  for (const name of [...STATE, FIGURE] as const)
    answers.set(name, JSON.stringify({ ok: true, value: valueOf(await again.query(name, {})) }))
  await work(again)
  await again.close()
  const options: EngineOptions = {
    workspace: dir,
    production: true,
    settings: { cutiBersama: true, suppressionThreshold: 10 },
  }
  return { dir, layout: layoutOf(dir), answers, options }
}

/** Whether a start with these circumstances finds the first screen; the lock is given back. */
function isKept(options: EngineOptions, { program = PROGRAM, now = NOW } = {}): boolean {
  const first = FirstScreen.open(options, program, now)
  first?.lock.release()
  return first !== null
}
const ask = (name: string, params: unknown = {}) =>
  ({ id: 1, call: 'query:run', args: { name, params } }) satisfies EngineRequest

test('what a start asks is told as the last session said it, under the lock', async () => {
  const { layout, answers, options } = await kept()
  const first = FirstScreen.open(options, PROGRAM, NOW)
  for (const [name, text] of answers) expect(first?.answer(ask(name)), name).toBe(text)
  expect(first?.answer(ask('exports.list'))).toBeNull()
  expect(first?.answer(ask(FIGURE, { unit: UNIT }))).toBeNull()
  expect(first?.answer({ call: 'findings:list', args: {} })).toBeNull()
  expect(first?.answer({ call: 'query:run', args: null })).toBeNull()
  expect(acquireLock(layout.lock)).toMatchObject({ ok: false, error: { code: 'WORKSPACE-LOCKED' } })
  expect(isKept(options)).toBe(false)
  first?.lock.release()
  expect(isKept(options)).toBe(true)
})

test('another program, setting or runtime has to open the workspace first, another day for its figures', async () => {
  const { layout, options } = await kept()
  expect(isKept(options)).toBe(true)
  expect(isKept(options, { program: 'another' })).toBe(false)
  const tomorrow = FirstScreen.open(options, PROGRAM, NOW + DAY)
  expect(tomorrow?.answer(ask('workspace.state'))).not.toBeNull()
  expect(tomorrow?.answer(ask(FIGURE))).toBeNull()
  tomorrow?.lock.release()
  expect(isKept({ ...options, production: false })).toBe(false)
  expect(isKept({ ...options, settings: { ...options.settings, cutiBersama: false } })).toBe(false)
  expect(isKept({ ...options, settings: { ...options.settings, suppressionThreshold: 5 } })).toBe(false)
  expect(isKept({ ...options, workspace: freshFolder('another') })).toBe(false)
  expect(existsSync(layout.lock)).toBe(false)
  const file = readKept(layout.answers)
  if (!file?.start) throw new Error('no start is kept')
  writeKept(layout.answers, { ...file, start: { ...file.start, until: NOW - 1 } })
  expect(isKept(options)).toBe(false)
})

test('figures of a session that went on after midnight are those of the day on which they were asked', async () => {
  const { options, layout } = await kept()
  let now = NOW
  const engine = await open({ dir: options.workspace, program: PROGRAM, now: () => new Date(now * 1000) })
  valueOf(await engine.query(FIGURE, { unit: UNIT }))
  now += DAY
  await engine.close()
  expect(readKept(layout.answers)?.today).toBe(boardDay(NOW))
})

test('whatever else lies on the disk has to be opened first', async () => {
  const { layout, options } = await kept()
  const store = layout.storeFile(UNIT)
  /** With another file in its place; afterwards it is there again, the same file. */
  const isKeptWith = (path: string, change: (bytes: Buffer) => Buffer | null) => {
    const bytes = readFileSync(path)
    renameSync(path, `${path}.before`)
    const changed = change(bytes)
    if (changed) writeFileSync(path, changed)
    const found = isKept(options)
    rmSync(path, { force: true })
    renameSync(`${path}.before`, path)
    return found
  }
  const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, i) => (i === bytes.length >> 1 ? byte ^ 1 : byte)))
  const registry = layout.registryFile(1)
  for (const path of [layout.workspace, layout.pinned, registry, layout.answers, layout.nation, store]) {
    expect(isKept(options), `before ${path}`).toBe(true)
    expect(
      isKeptWith(path, () => null),
      `${path} is gone`,
    ).toBe(false)
    expect(isKeptWith(path, flipped), `${path} is damaged`).toBe(false)
    expect(
      isKeptWith(path, (bytes) => bytes.subarray(0, -1)),
      `${path} is cut off`,
    ).toBe(false)
  }
  for (const path of [layout.workspace, layout.pinned])
    expect(
      isKeptWith(path, () => Buffer.concat(sealed(Buffer.from('{}')))),
      `${path} is another`,
    ).toBe(false)
  expect(isKeptWith(layout.audit, () => null)).toBe(false)
  expect(isKeptWith(layout.audit, (bytes) => bytes.subarray(0, -1))).toBe(false)
  expect(isKeptWith(layout.audit, (bytes) => Buffer.concat([bytes, Buffer.from('{"number":')]))).toBe(false)
  expect(
    isKeptWith(layout.audit, (bytes) => Buffer.from(bytes.toString().replace(/"subject":"/g, '"subject":"x'))),
  ).toBe(false)
  // a unit that nobody imported
  const more = layout.storeFile('POLDA-Z')
  writeFileSync(more, readFileSync(store))
  expect(isKept(options)).toBe(false)
  rmSync(more)
  expect(isKept(options)).toBe(true)
})

test('a finding is told at the next start, and one that was not asked about has to be opened first', async () => {
  const { options } = await kept(async (engine) => {
    valueOf(await engine.findings.create({ text: { title: 'one' }, figures: [] }))
    valueOf(await engine.query(FIGURE, {}))
  })
  const first = FirstScreen.open(options, PROGRAM, NOW)
  expect(first?.answer(ask('workspace.state'))).toContain('"findings":1')
  first?.lock.release()
  const engine = await open({ dir: options.workspace, program: PROGRAM })
  expect(JSON.stringify({ ok: true, value: valueOf(await engine.query('workspace.state', {})) })).toBe(
    first?.answer(ask('workspace.state')),
  )
  valueOf(await engine.findings.create({ text: { title: 'two' }, figures: [] }))
  await engine.close()
  expect(isKept(options)).toBe(false)
})

test('the workspace is opened when the screen stands, at once for anything else, and then answers everything', async () => {
  vi.useFakeTimers()
  try {
    const said: EngineMessage[] = []
    const asked: string[] = []
    const opened = vi.fn<() => Receiver>(() => ({
      receive: async ({ args }: EngineRequest) => void asked.push((args as { name: string }).name),
    }))
    const enter = (first: Pick<FirstScreen, 'answer'> | null) =>
      new Entrance(first, opened, (message) => said.push(message))
    const known = {
      answer: ({ args }: Pick<EngineRequest, 'args'>) => ((args as { name: string }).name === 'known' ? '{}' : null),
    }
    const calm = enter(known)
    await calm.receive(ask('known'))
    vi.advanceTimersByTime(300)
    await calm.receive(ask('known'))
    vi.advanceTimersByTime(600)
    expect(opened).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(opened).toHaveBeenCalledTimes(1)
    await calm.receive(ask('known'))
    expect([said.length, asked]).toEqual([3, []])
    await calm.receive(ask('else'))
    await calm.receive(ask('known'))
    expect([said.length, asked]).toEqual([3, ['else', 'known']])
    expect(opened).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(10_000)
    expect(opened).toHaveBeenCalledTimes(1)

    enter(null)
    expect(opened).toHaveBeenCalledTimes(2)
    const silent = enter(known)
    vi.advanceTimersByTime(6000)
    expect(opened).toHaveBeenCalledTimes(3)
    await silent.receive(ask('else'))
    expect(opened).toHaveBeenCalledTimes(3)
  } finally {
    vi.useRealTimers()
  }
})

test('what was told and does not hold is taken back when the workspace is open', async () => {
  const run = async (spoil: (dir: string) => void) => {
    const { dir, layout, options } = await kept()
    const first = FirstScreen.open(options, PROGRAM, NOW)
    if (!first) throw new Error('nothing was kept')
    spoil(dir)
    const said: EngineMessage[] = []
    const picture = Promise.resolve(readSealed(layout.nation))
    const whole = openWhole(options, { program: PROGRAM, picture, told: first }, (message) => said.push(message))
    await whole.receive(ask('workspace.state'))
    await vi.waitFor(() => expect(said.length).toBeGreaterThan(0))
    await new Promise((later) => setTimeout(later, 50))
    const changed = said.filter((message) => 'event' in message && message.event === 'workspace:changed')
    rmSync(layout.lock, { force: true })
    return changed
  }
  expect(await run(() => undefined)).toEqual([])
  // Between the look at the disk and the opening: what the lock keeps others from.
  const spoilt = await run((dir) => rmSync(layoutOf(dir).storeFile(UNIT)))
  expect(spoilt).toHaveLength(1)
  const torn = await run((dir) => appendFileSync(layoutOf(dir).audit, 'no line\n'))
  expect(torn).toHaveLength(1)
  const gone = await run((dir) => rmSync(layoutOf(dir).pinned))
  expect(gone).toHaveLength(1)
  const database = await createDatabase({ journal: true })
  database.exec('PRAGMA user_version = 1000')
  const newer = database.bytes()
  const [unusable] = await run((dir) => writeFileSync(layoutOf(dir).workspace, Buffer.concat(sealed(newer))))
  expect(unusable).toEqual({ event: 'workspace:changed', payload: { revision: '' } })
})
