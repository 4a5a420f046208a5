/** A line of the audit log: JSON with the hash of the line before it, and its own. */
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import type { AuditEntry } from '../../../shared/contract/results/data'

export interface Act {
  action: string
  subject: string
  details: AuditEntry['details']
}
export interface AuditLine extends Omit<AuditEntry, 'hash'> {
  /** hash of the entry before; null for the first */
  previous: string | null
  hash: string
}

/** Bytes at the end of the log that are judged whenever it is opened. */
export const TAIL = 1 << 16
export const NEWLINE = 10

const hashOf = (line: Omit<AuditLine, 'hash'>) => createHash('sha256').update(JSON.stringify(line)).digest('hex')

export function lineOf(number: number, at: string, act: Act, previous: string | null): AuditLine {
  const body = { number, at, action: act.action, subject: act.subject, details: act.details, previous }
  return { ...body, hash: hashOf(body) }
}

export const textOf = (line: AuditLine): string => `${JSON.stringify(line)}\n`

/** null when it is not as it was written. */
export function parseLine(text: string): AuditLine | null {
  try {
    const { hash, ...body } = JSON.parse(text) as AuditLine
    return JSON.stringify({ ...body, hash }) === text && hashOf(body) === hash ? { ...body, hash } : null
  } catch {
    return null
  }
}

/** Whether opening the log would find its end as it was written, with nothing to remove. */
export function isEndSound(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const tail = Buffer.alloc(Math.min(size, TAIL))
    const read = readSync(file, tail, 0, tail.length, size - tail.length)
    if (read !== tail.length || tail.at(-1) !== NEWLINE) return false
    const last =
      tail
        .toString('utf8', 0, read - 1)
        .split('\n')
        .at(-1) ?? ''
    return parseLine(last) !== null
  } finally {
    closeSync(file)
  }
}
