/** The named queries that are answered from ledgers, registry and stores; the figures are the analytics' work. */
import type { QueryName, QueryParams, QueryResult } from '../../../shared/contract/queries'
import type { CheckFinding } from '../../../shared/contract/results/check'
import type { UnitNode, WorkspaceState } from '../../../shared/contract/results/data'
import { placesOf, type Places } from '../registry/places'
import { epochSeconds } from '../../../shared/export/time'
import { caseDeadlines } from '../analytics/deadlines'
import { boardCells } from '../analytics/delivery'
import type { QueryContext } from '../analytics/context'
import { byCode, contextFor } from '../analytics/places'
import type { Layout } from '../archive/layout'
import type { Held } from '../decisions/held'
import { fingerprintOfHeads } from '../heads'
import { questionsOf } from '../questions'
import type { AuditLog } from '../workspace/audit'
import type { HeldRegistry } from '../workspace/registryStore'
import { registryView } from '../workspace/registryView'
import { readStoredCase } from './caseDetail'
import { chainView, changesPage, olderRegistry, quarantineLines } from './integrity'

export interface OwnParts extends Held {
  isWriter: boolean
  layout: Layout
  audit: AuditLog
  notices: readonly CheckFinding[]
  registry: HeldRegistry | null
  /** null without a registry */
  context: QueryContext | null
  settings: { cutiBersama: boolean }
  revision: string
  findings: number
  /** seconds since the epoch */
  now: number
}
export type OwnQuery =
  | 'workspace.state'
  | 'workspace.notices'
  | 'units.tree'
  | 'registry.current'
  | 'exports.list'
  | 'audit.page'
  | 'integrity.board'
  | 'integrity.quarantine'
  | 'integrity.changes'
  | 'integrity.gaps'
  | 'integrity.olderRegistry'
  | 'case.detail'
type Handlers = {
  [N in OwnQuery]: (parts: OwnParts, params: QueryParams<N>) => QueryResult<N> | Promise<QueryResult<N>>
}

export function workspaceState({
  isWriter,
  layout,
  registry,
  nation,
  context,
  revision,
  findings,
  now,
}: OwnParts): WorkspaceState {
  const exports = nation.ledgers().flatMap((ledger) => ledger.exports)
  const accepted = exports.filter(({ state }) => state === 'accepted')
  const first = accepted.map((entry) => entry.period_from).toSorted()[0] ?? null
  const last =
    accepted
      .map((entry) => entry.period_to)
      .toSorted()
      .at(-1) ?? null
  const model = registry?.model
  return {
    revision, purpose: model?.purpose ?? null,
    registry: model
      ? {
          version: model.version, issued: model.registry.issued, expires: model.registry.expires,
          expired: now > epochSeconds(model.registry.expires), sha256: model.sha256,
        }
      : null,
    cases: (nation.index.unitStart.at(-1) ?? 0) + nation.archivedCases, exports: exports.length, units_reporting: nation.heads().length,
    first_month: first?.slice(0, 7) ?? null, last_month: last?.slice(0, 7) ?? null, last_day: last, archived_before: nation.archivedBefore,
    heads: fingerprintOfHeads(nation), quarantined: exports.filter(({ state }) => state === 'quarantined').length,
    findings, questions: context ? questionsOf(context, nation, layout, isWriter) : 0,
  } // prettier-ignore
}

export function unitsTree({ registry }: OwnParts): UnitNode[] {
  if (!registry) return []
  const { model } = registry
  const reporting = new Set(model.registry.keys.map(({ unit }) => unit))
  const places = placesOf(model)
  return model.units.map(({ code, current: { name, level, type, parent } }) => ({
    code, name, level, type, parent, reporting: reporting.has(code), ...staysOf(places, code),
  })) // prettier-ignore
}

/** Only of a unit that itself was put under another one. */
function staysOf(places: Places | null, code: string): Pick<UnitNode, 'stays'> {
  const stays = (places?.stays.get(code) ?? []).filter(({ parent }, at, all) => parent !== all[at - 1]?.parent)
  return stays.length < 2
    ? {}
    : { stays: stays.map(({ from, parent }) => ({ from: from === '' ? null : from, parent })) }
}

