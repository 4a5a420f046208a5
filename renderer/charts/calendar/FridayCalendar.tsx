import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { FridayCell, FridayLine } from '../../../shared/contract/results/channelCommunity'
import { useText } from '../../text/useText'
import { moveInGrid, type Place } from '../../ui/gridMove'
import { StateMark } from '../../ui/StateMark'
import { useRowWindow } from '../../ui/useRowWindow'
import { cellWords, isSeveral, monthSpans, shownCell, type Friday, type Shown } from './cells'
import './calendar.css'

/** px of a row at the usual text size; beyond this many rows only those in sight exist */
const ROW = 25
const ALL = 60
const NOTHING = '\u00a0'

export interface CalendarRow {
  line: FridayLine
  href: string
  /** what stands behind the cells, in the order of `columns` */
  after: { id: string; text: string; flagged?: boolean; missing?: boolean }[]
}
interface Props {
  label: string
  fridays: readonly Friday[]
  rows: readonly CalendarRow[]
  columns: readonly { id: string; label: string; right: boolean }[]
  total: { id: string; text: string }[] | null
  onOpen: (unit: string) => void
}

export function CellMark({ shown }: { shown: Pick<Shown, 'mark' | 'text'> }) {
  if (shown.mark === null) return shown.text === '' ? NOTHING : shown.text
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {shown.mark === 'cross' ? (
        <path d="M2 2l8 8M10 2l-8 8" stroke="var(--c2)" strokeWidth="2" />
      ) : (
        <path d="M1.5 6.5l3 3 6-7" stroke="var(--ink)" strokeWidth="1.7" fill="none" />
      )}
    </svg>
  )
}

/** How the ground of a cell tells the share held: from the bottom, as high as the share. */
const groundOf = ({ fill, several }: Shown) =>
  fill === null || (fill === 1 && !several)
    ? undefined
    : { background: `linear-gradient(to top, var(--q2) ${Math.round(fill * 100)}%, var(--c-band2) 0)` }

/** Units by Fridays: one stop for Tab, arrows from cell to cell, Enter opens the unit. Every cell says its unit, day and state. */
export function FridayCalendar({ label, fridays, rows, columns, total, onOpen }: Props) {
  const words = useText()
  const { t, f } = words
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const wanted = useRef<string | null>(null)
  const { scroller, shown, before, after, scrollTo } = useRowWindow<HTMLElement>(rows.length, ROW, ALL)
  const width = fridays.length + 1
  const here = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, width - 1) }

  // A cell far away exists only after the table has scrolled to it: then it takes the focus.
  useEffect(() => {
    if (wanted.current === null) return
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`)
    if (!cell) return
    wanted.current = null
    cell.focus()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moveInGrid(event.key, event.ctrlKey || event.metaKey, here, rows.length, width)
    const row = rows[here.row]
    if (to) {
      wanted.current = `${to.row}/${to.column}`
      scrollTo(to.row)
      setAt({ ...to })
    } else if (event.key === 'Enter' && row) onOpen(row.line.unit)
    else return
    event.preventDefault()
  }
  const reach = (row: number, column: number) => ({
    'data-at': `${row}/${column}`,
    tabIndex: row === here.row && column === here.column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  })
  const cellOf = (line: FridayLine, cell: FridayCell, row: number, column: number) => {
    const friday = fridays[column]
    if (!friday) return null
    const show = shownCell(cell, isSeveral(line), words)
    const said = cellWords(line, friday, cell, words)
    return (
      <td
        key={friday.date}
        className={`c ${show.state}${show.part ? ' part' : ''}`}
        style={groundOf(show)}
        title={said}
        {...reach(row, column + 1)}
      >
        {/* A name of its own would have to repeat what is seen: the words stand inside instead. */}
        <span aria-hidden="true">
          <CellMark shown={show} />
        </span>
        <span className="hidden-text">{said}</span>
      </td>
    )
  }
  const spans = monthSpans(fridays)
  const filler = (height: number) => (
    <tr className="spacer" aria-hidden="true">
      <td colSpan={width + columns.length} style={{ height }}>
        {NOTHING}
      </td>
    </tr>
  )
  return (
    <section className={rows.length > ALL ? 'calendar tall' : 'calendar'} ref={scroller} aria-label={label}>
      {/* A grid is a table whose cells the arrows reach (ARIA 1.2). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" aria-label={label} aria-rowcount={rows.length + 2} onKeyDown={onKeyDown}>
        <thead>
          <tr aria-rowindex={1}>
            <th rowSpan={2} scope="col" className="unit">
              {t('calendar.unit')}
            </th>
            {spans.map(({ month, fridays: n }) => (
              <th key={month} colSpan={n} scope="colgroup" className="month">
                {n > 2 ? f.month(month, true) : (f.month(month, true).split(' ')[0] ?? '')}
              </th>
            ))}
            {columns.map((column) => (
              <th key={column.id} rowSpan={2} scope="col" className={column.right ? 'r' : ''}>
                {column.label}
              </th>
            ))}
          </tr>
          <tr aria-rowindex={2}>
            {fridays.map(({ date, holiday }) => (
              <th
                key={date}
                scope="col"
                className="c"
                title={holiday === null ? f.day(date) : `${f.day(date)}: ${holiday}`}
              >
                {Number(date.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && filler(before)}
          {shown.map((index) => {
            const row = rows[index]
            if (!row) return null
            const { line } = row
            return (
              <tr key={`${line.unit}/${line.scope}`} aria-rowindex={index + 3}>
                <th scope="row" className={line.scope === 'own' ? 'unit own' : 'unit'} {...reach(index, 0)}>
                  <a href={row.href} tabIndex={-1} title={line.unit}>
                    {line.name}
                  </a>
                </th>
                {line.cells.map((cell, column) => cellOf(line, cell, index, column))}
                {columns.map(({ id, right }) => {
                  const one = row.after.find((item) => item.id === id)
                  return (
                    <td key={id} className={`${right ? 'r ' : ''}nw${one?.missing ? ' mut' : ''}`}>
                      {one?.flagged ? <StateMark state="flagged" word={one.text} /> : (one?.text ?? '')}
                    </td>
                  )
                })}
              </tr>
            )
          })}
          {after > 0 && filler(after)}
        </tbody>
        {total && (
          <tfoot>
            <tr className="tot">
              <th scope="row" className="unit">
                {t('chart.total')}
              </th>
              <td colSpan={fridays.length}>{NOTHING}</td>
              {columns.map(({ id, right }) => (
                <td key={id} className={right ? 'r nw' : 'nw'}>
                  {total.find((item) => item.id === id)?.text ?? ''}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}
