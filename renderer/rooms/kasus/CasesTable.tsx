import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { QueryParams } from '../../../shared/contract/queries'
import type { CaseRow } from '../../../shared/contract/results/cases'
import { useText } from '../../text/useText'
import { ErrorState } from '../../ui/States'
import { CaseLine, lineId } from './CaseLine'
import { CasesHead } from './CasesHead'
import { useFirstPage, usePages } from './usePages'
import { useRows } from './useRows'
import type { CaseSort, CasesView } from './view'

interface Props {
  query: QueryParams<'cases.page'>
  view: CasesView
  onSort: (column: CaseSort) => void
  hrefOf: (row: CaseRow) => string
  onOpen: (row: CaseRow) => void
  /** rows in sight, from 1; null while nothing is known */
  onRange: (range: { first: number; last: number; total: number } | null) => void
}

/** Where the table stood when a case was opened, so that "back" finds the same row. One list at a time. */
const left: { list: string; row: number } = { list: '', row: -1 }

/** The virtualised table of all cases that match: arrows choose a row, Enter opens it. */
export function CasesTable({ query, view, onSort, hrefOf, onOpen, onRange }: Props) {
  const { t } = useText()
  const list = JSON.stringify(query)
  const keys = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState(left.list === list ? left.row : -1)
  const top = useFirstPage(query)
  const known = top.data !== undefined
  const total = top.data?.total ?? 0
  const rows = useRows(total, scroller)
  const { first, last, drawn } = rows
  const pages = usePages(query, top, first, last)
  useEffect(
    () => onRange(!known ? null : { first: first + 1, last: last + 1, total }),
    [onRange, known, total, first, last],
  )

  // Another list begins at its top; the one that was left is taken up where it was.
  const shown = useRef('')
  useEffect(() => {
    if (!known || top.isStale || shown.current === list) return
    const again = shown.current === '' && left.list === list && left.row >= 0
    shown.current = list
    if (again) {
      rows.reveal(left.row, true)
      scroller.current?.focus({ preventScroll: true })
      return
    }
    if (scroller.current) scroller.current.scrollTop = 0
    setSelected(-1)
  }, [list, known, top.isStale, rows])

  const choose = (index: number) => {
    Object.assign(left, { list, row: index })
    setSelected(index)
  }
  const move = (index: number) => {
    const next = Math.max(0, Math.min(total - 1, index))
    choose(next)
    rows.reveal(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys on a header's button are that button's.
    if (event.target !== event.currentTarget || total === 0) return
    const from = selected < 0 ? first : selected
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selected < 0 ? first : from + 1,
      ArrowUp: from - 1,
      PageDown: from + rows.fits - 1,
      PageUp: from - rows.fits + 1,
      Home: 0,
      End: total - 1,
    }
    const next = steps[event.key]
    const row = event.key === 'Enter' ? pages.row(selected) : undefined
    if (next !== undefined) move(next)
    else if (row) onOpen(row)
    else return
    event.preventDefault()
  }

  if (pages.error && !known) return <ErrorState error={pages.error} onRetry={pages.refetch} />
  const inSight = drawn.some(({ index }) => index === selected)
  return (
    <>
      {pages.error && <ErrorState error={pages.error} onRetry={pages.refetch} />}
      <p id={keys} className="hidden-text">
        {t('cases.keys')}
      </p>
      <div
        role="grid"
        ref={scroller}
        className={top.isStale ? 'cases-table stale' : 'cases-table'}
        tabIndex={0}
        {...(rows.whole !== null && { style: { maxHeight: rows.whole } })}
        aria-label={t('cases.table')}
        aria-describedby={keys}
        aria-rowcount={total + 1}
        aria-busy={!known || top.isStale}
        {...(inSight && { 'aria-activedescendant': lineId(selected) })}
        onKeyDown={onKeyDown}
      >
        <CasesHead view={view} onSort={onSort} />
        <div role="rowgroup" className="lines" style={{ height: rows.height }}>
          {drawn.map(({ index, start }) => {
            const row = pages.row(index)
            return (
              <CaseLine
                key={index}
                index={index}
                top={rows.place(start)}
                row={row}
                href={row ? hrefOf(row) : ''}
                selected={index === selected}
                onSelect={choose}
              />
            )
          })}
        </div>
      </div>
    </>
  )
}
