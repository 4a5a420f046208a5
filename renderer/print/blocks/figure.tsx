import type { ReportFigure, ReportTable } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'
import { cellText } from '../cellText'
import { Drawing, hasAreas, Tiles } from './drawing'
import { tableBlock, WholeTable } from './table'

const isDrawn = ({ chart }: ReportFigure) => chart.kind !== 'none' && chart.kind !== 'bars'

/** Question, finding in words, and the measure; the drawing's number is the table's. */
function Heading({ figure, number, words }: { figure: ReportFigure; number: number; words: Words }) {
  const { title, subtitle, sentence, note } = figure
  return (
    <div className="figure-head">
      <h2>{isDrawn(figure) ? words.t('report.figure.name', { number, title }) : title}</h2>
      {subtitle !== '' && <p className="note">{subtitle}</p>}
      {sentence !== '' && <p>{sentence}</p>}
      <p className="note">{note}</p>
    </div>
  )
}

/** Counts for comparison in three columns, small: they belong to the drawing, not to the total. */
function Context({ table, words }: { table: ReportTable; words: Words }) {
  const height = Math.ceil(table.rows.length / 3)
  const parts = [0, 1, 2].map((part) => table.rows.slice(part * height, (part + 1) * height))
  return (
    <div className="context">
      <p className="note">{table.caption}</p>
      <div>
        {parts.map((rows) => (
          <table key={JSON.stringify(rows[0])}>
            <thead>
              <tr>
                {table.columns.map(({ key, label }, index) => (
                  <th key={key} scope="col" className={index === 0 ? '' : 'r'}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={JSON.stringify(row[0])}>
                  {row.map((cell, index) => (
                    <td key={table.columns[index]?.key} className={index === 0 ? '' : 'r'}>
                      {cellText(cell, table.columns[index]?.format ?? 'text', words)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  )
}

/** One figure with its table: beside it, under it, or with bars inside it. @param number its own and its table's */
export function figureBlocks(figure: ReportFigure, number: number, words: Words): Block[] {
  const { id, chart, table } = figure
  const caption = words.t('report.table.caption', { number, caption: table.caption })
  const head = <Heading figure={figure} number={number} words={words} />
  const drawing = <Drawing figure={figure} />
  if (chart.kind === 'flow') {
    const node = (
      <>
        {head}
        <p className="caption">{caption}</p>
        {drawing}
      </>
    )
    return [{ kind: 'solid', key: id, node }]
  }
  if (chart.kind === 'curve' || chart.kind === 'backlog') {
    const node = (
      <>
        {head}
        <div className="beside">
          {drawing}
          <WholeTable caption={caption} table={table} words={words} />
        </div>
      </>
    )
    return [{ kind: 'solid', key: id, node }]
  }
  const top = (
    <>
      {head}
      {drawing}
    </>
  )
  const bars = chart.kind === 'bars' ? { bars: 'count' } : {}
  const context = figure.context && <Context table={figure.context} words={words} />
  const tiles = chart.kind === 'map' && <Tiles map={chart.data} level={chart.level} groups={chart.groups} />
  const isPlaced = chart.kind === 'map' && hasAreas(chart.data)
  return [
    { kind: 'solid', key: `${id} head`, node: top, withNext: !isPlaced },
    ...(tiles ? [{ kind: 'solid' as const, key: `${id} tiles`, node: tiles }] : []),
    tableBlock(`${id} table`, caption, table, words, bars),
    ...(context ? [{ kind: 'solid' as const, key: `${id} context`, node: context }] : []),
  ]
}
