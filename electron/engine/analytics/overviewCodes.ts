/** `overview.byChannel`, `overview.byCategory`, `overview.byOutcome`: counts by code, in the order of the format. */
import type { CodeCount } from '../../../shared/contract/results/common'
import type { Filter } from '../../../shared/domain/filter'
import { CODES, EMPTY, UNKNOWN, UNKNOWN_CODE, type CodeColumn } from '../columns/layout'
import { codesOf } from './cells'
import type { QueryContext } from './context'
import { moved } from './moved'
import { received } from './received'

/** Codes with a count; what is empty or not known stands last as `unknown`, never left out. */
export function codeList(column: CodeColumn, counts: Int32Array): CodeCount[] {
  const list = CODES[column].map((code, i) => ({ code, count: counts[i] as number }))
  const unknown = (counts[EMPTY] as number) + (counts[UNKNOWN] as number)
  return [...list, { code: UNKNOWN_CODE, count: unknown }].filter(({ count }) => count > 0)
}

export const overviewByChannel = (context: QueryContext, filter: Filter): CodeCount[] =>
  codeList('channel', codesOf(received(context, filter).cells, 'channel'))
export const overviewByCategory = (context: QueryContext, filter: Filter): CodeCount[] =>
  codeList('category', codesOf(received(context, filter).cells, 'category'))
export const overviewByOutcome = (context: QueryContext, filter: Filter): CodeCount[] =>
  codeList('outcome', moved(context, filter).outcomes)
