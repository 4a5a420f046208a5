import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BoardCell, UnitNode } from '../../shared/contract/results/data'
import { BOARD_STATES, boardModel } from '../../renderer/rooms/integritas/board'
import { BoardGrid } from '../../renderer/rooms/integritas/BoardGrid'
import { TextProvider } from '../../renderer/text/useText'

const POLDA = 36
const POLRES = 14
const MONTHS = 12
const node = (code: string, parent: string, level: string): UnitNode => ({ code, name: code, parent, level, type: level, reporting: true }) // prettier-ignore
const poldas = Array.from({ length: POLDA }, (_, at) => `POLDA-${at + 10}`)
const tree = poldas.flatMap((polda) => [
  node(polda, 'MABES', 'polda'),
  ...Array.from({ length: POLRES }, (_, at) => node(`${polda.replace('POLDA', 'POLRES')}.${at + 10}`, polda, 'polres')),
])
const month = (at: number) => `2026-${String(at + 1).padStart(2, '0')}`
const cells: BoardCell[] = tree.flatMap(({ code }, unit) =>
  Array.from({ length: MONTHS }, (_, at) => ({
    unit: code, month: month(at), state: BOARD_STATES[(unit + at) % BOARD_STATES.length] ?? 'delivered', flags: unit % 5,
  })),
) // prettier-ignore
const model = boardModel(cells, { tree, byCode: new Map(tree.map((one) => [one.code, one])) })
const nothing = () => undefined
const draw = (open: string | null, picked: { unit: string; month: string } | null = null) =>
  renderToStaticMarkup(
    <TextProvider language="id">
      <BoardGrid model={model} open={open} onToggle={nothing} picked={picked} onPick={nothing} label="Papan" />
    </TextProvider>,
  )
const count = (html: string, part: RegExp) => [...html.matchAll(part)].length

test('540 units: a row a Polda, a bar a month, one stop for Tab, every cell named', () => {
  const html = draw(null)
  expect(tree).toHaveLength(540)
  expect(count(html, /aria-level="1"/g)).toBe(POLDA)
  expect(count(html, /aria-level="2"/g)).toBe(0)
  expect(count(html, /tabindex="0"/gi)).toBe(1)
  expect(count(html, /class="bd"/g)).toBe(POLDA * MONTHS)
  expect(count(html, /class="bd"[^>]*aria-label="[^"]+, [^"]+ 2026: \d/g)).toBe(POLDA * MONTHS)
  expect(html).toContain('aria-label="POLDA-10: buka 15 satuan"')
})

test('an open Polda: a row a unit, a mark and a word a month; the chosen cell says that it is', () => {
  const html = draw('POLDA-10', { unit: 'POLRES-10.10', month: '2026-03' })
  expect(count(html, /aria-level="2"/g)).toBe(POLRES + 1)
  expect(count(html, /aria-expanded="true"/g)).toBe(1)
  expect(count(html, /aria-selected="true"/g)).toBe(1)
  expect(html).toMatch(/aria-selected="true"[^>]*aria-label="POLRES-10\.10, Maret 2026: /)
  expect(html).toContain('belum melapor')
})
