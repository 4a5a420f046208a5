import { useText } from '../text/useText'
import { cellText, isNumeric, type FigureTable } from './table'

/** The same numbers as the drawing, as a table: what the drawing's text alternative is. */
export function DataTable({ table }: { table: FigureTable }) {
  const words = useText()
  const { columns, rows, total, caption } = table
  const side = (at: number) => (isNumeric(columns[at]?.format ?? 'text') ? 'r' : '')
  return (
    // A long table scrolls inside its figure, and what scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="figure-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="hidden-text">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label }, at) => (
              <th key={key} scope="col" className={side(at)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={`${line}-${cellText(row[0], 'text', words)}`}>
              {columns.map(({ key, format }, at) =>
                at === 0 ? (
                  <th key={key} scope="row">
                    {cellText(row[at], format, words)}
                  </th>
                ) : (
                  <td key={key} className={side(at)}>
                    {cellText(row[at], format, words)}
                  </td>
                ),
              )}
            </tr>
          ))}
          {total && (
            <tr className="tot">
              {columns.map(({ key, format }, at) => (
                <td key={key} className={side(at)}>
                  {total[at] === undefined || total[at] === null ? '' : cellText(total[at], format, words)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}
