/**
 * What the first screen follows from, as one hash: taken from memory when answers are kept, and from the disk at the next
 * start. Equal hashes mean that opening everything would end where the last session stood.
 */
import type { EngineSettings } from '../../../shared/contract/engineProtocol'
import { fingerprint, namesIn, readWhole, sha256 } from '../archive/files'
import { STORE_SUFFIX, type Layout } from '../archive/layout'
import { readSealed } from '../archive/sealed'

/** What does not lie in the workspace. */
export interface Circumstances {
  /** names the program by its contents */
  program: string
  /** false: registries for production are refused */
  production: boolean
  settings: EngineSettings
}

export interface Grounds extends Circumstances {
  /** pin, and the SHA-256 of the registry's file */
  registry: { version: number; sha256: string; roots: readonly string[]; file: string }
  /** SHA-256 of what people wrote */
  workspace: string
  /** fingerprint of the nation's picture: without it opening takes longer than a person would wait for a figure */
  picture: string | null
  /** fingerprint of each unit's store */
  stores: readonly (readonly [unit: string, fingerprint: string | null])[]
}

export const hashOfGrounds = ({ program, production, settings, registry, workspace, picture, stores }: Grounds) =>
  sha256(
    JSON.stringify([
      program, production, settings.cutiBersama, settings.suppressionThreshold,
      registry.version, registry.sha256, registry.roots, registry.file, workspace, picture,
      stores.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  ) // prettier-ignore

/** null where something is missing or damaged: then everything has to be opened. */
export function groundsOnDisk(layout: Layout, circumstances: Circumstances): Grounds | null {
  const pin = readSealed(layout.pinned)
  const workspace = readSealed(layout.workspace)
  if (!pin || !workspace) return null
  const { version, sha256: hash, roots } = JSON.parse(pin.toString('utf8')) as Omit<Grounds['registry'], 'file'>
  const archive = Number.isSafeInteger(version) ? readWhole(layout.registryFile(version)) : null
  if (!archive) return null
  const units = namesIn(layout.library).flatMap((name) =>
    name.endsWith(STORE_SUFFIX) ? [name.slice(0, -STORE_SUFFIX.length)] : [],
  )
  return {
    ...circumstances,
    registry: { version, sha256: hash, roots, file: sha256(archive) },
    workspace: sha256(workspace),
    picture: fingerprint(layout.nation),
    stores: units.map((unit) => [unit, fingerprint(layout.storeFile(unit))]),
  }
}
