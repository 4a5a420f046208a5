/**
 * Names of units while a presentation hides them: "Polres A, B, C". The same unit has the same letter on every slide; the
 * letters follow a shuffle that the workspace's own data decide, since the order of codes would give the names away.
 */
import type { UnitNode } from '../../../shared/contract/results/data'

/** A, B … Z, AA, AB … */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

/** FNV-1a, 32 bits: enough to shuffle, no secret. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Name of each unit's stand-in, by code: letters run within the units of one level under one parent. */
export function standIns(
  tree: readonly UnitNode[],
  seed: string,
  levelName: (level: string) => string,
): ReadonlyMap<string, string> {
  const groups = new Map<string, UnitNode[]>()
  for (const unit of tree) {
    const key = `${unit.parent} ${unit.level}`
    const group = groups.get(key)
    if (group) group.push(unit)
    else groups.set(key, [unit])
  }
  const names = new Map<string, string>()
  for (const group of groups.values()) {
    const shuffled = group.toSorted((a, b) => hash(seed + a.code) - hash(seed + b.code) || (a.code < b.code ? -1 : 1))
    // A no-break space: what shortens "Polres Kebumen" to "Kebumen" leaves "Polres A" whole.
    for (const [index, unit] of shuffled.entries())
      names.set(unit.code, `${levelName(unit.level)}\u00a0${letters(index)}`)
  }
  return names
}

/** Codes beside which a unit's name stands, and the member that holds the name. */
const NAMED = { name: 'unit', unit_name: 'unit' } as const

/** A query's result with every unit's name replaced, however deep it lies. */
export function masked<T>(value: T, names: ReadonlyMap<string, string>): T {
  const walk = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(walk)
    if (typeof item !== 'object' || item === null) return item
    const record = item as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(record).map(([key, member]) => {
        const code = key in NAMED ? record[NAMED[key as keyof typeof NAMED]] : undefined
        const standIn = typeof code === 'string' ? names.get(code) : undefined
        return [key, typeof member === 'string' && standIn !== undefined ? standIn : walk(member)]
      }),
    )
  }
  return walk(value) as T
}
