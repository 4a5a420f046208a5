/**
 * The nation in memory: every unit's ledger and the concatenated columns. Kept in one file beside the stores, so that the
 * first screen opens no database; a unit whose store has another fingerprint than that file says is read anew.
 */
import { fingerprint, namesIn, writeDerived } from './archive/files'
import { STORE_SUFFIX, type Layout } from './archive/layout'
import { readSealed, sealed } from './archive/sealed'
import { ensureSegment } from './archive/segments'
import type { Segment } from './columns/layout'
import { decodeIndex, encodeIndex } from './columns/indexCodec'
import { buildIndex, type NationIndex } from './columns/nation'
import { splitUnits } from './columns/splitUnits'
import { activeSegments } from './years/active'
import type { RegistryModel } from './registry/model'
import { placesOf } from './registry/places'
import { headOf, type LedgerEntry, type UnitLedger } from './store/ledger'
import type { UnitStore } from './store/unitStore'

export interface KeptUnit {
  /** of the store file that ledger and columns were made from */
  fingerprint: string
  ledger: LedgerEntry[]
  /** hash of the decisions that the store was made with; absent without any */
  decisions?: string
}
interface Header {
  registry: string
  /** first day that is not archived, and the cases that left; absent without archived years */
  archived?: { before: string; cases: number }
  units: Record<string, KeptUnit>
}
const FORMAT = 1

type ChainEntry = LedgerEntry & { state: 'accepted' | 'quarantined' }
const isInChain = (entry: LedgerEntry): entry is ChainEntry => entry.state !== 'rejected'

/** What is kept of a store that lies on the disk. */
export function keptFrom(layout: Layout, store: UnitStore): KeptUnit {
  const { decisions } = store
  const kept = { ledger: store.ledger(), fingerprint: fingerprint(layout.storeFile(store.unit)) ?? '' }
  return decisions === '' ? kept : { ...kept, decisions }
}

export class Nation {
  readonly units = new Map<string, KeptUnit>()
  index: NationIndex = buildIndex([], [])
  /** the same cases in the tree of places; null when no unit ever moved */
  placed: NationIndex | null = null
  /** first day of the active columns, `YYYY-01-01`; null: all that is held. Counts from the next join on */
  archivedBefore: string | null = null
  /** cases that are held and not in the columns */
  archivedCases = 0

  constructor(private readonly layout: Layout) {}

  /** Takes the saved picture (`bytes`: its file, where it has been read already) when it was made with this registry and these years. False: the columns have to be joined again. */
  load(registry: RegistryModel | null, bytes = readSealed(this.layout.nation)): boolean {
    const header = bytes && headerOf(bytes)
    if (!bytes || !header) return false
    for (const [unit, kept] of Object.entries(header.value.units)) this.units.set(unit, kept)
    const { registry: made, archived } = header.value
    const index =
      made === registry?.sha256 && (archived?.before ?? null) === this.archivedBefore
        ? decodeIndex(bytes.subarray(header.end))
        : null
    if (index) {
      this.index = index
      this.archivedCases = archived?.cases ?? 0
    }
    // Where units moved, the saved picture is only half of it.
    return index !== null && (registry === null || placesOf(registry) === null)
  }

  /** Units whose store is not the one that is known here: new, changed, or gone. */
  changed(): string[] {
    const names = namesIn(this.layout.library).filter((name) => name.endsWith(STORE_SUFFIX))
    const units = new Set([...this.units.keys(), ...names.map((name) => name.slice(0, -STORE_SUFFIX.length))])
    return [...units].filter((unit) => {
      const found = fingerprint(this.layout.storeFile(unit))
      return found === null || this.units.get(unit)?.fingerprint !== found
    })
  }

  /** Joins the units' columns in tree order and saves the picture. */
  async join(registry: RegistryModel, save: boolean): Promise<void> {
    const segments = await Promise.all([...this.units.keys()].map((unit) => ensureSegment(this.layout, unit)))
    this.arrange(
      segments.filter((one): one is Segment => one !== null),
      registry,
    )
    if (save) this.save(registry)
  }

  /** Takes these columns for the nation's. */
  arrange(all: readonly Segment[], registry: RegistryModel): void {
    const before = this.archivedBefore
    const segments = before === null ? all : activeSegments(all, registry, this.chains(), before)
    const places = placesOf(registry)
    this.archivedCases = rowsOf(all) - rowsOf(segments)
    this.index = buildIndex(segments, registry.units)
    this.placed = places && buildIndex(segments.map((one) => splitUnits(one, places)), places.model.units) // prettier-ignore
  }

  private save(registry: RegistryModel): void {
    const { archivedBefore: before, archivedCases: cases } = this
    const archived = before === null ? {} : { archived: { before, cases } }
    const header: Header = { registry: registry.sha256, ...archived, units: Object.fromEntries(this.units) }
    // Padded to eight bytes: the numbers behind it are read where they lie.
    const json = JSON.stringify(header)
    const text = Buffer.from(json.padEnd(json.length + ((8 - (Buffer.byteLength(json) % 8)) % 8)))
    const start = Buffer.alloc(8)
    start.writeUInt32LE(FORMAT, 0)
    start.writeUInt32LE(text.length, 4)
    writeDerived(this.layout.nation, sealed(start, text, encodeIndex(this.index)))
  }

  /** Every unit's ledger, in the order of unit codes. */
  ledgers(): UnitLedger[] {
    return [...this.units]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([unit, { ledger }]) => ({ unit, exports: ledger }))
  }

  /** The same without exports that a person rejected: they are evidence, and out of the chain. */
  chains(): { unit: string; exports: ChainEntry[] }[] {
    return this.ledgers().map(({ unit, exports }) => ({ unit, exports: exports.filter(isInChain) }))
  }

  /** Hashes of the decisions that stores were made with, by unit. */
  decided(): [unit: string, hash: string][] {
    return [...this.units].flatMap(([unit, { decisions }]): [string, string][] => (decisions ? [[unit, decisions]] : [])).toSorted() // prettier-ignore
  }

  /** The accepted export with the highest sequence of each unit, in the order of unit codes. */
  heads(): { unit: string; head: LedgerEntry }[] {
    return this.ledgers().flatMap(({ unit, exports }) => {
      const head = headOf(exports)
      return head ? [{ unit, head }] : []
    })
  }
}

const rowsOf = (segments: readonly Segment[]) => segments.reduce((sum, { cases }) => sum + cases.rows, 0)

function headerOf(bytes: Buffer): { value: Header; end: number } | null {
  if (bytes.length < 8 || bytes.readUInt32LE(0) !== FORMAT) return null
  const end = 8 + bytes.readUInt32LE(4)
  try {
    return { value: JSON.parse(bytes.toString('utf8', 8, end)) as Header, end }
  } catch {
    return null
  }
}
