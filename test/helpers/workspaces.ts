/** Whole workspaces for engine tests: a trusted registry of a few units, exports in a folder, an engine over both. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, EngineConfig } from '../../electron/engine/engine'
import { openEngine } from '../../electron/engine/openEngine'
import type { Packed } from '../../electron/engine/export/pack'
import type { Result } from '../../shared/contract/result'
import type { Registry } from '../../shared/export/registry'
import { freshFolder } from './scratch'
import { NOW, ROOT, registryOf, registryZip } from './signedExports'

export { freshFolder } from './scratch'

export const CLOCK = () => new Date(NOW * 1000)

/** The value, or an error that names the code. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
}

export const open = async (config: EngineConfig): Promise<Engine> =>
  valueOf(await openEngine({ now: CLOCK, ...config }))

/** A workspace that trusts `registry`, open. */
export async function openTrusted(
  registry: Registry = registryOf(),
  config: Partial<EngineConfig> = {},
): Promise<Engine> {
  const engine = await open({ dir: freshFolder('workspace'), ...config })
  const path = join(freshFolder('registry'), 'test.dumas-registry.zip')
  writeFileSync(path, registryZip(registry))
  const trusted = valueOf(await engine.trustRegistry({ path, thumbprints: [ROOT.kid] }))
  if (trusted.outcome !== 'accepted') throw new Error(JSON.stringify(trusted))
  return engine
}

/** Writes exports into a new folder, named by unit and sequence. */
export function exportFolder(exports: readonly { packed: Packed; name: string }[]): string {
  const folder = freshFolder('exports')
  for (const { packed, name } of exports) writeFileSync(join(folder, `${name}.dumas.zip`), packed.zip)
  return folder
}
