import { useRef, useState, type KeyboardEvent } from 'react'
import { placeName } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { StateMark, stateOfBoard } from '../../ui/StateMark'
import { BoardBar } from './BoardBar'
import { cellWords, countWords, type BoardModel, type GroupRow, type UnitRow } from './board'
import { moveInGrid, type Place } from '../../ui/gridMove'

export interface Picked {
  unit: string
  month: string
}
interface Props {
  model: BoardModel
  /** the Polda that is open */
  open: string | null
  onToggle: (unit: string) => void
  picked: Picked | null
  onPick: (picked: Picked) => void
  label: string
}
type Line = { kind: 'group'; group: GroupRow } | { kind: 'unit'; group: GroupRow; row: UnitRow }

/** A cell without any text would be taken for a control without a name. */
const NOTHING = '\u00a0'

const linesOf = ({ groups }: BoardModel, open: string | null): Line[] =>
  groups.flatMap((group): Line[] => [
    { kind: 'group', group },
    ...(group.unit === open ? group.rows.map((row): Line => ({ kind: 'unit', group, row })) : []),
  ])

/**
 * The board as a tree grid: one stop for Tab, arrows from cell to cell, Enter opens a Polda or picks a unit's month.
 * Every cell says its unit, month and state.
 */
export function BoardGrid({ model, open, onToggle, picked, onPick, label }: Props) {
  const { t, f } = useText()
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 0, column: 0 })
  const lines = linesOf(model, open)
  const columns = model.months.length + 1
  const here = { row: Math.min(at.row, lines.length - 1), column: Math.min(at.column, columns - 1) }

  const act = (line: Line, column: number) => {
    const month = model.months[column - 1]
    if (line.kind === 'group') onToggle(line.group.unit)
    else if (month !== undefined) onPick({ unit: line.row.unit, month })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = moveInGrid(event.key, event.ctrlKey || event.metaKey, here, lines.length, columns)
    const line = lines[here.row]
    if (to) {
      setAt(to)
      table.current?.querySelector<HTMLElement>(`[data-at="${to.row}/${to.column}"]`)?.focus()
    } else if ((event.key === 'Enter' || event.key === ' ') && line) act(line, here.column)
    else return
    event.preventDefault()
  }
  const cell = (row: number, column: number) => ({
    'data-at': `${row}/${column}`,
    tabIndex: row === here.row && column === here.column ? 0 : -1,
    onFocus: () => setAt({ row, column }),
  })
  return (
    // A tree grid is a table whose cells the arrows reach (ARIA 1.2).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
    <table className="board" role="treegrid" aria-label={label} ref={table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <th scope="col">{t('integrity.board.head')}</th>
          <th scope="col" className="r">
            {t('integrity.board.units')}
          </th>
          {model.months.map((month) => (
            <th key={month} scope="col" className="c" title={f.month(month)}>
              {f.month(month, true).replace(/ \d+$/, '')}
            </th>
          ))}
          <th scope="col" className="r">
            {t('integrity.board.absent', {
              month: f.month(model.months.at(-1) ?? '2000-01', true).replace(/ \d+$/, ''),
            })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) =>
          line.kind === 'group' ? (
            <tr
              key={line.group.unit}
              aria-level={1}
              aria-expanded={line.group.unit === open}
              className={line.group.unit === open ? 'on' : ''}
              onClick={() => onToggle(line.group.unit)}
            >
              <th
                scope="row"
                {...cell(row, 0)}
                aria-label={t(line.group.unit === open ? 'integrity.board.closeRow' : 'integrity.board.openRow', {
                  name: line.group.name,
                  n: f.count(line.group.rows.length),
                })}
              >
                <svg className="twist" viewBox="0 0 9 9" aria-hidden="true">
                  <path d={line.group.unit === open ? 'M0.5 2.5h8L4.5 7z' : 'M2.5 0.5v8L7 4.5z'} fill="var(--ink-3)" />
                </svg>
                {placeName(line.group.name)}
              </th>
              <td className="r mut">{f.count(line.group.rows.length)}</td>
              {line.group.cells.map(({ counts, flags }, index) => (
                <td
                  key={model.months[index]}
                  className="bd"
                  {...cell(row, index + 1)}
                  title={countWords(counts, { t, f })}
                  aria-label={t('integrity.board.bar', {
                    name: line.group.name,
                    month: f.month(model.months[index] ?? ''),
                    parts: countWords(counts, { t, f }),
                  })}
                >
                  <BoardBar counts={counts} flags={flags} />
                </td>
              ))}
              <td className="r">{f.count(line.group.absent)}</td>
            </tr>
          ) : (
            <tr key={line.row.unit} aria-level={2} className={picked?.unit === line.row.unit ? 'on' : ''}>
              <th scope="row" className="under" {...cell(row, 0)}>
                {line.row.name}
              </th>
              <td>{NOTHING}</td>
              {line.row.cells.map((one, index) => {
                const month = model.months[index] ?? ''
                const isPicked = picked?.unit === line.row.unit && picked.month === month
                return (
                  <td
                    key={month}
                    className={isPicked ? 'bd picked' : 'bd'}
                    aria-selected={isPicked}
                    {...cell(row, index + 1)}
                    aria-label={cellWords(line.row.name, month, one, { t, f })}
                    onClick={() => onPick({ unit: line.row.unit, month })}
                  >
                    {one && <StateMark state={stateOfBoard(one.state)} word={t(`board.${one.state}`)} iconOnly />}
                  </td>
                )
              })}
              <td className="r">{f.count(line.row.absent)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  )
}
