import { expect, test, vi } from 'vitest'
import { ReportJob } from '../../../electron/main/reportJob'
import type { PrintProgress } from '../../../shared/contract/contract'

test('a report says its phase and, after the first, how long it still takes', async () => {
  vi.useFakeTimers()
  const told: PrintProgress[] = []
  const job = new ReportJob((progress) => told.push(progress))
  const save = (ms: number) =>
    job.run(async (_, enter) => {
      enter('drawing')
      await vi.advanceTimersByTimeAsync(ms)
      enter('printing')
      return 'saved'
    })
  expect(await save(4000)).toBe('saved')
  expect(told.at(0)).toEqual({ phase: 'drawing', seconds: 0, left: null })
  expect(told.map(({ left }) => left).every((left) => left === null)).toBe(true)
  expect(told.at(-1)?.phase).toBe('printing')
  told.length = 0
  await save(1000)
  expect(told.map(({ seconds, left }) => [seconds, left])).toEqual([[0, 4], [0.5, 4], [1, 3], [1, 3]]) // prettier-ignore
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toHaveLength(4)
  vi.useRealTimers()
})

test('a report that is given up hears it, and its time counts for nothing; a second one gives up the first', async () => {
  const told: PrintProgress[] = []
  const job = new ReportJob((progress) => told.push(progress))
  const until = (signal: AbortSignal) =>
    new Promise<string>((done) => signal.addEventListener('abort', () => done('given up')))
  const first = job.run(until)
  job.cancel()
  expect(await first).toBe('given up')
  const second = job.run(until)
  const third = job.run(async (signal, enter) => {
    enter('drawing')
    return signal.aborted
  })
  expect(await second).toBe('given up')
  expect(await third).toBe(false)
  expect(told).toMatchObject([{ phase: 'drawing', left: null }])
})
