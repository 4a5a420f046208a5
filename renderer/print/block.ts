import type { ReactElement, ReactNode } from 'react'

/** What a page is filled with: a whole that is not cut, or a table that is cut between rows. */
export type Block = { key: string; withNext?: boolean; newPage?: boolean } & (
  | { kind: 'solid'; node: ReactNode }
  | {
      kind: 'table'
      caption: string
      /** the head's cells */
      head: ReactElement[]
      /** `<tr>` elements with keys, the total last */
      rows: ReactElement[]
      className?: string
    }
)
