import { useVirtualizer } from '@tanstack/react-virtual'
import type { ReactNode } from 'react'
import type { Column } from './Table'
import { useWholeRows } from './useWholeRows'

interface Props<R> {
  label: string
  columns: readonly Column[]
  rows: readonly R[]
  rowKey: (row: R) => string
  cell: (row: R, column: string) => ReactNode
  /** CSS length: the greatest height of the part in sight, which then shows whole rows */
  room: string
}

/** A cell without any text would be taken for a control without a name. */
const NOTHING = '\u00a0'
/** Height of a row, as the tokens of the design have it. */
const ROW_REM = 1.75
const ALIGN = { left: '', right: 'r', centre: 'c' } as const

/** A table of any length: only rows in sight exist; the reader is told the true number. */
export function LongTable<R>({ label, columns, rows, rowKey, cell, room }: Props<R>) {
  // The virtualiser is one object that changes within: nothing read from it may be kept.
  'use no memo'
  const scroller = useWholeRows(room)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16),
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="scroller" ref={scroller} aria-label={label} tabIndex={0}>
      <table aria-label={label} aria-rowcount={rows.length + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} {...(column.width !== undefined && { style: { width: column.width } })} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={ALIGN[column.align ?? 'left']}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr className="spacer" aria-hidden="true">
              <td colSpan={columns.length} style={{ height: before }}>
                {NOTHING}
              </td>
            </tr>
          )}
          {shown.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <tr key={rowKey(row)} aria-rowindex={index + 2}>
                {columns.map((column) => (
                  <td key={column.id} className={ALIGN[column.align ?? 'left']}>
                    {cell(row, column.id)}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && (
            <tr className="spacer" aria-hidden="true">
              <td colSpan={columns.length} style={{ height: after }}>
                {NOTHING}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
