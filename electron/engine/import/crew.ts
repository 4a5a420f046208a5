/** Threads that share an import's jobs, each with one at a time; without a built worker file the work is done inline. */
import { Worker } from 'node:worker_threads'
import { JobRunner, type Job, type JobResults, type OnSettled, type Setup } from './jobs'
import type { Settled } from './outcome'

/** crew → thread; `cancel` may come while a job runs */
export type Order = { job: Job } | { cancel: true }
/** thread → crew */
export type Report = { settled: Settled } | { result: JobResults[Job['kind']] } | { failed: string }

export interface Crew {
  /** Resolves with the job's result; rejects when its thread ended or met a bug. */
  run: <J extends Job>(job: J, onSettled?: OnSettled) => Promise<JobResults[J['kind']]>
  /** Jobs end after the file they are at; that file is not loaded when it was not yet saved. */
  cancel: () => void
  close: () => Promise<void>
}

const nothing: OnSettled = () => undefined

export function inlineCrew(setup: Setup): Crew {
  const controller = new AbortController()
  const runner = new JobRunner(setup, controller.signal)
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (job, onSettled = nothing) => {
      const next = last.then(() => runner.run(job, onSettled))
      last = next.catch(() => undefined)
      return next as Promise<never>
    },
    cancel: () => controller.abort(),
    close: async () => void (await last),
  }
}

interface Task {
  job: Job
  onSettled: OnSettled
  resolve: (result: never) => void
  reject: (error: Error) => void
}

export function threadCrew(workerFile: string, size: number, setup: Setup): Crew {
  const queue: Task[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let isCancelled = false

  const start = () => {
    const worker = new Worker(workerFile, { workerData: setup })
    worker.setMaxListeners(0)
    all.add(worker)
    return worker
  }
  const give = () => {
    while (queue.length > 0 && idle.length > 0) {
      const [task, worker] = [queue.shift() as Task, idle.pop() as Worker]
      work(worker, task)
    }
  }
  const work = (worker: Worker, task: Task) => {
    const stop = () => {
      worker.off('message', hear)
      worker.off('exit', gone)
      worker.off('error', broken)
    }
    const end = () => {
      stop()
      idle.push(worker)
      give()
    }
    const hear = (report: Report) => {
      if ('settled' in report) return task.onSettled(report.settled)
      if ('result' in report) task.resolve(report.result as never)
      else task.reject(new Error(report.failed))
      end()
    }
    const lost = (error: Error) => {
      stop()
      all.delete(worker)
      task.reject(error)
      idle.push(start())
      give()
    }
    const gone = (code: number) => lost(new Error(`a worker ended with ${code}`))
    const broken = (error: Error) => lost(error)
    worker.on('message', hear)
    worker.once('exit', gone)
    worker.once('error', broken)
    worker.postMessage({ job: task.job } satisfies Order)
    if (isCancelled) worker.postMessage({ cancel: true } satisfies Order)
  }

  for (let count = 0; count < size; count++) idle.push(start())
  return {
    run: (job, onSettled = nothing) =>
      new Promise((resolve, reject) => {
        queue.push({ job, onSettled, resolve, reject })
        give()
      }),
    cancel: () => {
      isCancelled = true
      for (const worker of all) worker.postMessage({ cancel: true } satisfies Order)
    },
    close: async () => void (await Promise.all([...all].map((worker) => worker.terminate()))),
  }
}
