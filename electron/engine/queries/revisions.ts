/** `integrity.revisionTriangle` and `integrity.revisionRate`: what units changed afterwards. */
import type { QueryName, QueryParams, QueryResult } from '../../../shared/contract/queries'
import { ok, type Result } from '../../../shared/contract/result'
import type { RevisionCounts, RevisionTriangle } from '../../../shared/contract/results/revisions'
import type { Nation } from '../nation'
import type { RegistryModel } from '../registry/model'
import type { StepFacts } from '../revisions/facts'
import { keyOf, stepsOf, type WantedSteps } from '../revisions/steps'
import type { UnitFacts } from '../revisions/service'
import type { LedgerEntry, UnitLedger } from '../store/ledger'

export interface RevisionParts {
  nation: Nation
  registry: RegistryModel
  facts: (wanted: readonly WantedSteps[]) => Promise<Result<UnitFacts>>
}
export type RevisionQuery = Extract<QueryName, `integrity.revision${string}`>
export const isRevisionQuery = (name: QueryName): name is RevisionQuery => Object.hasOwn(REVISION_QUERIES, name)

const acceptedOf = ({ exports }: UnitLedger): LedgerEntry[] => exports.filter(({ state }) => state === 'accepted')
const wantedOf = ({ registry }: RevisionParts, { unit, exports }: UnitLedger): WantedSteps => ({
  unit,
  zone: registry.unit(unit)?.current.zone ?? '+07:00',
  steps: stepsOf(exports),
})
const factsOf = (known: UnitFacts, unit: string, ledger: UnitLedger): StepFacts[] =>
  stepsOf(ledger.exports).map((step) => {
    const facts = known.get(unit)?.[keyOf(step)]
    if (!facts) throw new Error(`no facts about a step of ${unit}`)
    return facts
  })

async function triangle(
  parts: RevisionParts,
  { unit }: QueryParams<'integrity.revisionTriangle'>,
): Promise<Result<RevisionTriangle>> {
  const name = parts.registry.unit(unit)?.current.name ?? unit
  const ledger = parts.nation.ledgers().find((one) => one.unit === unit)
  if (!ledger) return ok({ unit, name, exports: [], months: [], changed_cells: 0, compared_cells: 0 })
  const known = await parts.facts([wantedOf(parts, ledger)])
  if (!known.ok) return known
  const facts = factsOf(known.value, unit, ledger)
  const accepted = acceptedOf(ledger)
  const exports = accepted.map(({ sequence, period_to, coverage_from, imported_at, rows }) => ({
    sequence, period_to, coverage_from, imported_at, cases: rows.cases,
  })) // prettier-ignore
  const names = [...new Set(facts.flatMap((one) => Object.keys(one.months)))].toSorted()
  const rows = names.map((month) => ({
    month,
    counts: facts.map((one, at) => {
      const { coverage_from, period_to } = accepted[at] as LedgerEntry
      const isHeld = `${month}-01` >= coverage_from && month <= period_to.slice(0, 7)
      return isHeld ? (one.months[month] ?? 0) : null
    }),
  }))
  // Cases that were still open when the window began stand in months that no export covers.
  const months = rows.filter(({ counts }) => counts.some((count) => count !== null))
  let [compared, changed] = [0, 0]
  for (const { month, counts } of months)
    for (let at = 1; at < counts.length; at++) {
      const [was, is] = [counts[at - 1], counts[at]]
      const isOver = month < (accepted[at - 1] as LedgerEntry).as_of.slice(0, 7)
      if (typeof was !== 'number' || typeof is !== 'number' || !isOver) continue
      compared++
      if (was !== is) changed++
    }
  return ok({ unit, name, exports, months, changed_cells: changed, compared_cells: compared })
}

const NONE: RevisionCounts = { exports: 0, pairs: 0, cases: 0, cases_changed: 0, comparable: 0, changed: 0, rate: null }
const withRate = (counts: RevisionCounts): RevisionCounts => ({
  ...counts,
  rate: counts.comparable === 0 ? null : counts.changed / counts.comparable,
})

/** Pairs whose later export ends its period in the filter's. */
async function rate(
  parts: RevisionParts,
  { unit, from, to }: QueryParams<'integrity.revisionRate'>,
): Promise<Result<QueryResult<'integrity.revisionRate'>>> {
  const { registry, nation } = parts
  const ledgers = nation
    .ledgers()
    .filter((one) => unit === undefined || one.unit === unit || registry.wasUnder(one.unit, unit))
    .filter((one) => acceptedOf(one).length > 0)
  const known = await parts.facts(
    ledgers.filter((one) => acceptedOf(one).length > 1).map((one) => wantedOf(parts, one)),
  )
  if (!known.ok) return known
  const total = { ...NONE }
  const units = ledgers.map((ledger) => {
    const accepted = acceptedOf(ledger)
    const counts = { ...NONE, exports: accepted.length }
    const facts = accepted.length > 1 ? factsOf(known.value, ledger.unit, ledger) : []
    facts.forEach(({ against }, at) => {
      const day = (accepted[at] as LedgerEntry).period_to
      if (!against || (from !== undefined && day < from) || (to !== undefined && day > to)) return
      counts.pairs++
      counts.cases += against.cases
      counts.cases_changed += against.rows_changed
      counts.comparable += against.comparable
      counts.changed += against.changed
    })
    for (const name of ['exports', 'pairs', 'cases', 'cases_changed', 'comparable', 'changed'] as const) total[name] += counts[name] // prettier-ignore
    const current = registry.unit(ledger.unit)?.current
    return { unit: ledger.unit, name: current?.name ?? ledger.unit, level: current?.level ?? '', ...withRate(counts) }
  })
  return ok({ units, total: withRate(total) })
}

const REVISION_QUERIES: {
  readonly [N in RevisionQuery]: (parts: RevisionParts, params: QueryParams<N>) => Promise<Result<QueryResult<N>>>
} = { 'integrity.revisionTriangle': triangle, 'integrity.revisionRate': rate }

export const runRevisionQuery = <N extends RevisionQuery>(
  name: N,
  params: QueryParams<N>,
  parts: RevisionParts,
): Promise<Result<QueryResult<N>>> => REVISION_QUERIES[name](parts, params)
