/** Whether a key of the registry may still be used, and for how long. Pure. */
import type { RegistryView } from '../../../shared/contract/results/data'

export type Key = RegistryView['keys'][number]
const DAY = 86_400_000
const SOON = 30 * DAY

export function keyState(key: Key, now: number): 'valid' | 'soon' | 'expired' | 'revoked' {
  if (key.revoked !== null) return 'revoked'
  const left = Date.parse(key.not_after) - now
  if (left < 0) return 'expired'
  return left < SOON ? 'soon' : 'valid'
}

/** How many keys are past their end, revoked, or end within 30 days. */
export function countKeys(keys: readonly Key[], now: number): { expired: number; revoked: number; soon: number } {
  const states = keys.map((key) => keyState(key, now))
  const count = (state: string) => states.filter((each) => each === state).length
  return { expired: count('expired'), revoked: count('revoked'), soon: count('soon') }
}

const ORDER = ['soon', 'expired', 'revoked', 'valid']

/** What ends soon first, then what has ended, then what is revoked; units in their order. */
export function byUrgency(keys: readonly Key[], now: number): Key[] {
  const rank = (key: Key) => ORDER.indexOf(keyState(key, now))
  return keys.toSorted((a, b) => rank(a) - rank(b))
}

/** A thumbprint short enough for a line; the whole one stands in its hint. */
export const shortKid = (kid: string): string => `${kid.slice(0, 6)}…${kid.slice(-6)}`
