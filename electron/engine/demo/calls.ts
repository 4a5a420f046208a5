/** Call lines day by day: 110 in cities, 112 where the city passes emergencies on, hotlines of a few units. */
import type { RegistryUnit } from '../../../shared/export/registry'
import { DAY, dayText } from './clock'
import { planted } from './oddities'
import { HOTLINE_POLSEK } from './programmes'
import type { Random } from './random'

export interface CallDay {
  day: number
  row: string[]
}
const CITY = new Set(['polresta', 'polrestabes', 'polres_metro'])
const LARGE_CITY = new Set(['polrestabes', 'polres_metro'])

interface Line {
  unit: string
  line: string
  /** calls a day */
  volume: number
  /** share of pranks among the answered at the beginning and at the end of the window */
  prank: readonly [number, number]
}

/** Rows of daily_calls of a reporting unit and its Polsek, by line, then day. */
export function callDays(
  r: Random,
  unit: RegistryUnit,
  polsek: readonly RegistryUnit[],
  from: number,
  end: number,
): CallDay[] {
  return linesOf(unit, polsek).flatMap((line) => days(r, line, from, end))
}

function linesOf(unit: RegistryUnit, polsek: readonly RegistryUnit[]): Line[] {
  const people = (unit.population ?? 200_000) / 1_000_000
  const lines: Line[] = []
  if (CITY.has(unit.type))
    lines.push({ unit: unit.code, line: 'call_110', volume: 8 + people * 60, prank: [0.18, 0.18] })
  const pranks = planted(unit.code, 'prank_calls') !== undefined
  if (unit.channels.includes('gov_112') && (pranks || LARGE_CITY.has(unit.type)))
    lines.push({ unit: unit.code, line: 'gov_112', volume: 6 + people * 30, prank: pranks ? [0.72, 0.2] : [0.3, 0.15] })
  if (polsek.some(({ code }) => code === HOTLINE_POLSEK))
    lines.push({ unit: HOTLINE_POLSEK, line: 'unit_hotline', volume: 14, prank: [0.25, 0.12] })
  return lines
}

function days(r: Random, { unit, line, volume, prank }: Line, from: number, end: number): CallDay[] {
  const unansweredFrom = end - 30.5 * (planted(unit, 'calls_unanswered')?.months ?? 0)
  const gaps = planted(unit, 'call_days_missing') !== undefined
  const rows: CallDay[] = []
  for (let day = from; day < end; day++) {
    const share = (day - from) / (end - from)
    const offered = Math.floor(r.lognormal(volume, 0.25))
    const abandoned = Math.floor(offered * (day >= unansweredFrom ? 0.4 + 0.2 * r.next() : 0.03 + 0.1 * r.next()))
    const answered = offered - abandoned
    const pranks = Math.floor(answered * (prank[0] + (prank[1] - prank[0]) * share) * (0.7 + 0.6 * r.next()))
    const emergency = Math.floor((answered - pranks) * (0.2 + 0.1 * r.next()))
    const median = day >= unansweredFrom ? r.between(60, 190) : r.between(6, 40)
    const values = [offered, answered, abandoned, pranks, emergency, r.between(0, 3), r.between(0, 2)]
    if (gaps && day % 7 === 3) continue
    rows.push({ day, row: [unit, textOf(day), line, ...values.map(String), r.chance(0.02) ? '' : String(median)] })
  }
  return rows
}

const texts = new Map<number, string>()
/** The day as the format writes it: asked for once a line. */
function textOf(day: number): string {
  let text = texts.get(day)
  if (text === undefined) texts.set(day, (text = dayText(day)))
  return text
}

/** Whether a day's row stands in the database at a moment (local seconds). */
export const isWritten = ({ day }: CallDay, asOf: number): boolean => (day + 1) * DAY <= asOf
