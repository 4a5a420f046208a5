/** How near the end of a registry is: exports that come after it go to quarantine. Pure. */
const DAY = 86_400_000
const SOON = 30
const VERY_SOON = 7

export type Expiry = 'registry' | 'registrySoon' | 'registryVerySoon' | 'registryExpired'

/** `now` in ms since the epoch; the engine's word counts where it says that the registry has ended. */
export function expiryOf({ expires, expired }: { expires: string; expired: boolean }, now: number): Expiry {
  const left = Date.parse(expires) - now
  if (expired || left < 0) return 'registryExpired'
  if (left <= VERY_SOON * DAY) return 'registryVerySoon'
  return left <= SOON * DAY ? 'registrySoon' : 'registry'
}
