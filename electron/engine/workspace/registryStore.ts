/**
 * The registry in force: its file, and the root that it was trusted by. Judged again at every start, from the pinned
 * root, as if it had just come. Source: the export format, section 5.
 */
import { chmodSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrustOutcome } from '../../../shared/contract/contract'
import { fail, ok, type Result } from '../../../shared/contract/result'
import type { Finding } from '../../../shared/export/codes'
import { LIMITS } from '../../../shared/export/limits'
import { flushFile, flushFolder, readWhole, writeWhole } from '../archive/files'
import type { Layout } from '../archive/layout'
import { receive, type Received } from '../intake/receive'
import { loadRegistry, type LoadedRegistry } from '../registry/load'
import { RegistryModel } from '../registry/model'
import { checkOwnSignatures, matchThumbprints, rootThumbprints, trustFirst, trustNext } from '../registry/trust'

/** `roots`: thumbprints of every root key of the registry in force. */
interface Pinned {
  version: number
  sha256: string
  roots: string[]
}
export interface HeldRegistry {
  model: RegistryModel
  loaded: LoadedRegistry
}
export interface Preview {
  loaded: LoadedRegistry | null
  findings: Finding[]
}

const pinnedFile = (layout: Layout) => join(layout.registry, 'pinned.json')
const registryFile = (layout: Layout, version: number) => join(layout.registry, `${version}.dumas-registry.zip`)

/** The registry in force, null when none was ever trusted. Fails with REGISTRY-DAMAGED when it is no longer what was trusted. */
export async function loadTrusted(layout: Layout): Promise<Result<HeldRegistry | null>> {
  const text = readWhole(pinnedFile(layout))?.toString('utf8') ?? null
  if (text === null) return ok(null)
  const pinned = JSON.parse(text) as Pinned
  const damaged = fail('REGISTRY-DAMAGED', 'integrity', { version: pinned.version })
  const path = registryFile(layout, pinned.version)
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return damaged
  const received = {
    path,
    source: path,
    name: path,
    bytes: facts.size,
    sha256: '',
    tooLarge: facts.size > LIMITS.archive,
  }
  const { loaded, findings } = await loadRegistry(received)
  if (loaded?.sha256 !== pinned.sha256) return damaged
  const found = [...findings, ...checkOwnSignatures(loaded), ...matchThumbprints(loaded.registry, pinned.roots)]
  return found.length > 0 ? damaged : ok({ loaded, model: new RegistryModel(loaded.registry, loaded.sha256) })
}

/** What a registry file says, and what is wrong with it by itself. Nothing is kept. */
export function previewRegistryFile(layout: Layout, path: string): Promise<Result<Preview>> {
  return withCopy(layout, path, async (received) => {
    const { loaded, findings } = await loadRegistry(received)
    return { loaded, findings: loaded ? [...findings, ...checkOwnSignatures(loaded)] : findings }
  })
}

export interface TrustRequest {
  path: string
  thumbprints: readonly string[]
  held: HeldRegistry | null
  /** may refuse for a reason that is not the registry's own */
  allow: (loaded: LoadedRegistry) => Result<null>
}

/** Judges a registry against the one in force and, when it is accepted, keeps it. The pin is the moment. */
export async function trustRegistryFile(
  layout: Layout,
  { path, thumbprints, held, allow }: TrustRequest,
): Promise<Result<TrustOutcome & { now: HeldRegistry | null }>> {
  const received = await receive(path, layout.incoming, LIMITS.archive)
  if (!received.ok) return received
  try {
    const { loaded, findings } = await loadRegistry(received.value)
    if (!loaded) return ok({ outcome: 'rejected', version: null, findings, now: null })
    const allowed = allow(loaded)
    if (!allowed.ok) return allowed
    const verdict = held
      ? trustNext({ registry: held.loaded.registry, sha256: held.loaded.sha256 }, loaded, findings, thumbprints)
      : trustFirst(loaded, findings, thumbprints)
    const { version } = loaded.registry
    if (verdict.outcome !== 'accepted') return ok({ ...verdict, version, now: null })
    keep(layout, received.value, loaded)
    return ok({ ...verdict, version, now: { loaded, model: new RegistryModel(loaded.registry, loaded.sha256) } })
  } finally {
    await rm(received.value.path, { force: true })
  }
}

function keep(layout: Layout, received: Received, loaded: LoadedRegistry): void {
  const { registry, sha256 } = loaded
  flushFile(received.path)
  chmodSync(received.path, 0o400)
  renameSync(received.path, registryFile(layout, registry.version))
  flushFolder(layout.registry)
  const pinned: Pinned = { version: registry.version, sha256, roots: rootThumbprints(registry) }
  writeWhole(pinnedFile(layout), Buffer.from(JSON.stringify(pinned)))
}

async function withCopy<T>(layout: Layout, path: string, work: (received: Received) => Promise<T>): Promise<Result<T>> {
  const received = await receive(path, layout.incoming, LIMITS.archive)
  if (!received.ok) return received
  try {
    return ok(await work(received.value))
  } finally {
    await rm(received.value.path, { force: true })
  }
}
