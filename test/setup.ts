import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** a folder for what the tests of this run write; see helpers/scratch.ts */
    scratch: string
  }
}

/** Makes the folder for all that a run writes, and takes it away when the run is over. */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-test-'))
  project.provide('scratch', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
