import { memo } from 'react'
import type { CaseRow } from '../../../shared/contract/results/cases'
import type { Words } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { stateOfDeadline, StateMark } from '../../ui/StateMark'
import { answerWords, statusWords } from './cells'
import { CASE_COLUMNS, type CaseColumn } from './columns'

export const lineId = (index: number): string => `case-line-${index}`
export const cellClass = ({ right, wide, id }: CaseColumn): string =>
  ['cell', `cell-${id}`, right && 'r', wide && 'wide'].filter(Boolean).join(' ')

function Content({ row, column, href }: { row: CaseRow; column: CaseColumn['id']; href: string }) {
  const { t, f } = useText()
  const words = { t, f }
  switch (column) {
    case 'case_id':
      // Reached by the table's own keys; a thousand stops of the Tab key would help nobody.
      return (
        <a className="code" href={href} tabIndex={-1}>
          {row.case_id}
        </a>
      )
    case 'unit':
      return row.unit_name
    case 'received_at':
      return f.day(row.received_at, true)
    case 'age':
      return row.closed_at === null ? <b>{f.count(row.age_days)}</b> : f.count(row.age_days)
    case 'channel':
      return t.code('channel', row.channel)
    case 'category':
      return t.code('category', row.category)
    case 'status':
      return statusWords(row, words)
    case 'closed_at':
      return row.closed_at === null ? <span className="mut">{t('cases.open')}</span> : f.day(row.closed_at, true)
    case 'first_response_at':
      return row.first_response_at === null ? (
        <span className="mut">{answerWords(row, words)}</span>
      ) : (
        answerWords(row, words)
      )
    case 'deadline':
      return <StateMark state={stateOfDeadline(row.deadline)} word={t.code('deadline', row.deadline)} />
    case 'flags':
      return row.flags.length === 0 ? null : (
        <span className="st x-flag" title={t('cases.flagsOf', { n: f.count(row.flags.length) })}>
          <StateMark state="flagged" word={t('cases.flagsOf', { n: f.count(row.flags.length) })} iconOnly />
          <span aria-hidden="true">{f.count(row.flags.length)}</span>
        </span>
      )
  }
}

/** The words that a narrow window may cut off, in full. */
function titleOf(row: CaseRow | undefined, column: CaseColumn['id'], words: Words): { title?: string } {
  const { t } = words
  if (!row) return {}
  if (column === 'case_id') return { title: row.case_id }
  if (column === 'unit') return { title: `${row.unit_name} (${row.unit})` }
  if (column === 'status') return { title: statusWords(row, words) }
  if (column === 'category') return { title: t.code('category', row.category) }
  if (column === 'channel') return { title: t.code('channel', row.channel) }
  if (column === 'deadline') return { title: t.code('deadline', row.deadline) }
  return {}
}

interface Props {
  index: number
  top: number
  /** undefined: the page with this row is still on its way */
  row: CaseRow | undefined
  href: string
  selected: boolean
  onSelect: (index: number) => void
}

/** One row of the table, 28 pixels high at the usual text size. */
export const CaseLine = memo(function CaseLine({ index, top, row, href, selected, onSelect }: Props) {
  const words = useText()
  const { t } = words
  return (
    // The grid itself holds the focus and answers the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={lineId(index)}
      className={selected ? 'line on' : 'line'}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onSelect(index)}
    >
      {CASE_COLUMNS.map((column, at) => (
        <div key={column.id} role="gridcell" className={cellClass(column)} {...titleOf(row, column.id, words)}>
          {row ? (
            <Content row={row} column={column.id} href={href} />
          ) : (
            <span className="skeleton">{at === 0 && <span className="hidden-text">{t('cases.loading')}</span>}</span>
          )}
        </div>
      ))}
    </div>
  )
})
