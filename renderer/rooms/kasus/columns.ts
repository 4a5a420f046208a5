/** Columns of the cases' table: header and body share their widths (see kasus.css). */
import type { CaseSort } from './view'

export interface CaseColumn {
  id:
    | 'case_id'
    | 'unit'
    | 'received_at'
    | 'age'
    | 'channel'
    | 'category'
    | 'status'
    | 'first_response_at'
    | 'closed_at'
    | 'deadline'
    | 'flags'
  /** sorts by this field; null: cannot be sorted */
  sort: CaseSort | null
  right: boolean
  /** drawn on wide windows only */
  wide: boolean
}
const column = (id: CaseColumn['id'], sort: CaseSort | null, more: Partial<CaseColumn> = {}): CaseColumn => ({
  id,
  sort,
  right: false,
  wide: false,
  ...more,
})

export const CASE_COLUMNS: readonly CaseColumn[] = [
  column('case_id', 'case_id'),
  column('unit', 'unit'),
  column('received_at', 'received_at'),
  column('age', 'age', { right: true, wide: true }),
  column('channel', 'channel', { wide: true }),
  column('category', 'category'),
  column('status', 'status'),
  column('closed_at', 'closed_at', { wide: true }),
  column('first_response_at', null, { right: true }),
  column('deadline', null),
  column('flags', null),
]
