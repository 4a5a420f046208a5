import type { UnitNode } from '../../shared/contract/results/data'
import { useNamedQuery } from './useNamedQuery'

export interface Units {
  /** every unit, in tree order */
  tree: readonly UnitNode[]
  byCode: ReadonlyMap<string, UnitNode>
  /** the unit's name; the code itself when it is not in the registry */
  name: (code: string) => string
  /** units directly under it; without a code, the Polda */
  children: (code?: string) => readonly UnitNode[]
  /** from the Polda downwards, without the unit itself */
  ancestors: (code: string) => UnitNode[]
  isPending: boolean
}

/** Index over the tree of units. Pure. */
export function indexUnits(tree: readonly UnitNode[]): Omit<Units, 'isPending'> {
  const byCode = new Map(tree.map((unit) => [unit.code, unit]))
  const under = new Map<string, UnitNode[]>()
  for (const unit of tree) {
    const parent = byCode.has(unit.parent) ? unit.parent : ''
    const siblings = under.get(parent)
    if (siblings) siblings.push(unit)
    else under.set(parent, [unit])
  }
  const ancestors = (code: string) => {
    const found: UnitNode[] = []
    let parent = byCode.get(byCode.get(code)?.parent ?? '')
    while (parent && !found.includes(parent)) {
      found.unshift(parent)
      parent = byCode.get(parent.parent)
    }
    return found
  }
  return {
    tree,
    byCode,
    name: (code) => byCode.get(code)?.name ?? code,
    children: (code = '') => under.get(code) ?? [],
    ancestors,
  }
}

const WAITING: Units = { ...indexUnits([]), isPending: true }
const NONE: Units = { ...WAITING, isPending: false }
const indexes = new WeakMap<readonly UnitNode[], Units>()

/** The tree of units with lookups; made once for all that use it. */
export function useUnits(): Units {
  const { data, isPending } = useNamedQuery('units.tree', {})
  if (!data) return isPending ? WAITING : NONE
  let units = indexes.get(data)
  if (!units) indexes.set(data, (units = { ...indexUnits(data), isPending: false }))
  return units
}
