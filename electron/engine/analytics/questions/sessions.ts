/** Jumat Curhat: sessions held against the Fridays on which one was due. */
import { FRIDAY, dayOf, weekday } from '../../../../shared/domain/time'
import { SESSION_KINDS } from '../../../../shared/export/enums'
import { LEAST_EXPECTED } from '../../../../shared/statistics/funnel'
import { binomialLower } from '../../../../shared/statistics/tails'
import { lowerBound } from '../../columns/search'
import type { UnitNode } from '../../registry/model'
import { headOf } from '../context'
import { isKnown, reportersOf } from '../delivery'
import { discovered, strengthOf, type Answered, type Asked } from './asked'

interface Fridays {
  unit: UnitNode
  due: number
  held: number
}

export function sessionSilence(question: Asked): Answered {
  if (question.filter.channels && !question.filter.channels.includes('jumat_curhat')) return { tests: 0, shown: [] }
  const lines = question.units.flatMap((unit) => fridaysOf(question, unit) ?? [])
  const pooled = new Map<string, { held: number; due: number }>()
  for (const { unit, held, due } of lines) {
    const sum = pooled.get(unit.current.level) ?? { held: 0, due: 0 }
    pooled.set(unit.current.level, { held: sum.held + held, due: sum.due + due })
  }
  const tests = lines.flatMap(({ unit, held, due }) => {
    const { held: all, due: of } = pooled.get(unit.current.level) as { held: number; due: number }
    const share = all / of
    return due * share < LEAST_EXPECTED ? [] : [{ unit, held, due, p: binomialLower(held, due, share) }]
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

/**
 * Fridays due (holidays out) and held by the unit itself, on the days of the period that its exports tell about; null
 * when it does not run the programme or nothing is known.
 */
function fridaysOf({ context, period }: Asked, unit: UnitNode): Fridays | null {
  const { channels, sessions_per_week: perWeek } = unit.current
  if (perWeek <= 0 || !channels.includes('jumat_curhat')) return null
  const reporter = reportersOf(context, unit.code, period.months).find(
    ({ code }) => headOf(context, code) !== undefined,
  )
  const head = reporter && headOf(context, reporter.code)
  if (!reporter || !head) return null
  const to = Math.min(period.to, dayOf(head.period_to))
  const from = Math.max(period.from, dayOf(head.coverage_from))
  if (from > to || !isKnown(context, reporter.code, from, to)) return null
  let due = 0
  for (let day = from + ((FRIDAY - weekday(from) + 7) % 7); day <= to; day += 7) {
    if (!context.calendar.isHoliday(day)) due++
  }
  const { sessions } = context.index
  const first = lowerBound(sessions.unit, unit.index)
  const days = new Set<number>()
  for (let i = first; i < sessions.unit.length && sessions.unit[i] === unit.index; i++) {
    const day = sessions.day[i] as number
    if (SESSION_KINDS[sessions.kind[i] as number] === 'jumat_curhat' && day >= from && day <= to) days.add(day)
  }
  // Counted by days held, so that a session moved to another day of its week is one held.
  return due === 0 ? null : { unit, due, held: Math.min(due, days.size) }
}
