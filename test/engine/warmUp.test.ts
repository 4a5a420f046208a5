/** What is prepared while nobody asks: all of it, for the revision that counts now, and others have their turn in between. */
import { setTimeout as later } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { QueryContext } from '../../electron/engine/analytics/context'
import { WarmUp } from '../../electron/engine/warmUp'
import { contextOf } from '../helpers/randomContext'
import { randomNation } from '../helpers/randomNation'

/** A context that says what it makes for good. */
function watched(): { context: QueryContext; made: string[] } {
  const plain = contextOf(randomNation(5, 40))
  const made: string[] = []
  const once: QueryContext['once'] = (key, make) => plain.once(key, () => (made.push(key), make()))
  return { context: { ...plain, once }, made }
}
const idle = () => later(60)

test('prepares in turns what a redraw would have to make first', async () => {
  const { context, made } = watched()
  const warmUp = new WarmUp(() => context, 0)
  warmUp.start()
  const turns: number[] = []
  while (made.length < 8 || turns.length < 20) {
    await later(1)
    turns.push(made.length)
  }
  expect(new Set(turns).size).toBeGreaterThan(4)
  const all = ['cells', 'deadlines', 'facts', 'overdue', 'case keys', 'closing order', 'hours close']
  await expect.poll(() => made, { timeout: 10_000 }).toEqual(expect.arrayContaining(all))
  warmUp.stop()
})

test('a new revision is prepared instead of the one before; nothing after the end', async () => {
  const [old, now] = [watched(), watched()]
  let current = old
  const warmUp = new WarmUp(() => current.context, 0)
  warmUp.start()
  await later(2)
  current = now
  warmUp.start()
  await expect.poll(() => now.made, { timeout: 10_000 }).toContain('case keys')
  warmUp.stop()

  const last = watched()
  current = last
  warmUp.start()
  warmUp.stop()
  await idle()
  expect(last.made).toEqual([])
})

test('a step that fails ends nothing: the others are made', async () => {
  const { context, made } = watched()
  let failed = 0
  const once: QueryContext['once'] = (key, make) => {
    if (key !== 'deadlines') return context.once(key, make)
    failed++
    throw new Error('a bug')
  }
  const broken = { ...context, once }
  const warmUp = new WarmUp(() => broken, 0)
  warmUp.start()
  await expect.poll(() => made, { timeout: 10_000 }).toContain('hours close')
  expect(failed).toBeGreaterThan(0)
  warmUp.stop()
})
