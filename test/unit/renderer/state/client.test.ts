import { afterEach, expect, test } from 'vitest'
import { setBridge, type Bridge } from '../../../../renderer/api/bridge'
import { call, dropFiles, errorOf, runQuery, unwrap } from '../../../../renderer/api/client'
import { fail, ok } from '../../../../shared/contract/result'

const bridge = (answer: (channel: string, args: unknown) => unknown): Bridge => ({
  call: ((channel: string, args: unknown) => Promise.resolve().then(() => answer(channel, args))) as Bridge['call'],
  on: () => () => {},
  dropFiles: () => Promise.resolve(ok(null)),
})
afterEach(() => setBridge(null))

test('a named query is a call with name and parameters', async () => {
  const asked: unknown[] = []
  setBridge(bridge((channel, args) => (asked.push(channel, args), ok([]))))
  expect(await runQuery('overview.byMonth', { unit: 'POLDA-ACEH' })).toEqual(ok([]))
  expect(asked).toEqual(['query:run', { name: 'overview.byMonth', params: { unit: 'POLDA-ACEH' } }])
})

test('what breaks on the way is an error as data', async () => {
  setBridge(
    bridge(() => {
      throw new Error('gone')
    }),
  )
  expect(await call('settings:get', {})).toMatchObject({ ok: false, error: { code: 'BRIDGE-FAILED', kind: 'bug' } })
  setBridge(null)
  expect(await call('settings:get', {})).toMatchObject({ ok: false, error: { code: 'BRIDGE-MISSING' } })
  expect(await dropFiles([])).toMatchObject({ ok: false, error: { code: 'BRIDGE-MISSING' } })
})

test('an error passes through a throw unchanged', async () => {
  const error = fail('QUERY-TIMEOUT', 'engine', { seconds: 60 }, true)
  const thrown: unknown = await unwrap(Promise.resolve(error)).catch((reason: unknown) => reason)
  expect(errorOf(thrown)).toEqual(error.error)
  expect(errorOf(null)).toBeNull()
  expect(errorOf(new Error('x'))).toMatchObject({ code: 'INTERNAL', kind: 'bug' })
})
