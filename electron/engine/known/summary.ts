/** What a picture of an earlier day holds, beside what is held now. */
import type { KnownSummary } from '../../../shared/contract/contract'
import type { Nation } from '../nation'

const accepted = (nation: Nation): string[] =>
  nation
    .ledgers()
    .flatMap(({ unit, exports }) =>
      exports.filter(({ state }) => state === 'accepted').map((entry) => `${unit} ${entry.descriptor_sha256}`),
    )

export function knownSummary(day: string, then: Nation, now: Nation): KnownSummary {
  const held = accepted(then)
  const known = new Set(held)
  const later = accepted(now).filter((one) => !known.has(one)).length
  return { day, units: then.heads().length, exports: held.length, later }
}
