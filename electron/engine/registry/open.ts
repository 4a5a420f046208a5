/** Opens a registry file for use: copied privately, loaded, judged. Files only; what is trusted is kept elsewhere. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finding, type Finding } from '../../../shared/export/codes'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { LIMITS } from '../../../shared/export/limits'
import { epochSeconds } from '../../../shared/export/time'
import { receive } from '../intake/receive'
import { loadRegistry, type LoadedRegistry } from './load'
import { RegistryModel } from './model'
import { byCodeOrder, checkOwnSignatures, matchThumbprints } from './trust'

export interface OpenedRegistry {
  /** null when its form is wrong */
  loaded: LoadedRegistry | null
  /** everything that is wrong with it by itself, by the code table */
  findings: Finding[]
  archive: { bytes: number; sha256: string }
}

/** Reads a registry file and judges it by itself: form, contents, its own signatures. Fails when the file cannot be read. */
export async function openRegistry(path: string): Promise<Result<OpenedRegistry>> {
  const folder = await mkdtemp(join(tmpdir(), 'pantau-'))
  try {
    const received = await receive(path, folder, LIMITS.archive)
    if (!received.ok) return received
    const { loaded, findings } = await loadRegistry(received.value)
    const all = loaded ? byCodeOrder([...findings, ...checkOwnSignatures(loaded)]) : findings
    return ok({ loaded, findings: all, archive: { bytes: received.value.bytes, sha256: received.value.sha256 } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A registry taken at its own word, or by root thumbprints when any are given: for checks that keep nothing. Fails with
 * REGISTRY-INVALID and the first finding's code.
 */
export async function modelOf(path: string, thumbprints: readonly string[]): Promise<Result<RegistryModel>> {
  const opened = await openRegistry(path)
  if (!opened.ok) return opened
  const { loaded, findings } = opened.value
  const pinned = loaded && thumbprints.length > 0 ? matchThumbprints(loaded.registry, thumbprints) : []
  const first = byCodeOrder([...findings, ...pinned])[0]
  if (!loaded || first) return fail('REGISTRY-INVALID', 'integrity', { file: path, finding: first?.code ?? '' })
  return ok(new RegistryModel(loaded.registry, loaded.sha256))
}

/**
 * CLOCK when this computer's clock lies before the registry was issued or before the last thing that is known to have
 * happened: no verdict on time would be right. Seconds since the epoch.
 */
export function checkClock(model: RegistryModel, now: number, lastKnown = -Infinity): Finding | null {
  const issued = epochSeconds(model.registry.issued)
  if (now >= issued && now >= lastKnown) return null
  return finding('CLOCK', {}, { now, issued, ...(lastKnown > now ? { last_entry: lastKnown } : {}) })
}
