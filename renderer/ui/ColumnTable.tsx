import type { ReactNode } from 'react'
import { Table } from './Table'

/** A column with what stands under it. */
export interface TableColumn<R> {
  label: string
  render: (row: R) => ReactNode
  /** numbers stand to the right and are never broken */
  number?: boolean
}
interface Props<R> {
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
}

/** A short table told column by column: a heading and its cells in one place. */
export const ColumnTable = <R,>({ columns, rows, rowKey }: Props<R>) => (
  <Table
    columns={columns.map(({ label, number = false }, at) => ({
      id: String(at),
      label,
      ...(number && { align: 'right' as const, unbroken: true }),
    }))}
    rows={rows}
    rowKey={rowKey}
    cell={(row, at) => columns[Number(at)]?.render(row)}
  />
)
