/** What a unit's exports and decisions were at the end of a day. Pure. */
import { addDays, startOfDay } from '../../../shared/export/time'
import { sha256 } from '../archive/files'
import { standing } from '../decisions/standing'
import type { KeptUnit } from '../nation'
import { STORE_VERSION } from '../store/schema'
import type { LedgerEntry } from '../store/ledger'
import { inForce, type Decision } from '../workspace/decisions'

/** Days of receipt and decision are counted where most units are. */
const ZONE = '+07:00'
/** Raised when what is kept of a day would be made otherwise. */
const VERSION = 2

/** First moment that is no longer part of `day`, in ms since the epoch. */
export const endOfDay = (day: string): number => startOfDay(addDays(day, 1), ZONE) * 1000

/** What has to be made for a unit whose exports or decisions were others on that day. */
export interface KnownUnit {
  unit: string
  /** received by then, as decided by then */
  entries: Omit<LedgerEntry, 'id'>[]
  /** ids of changes that counted by then */
  accepted: string[]
  /** hash of the decisions in force */
  decisions: string
  /** the same key: the same rows, columns and ledger */
  key: string
}

/** `now`: the unit as it stands today serves; `none`: nothing of it had come. */
export function knownUnit(
  unit: string,
  kept: KeptUnit,
  journal: readonly Decision[],
  until: number,
  registry: string,
): KnownUnit | 'now' | 'none' {
  const received = kept.ledger.filter(({ imported_at }) => Date.parse(imported_at) < until)
  if (received.length === 0) return 'none'
  const decisions = inForce(journal.filter(({ at }) => Date.parse(at) < until))
  if (received.length === kept.ledger.length && decisions.hash === (kept.decisions ?? '')) return 'now'
  const entries = standing(received, decisions)
  const accepted = [...decisions.changes.keys()]
  const key = sha256(JSON.stringify([VERSION, STORE_VERSION, registry, unit, entries, accepted, decisions.hash]))
  return { unit, entries, accepted, decisions: decisions.hash, key }
}
