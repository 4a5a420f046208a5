/**
 * The one import that may be running. It lives outside of any room, so that its progress and its summary outlast a
 * change of room.
 */
import { useSyncExternalStore } from 'react'
import type { AppError, Result } from '../../shared/contract/result'
import type { ImportProgress, ImportSummary } from '../../shared/contract/results/data'
import { currentBridge } from '../api/bridge'
import { call, dropFiles } from '../api/client'

export interface ImportJob {
  kind: 'import' | 'demo'
  running: boolean
  cancelling: boolean
  progress: ImportProgress | null
  /** of the last import that ended in this window */
  summary: ImportSummary | null
  error: AppError | null
  /** of the files chosen; null for the demo nation */
  token: string | null
}

const IDLE: ImportJob = {
  kind: 'import',
  running: false,
  cancelling: false,
  progress: null,
  summary: null,
  error: null,
  token: null,
}
let job = IDLE
const listeners = new Set<() => void>()

function change(patch: Partial<ImportJob>) {
  job = { ...job, ...patch }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useImportJob = (): ImportJob => useSyncExternalStore(subscribe, () => job)

/** One part of it, for what must not be drawn again at each step of the progress. */
export const useImportPart = <K extends keyof ImportJob>(name: K): ImportJob[K] =>
  useSyncExternalStore(subscribe, () => job[name])

/** Takes the last summary or error off the screen. */
export const clearImport = (): void => change(IDLE)

async function work(kind: ImportJob['kind'], token: string | null, start: () => Promise<Result<ImportSummary>>) {
  if (job.running) return
  change({ ...IDLE, kind, token, running: true })
  const stop = currentBridge()?.on('import:progress', (progress) => change({ progress }))
  const result = await start()
  stop?.()
  change({
    running: false,
    cancelling: false,
    summary: result.ok ? result.value : null,
    error: result.ok ? null : result.error,
  })
}

/** Makes and imports the demo nation. */
export const openDemo = (): Promise<void> => work('demo', null, () => call('demo:open', {}))

const importToken = (token: string) => work('import', token, () => call('import:start', { token }))

/** Asks for files or a folder in the system's dialog and imports them; nothing when the person cancels. */
export async function pickAndImport(kind: 'files' | 'folder'): Promise<void> {
  const picked = await call('import:pick', { kind })
  if (!picked.ok) change({ ...IDLE, error: picked.error })
  else if (picked.value) await importToken(picked.value.token)
}

/** Imports what was dropped on the window: files, folders, or both. */
export async function dropAndImport(files: readonly File[]): Promise<void> {
  const dropped = await dropFiles([...files])
  if (!dropped.ok) change({ ...IDLE, error: dropped.error })
  else if (dropped.value) await importToken(dropped.value.token)
}

/** Asks the running import to stop; what it has accepted stays. */
export function cancelImport(): void {
  if (!job.running) return
  change({ cancelling: true })
  void call('import:cancel', {})
}
