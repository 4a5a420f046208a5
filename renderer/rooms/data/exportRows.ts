/** Which exports a search shows. Pure. */
import type { ExportLine } from '../../../shared/contract/results/data'

/** Every word must stand in the unit's name or code, the file's name, the signer or a hash. */
export function searchExports(lines: readonly ExportLine[], search: string): readonly ExportLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return lines
  return lines.filter((line) => {
    const text = [line.name, line.unit, line.file_name, line.kid, line.descriptor_sha256, line.archive_sha256]
    const all = text.join(' ').toLowerCase()
    return words.every((word) => all.includes(word))
  })
}
