/** The engine's program as main starts it, here as a Node child: the demo nation, a query, a kill in the middle, a restart. */
import { fork, type ChildProcess } from 'node:child_process'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { layoutOf } from '../../electron/engine/archive/layout'
import { readKept } from '../../electron/engine/start/keptFile'
import { resultOf, type EngineCall, type EngineMessage, type EngineOptions } from '../../shared/contract/engineProtocol'
import type { Result } from '../../shared/contract/result'
import type { ImportSummary } from '../../shared/contract/results/data'
import type { OverviewTotals } from '../../shared/contract/results/overview'
import { bundle } from '../helpers/bundle'
import { freshFolder, valueOf } from '../helpers/workspaces'

let program = ''
let child: ChildProcess | undefined

beforeAll(async () => {
  const built = freshFolder('programs')
  program = await bundle('electron/engine/entry.ts', 'engine', built)
  await bundle('electron/engine/start/whole.ts', 'whole', built)
  await bundle('electron/engine/worker.ts', 'worker', built)
})
afterEach(() => child?.kill('SIGKILL'))

function start(workspace: string, onEvent: (message: EngineMessage) => void = () => undefined) {
  const settings = { cutiBersama: true, suppressionThreshold: 10 }
  const options: EngineOptions = { workspace, production: false, settings }
  const engine = fork(program, [JSON.stringify(options)], { serialization: 'advanced', execArgv: [] })
  child = engine
  let last = 0
  const ask = <T>(call: EngineCall, args: unknown) =>
    new Promise<Result<T>>((resolve) => {
      const id = ++last
      engine.on('message', (message: EngineMessage) => {
        if ('id' in message && message.id === id) resolve(resultOf(message) as Result<T>)
        else if (!('id' in message)) onEvent(message)
      })
      engine.send({ id, call, args })
    })
  const gone = new Promise<void>((resolve) => engine.once('exit', () => resolve()))
  return { ask, gone, kill: () => engine.kill('SIGKILL') }
}
const totals = { name: 'overview.totals', params: {} }
const state = { name: 'workspace.state', params: {} }

const countOf = (message: EngineMessage) =>
  'event' in message && message.event === 'import:progress'
    ? Object.values(message.payload.counts).reduce((sum, count) => sum + count, 0)
    : 0

test('killed while it makes the demo nation, started again, cancelled: nothing acknowledged is lost', async () => {
  const workspace = freshFolder('workspace')
  let acknowledged = 0
  const first = start(workspace, (message) => {
    acknowledged = Math.max(acknowledged, countOf(message))
    if (acknowledged >= 10) first.kill()
  })
  void first.ask('demo:open', {})
  await first.gone
  let isCancelled = false
  const second = start(workspace, (message) => {
    if (isCancelled || countOf(message) < 25) return
    isCancelled = true
    void second.ask('import:cancel', {})
  })
  const held = valueOf(await second.ask<OverviewTotals>('query:run', totals))
  expect(held.units_reported).toBeGreaterThan(5)
  const summary = valueOf(await second.ask<ImportSummary>('demo:open', {}))
  expect(summary.cancelled).toBe(true)
  expect(summary.duplicate).toBeGreaterThanOrEqual(acknowledged)
  const after = valueOf(await second.ask<OverviewTotals>('query:run', totals))
  expect(after.units_reported).toBeGreaterThan(held.units_reported)
  expect(after.received).toBeGreaterThan(held.received)
  const told = valueOf(await second.ask<object>('query:run', state))
  await vi.waitFor(() => expect(readKept(layoutOf(workspace).answers)?.start).toBeTruthy(), { timeout: 20_000 })
  second.kill()
  await second.gone
  // Now the first screen is told before the workspace is opened, and the same afterwards.
  const third = start(workspace)
  const before = await third.ask<object>('query:run', state)
  expect({ ...valueOf(before), revision: '' }).toEqual({ ...told, revision: '' })
  expect(valueOf(await third.ask('query:run', totals))).toEqual(after)
  expect(valueOf(await third.ask('findings:list', {}))).toEqual([])
  expect(await third.ask('query:run', state)).toEqual(before)
  third.kill()
  await third.gone
})
