import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Answer, Args, Channel } from '../../shared/contract/contract'
import type { AppError } from '../../shared/contract/result'
import { call, errorOf, unwrap } from './client'
import { useRevision } from './revision'

export interface AnswerState<T> {
  /** the newest answer; while another is computed, the previous one */
  data: T | undefined
  error: AppError | null
  /** nothing to show yet */
  isPending: boolean
  /** `data` answers an earlier question; the present one is still being computed */
  isStale: boolean
  refetch: () => void
}

/** Where the answer to a question of that revision is kept. */
export const answerKey = (revision: string, key: readonly unknown[]) => ['answer', revision, ...key]

/**
 * Shared by calls and named queries: latest question wins, the previous answer stays in sight meanwhile. `signal` aborts
 * when nobody asks this question any more.
 */
export function useAsked<T>(
  key: readonly unknown[],
  ask: (signal: AbortSignal) => Promise<T>,
  enabled: boolean,
): AnswerState<T> {
  const revision = useRevision()
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery<T>({
    queryKey: answerKey(revision, key),
    queryFn: ({ signal }) => ask(signal),
    enabled,
    placeholderData: keepPreviousData,
  })
  return {
    data,
    error: errorOf(error),
    isPending,
    isStale: isPlaceholderData,
    refetch: () => void refetch(),
  }
}

/** Answer of a contract call that only reads, such as `findings:list`. */
export function useAnswer<C extends Channel>(
  channel: C,
  args: Args<C>,
  { enabled = true }: { enabled?: boolean } = {},
): AnswerState<Answer<C>> {
  return useAsked([channel, args], () => unwrap(call(channel, args)), enabled)
}
