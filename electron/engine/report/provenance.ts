import type { ReportedFinding, ReportModel } from '../../../shared/report/model'
import type { ExportLine, UnitNode } from '../../../shared/contract/results/data'
import { isUnder } from './findings'

type Lines = ReportModel['provenance']

const line = (item: ExportLine): Lines[number] => ({
  unit: item.unit,
  name: item.name,
  sequence: item.sequence,
  descriptor_sha256: item.descriptor_sha256,
  kid: item.kid,
  as_of: item.as_of,
  // What is for information only, such as a declared correction, is no flag.
  flags: [...new Set(item.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code))].toSorted(),
})
const inOrder = (lines: Lines) =>
  lines.toSorted((a, b) => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : a.sequence - b.sequence))

/** The reporting unit that answers for a unit: itself, or the next one above. */
function reporter(unit: string, units: ReadonlyMap<string, UnitNode>): string | null {
  for (let node = units.get(unit); node; node = units.get(node.parent)) if (node.reporting) return node.code
  return null
}

/** Accepted exports that the period's figures rest on: each unit's head, and all whose own period touches it. */
export function provenanceOf(
  exports: readonly ExportLine[],
  unit: string | null,
  period: { from: string; to: string },
  units: ReadonlyMap<string, UnitNode>,
): Lines {
  const answering = unit === null ? null : reporter(unit, units)
  const within = exports.filter(
    (item) =>
      item.state === 'accepted' && (unit === null || item.unit === answering || isUnder(item.unit, unit, units)),
  )
  const heads = new Map<string, number>()
  for (const item of within) heads.set(item.unit, Math.max(item.sequence, heads.get(item.unit) ?? 0))
  const used = within.filter(
    (item) =>
      item.sequence === heads.get(item.unit) || (item.period.from <= period.to && item.period.to >= period.from),
  )
  return inOrder(used.map(line))
}

/** Exports that the pinned figures of findings were frozen on. */
export function provenanceOfFindings(exports: readonly ExportLine[], findings: readonly ReportedFinding[]): Lines {
  const frozen = new Set(
    findings.flatMap(({ figures }) =>
      figures.flatMap((figure) => figure.exports.map((item) => item.descriptor_sha256)),
    ),
  )
  return inOrder(exports.filter((item) => frozen.has(item.descriptor_sha256)).map(line))
}
