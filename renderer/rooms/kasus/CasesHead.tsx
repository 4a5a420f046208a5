import { useText } from '../../text/useText'
import { cellClass } from './CaseLine'
import { CASE_COLUMNS } from './columns'
import type { CaseSort, CasesView } from './view'

/** The header: each sortable column is a button; its state is said and drawn as a triangle. */
export function CasesHead({ view, onSort }: { view: CasesView; onSort: (column: CaseSort) => void }) {
  const { t } = useText()
  return (
    <div role="row" className="line head-line" aria-rowindex={1}>
      {CASE_COLUMNS.map((column) => {
        const sorted = column.sort !== null && column.sort === view.sort
        const label = t(`cases.column.${column.id}`)
        const direction = view.descending ? 'descending' : 'ascending'
        return (
          <div
            key={column.id}
            role="columnheader"
            className={cellClass(column)}
            {...(column.sort !== null && { 'aria-sort': sorted ? direction : 'none' })}
          >
            {column.sort === null ? (
              <span className={column.id === 'flags' ? 'hidden-text' : ''}>{label}</span>
            ) : (
              <button type="button" onClick={() => column.sort && onSort(column.sort)}>
                {label}
                {sorted && (
                  <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
                    <path d={view.descending ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} fill="currentColor" />
                  </svg>
                )}
              </button>
            )}
          </div>
        )
      })}
    </div>
  )
}
