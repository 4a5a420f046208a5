/** Units under the one that they belong to: how they are drawn, and how their counts lead back to its own. */
import type { UnitNode } from '../../../../shared/contract/results/data'
import type { ReportGroup } from '../../../../shared/report/model'
import type { CountBook } from '../countBook'

export type Tree = ReadonlyMap<string, UnitNode>

/** In the order given; a unit that the tree does not know stands alone. */
export function groupsOf(units: readonly { unit: string }[], tree: Tree): ReportGroup[] {
  const groups = new Map<string, ReportGroup>()
  for (const { unit } of units) {
    const code = tree.get(unit)?.parent ?? ''
    const group = groups.get(code) ?? { code, name: tree.get(code)?.name ?? code, units: [] }
    group.units.push(unit)
    groups.set(code, group)
  }
  return [...groups.values()]
}

/** A book for each unit's count: that of its group where the report shows what the group adds up to, else the report's. */
export function booksOf(
  units: readonly { unit: string }[],
  tree: Tree,
  book: CountBook,
  whole: (code: string) => string,
) {
  const books = new Map<string, CountBook>()
  const groups = groupsOf(units, tree).map((group) => {
    const own = book.knows(whole(group.code)) ? book.below() : book
    for (const unit of group.units) books.set(unit, own)
    return { ...group, book: own }
  })
  return { groups, bookOf: (unit: string) => books.get(unit) ?? book }
}

/** Says that the parts and what the group counts itself add up to what the report shows of the group. */
export function leadBack(own: CountBook, book: CountBook, whole: string, parts: readonly string[]): void {
  if (own === book) return
  const value = book.value(whole)
  const rest = value - parts.reduce((sum, id) => sum + own.value(id), 0)
  if (rest < 0) return
  own.enter(whole, value, 'total')
  own.sum(whole, [...parts, own.enter(`${whole} by itself`, rest, 'latent')])
}
