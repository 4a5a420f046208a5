/** The delivery board: a Polda a row, a bar a month; opened, a unit a row and a mark a month. Pure. */
import type { BoardState } from '../../../shared/contract/results/common'
import type { BoardCell, UnitNode } from '../../../shared/contract/results/data'
import type { ReportTable } from '../../../shared/report/model'
import { placeName, someNames, type Sentence, type Words } from '../../../shared/sentences/words'

/** In the order of the bar and of the legend. */
export const BOARD_STATES = ['delivered', 'nil', 'flagged', 'late', 'missing', 'quarantined', 'not_due'] as const satisfies readonly BoardState[] // prettier-ignore
export type Counts = Readonly<Record<BoardState, number>>

/** null = the unit is not expected to report in that month */
export interface UnitRow {
  unit: string
  name: string
  cells: (BoardCell | null)[]
  /** missing in the last month */
  absent: number
}
export interface GroupRow {
  /** the Polda; for a unit without one, the unit itself */
  unit: string
  name: string
  cells: { counts: Counts; flags: number; expected: number }[]
  absent: number
  rows: UnitRow[]
}
export interface BoardModel {
  /** `YYYY-MM`, oldest first */
  months: string[]
  groups: GroupRow[]
  /** of the last month, over all rows */
  last: Counts
  expected: number
  units: number
}

interface Tree {
  byCode: ReadonlyMap<string, UnitNode>
  tree: readonly UnitNode[]
}
const NONE: Counts = { delivered: 0, nil: 0, late: 0, missing: 0, flagged: 0, quarantined: 0, not_due: 0 }
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function count(cells: readonly (BoardCell | null)[]): Counts {
  const counts = { ...NONE }
  for (const cell of cells) if (cell) counts[cell.state]++
  return counts
}

/** The unit at the top of the tree above `code`, or `code` itself. */
function topOf(code: string, { byCode }: Pick<Tree, 'byCode'>): string {
  const seen = new Set<string>()
  let top = code
  for (;;) {
    const parent = byCode.get(top)?.parent
    if (parent === undefined || !byCode.has(parent) || seen.has(parent)) return top
    seen.add(parent)
    top = parent
  }
}

/** Rows in the order of the registry's tree. */
export function boardModel(cells: readonly BoardCell[], tree: Tree): BoardModel {
  const months = [...new Set(cells.map(({ month }) => month))].toSorted()
  const byUnit = new Map<string, Map<string, BoardCell>>()
  for (const cell of cells) {
    const held = byUnit.get(cell.unit) ?? new Map<string, BoardCell>()
    byUnit.set(cell.unit, held.set(cell.month, cell))
  }
  const order = [...tree.tree.map(({ code }) => code).filter((code) => byUnit.has(code)), ...[...byUnit.keys()].filter((code) => !tree.byCode.has(code))] // prettier-ignore
  const groups = new Map<string, UnitRow[]>()
  for (const unit of order) {
    const row = months.map((month) => byUnit.get(unit)?.get(month) ?? null)
    const line = { unit, name: tree.byCode.get(unit)?.name ?? unit, cells: row, absent: row.at(-1)?.state === 'missing' ? 1 : 0 } // prettier-ignore
    const top = topOf(unit, tree)
    groups.set(top, [...(groups.get(top) ?? []), line])
  }
  const rows = [...groups].map(([unit, lines]): GroupRow => ({
    unit,
    name: tree.byCode.get(unit)?.name ?? unit,
    cells: months.map((_, at) => {
      const column = lines.map((line) => line.cells[at] ?? null)
      const counts = count(column)
      return { counts, flags: sum(column.map((cell) => cell?.flags ?? 0)), expected: sum(Object.values(counts)) }
    }),
    absent: sum(lines.map(({ absent }) => absent)),
    rows: lines,
  }))
  const last = count([...groups.values()].flat().map((line) => line.cells.at(-1) ?? null))
  return { months, groups: rows, last, expected: sum(Object.values(last)), units: order.length }
}

export interface BarPart {
  kind: 'on_time' | 'late' | 'missing' | 'quarantined' | 'not_due'
  x: number
  width: number
}
/** Least width of a part, so that one unit in forty is still seen. */
const LEAST = 5
const ON_TIME: readonly BoardState[] = ['delivered', 'nil', 'flagged']

