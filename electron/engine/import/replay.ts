/**
 * Makes a unit's store anew from its evidence, in the order of sequences: for an export that comes late, for a store that
 * is damaged or of another version. The same exports give the same rows and comparisons in whatever order they arrived.
 */
import { FINDING_CODES, type Finding } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import { checkChain } from '../intake/chain'
import type { RegistryModel } from '../registry/model'
import { outcomeIn } from '../decisions/standing'
import { applySnapshot } from '../store/apply'
import { changeId } from '../store/changes'
import { headOf, type LedgerEntry } from '../store/ledger'
import { SnapshotLoader } from '../store/loader'
import { revisedCells } from '../store/revised'
import { UnitStore } from '../store/unitStore'
import { compareStaged } from './compareStaged'
import { comparisonFindings, heldOf } from './outcome'
import { readEvidence } from './readEvidence'

/** A ledger entry and where its file lies now. */
export interface ReplayEntry {
  entry: Omit<LedgerEntry, 'id'>
  path: string
}
/** Findings that depend on which exports stand before; what else was said at the import stays. */
const PLACE_CODES: ReadonlySet<string> = new Set(['CHAIN-GAP', 'PERIOD-GAP', 'PERIOD-OVERLAP'])

function findingsInPlace(
  entry: Omit<LedgerEntry, 'id'>,
  descriptor: Descriptor,
  before: readonly LedgerEntry[],
  registry: RegistryModel,
): Finding[] {
  const stays = entry.findings.filter(({ code }) => FINDING_CODES[code].stage !== 'compare' && !PLACE_CODES.has(code))
  const lower = before.filter(({ sequence }) => sequence < entry.sequence).map(heldOf)
  const chained = checkChain(descriptor, entry.descriptor_sha256, lower, registry.registry.policy)
  return [...stays, ...chained.filter(({ code }) => PLACE_CODES.has(code))]
}

export interface ReplayOptions {
  /** the ledger's findings stay as they are (a rebuild of what was); otherwise those that depend on neighbours are judged again */
  keepAll: boolean
  /** ids of changes that a person let count */
  accepted?: { has: (id: string) => boolean }
}

/** Returns the new store, or null when evidence is missing or damaged. */
export async function replay(
  unit: string,
  entries: readonly ReplayEntry[],
  registry: RegistryModel,
  { keepAll, accepted }: ReplayOptions,
): Promise<UnitStore | null> {
  const store = await UnitStore.create(unit)
  for (const { entry, path } of entries.toSorted((a, b) => a.entry.sequence - b.entry.sequence)) {
    if (entry.state !== 'accepted') {
      store.append({ ...entry, revised: undefined })
      continue
    }
    const ledger = store.ledger()
    const previous = headOf(ledger)
    const loader = new SnapshotLoader(store.database, entry.sequence, previous === undefined)
    const descriptor = await readEvidence(path, entry.archive_sha256, registry, loader)
    loader.finish()
    if (!descriptor) {
      store.close()
      return null
    }
    const compared = previous && {
      comparison: compareStaged(store, descriptor.dumas, previous, registry, (note) =>
        Boolean(accepted?.has(changeId(entry.descriptor_sha256, note))),
      ),
      previousSequence: previous.sequence,
    }
    const revised = compared && revisedCells(store.database, compared.comparison)
    applySnapshot(store.database, loader, entry.sequence, compared ?? null)
    const found = compared ? comparisonFindings(compared.comparison.findings, compared.previousSequence) : []
    const findings = keepAll ? entry.findings : [...findingsInPlace(entry, descriptor, ledger, registry), ...found]
    store.append({ ...entry, findings, outcome: keepAll ? entry.outcome : outcomeIn(entry.state, findings), revised })
  }
  return store
}
