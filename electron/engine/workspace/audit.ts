/**
 * The audit log: one JSON object a line, each with the hash of the line before it. Appending is the acknowledgement of
 * an act: it returns only when the line is on the disk. A line cut off by a crash was never acknowledged and is removed.
 */
import { open, readFile, type FileHandle } from 'node:fs/promises'
import { NEWLINE, TAIL, lineOf, parseLine, textOf, type Act, type AuditLine } from './auditLine'

const nothing = () => undefined

export class AuditLog {
  private queue: { acts: readonly Act[]; before: () => void; done: () => void; failed: (error: unknown) => void }[] = []
  private writing = false

  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle | null,
    private readonly now: () => Date,
    private last: { number: number; at: string; hash: string } | null,
    /** the end of the log is as it was written; `read` judges the whole */
    readonly isSound: boolean,
  ) {}

  /**
   * Opens the log and removes a torn last line; a whole one that lacks only its end gets it back. A damaged line stays as
   * it is, and the chain goes on from the last sound one. `write` false: nothing is changed and nothing can be appended.
   */
  static async open(path: string, now: () => Date, write: boolean): Promise<AuditLog> {
    if (!write) {
      const { valid, lines } = await readAudit(path)
      return new AuditLog(path, null, now, lines.at(-1) ?? null, valid)
    }
    const handle = await open(path, 'a+', 0o600)
    const { size } = await handle.stat()
    const from = Math.max(0, size - TAIL)
    const buffer = Buffer.alloc(size - from)
    await handle.read(buffer, 0, buffer.length, from)
    const end = buffer.lastIndexOf(NEWLINE) + 1
    const torn = buffer.subarray(end).toString('utf8')
    // With its newline damaged, a line is one character too long; cut off just before it, one too short.
    const whole = parseLine(torn) ?? parseLine(torn.slice(0, -1))
    if (torn !== '') {
      await handle.truncate(from + end)
      if (whole) await handle.appendFile(textOf(whole))
      await handle.sync()
    }
    const before = buffer.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
    const lines = before.map(parseLine)
    const sound = whole ?? lines.findLast((line) => line !== null) ?? null
    const isSound = lines.length === 0 || lines.at(-1) !== null
    if (sound || lines.length === 0) return new AuditLog(path, handle, now, sound, isSound)
    return new AuditLog(path, handle, now, (await readAudit(path)).lines.at(-1) ?? null, false)
  }

  /** Moment of the last entry, ISO 8601; null when there is none. */
  get lastAt(): string | null {
    return this.last?.at ?? null
  }

  /**
   * Resolves when the acts are on the disk. Acts handed over while a write runs share the next one. `before` has to be
   * done before they are written; the same function is called once for all of them.
   */
  append(acts: readonly Act[], before: () => void = nothing): Promise<void> {
    if (acts.length === 0) return Promise.resolve()
    return new Promise((done, failed) => {
      this.queue.push({ acts, before, done, failed })
      void this.drain()
    })
  }

  private async drain(): Promise<void> {
    if (this.writing) return
    this.writing = true
    while (this.queue.length > 0) {
      const batch = this.queue
      this.queue = []
      try {
        for (const before of new Set(batch.map((one) => one.before))) before()
        await this.write(batch.flatMap(({ acts }) => acts))
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    this.writing = false
  }

  private async write(acts: readonly Act[]): Promise<void> {
    if (!this.handle) throw new Error('the audit log is open for reading only')
    const at = this.now().toISOString()
    let last = this.last
    const lines = acts.map((act) => (last = lineOf((last?.number ?? 0) + 1, at, act, last?.hash ?? null)))
    const { size } = await this.handle.stat()
    try {
      await this.handle.appendFile(lines.map(textOf).join(''))
      await this.handle.datasync()
    } catch (error) {
      await this.handle.truncate(size)
      throw error
    }
    this.last = last
  }

  /** The whole log, oldest first; `valid` false when a line does not parse, does not hash or does not follow. */
  read(): Promise<{ valid: boolean; lines: AuditLine[] }> {
    return readAudit(this.path)
  }

  async close(): Promise<void> {
    await this.handle?.close()
  }
}

async function readAudit(path: string): Promise<{ valid: boolean; lines: AuditLine[] }> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const lines: AuditLine[] = []
  let valid = true
  for (const part of text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .slice(0, -1)) {
    const line = parseLine(part)
    const before = lines.at(-1)
    if (!line || line.number !== (before?.number ?? 0) + 1 || line.previous !== (before?.hash ?? null)) valid = false
    if (line) lines.push(line)
  }
  return { valid, lines }
}
