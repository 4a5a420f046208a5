/** Pages of the case table, each with a filter that was not asked before. */
import type { QueryParams } from '../../../shared/contract/queries'
import { caseId } from '../../engine/columns/layout'
import { runQuery } from '../../engine/analytics/run'
import { dayText } from '../../../shared/domain/time'
import { FIRST_DAY, LAST_DAY, type BenchNation } from './nation'
import { median, timed, type PageLine } from './types'

const SORTS = ['received_at', 'age', 'unit'] as const
const FAR = 100_000
const LIMIT = 50
/** Rounds before the measured ones: an order is made when first asked for, and kept. */
const WARM = 2

export async function pages({ context }: BenchNation, rounds: number): Promise<PageLine[]> {
  const { rows } = context.index.cases
  const offsets = [0, Math.min(FAR, rows - LIMIT)]
  let asked = 0
  // Days after the last case make a period new and leave its cases alone.
  const period = () => ({ from: dayText(FIRST_DAY - 500), to: dayText(LAST_DAY + 500 + asked++) })
  const lines: PageLine[] = []
  const measure = async (sort: string, offset: number, params: () => QueryParams<'cases.page'>) => {
    const times: number[] = []
    for (let round = 0; round < rounds + WARM; round++) {
      const { ms } = await timed(() => runQuery('cases.page', { ...params(), ...period() }, context))
      if (round >= WARM) times.push(ms)
    }
    lines.push({ sort, offset, ms: median(times) })
  }
  for (const sort of SORTS) for (const offset of offsets) await measure(sort, offset, () => ({ sort, offset, limit: LIMIT })) // prettier-ignore
  let at = 0
  await measure('search', 0, () => ({ search: caseId(context.index.cases, (at = (at + 7919) % rows)), limit: LIMIT }))
  return lines
}
