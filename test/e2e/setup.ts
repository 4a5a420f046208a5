import type { TestProject } from 'vitest/node'
import { hasDisplay, startDisplay } from '../../electron/build/display.mjs'
import { electronRuntime } from '../../electron/build/electron-runtime.mjs'
import { ensureBuilt } from '../../electron/build/stale.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    electronExe: string
    electronVersion: string
  }
}

/** Builds what is stale, finds an Electron, and gives the windows a display where there is none. */
export default async function setup(project: TestProject) {
  const runtime = await electronRuntime()
  project.provide('electronExe', runtime.exe)
  project.provide('electronVersion', runtime.version)
  await ensureBuilt()
  return hasDisplay() ? undefined : await startDisplay()
}
