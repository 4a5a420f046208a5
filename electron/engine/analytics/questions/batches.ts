/** Jumat Curhat: sessions that were typed in together, against the habit of all units of the level. */
import { BATCH_MINUTES, chanceOfBatches, recorded } from '../channels/recording'
import { discovered, strengthOf, type Answered, type Asked } from './asked'

const KIND = 'jumat_curhat'

export function sessionBatches({ context, filter }: Asked): Answered {
  if (filter.channels && !filter.channels.includes(KIND)) return { tests: 0, shown: [] }
  const chance = chanceOfBatches(context, filter, KIND)
  const tests = recorded(context, filter, KIND).flatMap((one) => {
    const p = chance(one)
    return p === null ? [] : [{ ...one, p }]
  })
  return {
    tests: tests.length,
    shown: discovered(tests)
      .filter(({ inBatch }) => inBatch > 0)
      .map(({ unit, inBatch, sessions, largest, late, p }) => ({
        unit,
        signal: 'session_batch',
        evidence: { in_batch: inBatch, sessions, largest, minutes: BATCH_MINUTES, late },
        p,
        strength: strengthOf(p),
        room: 'wilayah',
      })),
  }
}
