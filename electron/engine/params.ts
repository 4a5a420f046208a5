/** What a named query was asked, checked; what is wrong with it as an error with words. */
import type { z } from 'zod'
import { queries, type QueryName, type QueryParams } from '../../shared/contract/queries'
import { fail, ok, type Result } from '../../shared/contract/result'
import { PERIOD_TURNED } from '../../shared/domain/filter'

/** Errors: PERIOD-TURNED for a period that ends before it begins, else PARAMS with the member and its problem. */
export function readParams<N extends QueryName>(name: N, params: unknown): Result<QueryParams<N>> {
  const parsed = queries[name].params.safeParse(params)
  if (parsed.success) return ok(parsed.data as QueryParams<N>)
  const { issues } = parsed.error
  if (issues.some(isTurned)) {
    const { from, to } = params as { from: string; to: string }
    return fail(PERIOD_TURNED, 'input', { from, to })
  }
  const [issue] = issues
  return fail('PARAMS', 'input', {
    query: name,
    member: issue?.path.join('.') ?? '',
    problem: issue?.message ?? '',
  })
}

const isTurned = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.['refusal'] === PERIOD_TURNED
