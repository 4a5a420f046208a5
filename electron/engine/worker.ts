/** A thread of an import: takes one job at a time from the crew (import/crew.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import type { Order, Report } from './import/crew'
import { JobRunner, type Setup } from './import/jobs'

const controller = new AbortController()
const runner = new JobRunner(workerData as Setup, controller.signal)
const say = (report: Report) => parentPort?.postMessage(report)

parentPort?.on('message', (order: Order) => {
  if ('cancel' in order) return controller.abort()
  runner
    .run(order.job, (settled) => say({ settled }))
    .then(
      (result) => say({ result }),
      (error: unknown) => say({ failed: error instanceof Error ? error.message : String(error) }),
    )
})
say({ ready: true })
