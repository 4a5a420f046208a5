/** Every Polda by itself: the largest has a hundred times the cases of the smallest. */
import { dayText } from '../../../shared/domain/time'
import { pantauCells } from './cells'
import { collect } from './collect'
import { FIRST_DAY, LAST_DAY, type BenchNation } from './nation'
import { median, timed, type PoldaLine } from './types'

/** Days outside all cases, so many that no filter of the redraw has the same period. */
const AWAY = 200

export async function eachPolda({ context }: BenchNation, rounds: number): Promise<PoldaLine> {
  const { unitStart } = context.index
  let asked = AWAY
  const lines: PoldaLine['largest'][] = []
  for (const { code, index, end } of context.registry.roots) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      asked++
      const filter = { unit: code, from: dayText(FIRST_DAY - asked), to: dayText(LAST_DAY + asked) }
      collect()
      times.push((await timed(() => pantauCells(context, filter))).ms)
    }
    lines.push({ unit: code, cases: (unitStart[end] as number) - (unitStart[index] as number), ms: median(times) })
  }
  const most = (of: 'cases' | 'ms') => lines.reduce((best, line) => (line[of] > best[of] ? line : best))
  return { count: lines.length, median_ms: median(lines.map(({ ms }) => ms)), slowest: most('ms'), largest: most('cases') } // prettier-ignore
}
