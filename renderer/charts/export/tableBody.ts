/** A figure's table as part of a picture: for figures that are tables, so that each can be copied into a document. */
import type { Words } from '../../../shared/sentences/words'
import { cellText, isNumeric, type FigureTable } from '../table'
import { element, type Body } from './element'

const SIZE = 13
const ROW = 22
const GAP = 18
/** A picture is read at once: more rows than these are in the CSV, and the picture says how many. */
const ROWS = 40
/** px of the widest column, and of the least picture, which must hold its title */
const [WIDEST, NARROWEST] = [280, 480]

/** Cuts a text that is wider than a column, with a sign that it was cut. */
function fitted(text: string, wide: (text: string) => number): string {
  if (wide(text) <= WIDEST) return text
  let end = text.length
  while (end > 1 && wide(`${text.slice(0, end)}…`) > WIDEST) end--
  return `${text.slice(0, end)}…`
}

/** @param ink the value of a colour of the light theme */
export function tableBody({ columns, rows, total }: FigureTable, words: Words, ink: (name: string) => string): Body {
  const pen = document.createElement('canvas').getContext('2d')
  if (pen) pen.font = `600 ${SIZE}px 'Source Sans 3'`
  const wide = (text: string) => pen?.measureText(text).width ?? text.length * 7
  const told = (cells: FigureTable['rows'][number]) =>
    columns.map(({ format }, at) => fitted(cellText(cells[at], format, words), wide))
  const lines = [columns.map(({ label }) => fitted(label, wide)), ...rows.slice(0, ROWS).map(told)]
  const sum = total?.map((cell, at) =>
    cell === null ? '' : fitted(cellText(cell, columns[at]?.format ?? 'text', words), wide),
  )
  if (sum) lines.push(sum)
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => wide(line[at] ?? ''))))
  const width = Math.max(
    NARROWEST,
    widths.reduce((all, one) => all + one + GAP, -GAP),
  )
  const group = element('g', { 'font-size': SIZE })
  const rule = (y: number, colour: string) =>
    group.append(element('line', { x1: 0, x2: width, y1: y, y2: y, stroke: ink(colour) }))
  lines.forEach((line, row) => {
    const head = row === 0 || (sum !== undefined && row === lines.length - 1)
    let x = 0
    line.forEach((text, at) => {
      const own = widths[at] ?? 0
      const right = isNumeric(columns[at]?.format ?? 'text')
      group.append(
        element(
          'text',
          {
            x: right ? x + own : x,
            y: row * ROW + 15,
            'text-anchor': right ? 'end' : 'start',
            'font-weight': head ? 600 : 400,
            fill: ink(head ? '--ink' : '--ink-2'),
          },
          text,
        ),
      )
      x += own + GAP
    })
    rule((row + 1) * ROW, row === 0 ? '--rule-ink' : '--rule')
  })
  const left = rows.length - ROWS
  if (left > 0)
    group.append(
      element(
        'text',
        { x: 0, y: lines.length * ROW + 16, fill: ink('--ink-3') },
        words.t('chart.moreRows', { n: words.f.count(left) }),
      ),
    )
  return { group, width, height: (lines.length + (left > 0 ? 1 : 0)) * ROW + 4 }
}
