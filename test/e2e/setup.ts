import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { hasDisplay, startDisplay } from '../../electron/build/display.mjs'
import { electronRuntime } from '../../electron/build/electron-runtime.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    electronExe: string
    electronVersion: string
    /** where the demo nation of this run is made, once, by the first test that needs it */
    demoFolder: string
  }
}

/**
 * In a process of its own: here vitest rewrites `import.meta` in Vite's own helpers too, and a build would carry that
 * into the page.
 */
function build(): void {
  const stale = new URL('../../electron/build/stale.mjs', import.meta.url).href
  const code = `import(${JSON.stringify(stale)}).then(({ ensureBuilt }) => ensureBuilt())`
  // vitest's NODE_ENV would build React for development
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status } = spawnSync(process.execPath, ['--eval', code], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('the build failed')
}

/** Builds what is stale, finds an Electron, and gives the windows a display where there is none. */
export default async function setup(project: TestProject) {
  const runtime = await electronRuntime()
  project.provide('electronExe', runtime.exe)
  project.provide('electronVersion', runtime.version)
  build()
  const demoFolder = mkdtempSync(join(tmpdir(), 'pantau-nation-'))
  project.provide('demoFolder', demoFolder)
  const stopDisplay = hasDisplay() ? undefined : await startDisplay()
  return () => {
    stopDisplay?.()
    rmSync(demoFolder, { recursive: true, force: true })
  }
}
