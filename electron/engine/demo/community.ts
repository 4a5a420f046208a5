/** Community sessions of a reporting unit and of those of its Polsek that hold their own. */
import type { RegistryUnit } from '../../../shared/export/registry'
import { DAY, dayText, weekday } from './clock'
import { planted } from './oddities'
import { holdsOwnSessions } from './programmes'
import type { Random } from './random'

export interface SimSession {
  id: string
  unit: string
  kind: 'jumat_curhat' | 'minggu_kasih'
  day: number
  ledBy: string
  attendees: number
  issues: number
  recorded: number
  district: string
}

const FRIDAY = 5
const SUNDAY = 0
/** Share of Polres that go to church too, every other Sunday. */
const MINGGU_KASIH = 0.08

const districtOf = (code: string) => /^POLSEK-(\d{2}\.\d{2}\.\d{2})$/.exec(code)?.[1] ?? ''

/** Sessions held in the window: each Friday in a Polres, which goes round its Polsek; once a month in a Polda. */
export function sessions(
  r: Random,
  unit: RegistryUnit,
  polsek: readonly RegistryUnit[],
  from: number,
  end: number,
  holidays: ReadonlySet<string>,
): SimSession[] {
  const held: SimSession[] = []
  const hosts = holdsOwnSessions(unit.code) ? polsek : []
  const goesToChurch = unit.level === 'polres' && r.chance(MINGGU_KASIH)
  const quiet = new Map([unit, ...hosts].map(({ code }) => [code, silentFrom(code, from, end)]))
  const hold = (code: string, day: number, kind: SimSession['kind'], ledBy: string, district: string) => {
    const typed = day * DAY + 15 * 3600 + r.between(0, 20_000)
    held.push({
      id: `S-${dayText(day).replaceAll('-', '')}-${String(held.length + 1).padStart(4, '0')}`,
      unit: code,
      kind,
      day,
      ledBy,
      attendees: 12 + Math.floor(r.lognormal(22, 0.5)),
      issues: r.between(0, 4),
      recorded: planted(code, 'session_batch') ? quarterEnd(day) + (Math.floor(day / 7) % 20) * 40 : typed,
      district,
    })
  }
  let turn = 0
  for (let day = from; day < end; day++) {
    const name = weekday(day)
    if (name === SUNDAY && goesToChurch && Math.floor(day / 7) % 2 === 0 && !r.chance(0.1))
      hold(unit.code, day, 'minggu_kasih', r.pick(['kapolres', 'wakapolres', 'bhabinkamtibmas']), '')
    if (name !== FRIDAY || holidays.has(dayText(day))) continue
    for (const { code } of hosts)
      if (day < (quiet.get(code) ?? end) && !r.chance(0.14)) hold(code, day, 'jumat_curhat', r.pick(['kapolsek', 'kapolsek', 'bhabinkamtibmas']), districtOf(code)) // prettier-ignore
    if (unit.level === 'polda' && Number(dayText(day).slice(8)) > 7) continue
    if (day >= (quiet.get(unit.code) ?? end) || r.chance(0.09)) continue
    const place = polsek.length > 0 && r.chance(0.65) ? polsek[turn++ % polsek.length] : undefined
    const leaders = unit.level === 'polda' ? ['kapolda', 'wakapolda'] : place ? ['kapolsek', 'kapolres'] : ['kapolres', 'kapolres', 'wakapolres', 'kasat'] // prettier-ignore
    // Now and then it is moved to the Thursday.
    hold(unit.code, r.chance(0.02) ? day - 1 : day, 'jumat_curhat', r.pick(leaders), districtOf(place?.code ?? ''))
  }
  return held
}

const silentFrom = (code: string, from: number, end: number) =>
  planted(code, 'session_silence') ? from + Math.floor((end - from) * 0.55) : end

/** Four in the afternoon of the quarter's last day, in local seconds. */
function quarterEnd(day: number): number {
  const date = new Date(day * 86_400_000)
  const last = Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 0)
  return Math.floor(last / 1000) + 16 * 3600
}

/** The row of community_sessions. */
export const sessionRow = (held: SimSession, recorded: string): string[] => [
  held.id,
  held.unit,
  held.kind,
  '',
  dayText(held.day),
  held.district,
  held.ledBy,
  String(held.attendees),
  String(held.issues),
  recorded,
]
