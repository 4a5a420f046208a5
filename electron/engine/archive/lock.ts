/**
 * One process writes a workspace at a time. The lock names its owner; the lock of a process that is gone is taken over.
 * Where the system tells when a process started (Linux), a number that was given to another process is seen as gone too.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fail, ok, type Result } from '../../../shared/contract/result'

interface Owner {
  pid: number
  started: string | null
  token: string
}

function startOf(pid: number): string | null {
  try {
    // Field 22 of /proc/<pid>/stat, counted after the command's closing bracket.
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[19] ?? null
  } catch {
    return null
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  const started = startOf(owner.pid)
  return started === null || owner.started === null || started === owner.started
}

function ownerIn(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    return null
  }
}

export interface Lock {
  release: () => void
}

/** Fails with WORKSPACE-LOCKED while another living process writes. */
export function acquireLock(path: string): Result<Lock> {
  const mine: Owner = { pid: process.pid, started: startOf(process.pid), token: randomUUID() }
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return ok({ release: () => ownerIn(path)?.token === mine.token && rmSync(path, { force: true }) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = ownerIn(path)
    if (owner && isAlive(owner)) return fail('WORKSPACE-LOCKED', 'environment', { pid: owner.pid }, true)
    takeAway(path, owner)
  }
  return fail('WORKSPACE-LOCKED', 'environment', { pid: 0 }, true)
}

/** Removes a dead owner's lock; when another process was faster, its fresh lock is put back. */
function takeAway(path: string, dead: Owner | null): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = ownerIn(aside)
  if (taken && taken.token !== dead?.token) renameSync(aside, path)
  else rmSync(aside, { force: true })
}
