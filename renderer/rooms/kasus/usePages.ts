import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { QueryParams } from '../../../shared/contract/queries'
import type { AppError } from '../../../shared/contract/result'
import type { CaseRow, CasesPage } from '../../../shared/contract/results/cases'
import { errorOf, runQuery, unwrap } from '../../api/client'
import { useRevision } from '../../api/revision'
import type { AnswerState } from '../../api/useAnswer'
import { useNamedQuery } from '../../api/useNamedQuery'

const PAGE_ROWS = 200
/** A thumb that flies over a million rows must not ask for the pages it passes. */
const CALM_MS = 60

export interface Pages {
  /** undefined: still to come */
  row: (index: number) => CaseRow | undefined
  error: AppError | null
  refetch: () => void
}

interface Span {
  from: number
  to: number
}

/** The span once it has stood still for a moment; the first one at once. */
function useCalm({ from, to }: Span): Span {
  const [calm, setCalm] = useState({ from, to })
  useEffect(() => {
    const timer = setTimeout(() => setCalm({ from, to }), CALM_MS)
    return () => clearTimeout(timer)
  }, [from, to])
  return calm
}

type CasesQuery = QueryParams<'cases.page'>
const pageParams = (query: CasesQuery, page: number): CasesQuery => ({
  ...query,
  offset: page * PAGE_ROWS,
  limit: PAGE_ROWS,
})

/** The first page; it says how many rows there are. */
export const useFirstPage = (query: CasesQuery): AnswerState<CasesPage> =>
  useNamedQuery('cases.page', pageParams(query, 0))

/** Rows of the pages in sight, fetched as they come; `first` and `last` are row numbers from 0. */
export function usePages(query: CasesQuery, top: AnswerState<CasesPage>, first: number, last: number): Pages {
  const revision = useRevision()
  const client = useQueryClient()
  const keyOf = (page: number) => ['answer', revision, 'cases.page', pageParams(query, page)]
  const calm = useCalm({ from: Math.floor(first / PAGE_ROWS), to: Math.floor(last / PAGE_ROWS) })
  const lastPage = Math.max(0, Math.ceil((top.data?.total ?? 0) / PAGE_ROWS) - 1)
  const asked = Array.from({ length: Math.max(0, calm.to - calm.from + 1) }, (_, at) => calm.from + at).filter(
    (page) => page > 0 && page <= lastPage,
  )
  const answers = useQueries({
    queries: asked.map((page) => ({
      queryKey: keyOf(page),
      queryFn: () => unwrap(runQuery('cases.page', pageParams(query, page))),
    })),
  })
  const held = new Map<number, CasesPage | undefined>([
    [0, top.data],
    ...asked.map((page, at) => [page, answers[at]?.data] as const),
  ])
  return {
    row: (index) => {
      const page = Math.floor(index / PAGE_ROWS)
      const data = held.get(page) ?? client.getQueryData<CasesPage>(keyOf(page))
      return data?.rows[index - page * PAGE_ROWS]
    },
    error: top.error ?? errorOf(answers.find(({ error }) => error !== null)?.error),
    refetch: () => {
      top.refetch()
      for (const answer of answers) if (answer.isError) void answer.refetch()
    },
  }
}
