/**
 * A verified registry in memory: the tree of units, keys by thumbprint, who is expected to report. Built once for each
 * registry version and shared by intake and analytics; nothing in it changes afterwards.
 */
import type { Holiday, Purpose, Registry, RegistryKey, RegistryUnit, Rule } from '../../../shared/export/registry'
import { daysInMonth, epochSeconds, startOfDay, zoneSeconds } from '../../../shared/export/time'

/** One unit code with its place in the tree of today (the entry that starts last). */
export interface UnitNode {
  readonly code: string
  /** place in tree order: Polda by code, each followed by its Polres, each followed by its Polsek */
  readonly index: number
  /** first index after the unit's subtree: the units at `index` … `end - 1` are the unit and all under it */
  readonly end: number
  readonly parent: UnitNode | null
  /** by code */
  readonly children: readonly UnitNode[]
  /** the entry that starts last */
  readonly current: RegistryUnit
  /** every dated entry of this code, by `valid_from` */
  readonly entries: readonly RegistryUnit[]
}

interface OpenNode extends UnitNode {
  index: number
  end: number
  parent: OpenNode | null
  children: OpenNode[]
}

/** The parent of a Polda, itself no unit. */
export const NATION = 'MABES'

export class RegistryModel {
  readonly version: number
  readonly purpose: Purpose
  /** units in tree order */
  readonly units: readonly UnitNode[]
  /** units without a parent, by code */
  readonly roots: readonly UnitNode[]
  readonly rules: readonly Rule[]
  readonly holidays: readonly Holiday[]
  readonly #byCode = new Map<string, OpenNode>()
  readonly #byKid = new Map<string, RegistryKey>()
  readonly #programmes: ReadonlySet<string>
  readonly #expected = new Map<string, readonly UnitNode[]>()

  /** `sha256` is the hash of the bytes of `registry.json`. */
  constructor(
    readonly registry: Registry,
    readonly sha256: string,
  ) {
    this.version = registry.version
    this.purpose = registry.purpose
    this.rules = registry.rules
    this.holidays = registry.holidays
    this.#programmes = new Set(registry.programmes.map((programme) => programme.code))
    for (const key of registry.keys) this.#byKid.set(key.kid, key)
    const { units, roots } = plant(registry.units, this.#byCode)
    this.units = units
    this.roots = roots
  }

  unit(code: string): UnitNode | undefined {
    return this.#byCode.get(code)
  }

  key(kid: string): RegistryKey | undefined {
    return this.#byKid.get(kid)
  }

  hasProgramme(code: string): boolean {
    return this.#programmes.has(code)
  }

  /** The entry of a code in force on `day`; when none is, the one nearest before, else the first. */
  entryOn(code: string, day: string): RegistryUnit | undefined {
    const entries = this.#byCode.get(code)?.entries
    return entries?.findLast((entry) => entry.valid_from <= day) ?? entries?.[0]
  }

  /** Whether `code` is `ancestor` or stood under it on `day`. */
  isUnderOn(code: string, ancestor: string, day: string): boolean {
    for (let at: string | undefined = code, steps = 0; at !== undefined && steps < 8; steps++) {
      if (at === ancestor) return true
      at = this.entryOn(at, day)?.parent
    }
    return false
  }

  /** Whether `code` is `ancestor`, stands under it or ever stood under it. */
  wasUnder(code: string, ancestor: string, steps = 0): boolean {
    if (code === ancestor) return this.#byCode.has(code)
    const entries = this.#byCode.get(code)?.entries
    return (
      steps < 8 && entries !== undefined && entries.some((entry) => this.wasUnder(entry.parent, ancestor, steps + 1))
    )
  }

  /** The unit and all under it today, in tree order. */
  subtree(code: string): readonly UnitNode[] {
    const node = this.#byCode.get(code)
    return node ? this.units.slice(node.index, node.end) : []
  }

  /** From the unit up to its Polda, the unit first. */
  path(code: string): readonly UnitNode[] {
    const path: UnitNode[] = []
    for (let node: UnitNode | null = this.#byCode.get(code) ?? null; node; node = node.parent) path.push(node)
    return path
  }

  /**
   * Units expected to report for `month` (`YYYY-MM`), in tree order: those that hold a key of their own valid at some
   * moment of that month, counted in their zone. A revoked key is valid until its revocation.
   */
  expected(month: string): readonly UnitNode[] {
    let units = this.#expected.get(month)
    if (!units) {
      const codes = new Set(this.registry.keys.filter((key) => this.#validIn(key, month)).map((key) => key.unit))
      units = this.units.filter((unit) => codes.has(unit.code))
      this.#expected.set(month, units)
    }
    return units
  }

  #validIn(key: RegistryKey, month: string): boolean {
    const first = `${month}-01`
    const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`
    const unit = this.#byCode
      .get(key.unit)
      ?.entries.find((entry) => entry.valid_from <= last && (entry.valid_to ?? last) >= first)
    if (!unit) return false
    const ends = Math.min(epochSeconds(key.not_after), key.revoked ? epochSeconds(key.revoked.at) : Infinity)
    const start = startOfDay(first, unit.zone)
    return epochSeconds(key.not_before) < startOfDay(last, unit.zone) + 86_400 && ends > start
  }

  /** Zone of a unit on a day; `+07:00` for an unknown code. */
  zoneOn(code: string, day: string): RegistryUnit['zone'] {
    return this.entryOn(code, day)?.zone ?? '+07:00'
  }
}

/** Day in `zone` of a moment in seconds since the epoch, as days since 1970-01-01. */
export const dayIn = (seconds: number, zone: string) => Math.floor((seconds + zoneSeconds(zone)) / 86_400)

const byCode = (a: UnitNode, b: UnitNode) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

/** Links the nodes by the entry that starts last and numbers them in pre-order. */
function plant(entries: readonly RegistryUnit[], byCodeMap: Map<string, OpenNode>) {
  const grouped = new Map<string, RegistryUnit[]>()
  for (const entry of entries) {
    const group = grouped.get(entry.code)
    if (group) group.push(entry)
    else grouped.set(entry.code, [entry])
  }
  for (const [code, group] of grouped) {
    group.sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))
    byCodeMap.set(code, { code, index: 0, end: 0, parent: null, children: [], current: group.at(-1)!, entries: group })
  }
  const roots: OpenNode[] = []
  for (const node of byCodeMap.values()) {
    node.parent = byCodeMap.get(node.current.parent) ?? null
    if (node.parent) node.parent.children.push(node)
    else roots.push(node)
  }
  const units: OpenNode[] = []
  const visit = (node: OpenNode) => {
    node.index = units.push(node) - 1
    node.children.sort(byCode)
    for (const child of node.children) visit(child)
    node.end = units.length
  }
  const sortedRoots = roots.toSorted(byCode)
  for (const root of sortedRoots) visit(root)
  return { units, roots: sortedRoots }
}
