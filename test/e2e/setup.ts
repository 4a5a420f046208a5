import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { hasDisplay, startDisplay } from '../../electron/build/display.mjs'
import { electronRuntime } from '../../electron/build/electron-runtime.mjs'
import { ensureBuilt } from '../../electron/build/stale.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    electronExe: string
    electronVersion: string
    /** where the demo nation of this run is made, once, by the first test that needs it */
    demoFolder: string
  }
}

/** Builds what is stale, finds an Electron, and gives the windows a display where there is none. */
export default async function setup(project: TestProject) {
  const runtime = await electronRuntime()
  project.provide('electronExe', runtime.exe)
  project.provide('electronVersion', runtime.version)
  await ensureBuilt()
  const demoFolder = mkdtempSync(join(tmpdir(), 'pantau-nation-'))
  project.provide('demoFolder', demoFolder)
  const stopDisplay = hasDisplay() ? undefined : await startDisplay()
  return () => {
    stopDisplay?.()
    rmSync(demoFolder, { recursive: true, force: true })
  }
}
