import { describe, expect, test } from 'vitest'
import type { BoardCell, UnitNode } from '../../../../shared/contract/results/data'
import type { BoardState } from '../../../../shared/contract/results/common'
import { plain } from '../../../../shared/sentences/words'
import { BOARD_STATES, barParts, boardModel, boardSentence, boardTable, cellWords, countWords, openUnits, repeatedlyAbsent } from '../../../../renderer/rooms/integritas/board' // prettier-ignore
import { moveInGrid } from '../../../../renderer/ui/gridMove'
import { textIn } from '../../../../renderer/text/useText'

const words = textIn('id')
const english = textIn('en')
const unit = (code: string, name: string, parent: string, level: string): UnitNode => ({
  code, name, parent, level, type: level, reporting: true,
}) // prettier-ignore
const tree = [
  unit('POLDA-B', 'Polda Bali', 'MABES', 'polda'),
  unit('POLRES-51.01', 'Polres Jembrana', 'POLDA-B', 'polres'),
  unit('POLDA-A', 'Polda Aceh', 'MABES', 'polda'),
  unit('POLRES-11.01', 'Polres Simeulue', 'POLDA-A', 'polres'),
  unit('POLRES-11.02', 'Polres Singkil', 'POLDA-A', 'polres'),
]
const units = { tree, byCode: new Map(tree.map((one) => [one.code, one])) }
const cells = (code: string, states: BoardState[], flags = 0): BoardCell[] =>
  states.map((state, index) => ({ unit: code, month: `2026-0${index + 1}`, state, flags }))
const board = [
  ...cells('POLRES-11.01', ['delivered', 'late', 'missing']),
  ...cells('POLRES-51.01', ['missing', 'missing', 'missing']),
  ...cells('POLDA-B', ['nil', 'flagged', 'quarantined'], 2),
  ...cells('POLRES-11.02', ['delivered', 'delivered']),
]
const model = boardModel(board, units)

describe('model', () => {
  test('a Polda a row in the order of the tree, units under it, counts a month', () => {
    expect(model.months).toEqual(['2026-01', '2026-02', '2026-03'])
    expect(model.groups.map(({ name, rows, absent }) => [name, rows.map(({ name: one }) => one), absent])).toEqual([
      ['Polda Bali', ['Polda Bali', 'Polres Jembrana'], 1],
      ['Polda Aceh', ['Polres Simeulue', 'Polres Singkil'], 1],
    ])
    expect(model.groups[0]?.cells[1]).toMatchObject({ flags: 2, expected: 2, counts: { flagged: 1, missing: 1 } })
    expect([model.expected, model.units, model.last.missing, model.last.quarantined]).toEqual([3, 4, 2, 1])
    expect(model.groups[1]?.rows[1]?.cells).toEqual([expect.anything(), expect.anything(), null])
  })
  test('a unit that the tree does not know stands alone at the end; a tree that bites itself ends', () => {
    const bitten = [unit('X-1', 'X', 'X-2', 'polres'), unit('X-2', 'Y', 'X-1', 'polres')]
    const odd = boardModel([...cells('X-1', ['nil']), ...cells('Z-9', ['nil'])], {
      tree: bitten,
      byCode: new Map(bitten.map((one) => [one.code, one])),
    })
    expect(odd.groups.map(({ unit: code }) => code)).toContain('Z-9')
    expect(odd.units).toBe(2)
  })
  test('no cells, no rows', () => {
    expect(boardModel([], units)).toMatchObject({ months: [], groups: [], expected: 0 })
  })
})

describe('bar', () => {
  const none = Object.fromEntries(BOARD_STATES.map((state) => [state, 0])) as Record<BoardState, number>
  test('parts fill the whole width, and one unit in forty is still seen', () => {
    const parts = barParts({ ...none, delivered: 38, missing: 1, quarantined: 1 }, 40)
    expect(parts.map(({ kind }) => kind)).toEqual(['on_time', 'missing', 'quarantined'])
    expect(parts.map(({ width }) => width)).toEqual([30, 5, 5])
    expect(parts.map(({ x }) => x)).toEqual([0, 30, 35])
  })
  test('every kind at once keeps its order', () => {
    const parts = barParts({ delivered: 1, nil: 1, flagged: 1, late: 1, missing: 1, quarantined: 1, not_due: 1 }, 70)
    expect(parts.map(({ kind }) => kind)).toEqual(['on_time', 'late', 'missing', 'quarantined', 'not_due'])
    expect(parts.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(70)
  })
  test('nobody expected, nothing drawn', () => expect(barParts(none, 40)).toEqual([]))
})

describe('words', () => {
  test('a cell says unit, month, state and flags', () => {
    expect(cellWords('Polres Kebumen', '2026-03', board[2] ?? null, words)).toBe(
      'Polres Kebumen, Maret 2026: belum melapor',
    )
    expect(cellWords('Polda Bali', '2026-02', { ...(board[7] as BoardCell) }, words)).toBe(
      'Polda Bali, Februari 2026: berpenanda, 2 penanda',
    )
    expect(cellWords('Polda Bali', '2026-02', null, english)).toBe('Polda Bali, February 2026: not expected to report')
  })
  test('a bar says every state that it holds', () => {
    expect(countWords(model.groups[0]?.cells[2]?.counts ?? model.last, words)).toBe('1 belum melapor, 1 karantina')
  })
  test('the last month and where silence repeats', () => {
    expect(repeatedlyAbsent(model)).toEqual(['Polda Bali'])
    expect(plain(boardSentence(model, words))).toBe(
      '2 belum ada dan 1 dikarantina dari 3 ekspor Maret 2026. Kekosongan tiga bulan terakhir berturut-turut: Bali.',
    )
    const whole = boardModel(cells('POLRES-11.01', ['delivered']), units)
    expect(boardSentence(whole, words).answer).toBe('Semua 1 ekspor Januari 2026 sudah diterima.')
  })
  test('who is not here: quarantined before missing, with the last month that was', () => {
    expect(openUnits(model).map(({ name, state, last }) => [name, state, last])).toEqual([
      ['Polda Bali', 'quarantined', '2026-02'],
      ['Polres Jembrana', 'missing', null],
      ['Polres Simeulue', 'missing', '2026-02'],
    ])
  })
  test('as a table every unit is a row of words', () => {
    const table = boardTable(model, words)
    expect(table.rows).toHaveLength(4)
    expect(table.rows[1]).toEqual(['Polda Bali', 'Polres Jembrana', 'belum melapor', 'belum melapor', 'belum melapor'])
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
  })
})

test.each([
  ['ArrowRight', false, 0, 1],
  ['ArrowLeft', false, 0, 0],
  ['ArrowDown', false, 1, 0],
  ['ArrowUp', false, 0, 0],
  ['End', false, 0, 4],
  ['End', true, 2, 4],
  ['PageDown', false, 2, 0],
])('%s (ctrl %s) leads to %i, %i', (key, mod, row, column) => {
  expect(moveInGrid(key, mod, { row: 0, column: 0 }, 3, 5)).toEqual({ row, column })
})
test('other keys do not move', () => expect(moveInGrid('a', false, { row: 0, column: 0 }, 3, 5)).toBeNull())
