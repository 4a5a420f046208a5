/** The demo nation's units: real names and areas, invented staffing. */
import type { RegistryUnit, UnitLevel } from '../../../shared/export/registry'
import type { Channel } from '../../../shared/export/enums'
import { HOTLINE_POLSEK, holdsOwnSessions, PROGRAMMES } from './programmes'
import { random } from './random'
import unitsCsv from './reference/units.csv?raw'

interface ReferenceUnit {
  code: string
  name: string
  level: UnitLevel
  type: string
  parent: string
  area: string
  zone: RegistryUnit['zone']
  population: number | null
}

/** Kabupaten and kota without a Polres of their own name: counted as the Polda's own area. */
const AREAS_OF_POLDA: Readonly<Record<string, readonly string[]>> = {
  'POLDA-SUMUT': ['12.20', '12.23', '12.24', '12.25', '12.78'],
  'POLDA-JAMBI': ['15.72'],
  'POLDA-JABAR': ['32.17'],
  'POLDA-JATIM': ['35.19'],
  'POLDA-NTT': ['53.17'],
  'POLDA-SULTENG': ['72.11'],
  'POLDA-SULTRA': ['74.12', '74.13', '74.15'],
  'POLDA-PAPUA': ['95.06'],
}
const CITY_TYPES = new Set(['polresta', 'polrestabes', 'polres_metro'])
const EVERYWHERE: readonly Channel[] = [
  'jumat_curhat',
  'whatsapp',
  'call_110',
  'social_media',
  'sp4n_lapor',
  'dumas_presisi',
  'yanduan',
  'walk_in',
  'letter',
  'email',
  'kompolnas',
  'ombudsman',
  'other',
]
const POLSEK_CHANNELS: readonly Channel[] = ['jumat_curhat', 'whatsapp', 'walk_in']

function reference(): ReferenceUnit[] {
  return unitsCsv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [code = '', name = '', level = '', type = '', parent = '', area = '', zone = '', population = ''] =
        line.split(',')
      return {
        code,
        name,
        // a sub-sector answers as a Polsek does; its type says what it is
        level: (level === 'polsubsektor' ? 'polsek' : level) as UnitLevel,
        type,
        parent,
        area,
        zone: zone as RegistryUnit['zone'],
        population: population === '' ? null : Number(population),
      }
    })
}

function channelsOf(unit: ReferenceUnit): Channel[] {
  if (unit.level === 'polsek') {
    const own = holdsOwnSessions(unit.parent)
      ? POLSEK_CHANNELS
      : POLSEK_CHANNELS.filter((code) => code !== 'jumat_curhat')
    return unit.code === HOTLINE_POLSEK ? [...own, 'call_centre'] : [...own]
  }
  const draw = random('channels', unit.code)
  const city = CITY_TYPES.has(unit.type)
  const channels = [...EVERYWHERE]
  if (unit.level === 'polres' && draw.chance(city ? 0.7 : 0.15)) channels.push('gov_112')
  if (unit.level === 'polres' && draw.chance(city ? 0.6 : 0.2)) channels.push('gov_complaint')
  if (unit.level === 'polres' && draw.chance(0.35)) channels.push('call_centre')
  for (const { channel, units } of PROGRAMMES)
    if (units.includes(unit.code) && !channels.includes(channel)) channels.push(channel)
  return channels
}

function peerGroup(unit: ReferenceUnit): string {
  if (unit.level !== 'polda') return unit.type
  const people = unit.population ?? 0
  return people > 8_000_000 ? 'polda_besar' : people > 3_000_000 ? 'polda_sedang' : 'polda_kecil'
}

/** Officers per unit: invented, in a plausible proportion to people. */
function personnel(unit: ReferenceUnit): number | null {
  if (unit.level === 'polsek') return 18 + random('personnel', unit.code).between(0, 30)
  const people = unit.population ?? 60_000
  const spread = 0.8 + 0.4 * random('personnel', unit.code).next()
  return Math.round((unit.level === 'polda' ? 900 + people / 2600 : 180 + people / 1500) * spread)
}

/** All units of the demo nation, as a registry holds them, valid from `from`. */
export function demoUnits(from: string): RegistryUnit[] {
  return reference().map((unit) => ({
    code: unit.code,
    name: unit.name,
    level: unit.level,
    type: unit.type,
    parent: unit.parent,
    peer_group: peerGroup(unit),
    zone: unit.zone,
    areas: unit.area === '' ? [...(AREAS_OF_POLDA[unit.code] ?? [])] : [unit.area],
    population: unit.population,
    personnel: personnel(unit),
    channels: channelsOf(unit),
    sessions_per_week: unit.level === 'polres' || (unit.level === 'polsek' && holdsOwnSessions(unit.parent)) ? 1 : 0,
    valid_from: from,
    valid_to: null,
  }))
}
