/** Jumat Curhat sessions and call-line days of one unit. */
import type { RegistryUnit } from '../../../shared/export/registry'
import { DAY, dayText, weekday } from './clock'
import { planted } from './oddities'
import type { Random } from './random'

export interface SimSession {
  id: string
  unit: string
  day: number
  ledBy: string
  attendees: number
  issues: number
  recorded: number
  district: string
}

const FRIDAY = 5

/** Sessions held on the Fridays of the window; a Polres goes round its Polsek, a Polda holds one a month. */
export function sessions(
  r: Random,
  unit: RegistryUnit,
  polsek: readonly RegistryUnit[],
  from: number,
  end: number,
  holidays: ReadonlySet<string>,
): SimSession[] {
  const held: SimSession[] = []
  const silentFrom = planted(unit.code, 'session_silence') ? from + Math.floor((end - from) * 0.55) : end
  let turn = 0
  for (let day = from; day < end; day++) {
    if (weekday(day) !== FRIDAY || holidays.has(dayText(day))) continue
    if (unit.level === 'polda' && Number(dayText(day).slice(8)) > 7) continue
    if (day >= silentFrom || r.chance(0.09)) continue
    const host = polsek.length > 0 && r.chance(0.65) ? polsek[turn++ % polsek.length] : undefined
    held.push({
      id: `S-${dayText(day).replaceAll('-', '')}-${String(held.length + 1).padStart(3, '0')}`,
      unit: host?.code ?? unit.code,
      day,
      ledBy: host
        ? 'kapolsek'
        : unit.level === 'polda'
          ? r.pick(['kapolda', 'wakapolda'])
          : r.pick(['kapolres', 'kapolres', 'wakapolres', 'kasat']),
      attendees: 12 + Math.floor(r.lognormal(22, 0.5)),
      issues: r.between(0, 4),
      recorded: day * DAY + 15 * 3600 + r.between(0, 20_000),
      district: /^POLSEK-(\d{2}\.\d{2}\.\d{2})$/.exec(host?.code ?? '')?.[1] ?? '',
    })
  }
  return held
}

const CITY = new Set(['polresta', 'polrestabes', 'polres_metro'])

/** Rows of daily_calls: city units report their 110 line, day by day. */
export function callRows(r: Random, unit: RegistryUnit, from: number, end: number): { day: number; row: string[] }[] {
  if (!CITY.has(unit.type)) return []
  const volume = 8 + ((unit.population ?? 200_000) / 1_000_000) * 60
  const rows: { day: number; row: string[] }[] = []
  for (let day = from; day < end; day++) {
    const offered = Math.floor(r.lognormal(volume, 0.25))
    const abandoned = Math.floor(offered * (0.03 + 0.1 * r.next()))
    const answered = offered - abandoned
    const prank = Math.floor(answered * (0.12 + 0.14 * r.next()))
    const emergency = Math.floor((answered - prank) * (0.2 + 0.1 * r.next()))
    const values = [offered, answered, abandoned, prank, emergency, r.between(0, 3), r.between(0, 2), r.between(6, 40)]
    rows.push({ day, row: [unit.code, dayText(day), 'call_110', ...values.map(String)] })
  }
  return rows
}
