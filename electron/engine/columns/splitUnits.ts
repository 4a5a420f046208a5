/** A segment with the rows of units that moved divided among their places. Order and everything else stay. */
import { cut, dayOf, dayStart } from '../../../shared/domain/time'
import { zoneSeconds } from '../../../shared/export/time'
import type { Places } from '../registry/places'
import type { Segment } from './layout'
import { lowerBound } from './search'

/** The same segment when it holds no unit that moved. */
export function splitUnits(segment: Segment, places: Places): Segment {
  if (!segment.units.some((code) => places.stays.has(code))) return segment
  const units: string[] = []
  const unitStart: number[] = []
  /** by unit of the segment: where its places begin in `units`, and the days on which the later ones begin */
  const first: number[] = []
  const begins: number[][] = []
  segment.units.forEach((code, u) => {
    const [start, end] = [segment.unitStart[u] as number, segment.unitStart[u + 1] as number]
    const stays = places.stays.get(code)
    first.push(units.length)
    begins.push(stays?.slice(1).map(({ from }) => dayOf(from)) ?? [])
    if (!stays) {
      units.push(code)
      unitStart.push(start)
      return
    }
    for (const { from, key } of stays) {
      const zone = zoneSeconds(places.model.unit(key)?.current.zone ?? '+07:00')
      const moment = from === '' ? null : cut(dayStart(dayOf(from), zone))
      units.push(key)
      unitStart.push(moment === null ? start : lowerBound(segment.cases.times.received_at, moment, start, end))
    }
  })
  unitStart.push(segment.cases.rows)
  const placeAt = (unit: number, day: number) =>
    (first[unit] as number) + (begins[unit] as number[]).filter((begin) => begin <= day).length
  const moved = ({ unit, day }: { unit: Uint16Array; day: Int32Array }) =>
    unit.map((u, i) => placeAt(u, day[i] as number))
  return {
    ...segment,
    units,
    unitStart: Uint32Array.from(unitStart),
    sessions: { ...segment.sessions, unit: moved(segment.sessions) },
    calls: { ...segment.calls, unit: moved(segment.calls) },
  }
}
