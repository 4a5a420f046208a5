/** The export that `pack --previous` continues. */
import { stat } from 'node:fs/promises'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { EXPORT_ENTRIES, DESCRIPTOR_NAME, SIGNATURE_NAME } from '../../../shared/export/tables'
import { sha256Hex } from '../../engine/export/pack'
import { openContainer } from '../../engine/intake/container'
import { parseDescriptor } from '../../engine/intake/descriptor'
import { limitsOf } from '../../engine/intake/limits'

export interface PreviousExport {
  sequence: number
  /** of its `datapackage.json` */
  sha256: string
  registryVersion: number
}

/** Null when there is none to continue; PREVIOUS-INVALID when the file is no export of `unit`. Its signature is not judged. */
export async function readPrevious(path: string | undefined, unit: string): Promise<Result<PreviousExport | null>> {
  if (path === undefined) return ok(null)
  const invalid = fail('PREVIOUS-INVALID', 'input', { file: path, unit })
  const facts = await stat(path).catch(() => null)
  if (!facts?.isFile()) return fail('FILE-UNREADABLE', 'input', { file: path })
  const limits = limitsOf()
  const files = EXPORT_ENTRIES.filter((name) => name.endsWith('.csv'))
  const shape = { document: DESCRIPTOR_NAME, signature: SIGNATURE_NAME, files, documentLimit: limits.descriptor }
  const received = {
    path,
    source: path,
    name: path,
    bytes: facts.size,
    sha256: '',
    tooLarge: facts.size > limits.archive,
  }
  const container = await openContainer(received, shape, limits, { keep: false, signal: undefined })
  if (!container.ok) return invalid
  const parsed = parseDescriptor(container.value.document)
  if (!parsed.ok || parsed.value.descriptor.dumas.unit !== unit) return invalid
  const { sequence, registry_version } = parsed.value.descriptor.dumas
  return ok({ sequence, sha256: sha256Hex(container.value.document), registryVersion: registry_version })
}
