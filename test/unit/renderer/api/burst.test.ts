/** Answers that come close together are told in one turn; what comes alone does not wait. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

// of its own: questions that another test left open would be waited for
vi.resetModules()
const { counted, tellTogether } = await import('../../../../renderer/api/burst')

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('without a question under way nothing waits', async () => {
  const told: string[] = []
  tellTogether(() => told.push('a'))
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['a'])
})

test('while questions are under way, answers are told together: after a pause, or after 24 ms at the latest', async () => {
  let answer = () => {}
  const asked = counted(new Promise<void>((done) => (answer = done)))
  const told: string[] = []
  tellTogether(() => told.push('a'))
  await vi.advanceTimersByTimeAsync(3)
  tellTogether(() => told.push('b'))
  await vi.advanceTimersByTimeAsync(3)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toEqual(['a', 'b'])

  for (let i = 0; i < 10; i++) {
    tellTogether(() => told.push(`${i}`))
    await vi.advanceTimersByTimeAsync(3)
  }
  expect(told.slice(2)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
  answer()
  await asked
  await vi.advanceTimersByTimeAsync(4)
  expect(told.slice(2)).toHaveLength(10)
})
