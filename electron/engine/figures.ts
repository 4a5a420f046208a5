/** Figures pinned to findings: frozen with everything that they rest on, and compared with today, never recomputed. */
import type { FigureCheck, FigureToPin, FrozenFigure, AuditFinding } from '../../shared/contract/findings'
import { queries, type QueryName } from '../../shared/contract/queries'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { Head } from '../../shared/contract/results/console'
import type { Coverage } from '../../shared/contract/results/overview'
import type { Filter } from '../../shared/domain/filter'
import { countsUnder, valueAt } from '../../shared/report/basis'
import { sha256 } from './archive/files'
import { headsOf } from './heads'
import type { Nation } from './nation'
import type { RegistryModel } from './registry/model'

export interface FigureParts {
  /** as it was known at the end of a day; now without one */
  nation: (knownOn: string | undefined) => Promise<Result<Nation>>
  registry: RegistryModel
  query: (name: QueryName, params: unknown) => Promise<Result<unknown>>
  /** ISO 8601 */
  now: string
  /** some years are archived: what is not known of them is no difference */
  isArchived: boolean
}

/** Heads of every reporting unit whose cases can be within `unit`: under it, itself, or above it. All without a unit. */
async function headsWithin({ nation, registry }: FigureParts, { unit, known_on }: Filter): Promise<Head[]> {
  const held = await nation(known_on)
  const exports = held.ok ? headsOf(held.value).exports : []
  if (unit === undefined) return exports
  const related = new Set([...registry.subtree(unit), ...registry.path(unit)].map(({ code }) => code))
  return exports.filter((head) => related.has(head.unit))
}

const asNumber = (value: unknown): number | null | undefined =>
  value === null || typeof value === 'number' ? value : undefined

/** Fails with FIGURE-UNKNOWN when the query or the path inside its result does not exist. The value is the engine's own. */
export async function freeze(parts: FigureParts, figure: FigureToPin): Promise<Result<FrozenFigure>> {
  const unknown = fail('FIGURE-UNKNOWN', 'input', { query: figure.query, path: figure.path })
  if (!Object.hasOwn(queries, figure.query)) return unknown
  const query = figure.query as QueryName
  const result = await parts.query(query, figure.params)
  if (!result.ok) return result
  const value = asNumber(valueAt(result.value, figure.path))
  if (value === undefined) return unknown
  const covered = await parts.query('overview.coverage', figure.filter)
  if (!covered.ok) return covered
  const coverage = covered.value as Coverage
  const exports = await headsWithin(parts, figure.filter)
  const lines = exports.map((head) => `${head.unit} ${head.sequence} ${head.descriptor_sha256}\n`)
  return ok({
    ...figure,
    query,
    value,
    frozen_at: parts.now,
    as_of_min: coverage.as_of_min,
    as_of_max: coverage.as_of_max,
    registry_version: coverage.registry_version,
    coverage: { units_expected: coverage.units_expected, units_reported: coverage.units_reported },
    rules: coverage.rules.map(({ code }) => code),
    exports,
    counts: countsUnder(result.value, figure.path) ?? [],
    hash: sha256(`${lines.join('')}${JSON.stringify(result.value)}`),
  })
}

/** What every pinned figure says today. A query that no longer answers gives null; about archived years that is no difference. */
export async function checkFigures(parts: FigureParts, findings: readonly AuditFinding[]): Promise<FigureCheck[]> {
  const checks: FigureCheck[] = []
  for (const finding of findings)
    for (const [index, figure] of finding.figures.entries()) {
      const result = await parts.query(figure.query, figure.params)
      const now = (result.ok ? asNumber(valueAt(result.value, figure.path)) : null) ?? null
      const isAway = parts.isArchived && now === null
      const changed = changedExports(figure.exports, await headsWithin(parts, figure.filter))
      checks.push({
        finding: finding.id,
        index,
        now,
        differs: (now !== figure.value && !isAway) || changed > 0,
        exports_changed: changed,
      })
    }
  return checks
}

/** Units whose head is another one now, or that came or went. */
function changedExports(before: readonly Head[], now: readonly Head[]): number {
  const hashes = new Map(before.map((head) => [head.unit, head.descriptor_sha256]))
  const units = new Set([...before, ...now].map(({ unit }) => unit))
  const current = new Map(now.map((head) => [head.unit, head.descriptor_sha256]))
  return [...units].filter((unit) => hashes.get(unit) !== current.get(unit)).length
}
