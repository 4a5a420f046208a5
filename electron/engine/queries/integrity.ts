/** The queries of the integrity room: quarantine, undeclared changes, gaps and forks. */
import type {
  ChainView,
  ChangesPage,
  ForkLine,
  GapLine,
  OlderRegistryLine,
  QuarantineLine,
} from '../../../shared/contract/results/integrity'
import { changesOfUnit, type UnitChange } from '../decisions/changes'
import { quarantineOf } from '../decisions/desk'
import type { Held } from '../decisions/held'
import type { RegistryModel } from '../registry/model'
import type { LedgerEntry, UnitLedger } from '../store/ledger'

export interface IntegrityParts extends Held {
  registry: RegistryModel
}
const PAGE = 500

/** Ledgers of a unit and all that are or once were under it, each with the unit's name; all without a unit. */
function ledgersWithin({ nation, registry }: IntegrityParts, unit: string | undefined) {
  return nation
    .ledgers()
    .filter((ledger) => unit === undefined || ledger.unit === unit || registry.wasUnder(ledger.unit, unit))
    .map((ledger) => ({ ...ledger, name: registry.unit(ledger.unit)?.current.name ?? ledger.unit }))
}

export function quarantineLines(parts: IntegrityParts, unit: string | undefined): QuarantineLine[] {
  return ledgersWithin(parts, unit).flatMap(({ unit: code, name }) =>
    quarantineOf(parts, code).map((line) => ({ ...line, name })),
  )
}

/** Open ones first, then by unit, newest export first. */
export async function changesPage(
  parts: IntegrityParts,
  {
    unit,
    offset = 0,
    limit = PAGE,
  }: { unit?: string | undefined; offset?: number | undefined; limit?: number | undefined },
): Promise<ChangesPage> {
  const all: (UnitChange & { name: string })[] = []
  for (const { unit: code, name } of ledgersWithin(parts, unit))
    for (const change of (await changesOfUnit(parts, code)).toReversed()) all.push({ ...change, name })
  const open = all.filter(({ state }) => state === 'open')
  const lines = [...open, ...all.filter(({ state }) => state !== 'open')]
  return { total: all.length, open: open.length, lines: lines.slice(offset, offset + limit) }
}

export function chainView(parts: IntegrityParts, unit: string | undefined): ChainView {
  const ledgers = ledgersWithin(parts, unit)
  return { gaps: ledgers.flatMap(gapsOf), forks: ledgers.flatMap(forksOf) }
}

export function olderRegistry(parts: IntegrityParts, unit: string | undefined): OlderRegistryLine[] {
  return ledgersWithin(parts, unit)
    .flatMap(({ unit: code, name, exports }) => {
      const last = exports.findLast(({ state }) => state === 'accepted')
      if (!last || last.registry_version >= parts.registry.version) return []
      const { sequence, as_of, registry_version } = last
      return { unit: code, name, sequence, as_of, registry_version }
    })
    .toSorted((a, b) => a.registry_version - b.registry_version)
}

/** Numbers between two accepted exports. */
function gapsOf({ unit, name, exports }: UnitLedger & { name: string }): GapLine[] {
  const accepted = exports.filter(({ state }) => state === 'accepted')
  return accepted.flatMap((after, index) => {
    const before = accepted[index - 1]
    if (!before || after.sequence <= before.sequence + 1) return []
    const [from, to] = [before.sequence + 1, after.sequence - 1]
    const held = (state: LedgerEntry['state']) => [
      ...new Set(exports.filter((one) => one.state === state && one.sequence >= from && one.sequence <= to).map((one) => one.sequence)),
    ] // prettier-ignore
    return {
      unit, name, from, to, quarantined: held('quarantined'), rejected: held('rejected'),
      before: { sequence: before.sequence, period_to: before.period_to },
      after: { sequence: after.sequence, period_from: after.period_from, imported_at: after.imported_at },
    } // prettier-ignore
  })
}

function forksOf({ unit, name, exports }: UnitLedger & { name: string }): ForkLine[] {
  const bySequence = new Map<number, LedgerEntry[]>()
  for (const entry of exports) bySequence.set(entry.sequence, [...(bySequence.get(entry.sequence) ?? []), entry])
  return [...bySequence].flatMap(([sequence, entries]) =>
    entries.length < 2
      ? []
      : [{
          unit, name, sequence,
          versions: entries.map(({ state, descriptor_sha256, created, as_of, imported_at, file_name, rows }) => ({
            state, descriptor_sha256, created, as_of, imported_at, file_name, cases: rows.cases,
          })),
        }],
  ) // prettier-ignore
}
