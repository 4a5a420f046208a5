/** Which units the picker and the palette show. Pure. */
import type { UnitNode } from '../../../shared/contract/results/data'
import type { Units } from '../../api/useUnits'

export interface UnitLine {
  unit: UnitNode
  /** 0 for a Polda */
  depth: number
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/**
 * Units whose name or code holds every word of the search: codes that match whole first, then names that begin with
 * it, then the rest; the larger before the smaller, otherwise in tree order.
 */
export function searchUnits(tree: readonly UnitNode[], search: string): UnitNode[] {
  const wanted = plain(search.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/)
  const LEVEL: Readonly<Record<string, number>> = { polda: 0, polres: 1, polsek: 2 }
  const rank = (unit: UnitNode) => {
    const name = plain(unit.name)
    const code = unit.code.toLowerCase()
    if (code === wanted) return 0
    const own = name.replace(/^(polda|polrestabes|polresta|polres|polsek)\s+/, '')
    return (own.startsWith(wanted) || name.startsWith(wanted) ? 1 : 4) + (LEVEL[unit.level] ?? 2)
  }
  return tree
    .filter((unit) => {
      const text = `${plain(unit.name)} ${unit.code.toLowerCase()}`
      return words.every((word) => text.includes(word))
    })
    .map((unit) => ({ unit, rank: rank(unit) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ unit }) => unit)
}

/**
 * The tree opened along the way to `chosen`: every Polda, and what lies under each unit on that way. A unit on the way
 * stands before its neighbours, so that what is chosen is in sight at once.
 */
export function openedTree(
  units: Pick<Units, 'children' | 'ancestors' | 'byCode'>,
  chosen: string | undefined,
): UnitLine[] {
  const open = new Set(chosen === undefined ? [] : [...units.ancestors(chosen).map((unit) => unit.code), chosen])
  const wayFirst = (under: readonly UnitNode[]) => [
    ...under.filter((unit) => open.has(unit.code)),
    ...under.filter((unit) => !open.has(unit.code)),
  ]
  const lines = (under: readonly UnitNode[], depth: number): UnitLine[] =>
    wayFirst(under).flatMap((unit) => [
      { unit, depth },
      ...(open.has(unit.code) ? lines(units.children(unit.code), depth + 1) : []),
    ])
  return lines(units.children(), 0)
}
