import type { ReactNode } from 'react'
import type { ReportFigure, ReportTable } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import { BacklogBars } from '../../charts/BacklogBars'
import { CurveChart } from '../../charts/CurveChart'
import { FlowTable } from '../../charts/FlowTable'
import { FunnelChart } from '../../charts/FunnelChart'
import { ControlChart } from '../../charts/ControlChart'
import type { Block } from '../block'
import { cellText } from '../cellText'
import { tableBlock, WholeTable } from './table'

/** px of the text column: 210 mm less the margins. */
export const COLUMN = 665

/** Drawings have their size from the start: nothing is measured on paper. */
function Drawing({ figure }: { figure: ReportFigure }): ReactNode {
  const { chart, title, sentence } = figure
  const label = `${title} ${sentence}`
  switch (chart.kind) {
    case 'trend':
      return <ControlChart trend={chart.data} label={label} printing={{ width: COLUMN, height: 180 }} />
    case 'curve':
      return <CurveChart curve={chart.data} stage={chart.stage} label={label} printing={{ width: 390, height: 290 }} />
    case 'backlog':
      return (
        <BacklogBars
          backlog={chart.data}
          label={label}
          printing={{ width: 400, height: chart.data.buckets.length * 38 + 12 }}
        />
      )
    case 'flow':
      return <FlowTable flow={chart.data} label={label} />
    case 'funnel':
      return (
        <FunnelChart
          funnel={chart.data}
          targetGiven={chart.targetGiven}
          label={label}
          printing={{ width: COLUMN, height: 330 }}
        />
      )
    case 'bars':
      return null
    case 'none':
      return chart.reason && <p className="note">{chart.reason}</p>
  }
}

const isDrawn = ({ chart }: ReportFigure) => chart.kind !== 'none' && chart.kind !== 'bars'

/** Question, finding in words, and the measure; the drawing's number is the table's. */
function Heading({ figure, words }: { figure: ReportFigure; words: Words }) {
  const { title, sentence, note, number } = figure
  return (
    <div className="figure-head">
      <h2>{isDrawn(figure) ? words.t('report.figure.name', { number, title }) : title}</h2>
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

/** One figure with its table: beside it, under it, or with bars inside it. */
export function figureBlocks(figure: ReportFigure, words: Words): Block[] {
  const { id, number, chart, table } = figure
  const caption = words.t('report.table.caption', { number, caption: table.caption })
  const head = <Heading figure={figure} words={words} />
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
  return [
    { kind: 'solid', key: `${id} head`, node: top, withNext: true },
    tableBlock(`${id} table`, caption, table, words, bars),
    ...(context ? [{ kind: 'solid' as const, key: `${id} context`, node: context }] : []),
  ]
}
