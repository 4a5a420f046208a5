/** Workspaces that are thrown away. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSealed } from '../../engine/archive/sealed'
import { layoutOf } from '../../engine/archive/layout'
import type { Engine } from '../../engine/engine'
import { openEngine } from '../../engine/openEngine'
import { UnitStore } from '../../engine/store/unitStore'

export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** A program of the build that lies beside this one; null when it is run from its sources. */
export function programBeside(name: string): string | null {
  const file = join(__dirname, name)
  return existsSync(file) ? file : null
}

/** `workers`: threads; 0 imports in this one. */
export async function withWorkspace<T>(
  dir: string,
  workers: number,
  trusted: { registryFile: string; roots: readonly string[] },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const workerFile = workers > 0 ? programBeside('worker.cjs') : null
  const engine = valueOf(await openEngine({ dir, workers, ...(workerFile === null ? {} : { workerFile }) }))
  try {
    valueOf(await engine.trustRegistry({ path: trusted.registryFile, thumbprints: trusted.roots }))
    return await work(engine)
  } finally {
    await engine.close()
  }
}

export async function openStore(dir: string, unit: string): Promise<UnitStore> {
  const bytes = readSealed(layoutOf(dir).storeFile(unit))
  const store = bytes && (await UnitStore.open(unit, bytes))
  if (!store) throw new Error('the store cannot be read')
  return store
}
