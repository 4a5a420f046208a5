/** The engine's door: what comes in is checked, what goes out is an answer or an event. */
import { expect, test } from 'vitest'
import { Dispatcher } from '../../electron/engine/dispatch'
import { resultOf, type EngineCall, type EngineMessage } from '../../shared/contract/engineProtocol'
import { fail, ok } from '../../shared/contract/result'
import { makeExport } from '../helpers/signedExports'
import { exportFolder, openTrusted } from '../helpers/workspaces'

async function talk() {
  const engine = await openTrusted()
  const said: EngineMessage[] = []
  const dispatcher = new Dispatcher(Promise.resolve(ok(engine)), (message) => said.push(structuredClone(message)))
  const ask = async (call: string, args: unknown) => {
    const id = said.length + 1000
    await dispatcher.receive({ id, call: call as EngineCall, args })
    const answer = said.find((message) => 'id' in message && message.id === id)
    return answer && 'id' in answer ? resultOf(answer) : null
  }
  return { engine, said, ask }
}

test('calls are answered, progress and changes are told', async () => {
  const { engine, said, ask } = await talk()
  const folder = exportFolder([{ packed: makeExport(), name: 'a' }])
  expect(await ask('import:paths', { paths: [folder] })).toMatchObject({ ok: true, value: { accepted: 1 } })
  const events = said.flatMap((message) => ('event' in message ? [message.event] : []))
  expect(events).toContain('import:progress')
  expect(events.at(-1)).toBe('workspace:changed')
  expect(await ask('query:run', { name: 'overview.totals', params: {} })).toMatchObject({
    ok: true,
    value: { received: 2 },
  })
  expect(await ask('import:cancel', {})).toEqual({ ok: true, value: null })
  expect(await ask('findings:list', {})).toEqual({ ok: true, value: [] })
  expect(await ask('settings:apply', { cutiBersama: false, suppressionThreshold: 5 })).toEqual({
    ok: true,
    value: null,
  })
  expect(said.at(-2)).toMatchObject({ event: 'workspace:changed' })
  await engine.close()
})

test('what is not in the contract, or not as it says, is refused', async () => {
  const { engine, ask } = await talk()
  for (const [call, args] of [
    ['constructor', {}],
    ['app:info', {}],
    ['toString', {}],
    ['import:paths', { paths: [] }],
    ['import:paths', { paths: ['x'], more: 1 }],
    ['query:run', { name: 'sql', params: {} }],
    ['registry:trust', { path: 'x' }],
    ['findings:update', { id: 5, text: {} }],
  ] as const)
    // prettier-ignore
    expect(await ask(call, args), call).toMatchObject({ ok: false, error: { code: 'PARAMS' } })
  await engine.close()
})

test('an engine whose opening threw answers with the bug, also when nobody had asked yet', async () => {
  const said: EngineMessage[] = []
  const dispatcher = new Dispatcher(Promise.reject(new Error('no such')), (message) => said.push(message))
  await new Promise((resolve) => setTimeout(resolve, 5))
  await dispatcher.receive({ id: 1, call: 'findings:list', args: {} })
  expect(said).toMatchObject([{ id: 1, result: { ok: false, error: { code: 'INTERNAL', params: { message: 'no such' } } } }]) // prettier-ignore
})

test('an engine that could not be opened answers every call with the reason', async () => {
  const said: EngineMessage[] = []
  const closed = new Dispatcher(Promise.resolve(fail('WORKSPACE-LOCKED', 'environment')), (message) =>
    said.push(message),
  )
  await closed.receive({ id: 1, call: 'findings:list', args: {} })
  expect(said).toEqual([
    { id: 1, result: { ok: false, error: { code: 'WORKSPACE-LOCKED', kind: 'environment', params: {} } } },
  ])
})

test('nothing is decided on the picture of an earlier day, whoever asks, and nobody can leave the day out', async () => {
  const { engine, ask } = await talk()
  const calls = [
    ['decisions:take', { act: 'change.accept', ids: ['X:1'], reason: 'r' }],
    ['questions:dispose', { id: 'q', disposition: 'explained', reason: 'r' }],
  ] as const
  for (const [call, args] of calls) {
    expect(await ask(call, args), call).toMatchObject({ error: { code: 'PARAMS' } })
    const past = { ...args, known_on: '2026-04-30' }
    expect(await ask(call, past), call).toMatchObject({ error: { code: 'KNOWN-READONLY' } })
    expect(await ask(call, { ...args, known_on: null }), call).toMatchObject({ ok: true })
  }
  await engine.close()
})
