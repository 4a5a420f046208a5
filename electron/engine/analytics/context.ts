/** What every named query is answered from: one value for each revision of the workspace, with its own memory. */
import type { EngineSettings } from '../../../shared/contract/engineProtocol'
import type { Question } from '../../../shared/contract/results/overview'
import { WorkCalendar } from '../../../shared/domain/calendar'
import { cut, dayOf, dayStart, FAR_FUTURE, FAR_PAST, momentOf } from '../../../shared/domain/time'
import type { Finding } from '../../../shared/export/codes'
import { zoneSeconds } from '../../../shared/export/time'
import type { NationIndex } from '../columns/nation'
import type { RegistryModel, UnitNode } from '../registry/model'
import type { Places } from '../registry/places'

/** One export that a unit's ledger holds; a store's ledger entry satisfies it. */
export interface ExportFacts {
  readonly sequence: number
  readonly state: 'accepted' | 'quarantined'
  readonly created: string
  readonly as_of: string
  readonly period_from: string
  readonly period_to: string
  readonly coverage_from: string
  readonly rows: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
  /** against the accepted export before; absent for a unit's first, and where it was not counted */
  readonly revised?: { readonly comparable: number; readonly changed: number } | undefined
}
/** Exports by sequence, accepted and quarantined. */
export interface LedgerFacts {
  readonly unit: string
  readonly exports: readonly ExportFacts[]
}
export type Disposition = NonNullable<Question['disposition']>

export interface ContextParts {
  /** the same cases in the tree of places, where units moved */
  placed?: NationIndex | null
  /** set in the tree of places */
  places?: Places | null
  index: NationIndex
  /** first day of the active columns; null or absent: nothing is archived. What lies before is not known to any figure */
  archivedBefore?: string | null
  /** cases that are held and not in the index */
  archivedCases?: number
  registry: RegistryModel
  ledger: readonly LedgerFacts[]
  /** by question id */
  dispositions: ReadonlyMap<string, Disposition>
  /** why, by question id */
  reasons?: ReadonlyMap<string, string>
  settings: Pick<EngineSettings, 'cutiBersama'>
  /** `YYYY-MM-DD`: what is due on the delivery board, nothing else */
  today: string
}
export interface QueryContext extends ContextParts {
  readonly placed: NationIndex | null
  readonly places: Places | null
  readonly calendar: WorkCalendar
  /** by reporting unit */
  readonly exportsOf: ReadonlyMap<string, readonly ExportFacts[]>
  /** zone of each unit of the index, in seconds */
  readonly zones: Int32Array
  /** by reporter of the index: the last accepted export's as_of, and the first day that any accepted export covers */
  readonly asOf: Int32Array
  readonly coveredFrom: Int32Array
  /**
   * Answers that others build on; those not asked for long go first. `medium`: something for each unit, of which some
   * are kept; `large`: something for each case, of which few are.
   */
  memo<T>(key: string, make: () => T, size?: 'small' | 'medium' | 'large'): T
  /** What depends on no filter, kept as long as this context. */
  once<T>(key: string, make: () => T): T
}

const DEFAULT_ZONE = '+07:00'
const KEPT = { small: 6000, medium: 160, large: 24 } as const

/** Keeps the `most` values asked for last. */
class Few {
  readonly #values = new Map<string, unknown>()
  constructor(private readonly most: number) {}

  get<T>(key: string, make: () => T): T {
    const value = this.#values.has(key) ? (this.#values.get(key) as T) : make()
    this.#values.delete(key)
    this.#values.set(key, value)
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value as string)
    return value
  }
}

/**
 * Keeps at most so many values: the half that was asked for last, and of the half before what is left. When the newer half
 * is full, the older one goes as a whole, so that asking again costs one look however many there are.
 */
class Many {
  #newer = new Map<string, unknown>()
  #older: ReadonlyMap<string, unknown> = new Map()
  readonly #half: number

  constructor(most: number) {
    this.#half = most / 2
  }

  get<T>(key: string, make: () => T): T {
    const held = this.#newer.get(key)
    if (held !== undefined || this.#newer.has(key)) return held as T
    const value = this.#older.has(key) ? (this.#older.get(key) as T) : make()
    this.#newer.set(key, value)
    if (this.#newer.size >= this.#half) {
      this.#older = this.#newer
      this.#newer = new Map()
    }
    return value
  }
}

/** Make one for each revision of the workspace or change of settings, and keep it: it remembers what it computed. */
export function createContext(parts: ContextParts): QueryContext {
  const { index, registry, ledger, settings } = parts
  const exportsOf = new Map(ledger.map((line) => [line.unit, line.exports]))
  const zoneOf = (unit: UnitNode | undefined) => zoneSeconds(unit?.current.zone ?? DEFAULT_ZONE)
  const accepted = (unit: string) => (exportsOf.get(unit) ?? []).filter((item) => item.state === 'accepted')
  const memories = { small: new Many(KEPT.small), medium: new Few(KEPT.medium), large: new Few(KEPT.large) }
  const forever = new Many(Infinity)
  return {
    ...parts,
    placed: parts.placed ?? null,
    places: parts.places ?? null,
    calendar: new WorkCalendar(registry.holidays, settings.cutiBersama),
    exportsOf,
    zones: Int32Array.from(index.units, (code) => zoneOf(registry.unit(code))),
    asOf: Int32Array.from(index.reporters, (unit) => {
      const last = accepted(unit).at(-1)
      return last ? cut(momentOf(last.as_of)) : FAR_FUTURE
    }),
    coveredFrom: Int32Array.from(index.reporters, (unit) => {
      const first = accepted(unit).reduce((least, item) => Math.min(least, dayOf(item.coverage_from)), Infinity)
      return Number.isFinite(first) ? cut(dayStart(first, zoneOf(registry.unit(unit)))) : FAR_PAST
    }),
    memo: (key, make, size = 'small') => memories[size].get(key, make),
    once: (key, make) => forever.get(key, make),
  }
}

/** The last accepted export of a unit; undefined when it has none. */
export const headOf = (context: QueryContext, unit: string): ExportFacts | undefined =>
  context.exportsOf.get(unit)?.findLast((item) => item.state === 'accepted')
