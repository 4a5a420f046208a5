/**
 * The registry in force: its file, and the root that it was trusted by. At every start its bytes are compared with the
 * pinned hash and its signatures and roots verified again from the pin; form and contents of the same bytes were judged
 * when it was trusted. Source: the export format, section 5.
 */
import { chmodSync, existsSync, renameSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import type { TrustOutcome } from '../../../shared/contract/contract'
import { ok, type Result } from '../../../shared/contract/result'
import { finding, type Finding } from '../../../shared/export/codes'
import { LIMITS } from '../../../shared/export/limits'
import { REGISTRY_NAME } from '../../../shared/export/tables'
import { flushFile, flushFolder, namesIn, sha256OfFile, writeWhole } from '../archive/files'
import type { Layout } from '../archive/layout'
import { readSealed, sealed } from '../archive/sealed'
import { receive, type Received } from '../intake/receive'
import { loadRegistry, type LoadedRegistry } from '../registry/load'
import { RegistryModel } from '../registry/model'
import {
  checkOwnSignatures,
  matchThumbprints,
  rootThumbprints,
  trustFirst,
  trustNext,
  type TrustVerdict,
} from '../registry/trust'

/** `roots`: thumbprints of every root key of the registry in force. */
const pinnedSchema = z.object({ version: z.number(), sha256: z.string(), roots: z.array(z.string()).min(1) })
type Pinned = z.infer<typeof pinnedSchema>
export interface HeldRegistry {
  model: RegistryModel
  loaded: LoadedRegistry
  /** SHA-256 of the archive that it was read from */
  file: string
}
/** `held` null with a pin: the registry that was trusted is damaged; only its like or a later one takes its place. */
export interface Trusted {
  held: HeldRegistry | null
  pinned: Pinned | null
  isDamaged: boolean
}
export interface Preview {
  loaded: LoadedRegistry | null
  findings: Finding[]
}

/** The highest version that was ever kept here; 0 for none. Holds against a return to an older one when the pin is damaged. */
export const highestKept = (layout: Layout): number =>
  Math.max(0, ...namesIn(layout.registry).map((name) => Number.parseInt(name, 10)).filter(Number.isSafeInteger)) // prettier-ignore

function readPin(bytes: Buffer | null): Pinned | null {
  if (!bytes) return null
  try {
    return pinnedSchema.parse(JSON.parse(bytes.toString('utf8')))
  } catch {
    return null
  }
}

/** The registry in force, when there is one and it is still what was trusted. */
export async function loadTrusted(layout: Layout): Promise<Trusted> {
  if (!existsSync(layout.pinned)) return { held: null, pinned: null, isDamaged: false }
  const pinned = readPin(readSealed(layout.pinned))
  const held = pinned && (await loadPinned(layout.registryFile(pinned.version), pinned))
  return { held, pinned, isDamaged: held === null }
}

async function loadPinned(path: string, pinned: Pinned): Promise<HeldRegistry | null> {
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return null
  const tooLarge = facts.size > LIMITS.archive
  const { loaded, findings } = await loadRegistry(
    {
      path,
      source: path,
      name: path,
      bytes: facts.size,
      sha256: '',
      tooLarge,
    },
    pinned.sha256,
  )
  if (loaded?.sha256 !== pinned.sha256) return null
  const found = [...findings, ...checkOwnSignatures(loaded), ...matchThumbprints(loaded.registry, pinned.roots)]
  if (found.length > 0) return null
  return { loaded, model: new RegistryModel(loaded.registry, loaded.sha256), file: (await sha256OfFile(path)) ?? '' }
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
  trusted: Trusted
  /** may refuse for a reason that is not the registry's own */
  allow: (loaded: LoadedRegistry) => Result<null>
}

/** Judges a registry against the one in force and, when it is accepted, keeps it. The pin is the moment. */
export async function trustRegistryFile(
  layout: Layout,
  { path, thumbprints, trusted, allow }: TrustRequest,
): Promise<Result<TrustOutcome & { now: Trusted | null }>> {
  const received = await receive(path, layout.incoming, LIMITS.archive)
  if (!received.ok) return received
  try {
    const { loaded, findings } = await loadRegistry(received.value)
    if (!loaded) return ok({ outcome: 'rejected', version: null, findings, now: null })
    const allowed = allow(loaded)
    if (!allowed.ok) return allowed
    const verdict = judge(loaded, findings, thumbprints, trusted, highestKept(layout))
    const { version } = loaded.registry
    if (verdict.outcome !== 'accepted') return ok({ ...verdict, version, now: null })
    const pinned = keep(layout, received.value, loaded)
    const held = { loaded, model: new RegistryModel(loaded.registry, loaded.sha256), file: received.value.sha256 }
    return ok({ ...verdict, version, now: { held, pinned, isDamaged: false } })
  } finally {
    await rm(received.value.path, { force: true })
  }
}

function judge(
  loaded: LoadedRegistry,
  findings: readonly Finding[],
  thumbprints: readonly string[],
  { held, pinned }: Trusted,
  highest: number,
): TrustVerdict {
  if (held)
    return trustNext({ registry: held.loaded.registry, sha256: held.loaded.sha256 }, loaded, findings, thumbprints)
  // The one in force is damaged: its root is known by thumbprints alone, its number and hash still count.
  const { version } = loaded.registry
  const versions = { held: pinned?.version ?? highest, version }
  const place = { file: REGISTRY_NAME }
  if (version < versions.held) return { outcome: 'rejected', findings: [finding('REG-ROLLBACK', place, versions)] }
  if (!pinned) return trustFirst(loaded, findings, thumbprints)
  if (version === pinned.version && loaded.sha256 !== pinned.sha256)
    return { outcome: 'rejected', findings: [finding('REG-FORK', place, versions)] }
  return trustFirst(loaded, findings, pinned.roots)
}

function keep(layout: Layout, received: Received, loaded: LoadedRegistry): Pinned {
  const { registry, sha256 } = loaded
  flushFile(received.path)
  chmodSync(received.path, 0o400)
  renameSync(received.path, layout.registryFile(registry.version))
  flushFolder(layout.registry)
  const pinned: Pinned = { version: registry.version, sha256, roots: rootThumbprints(registry) }
  writeWhole(layout.pinned, sealed(Buffer.from(JSON.stringify(pinned))))
  return pinned
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
