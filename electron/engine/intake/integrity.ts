/** INTEGRITY: what was measured on the way through the container against what the signed descriptor says. */
import type { Descriptor } from '../../../shared/export/descriptor'
import type { Container } from './container'
import { pass, stop, type Step } from './step'

/**
 * Bytes, then SHA-256, then rows of each file. Rows are counted once with quotes in mind and once by line ends: they
 * differ only in a file whose quotes are broken, which the schema stage then explains better than a count.
 */
export function checkIntegrity({ resources, dumas }: Descriptor, { files }: Container): Step<null> {
  const parts = resources.map((resource) => ({ resource, part: files.get(resource.path)! }))
  for (const { resource, part } of parts) {
    if (part.bytes !== resource.bytes) {
      return stop('SIZE-MISMATCH', { file: resource.path }, { declared: resource.bytes, found: part.bytes })
    }
  }
  for (const { resource, part } of parts) {
    const found = `sha256:${part.sha256}`
    if (found !== resource.hash)
      return stop('HASH-MISMATCH', { file: resource.path }, { declared: resource.hash, found })
  }
  for (const { resource, part } of parts) {
    const declared = dumas.rows[resource.name]
    const { records, lines } = part.rows
    if (declared !== records && declared !== lines) {
      return stop('ROWCOUNT', { file: resource.path }, { declared, found: records })
    }
  }
  return pass(null)
}
