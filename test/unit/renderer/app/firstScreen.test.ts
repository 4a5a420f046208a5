import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isAnswered } from '../../../../renderer/api/askAhead'
import { setBridge, type Bridge } from '../../../../renderer/api/bridge'
import { queryClient } from '../../../../renderer/api/queryClient'
import { openFirstScreen } from '../../../../renderer/app/firstScreen'
import { loadRoom } from '../../../../renderer/app/rooms'
import { resolveFilter } from '../../../../renderer/state/defaults'
import { fail, ok, type Result } from '../../../../shared/contract/result'

const LAST_DAY = '2026-10-31'
const STATE = { revision: 'r1', exports: 3, quarantined: 0, last_day: LAST_DAY, archived_before: null }
type Asked = { name: string; params: Record<string, unknown> }

let asked: Asked[]
const location = { hash: '' }
/** Answers the state as given, and each question by `answer`; a question without an answer is never answered. */
function engine(state: object, answer: (name: string) => Result<unknown> | undefined = () => ok([])) {
  setBridge({
    call: ((_: string, { name, params }: Asked) => {
      asked.push({ name, params })
      const result = name === 'workspace.state' ? ok(state) : answer(name)
      return result ? Promise.resolve(result) : new Promise(() => undefined)
    }) as Bridge['call'],
    on: () => () => undefined,
    dropFiles: () => Promise.resolve(ok(null)),
  })
}
const told = () => queryClient.getQueryData(['workspace'])
const names = () => asked.map(({ name }) => name)

// the room's code with its charts is much to read where nothing has read it yet
beforeAll(() => loadRoom('ikhtisar'), 60_000)
beforeEach(() => {
  asked = []
  location.hash = ''
  queryClient.clear()
  const history = { replaceState: (_: unknown, __: string, hash: string) => (location.hash = hash) }
  vi.stubGlobal('window', { location, history, dispatchEvent: () => true })
})
afterEach(() => {
  setBridge(null)
  vi.unstubAllGlobals()
})

test("the state is told when the overview's answers are there, asked for the filter that will be shown", async () => {
  engine(STATE)
  openFirstScreen()
  await vi.waitFor(() => expect(told()).toMatchObject({ revision: 'r1' }))
  const filter = resolveFilter({}, LAST_DAY)
  expect(location.hash).toContain('from=2026-07-01&to=2026-09-30')
  expect(names()[0]).toBe('workspace.state')
  for (const name of ['overview.coverage', 'overview.keyFigures', 'overview.questions', 'cases.facets'] as const) {
    expect(asked).toContainEqual({ name, params: filter })
    expect(isAnswered([name, filter]), name).toBe(true)
  }
  expect(asked).toContainEqual({ name: 'overview.map', params: { ...filter, level: 'polda' } })
  expect(new Set(names()).size).toBe(names().length)
})

test('below a unit the map is asked for the level that its place in the tree gives', async () => {
  location.hash = '#/ikhtisar?from=2026-01-01&to=2026-03-31&unit=POLDA-BALI'
  const tree = [{ code: 'POLDA-BALI', parent: 'MABES', name: 'Polda Bali', level: 'polda' }]
  engine(STATE, (name) => ok(name === 'units.tree' ? tree : []))
  openFirstScreen()
  await vi.waitFor(() => expect(told()).toBeDefined())
  expect(asked.find(({ name }) => name === 'overview.map')?.params).toMatchObject({ level: 'polres' })
})

test('an answer that takes long or fails does not hold the screen back', async () => {
  engine(STATE, (name) => (name === 'overview.trend' ? undefined : fail('QUERY-TIMEOUT', 'engine', {}, false)))
  openFirstScreen()
  await vi.waitFor(() => expect(told()).toMatchObject({ revision: 'r1' }))
  expect(names()).toContain('overview.trend')
})

test.each([
  ['an empty workspace', '', { ...STATE, exports: 0 }],
  ['an earlier day of knowledge, which is prepared first', '#/ikhtisar?known_on=2026-05-05', STATE],
  ['archived years, which answer nothing', '', { ...STATE, archived_before: '2026-01-01' }],
])('nothing of the room is asked ahead for %s', async (_, hash, state) => {
  location.hash = hash
  engine(state)
  openFirstScreen()
  await vi.waitFor(() => expect(told()).toBeDefined())
  expect(names().filter((name) => name.startsWith('overview.'))).toEqual([])
})
