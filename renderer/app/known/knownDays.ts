/** Days that "as known on" can be asked for. Pure; days are counted in western Indonesia, as the engine does. */
const DAY = 86_400_000
const WEST = 7 * 3_600_000

/** The last day that is over: a later one is not yet known whole. */
export const lastKnownDay = (now: number): string => new Date(now + WEST - DAY).toISOString().slice(0, 10)

/** Ends of the last `count` months that are over, newest first. */
export function monthEnds(now: number, count: number): string[] {
  const today = new Date(now + WEST)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 0)).toISOString().slice(0, 10),
  )
}
