/** Whether a key of the registry may still be used. Pure. */
import type { RegistryView } from '../../../shared/contract/results/data'

export type Key = RegistryView['keys'][number]
const DAY = 86_400_000
const SOON = 60 * DAY

export function keyState(key: Key, now: number): 'valid' | 'expired' | 'revoked' {
  if (key.revoked !== null) return 'revoked'
  return Date.parse(key.not_after) < now ? 'expired' : 'valid'
}

/** How many keys are past their end, revoked, or end within 60 days. */
export function countKeys(keys: readonly Key[], now: number): { expired: number; revoked: number; soon: number } {
  const states = keys.map((key) => keyState(key, now))
  const soon = keys.filter((key, index) => states[index] === 'valid' && Date.parse(key.not_after) < now + SOON).length
  const count = (state: string) => states.filter((each) => each === state).length
  return { expired: count('expired'), revoked: count('revoked'), soon }
}
