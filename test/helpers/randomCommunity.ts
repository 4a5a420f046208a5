/** What the channels of an invented nation hold: sessions, call lines, and what ties its cases to them. */
import { ADDRESSEES, CALL_LINES, LED_BY_ROLES, REFERRAL_PARTIES } from '../../shared/export/enums'
import type { RegistryUnit } from '../../shared/export/registry'
import { DAY, HOUR, iso, START } from './chance'

export interface SessionRecord {
  unit_code: string
  held_on: string
  session_id?: string
  kind?: string
  programme?: string
  led_by_role?: string
  attendees?: string
  issues_raised?: string
  recorded_at?: string
}
export type CallRecord = Record<string, string>
export const PROGRAMMES = ['lapor-kapolres', 'curhat-dok', 'sos-112']

/**
 * Sessions and call lines of a reporting unit and those under it: some weeks left out, some moved to another day, some
 * written down together or months late, codes that the format does not know, days and answer times missing.
 */
export function communityOf(next: () => number, units: readonly RegistryUnit[], hours: number, asOf: number) {
  const chance = (p: number) => next() < p
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(values: readonly T[]) => values[Math.floor(next() * values.length)] as T
  const sessions: SessionRecord[] = []
  const calls: CallRecord[] = []
  for (const { code } of units) {
    const isBatch = chance(0.2)
    const last = chance(0.8) ? 52 : int(0, 51)
    for (let week = -3; week < last; week++) {
      if (chance(0.25)) continue
      const day = START + (2 + 7 * week + (chance(0.1) ? int(-2, 2) : 0)) * DAY
      const typed = isBatch && week % 6 === 0 ? day + 40 * DAY + int(0, 3000) * 1000 : day + int(8, 90) * HOUR
      sessions.push({
        session_id: `S-${code}-${String(sessions.length).padStart(4, '0')}`,
        unit_code: code,
        kind: chance(0.85) ? 'jumat_curhat' : pick(['minggu_kasih', 'other', 'kamis_ngopi']),
        programme: chance(0.1) ? pick(PROGRAMMES) : '',
        held_on: new Date(day).toISOString().slice(0, 10),
        led_by_role: chance(0.97) ? pick(LED_BY_ROLES) : 'bupati',
        attendees: String(int(0, 80)),
        issues_raised: String(int(0, 5)),
        recorded_at: iso(
          isBatch ? START + Math.ceil((typed - START) / (45 * DAY)) * 45 * DAY + week * 60_000 : typed,
          hours,
        ),
      })
    }
    for (const line of CALL_LINES.filter(() => chance(0.4))) {
      for (
        let day = int(-20, 300);
        day < 362 && START + day * DAY < asOf;
        day += chance(0.05) ? int(1, 9) : int(1, 2)
      ) {
        const answered = int(0, 60)
        const abandoned = int(0, 9)
        calls.push({
          unit_code: code,
          date: new Date(START + day * DAY).toISOString().slice(0, 10),
          line,
          offered: String(answered + abandoned + int(0, 2)),
          answered: String(answered),
          abandoned: String(abandoned),
          prank: String(int(0, answered)),
          emergency: String(int(0, 5)),
          transferred_out: String(int(0, 3)),
          transferred_in: String(int(0, 3)),
          median_answer_s: chance(0.9) ? String(int(1, 150)) : '',
        })
      }
    }
  }
  return { next, sessions, calls }
}

/** What the channels ask of a case: its programme, session, addressee, referral, going viral, the answer on the result. */
export function tie(
  values: Record<string, string>,
  next: () => number,
  sessions: readonly SessionRecord[],
  asOf: number,
): void {
  const chance = (p: number) => next() < p
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T
  const received = Date.parse(values['received_at']!)
  const hours = Number(values['received_at']!.slice(20, 22))
  const soon = (days: number) => Math.min(asOf, received + Math.floor((next() * days * DAY) / 1000) * 1000)
  if (values['channel'] === 'jumat_curhat' && sessions.length > 0) values['session_id'] = pick(sessions).session_id!
  if (chance(0.3)) values['programme'] = pick(PROGRAMMES)
  if (chance(0.7)) values['addressee'] = chance(0.95) ? pick(ADDRESSEES) : 'lurah'
  if (chance(0.3)) values['viral_at'] = iso(soon(6), hours)
  if (chance(0.2)) values['referred_from'] = pick(REFERRAL_PARTIES)
  if (chance(0.1)) values['referred_to'] = pick(REFERRAL_PARTIES)
  if (values['closed_at'] !== '' && chance(0.7)) values['informed_at'] = iso(asOf, hours)
}
