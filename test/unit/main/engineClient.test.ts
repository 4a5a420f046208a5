import { fork } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { EngineClient, type EngineProcess } from '../../../electron/main/engineClient'
import type { EngineEvent, EngineMessage } from '../../../shared/contract/engineProtocol'

const CHILD = join(import.meta.dirname, '../../fixtures/engineChild.mjs')

function forkChild(file: string): EngineProcess {
  const child = fork(file, { stdio: 'ignore' })
  return {
    postMessage: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', (message) => listener(message as EngineMessage)),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}

let client: EngineClient
afterEach(() => client.close())

function start(queryTimeout = 20_000, file: string | ((fork: number) => string) = CHILD) {
  const events: EngineEvent[] = []
  const restarts: string[] = []
  let [forks, exits] = [0, 0]
  client = new EngineClient({
    fork: () => {
      forks += 1
      const made = forkChild(typeof file === 'string' ? file : file(forks))
      made.onExit(() => exits++)
      return made
    },
    onEvent: (event) => void events.push(event),
    onRestart: (reason) => void restarts.push(reason),
    queryTimeout,
  })
  return { events, restarts, forks: () => forks, exits: () => exits }
}
const query = (params: string) => client.call('query:run', { name: 'overview.totals', params })
const pid = async (params: string) => {
  const result = await query(params)
  if (!result.ok) throw new Error(result.error.code)
  return (result.value as { pid: number }).pid
}

test('answers reach those who asked, and events those who listen', async () => {
  const { events } = start()
  const [first, second] = await Promise.all([query('a'), client.call('findings:list', {})])
  expect(first).toMatchObject({ ok: true, value: { call: 'query:run' } })
  expect(second).toMatchObject({ ok: true, value: { call: 'findings:list' } })
  expect(await query('text')).toEqual({ ok: true, value: 'as text' })
  const forwarded = (params: string) => client.forward('query:run', { name: 'overview.totals', params })
  expect(await forwarded('text')).toBe('{"ok":true,"value":"as text"}')
  expect(await forwarded('a')).toMatchObject({ ok: true, value: { call: 'query:run' } })
  await query('tell')
  expect(events).toEqual([{ event: 'workspace:changed', payload: { revision: 'r1' } }])
})

test('an engine that dies fails what was pending, says so, and is there again', async () => {
  const { restarts, forks } = start()
  const before = await pid('a')
  const pending = client.call('query:run', { name: 'units.tree', params: 'never' })
  expect(await query('die')).toEqual({
    ok: false,
    error: { code: 'ENGINE-GONE', kind: 'engine', params: {}, retry: true },
  })
  expect(await pending).toMatchObject({ ok: false, error: { code: 'ENGINE-GONE' } })
  expect(restarts).toEqual(['crash'])
  expect(await pid('a')).not.toBe(before)
  expect(forks()).toBe(2)
})

test('a query that takes too long is ended with its engine', async () => {
  const { restarts } = start(500)
  const before = await pid('a')
  expect(await query('never')).toMatchObject({
    ok: false,
    error: { code: 'QUERY-TIMEOUT', params: { seconds: 1 }, retry: true },
  })
  expect(restarts).toEqual(['timeout'])
  expect(await pid('a')).not.toBe(before)
})

test('an engine that makes its stores again is left to it, also after it has told kept answers', async () => {
  const { restarts } = start(400)
  await pid('a')
  expect(await query('rebuild')).toEqual({ ok: true, value: 'made again' })
  expect(restarts).toEqual([])
  // what it answered ends that: a query that hangs afterwards is ended
  expect(await query('never')).toMatchObject({ ok: false, error: { code: 'QUERY-TIMEOUT' } })
  expect(restarts).toEqual(['timeout'])
})

test('a query that nobody waits for any more is never asked, and those behind it are', async () => {
  const { restarts } = start(1500)
  const ask = (params: string, ticket: string) => client.call('query:run', { name: 'overview.totals', params, ticket })
  await pid('a')
  // two are with the engine, which answers neither: the others wait here
  const hung = [ask('never', '1'), ask('never', '2')]
  const stale = [ask('die', '3'), ask('die', '4')]
  client.drop('3')
  client.drop('4')
  client.drop('1') // the engine has it
  client.drop('unknown')
  for (const one of stale)
    expect(await one).toMatchObject({ ok: false, error: { code: 'QUERY-CANCELLED', retry: true } })
  expect((await hung[0])!.ok).toBe(false)
  expect(restarts).toEqual(['timeout'])
  const [first, ...others] = await Promise.all(['5', '6', '7', '8', '9'].map((ticket) => ask('a', ticket)))
  for (const one of others) expect(one).toEqual(first)
  expect(first).toMatchObject({ ok: true })
})

test('cancelling ends the engine only when nothing else is under way', async () => {
  const { restarts } = start()
  const before = await pid('a')
  const importing = client.call('import:paths', { params: 'never' } as never)
  const asked = query('never')
  client.cancelQueries()
  expect(await asked).toMatchObject({ ok: false, error: { code: 'QUERY-CANCELLED' } })
  expect(restarts).toEqual([])
  expect(await pid('a')).toBe(before)
  const again = query('die')
  expect(await importing).toMatchObject({ ok: false, error: { code: 'ENGINE-GONE' } })
  await again
  const third = query('never')
  client.cancelQueries()
  await third
  client.cancelQueries()
  expect(restarts).toEqual(['crash', 'cancel'])
})

test('an engine that cannot start is not started for ever', async () => {
  const { forks, exits } = start(20_000, '/nonexistent/engine.mjs')
  await expect.poll(exits, { timeout: 20_000 }).toBe(3)
  await new Promise((later) => setTimeout(later, 100)) // in which a fourth would be started
  expect(forks()).toBe(3)
  expect(await query('a')).toMatchObject({ ok: false, error: { code: 'ENGINE-GONE', retry: true } })
  expect(forks()).toBe(4)
})

test('an engine that was left dead is not said to be back before it answers', async () => {
  const { forks, exits, restarts } = start(20_000, (fork) => (fork <= 4 ? '/nonexistent/engine.mjs' : CHILD))
  await expect.poll(exits, { timeout: 20_000 }).toBe(3)
  expect(restarts).toHaveLength(2)
  expect(await query('a')).toMatchObject({ ok: false, error: { code: 'ENGINE-GONE', retry: true } })
  expect(restarts).toHaveLength(2)
  expect(await query('a')).toMatchObject({ ok: true })
  expect(restarts).toEqual(['crash', 'crash', 'crash'])
  expect(forks()).toBe(5)
})
