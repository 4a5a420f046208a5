import type { ReactNode } from 'react'

export interface Column {
  id: string
  label: ReactNode
  align?: 'left' | 'right' | 'centre'
  /** CSS width */
  width?: string
  /** cells stay on one line; the heading may break */
  unbroken?: boolean
}
interface Props<R> {
  caption?: string
  columns: readonly Column[]
  rows: readonly R[]
  rowKey: (row: R) => string
  cell: (row: R, column: string) => ReactNode
  /** the last row is a total */
  total?: boolean
  selected?: (row: R) => boolean
}

const ALIGN = { left: '', right: 'r', centre: 'c' } as const

/** A short table: all rows drawn; the first column heads its row. */
export function Table<R>({ caption, columns, rows, rowKey, cell, total = false, selected }: Props<R>) {
  return (
    <table>
      {caption !== undefined && <caption>{caption}</caption>}
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} {...(column.width !== undefined && { style: { width: column.width } })} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={ALIGN[column.align ?? 'left']}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row)} className={total && index === rows.length - 1 ? 'tot' : selected?.(row) ? 'on' : ''}>
            {columns.map((column, at) => {
              const align = ALIGN[column.align ?? 'left']
              return at === 0 ? (
                <th key={column.id} scope="row" className={align}>
                  {cell(row, column.id)}
                </th>
              ) : (
                <td key={column.id} className={column.unbroken ? `${align} nw` : align}>
                  {cell(row, column.id)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
