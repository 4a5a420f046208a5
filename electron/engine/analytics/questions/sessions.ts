/**
 * Jumat Curhat: sessions held against those due, for every unit that owes its own, a Polsek too: there are a hundred
 * Fridays in two years, enough to judge a single one.
 */
import { LEAST_EXPECTED } from '../../../../shared/statistics/least'
import { binomialLower } from '../../../../shared/statistics/tails'
import { DUE } from '../channels/fridays'
import { unitFridays } from '../channels/fridayLines'
import { rangeOf } from '../selection'
import { discovered, strengthOf, type Answered, type Asked } from './asked'

const sum = (values: Uint16Array, what: Uint8Array) =>
  values.reduce((total, value, i) => (what[i] === DUE ? total + value : total), 0)

export function sessionSilence({ context, filter }: Asked): Answered {
  if (filter.channels && !filter.channels.includes('jumat_curhat')) return { tests: 0, shown: [] }
  // The calendar of Fridays knows no codes of cases.
  const { unit: top, from, to } = filter
  const period = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const lines = unitFridays(context, period).map(({ unit, what, due, held }) => ({ unit, due: sum(due, what), held: sum(held, what) })) // prettier-ignore
  // Against all units of the level, whichever are asked about.
  const pooled = new Map<string, { held: number; due: number }>()
  for (const { unit, held, due } of lines) {
    const all = pooled.get(unit.current.level) ?? { held: 0, due: 0 }
    pooled.set(unit.current.level, { held: all.held + held, due: all.due + due })
  }
  const { low, high } = rangeOf(context, top)
  const tests = lines.flatMap(({ unit, held, due }) => {
    const { held: all, due: of } = pooled.get(unit.current.level) as { held: number; due: number }
    if (unit.index < low || unit.index >= high || of === 0 || (due * all) / of < LEAST_EXPECTED) return []
    return [{ unit, held, due, p: binomialLower(held, due, all / of) }]
  })
  return {
    tests: tests.length,
    shown: discovered(tests).map(({ unit, held, due, p }) => ({
      unit,
      signal: 'session_silence',
      evidence: { held, due },
      p,
      strength: strengthOf(p),
      room: 'wilayah',
    })),
  }
}
