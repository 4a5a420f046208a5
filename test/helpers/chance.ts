/** Numbers by chance that come again, and the year in which invented nations live. */
export const HOUR = 3_600_000
export const DAY = 24 * HOUR
export const START = Date.UTC(2025, 0, 1)
export const pad = (value: number) => String(value).padStart(2, '0')

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** ISO text with an offset of so many hours. */
export const iso = (at: number, hours: number): string =>
  `${new Date(at + hours * HOUR).toISOString().slice(0, 19)}+${pad(hours)}:00`
