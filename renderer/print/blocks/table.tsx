import type { ReactElement } from 'react'
import type { Cell, ReportTable } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'
import { cellText, isRight } from '../cellText'

/** A count's bar, from zero, as long as its part of the largest. */
function CountBar({ value, most }: { value: number; most: number }) {
  return (
    <svg width="170" height="11" viewBox="0 0 170 11" aria-hidden="true">
      <rect x="0" y="0.5" width={most === 0 ? 0 : (170 * value) / most} height="10" fill="var(--c1)" />
    </svg>
  )
}

interface Options {
  /** key of the column whose counts have a bar beside them */
  bars?: string
}

/** Rows of a report table; null is an empty cell in a total and "not reported" elsewhere. */
function tableRows(table: ReportTable, words: Words, { bars }: Options = {}): ReactElement[] {
  const drawn = table.columns.findIndex(({ key }) => key === bars)
  const counts = table.rows.map((row) => row[drawn]).filter((cell) => typeof cell === 'number')
  const most = Math.max(0, ...counts)
  const line = (cells: Cell[], key: string, total: boolean) => (
    <tr key={key} className={total ? 'tot' : ''}>
      {cells.map((cell, index) => {
        const column = table.columns[index]
        const format = column?.format ?? 'text'
        const missing = cell === null && !total && format !== 'words'
        const text = missing ? words.t('report.notReported') : cellText(cell, format, words)
        const className = [isRight(format) ? 'r' : '', missing ? 'mut' : ''].join(' ').trim()
        const bar = index === drawn && <CountBar value={!total && typeof cell === 'number' ? cell : 0} most={most} />
        return index === 0 ? (
          <th key={column?.key ?? index} scope="row">
            {text}
          </th>
        ) : (
          <td key={column?.key ?? index} className={className}>
            {text}
            {bar}
          </td>
        )
      })}
    </tr>
  )
  const none = (
    <tr key="none">
      <td colSpan={table.columns.length} className="mut">
        {words.t('report.table.none')}
      </td>
    </tr>
  )
  return [
    ...(table.rows.length === 0 && table.total === null ? [none] : []),
    ...table.rows.map((row, index) => line(row, `row ${index}`, false)),
    ...(table.total ? [line(table.total, 'total', true)] : []),
  ]
}

const tableHead = ({ columns }: ReportTable, { bars }: Options = {}): ReactElement[] =>
  columns.map(({ key, label, format }) => (
    <th key={key} scope="col" className={isRight(format) ? `r${key === bars ? ' with-bar' : ''}` : ''}>
      {label}
    </th>
  ))

/** A table that may run over pages. */
export function tableBlock(
  key: string,
  caption: string,
  table: ReportTable,
  words: Words,
  options: Options = {},
): Block {
  return { kind: 'table', key, caption, head: tableHead(table, options), rows: tableRows(table, words, options) }
}

/** A table as one piece, for the side of a drawing. */
export function WholeTable({ caption, table, words }: { caption: string; table: ReportTable; words: Words }) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>{tableHead(table)}</tr>
      </thead>
      <tbody>{tableRows(table, words)}</tbody>
    </table>
  )
}
