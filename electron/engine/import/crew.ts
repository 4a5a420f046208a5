/** Threads that share an import's jobs, each with one at a time; without a built worker file the work is done inline. */
import { Worker } from 'node:worker_threads'
import { JobRunner, type Job, type JobResults, type OnSettled, type Setup } from './jobs'
import type { Settled } from './outcome'

/** crew → thread; `cancel` may come while a job runs */
export type Order = { job: Job } | { cancel: true }
/** thread → crew; `ready` once, when its program has started */
export type Report = { ready: true } | { settled: Settled } | { result: JobResults[Job['kind']] } | { failed: string }

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
interface Member {
  worker: Worker
  isReady: boolean
  task: Task | null
}

class ThreadCrew implements Crew {
  private readonly members = new Set<Member>()
  private readonly queue: Task[] = []
  /** takes over where no thread can be started at all */
  private inline: Crew | null = null
  private isCancelled = false

  constructor(
    private readonly workerFile: string,
    size: number,
    private readonly setup: Setup,
  ) {
    for (let count = 0; count < size; count++) this.start()
  }

  run: Crew['run'] = (job, onSettled = nothing) => {
    if (this.inline) return this.inline.run(job, onSettled)
    return new Promise((resolve, reject) => {
      this.queue.push({ job, onSettled, resolve, reject })
      this.give()
    })
  }

  cancel = (): void => {
    this.isCancelled = true
    this.inline?.cancel()
    for (const { worker } of this.members) worker.postMessage({ cancel: true } satisfies Order)
  }

  close = async (): Promise<void> => {
    const ended = [...this.members]
    this.members.clear()
    const closed = new Error('the threads were closed')
    for (const task of [...ended.map((member) => member.task), ...this.queue.splice(0)]) task?.reject(closed)
    await Promise.all([...ended.map(({ worker }) => worker.terminate()), this.inline?.close()])
  }

  private start(): void {
    const member: Member = {
      worker: new Worker(this.workerFile, { workerData: this.setup }),
      isReady: false,
      task: null,
    }
    this.members.add(member)
    member.worker.on('message', (report: Report) => this.hear(member, report))
    member.worker.once('error', (error) => this.lose(member, error))
    member.worker.once('exit', (code) => this.lose(member, new Error(`a worker ended with ${code}`)))
  }

  private give(): void {
    for (const member of this.members) {
      if (member.task || !member.isReady) continue
      const task = this.queue.shift()
      if (!task) return
      member.task = task
      member.worker.postMessage({ job: task.job } satisfies Order)
      if (this.isCancelled) member.worker.postMessage({ cancel: true } satisfies Order)
    }
  }

  private hear(member: Member, report: Report): void {
    const { task } = member
    if ('settled' in report) return task?.onSettled(report.settled)
    if ('ready' in report) member.isReady = true
    else if ('result' in report) task?.resolve(report.result as never)
    else task?.reject(new Error(report.failed))
    member.task = null
    this.give()
  }

  /** A thread ended by itself. One that had started is replaced; one that could not start is not. */
  private lose(member: Member, error: Error): void {
    if (!this.members.delete(member)) return
    member.task?.reject(error)
    if (member.isReady) this.start()
    if (this.members.size > 0) return
    const inline = (this.inline = inlineCrew(this.setup))
    if (this.isCancelled) inline.cancel()
    for (const { job, onSettled, resolve, reject } of this.queue.splice(0))
      inline.run(job, onSettled).then(resolve as (result: unknown) => void, reject)
  }
}

export const threadCrew = (workerFile: string, size: number, setup: Setup): Crew =>
  new ThreadCrew(workerFile, size, setup)