/** Parts of a Polda's bar of one month, side by side, `width` wide in all. */
export function barParts(counts: Counts, width: number): BarPart[] {
  const numbers = [
    ['on_time', sum(ON_TIME.map((state) => counts[state]))],
    ...(['late', 'missing', 'quarantined', 'not_due'] as const).map((state) => [state, counts[state]] as const),
  ] as const
  const total = sum(numbers.map(([, n]) => n))
  if (total === 0) return []
  const small = numbers.filter(([, n]) => n > 0 && (n / total) * width < LEAST)
  const rest = width - small.length * LEAST
  const large = total - sum(small.map(([, n]) => n))
  const parts: BarPart[] = []
  let x = 0
  for (const [kind, n] of numbers) {
    if (n === 0) continue
    const wide = small.some(([one]) => one === kind) ? LEAST : (n / large) * rest
    parts.push({ kind, x, width: wide })
    x += wide
  }
  return parts
}

/** "21 diterima, 1 terlambat": what a bar says. */
export function countWords(counts: Counts, { t, f }: Words): string {
  const said = BOARD_STATES.filter((state) => counts[state] > 0).map((state) =>
    t('integrity.board.part', { n: f.count(counts[state]), state: t(`board.${state}`) }),
  )
  return said.length === 0 ? t('integrity.board.notExpected') : said.join(', ')
}

export function cellWords(name: string, month: string, cell: BoardCell | null, { t, f }: Words): string {
  const place = { name, month: f.month(month) }
  if (!cell) return t('integrity.board.cell', { ...place, state: t('integrity.board.notExpected') })
  const state = t(`board.${cell.state}`)
  return cell.flags > 0
    ? t('integrity.board.cellFlags', { ...place, state, n: f.count(cell.flags) })
    : t('integrity.board.cell', { ...place, state })
}

const RECENT = 3
const NAMED = 3

/** Polda with a unit that is missing in each of the last three months. */
export function repeatedlyAbsent({ months, groups }: BoardModel): string[] {
  if (months.length < RECENT) return []
  const isAbsent = ({ cells }: UnitRow) => cells.slice(-RECENT).every((cell) => cell?.state === 'missing')
  return groups.filter(({ rows }) => rows.some(isAbsent)).map(({ name }) => name)
}

/** What the last month lacks, and where that repeats. */
export function boardSentence(model: BoardModel, words: Words): Pick<Sentence, 'answer' | 'caution'> {
  const { t, f } = words
  const month = f.month(model.months.at(-1) ?? '2000-01')
  const { last, expected } = model
  const parts = [
    last.missing > 0 && t('integrity.board.missing', { n: f.count(last.missing) }),
    last.quarantined > 0 && t('integrity.board.quarantined', { n: f.count(last.quarantined) }),
    last.not_due > 0 && t('integrity.board.notDue', { n: f.count(last.not_due) }),
  ].filter((part) => part !== false)
  const names = repeatedlyAbsent(model).map(placeName)
  return {
    answer:
      parts.length === 0
        ? t('integrity.board.all', { N: f.count(expected), month })
        : t('integrity.board.answer', { N: f.count(expected), month, parts: f.list(parts) }),
    caution:
      names.length === 0
        ? t('integrity.board.noRepeat')
        : t('integrity.board.repeated', { names: someNames(names, NAMED, words) }),
  }
}

/** The board as a table of words, every unit a row. */
export function boardTable({ months, groups }: BoardModel, { t, f }: Words): ReportTable {
  return {
    caption: t('integrity.board.title'),
    columns: [
      { key: 'polda', label: t('level.polda'), format: 'text' },
      { key: 'unit', label: t('integrity.board.units'), format: 'text' },
      ...months.map((month) => ({ key: month, label: f.month(month, true), format: 'text' as const })),
    ],
    rows: groups.flatMap(({ name: polda, rows }) =>
      rows.map(({ name, cells }) => [
        polda,
        name,
        ...cells.map((cell) => (cell ? t(`board.${cell.state}`) : t('integrity.board.notExpected'))),
      ]),
    ),
    total: null,
  }
}

export interface OpenUnit {
  unit: string
  name: string
  state: BoardState
  /** last month before that was delivered; null = none of those shown */
  last: string | null
}
const HERE: ReadonlySet<BoardState> = new Set(['delivered', 'nil', 'flagged', 'late'])

/** Units whose last month is not here: quarantined first, then missing, then not due yet. */
export function openUnits({ months, groups }: BoardModel): OpenUnit[] {
  const order: readonly BoardState[] = ['quarantined', 'missing', 'not_due']
  const open = groups.flatMap(({ rows }) =>
    rows.flatMap(({ unit, name, cells }): OpenUnit[] => {
      const state = cells.at(-1)?.state
      if (state === undefined || HERE.has(state)) return []
      const at = cells.findLastIndex((cell) => cell !== null && HERE.has(cell.state))
      return [{ unit, name, state, last: months[at] ?? null }]
    }),
  )
  return open.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}
