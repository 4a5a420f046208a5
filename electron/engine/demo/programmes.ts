/** Local programmes of the demo nation, under the names that people know, and who runs what beside the common channels. */
import type { Registry } from '../../../shared/export/registry'
import type { Channel } from '../../../shared/export/enums'
import type { Random } from './random'

const BOJONEGORO = 'POLRES-35.22'
const BOGOR = 'POLRES-32.71'
/** A Polsek with a hotline of its own, for reports and for complaints about its members. */
export const HOTLINE_POLSEK = 'POLSEK-53.03.03'
const SOS_112 = [BOGOR, 'POLRES-33.74', 'POLRES-35.78', 'POLRES-73.71', 'POLRES-31.74', 'POLRES-12.71']
const LAPOR_KAPOLRES = ['POLRES-33.02', 'POLRES-33.74', 'POLRES-12.71', 'POLRES-51.71', 'POLRES-64.71', 'POLRES-71.71']

export const PROGRAMMES: Registry['programmes'] = [
  { code: 'matur-pak-kapolres', name: 'Matur Pak Kapolres', channel: 'whatsapp', units: [BOJONEGORO] },
  { code: 'matur-pak-kapolsek', name: 'Matur Pak Kapolsek', channel: 'whatsapp', units: [BOJONEGORO] },
  { code: 'matur-pak-bhabin', name: 'Matur Pak Bhabin', channel: 'whatsapp', units: [BOJONEGORO] },
  { code: 'lapor-pak-kapolres', name: 'Lapor Pak Kapolres', channel: 'whatsapp', units: LAPOR_KAPOLRES },
  { code: 'sos-112', name: 'SOS 112', channel: 'gov_112', units: SOS_112 },
  { code: 'aspirasi-kota-bogor', name: 'Aspirasi Kota Bogor', channel: 'gov_complaint', units: [BOGOR] },
  { code: 'hotline-biboki-utara', name: 'Hotline Biboki Utara', channel: 'call_centre', units: [HOTLINE_POLSEK] },
]

/** Polres in which every Polsek holds its own session each Friday; elsewhere the Polres goes round its Polsek. */
const OWN_SESSIONS = new Set([BOJONEGORO, BOGOR, 'POLRES-33.74', 'POLRES-33.02', 'POLRES-53.03', 'POLRES-51.71'])
export const holdsOwnSessions = (parent: string): boolean => OWN_SESSIONS.has(parent)

/** To whom a chat is written. `isHost`: a Polsek handles it. */
export function addresseeOf(r: Random, level: string, isHost: boolean): string {
  if (level === 'polda') return 'kapolda'
  if (r.chance(0.04)) return ''
  // A chat to the Kapolres that a Polsek settles was handed down; one to the Kapolsek that the Polres settles, up.
  if (isHost) return r.chance(0.45) ? 'bhabinkamtibmas' : r.chance(0.8) ? 'kapolsek' : 'kapolres'
  return r.chance(0.9) ? 'kapolres' : r.chance(0.5) ? 'unit' : 'kapolsek'
}

const MATUR: Readonly<Record<string, string>> = {
  kapolres: 'matur-pak-kapolres',
  kapolsek: 'matur-pak-kapolsek',
  bhabinkamtibmas: 'matur-pak-bhabin',
}
/** The programme by which a case came; empty for most. */
export function programmeOf(unit: string, host: string, channel: Channel, addressee: string): string {
  if (channel === 'whatsapp') {
    if (unit === BOJONEGORO) return MATUR[addressee] ?? ''
    return addressee === 'kapolres' && LAPOR_KAPOLRES.includes(unit) ? 'lapor-pak-kapolres' : ''
  }
  if (channel === 'call_centre') return host === HOTLINE_POLSEK ? 'hotline-biboki-utara' : ''
  if (channel === 'gov_112') return SOS_112.includes(unit) ? 'sos-112' : ''
  return channel === 'gov_complaint' && unit === BOGOR ? 'aspirasi-kota-bogor' : ''
}