function exportsList(
  { nation, registry }: OwnParts,
  { unit }: QueryParams<'exports.list'>,
): QueryResult<'exports.list'> {
  const model = registry?.model
  const isWithin = (code: string) => unit === undefined || code === unit || (model?.wasUnder(code, unit) ?? false)
  return nation.ledgers().flatMap(({ unit: code, exports }) => {
    if (!isWithin(code)) return []
    const name = model?.unit(code)?.current.name ?? code
    return exports.map((entry) => ({
      unit: code, name, sequence: entry.sequence, state: entry.state, outcome: entry.outcome, file_name: entry.file_name,
      imported_at: entry.imported_at, created: entry.created, as_of: entry.as_of,
      period: { from: entry.period_from, to: entry.period_to }, coverage_from: entry.coverage_from, rows: entry.rows,
      descriptor_sha256: entry.descriptor_sha256, archive_sha256: entry.archive_sha256, kid: entry.kid, findings: [...entry.findings],
    })) // prettier-ignore
  })
}

async function caseDetail(
  { openStore, nation, registry, settings }: OwnParts,
  { unit, case_id }: QueryParams<'case.detail'>,
): Promise<QueryResult<'case.detail'>> {
  if (!registry || !nation.units.has(unit)) return null
  const store = await openStore(unit)
  if (!store) return null
  try {
    const stored = readStoredCase(store, case_id)
    if (!stored) return null
    const { cells, ...rest } = stored
    const nameOf = (code: string) => registry.model.unit(code)?.current.name ?? code
    const asOf = nation.heads().find((head) => head.unit === unit)?.head.as_of ?? rest.provenance.as_of
    return {
      ...rest,
      unit_name: nameOf(rest.case['unit_code'] ?? unit),
      reporting_unit: unit,
      reporting_unit_name: nameOf(unit),
      deadlines: caseDeadlines(cells, registry.model, asOf, settings),
    }
  } finally {
    store.close()
  }
}

async function auditPage(
  { audit }: OwnParts,
  { offset, limit }: QueryParams<'audit.page'>,
): Promise<QueryResult<'audit.page'>> {
  const { valid, lines } = await audit.read()
  const entries = lines.toReversed().slice(offset, offset + limit)
  return { total: lines.length, valid, entries: entries.map(({ previous: _, ...entry }) => entry) }
}

export const OWN_QUERIES: Handlers = {
  'workspace.state': (parts) => workspaceState(parts),
  'units.tree': (parts) => unitsTree(parts),
  'workspace.notices': ({ notices }) => [...notices],
  'registry.current': ({ registry, now }) => registry && registryView(registry.loaded, now),
  'exports.list': exportsList,
  'audit.page': auditPage,
  'integrity.board': ({ context }, params) => {
    if (!context) return []
    const tree = contextFor('integrity.board', params, context)
    return byCode(boardCells(tree, params), tree)
  },
  'integrity.quarantine': ({ registry, ...parts }, { unit }) =>
    registry ? quarantineLines({ ...parts, registry: registry.model }, unit) : [],
  'integrity.changes': async ({ registry, ...parts }, params) =>
    registry ? changesPage({ ...parts, registry: registry.model }, params) : { total: 0, open: 0, lines: [] },
  'integrity.gaps': ({ registry, ...parts }, { unit }) =>
    registry ? chainView({ ...parts, registry: registry.model }, unit) : { gaps: [], forks: [] },
  'integrity.olderRegistry': ({ registry, ...parts }, { unit }) =>
    registry ? olderRegistry({ ...parts, registry: registry.model }, unit) : [],
  'case.detail': caseDetail,
}
export const isOwnQuery = (name: QueryName): name is OwnQuery => Object.hasOwn(OWN_QUERIES, name)
/** These answer in an empty workspace too. */
export const WITHOUT_REGISTRY: ReadonlySet<QueryName> = new Set<QueryName>([
  'workspace.state',
  'workspace.notices',
  'units.tree',
  'registry.current',
  'exports.list',
  'audit.page',
])
