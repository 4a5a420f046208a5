/**
 * What people decided about quarantined exports and undeclared changes: a journal that is only added to. The last line
 * about a subject counts; `undo` takes the one before it back. Stores are made to agree with it, never the other way.
 */
import { createHash } from 'node:crypto'
import type { Database } from '../store/sqlite'

export const DECISION_KINDS = ['export', 'change'] as const
export interface Decision {
  /** place in the journal: of two decisions the later one counts */
  number: number
  unit: string
  kind: (typeof DECISION_KINDS)[number]
  /** the export's descriptor hash, or the change's id */
  subject: string
  decision: 'accept' | 'reject' | 'undo'
  reason: string
  /** ISO 8601, by this console's clock */
  at: string
}
/** What is in force for one reporting unit. */
export interface UnitDecisions {
  exports: ReadonlyMap<string, Decision>
  changes: ReadonlyMap<string, Decision>
  /** of everything in force; empty without a decision */
  hash: string
}

const FIELDS = ['number', 'unit', 'kind', 'subject', 'decision', 'reason', 'at'] as const
const read = (database: Database, where: string, params: string[] = []) =>
  database.prepare(`SELECT ${FIELDS.join(', ')} FROM decisions ${where} ORDER BY number`).objects(params) as unknown as Decision[] // prettier-ignore

export const nextNumber = (database: Database): number =>
  Number(database.prepare('SELECT coalesce(max(number), 0) + 1 FROM decisions').first()?.[0])

export function writeDecision(database: Database, decision: Decision): void {
  database
    .prepare(`INSERT INTO decisions (${FIELDS.join(', ')}) VALUES (${FIELDS.map(() => '?').join(', ')})`)
    .run(FIELDS.map((name) => decision[name]))
}

/** Removes a decision that could not be carried out. */
export function dropDecision(database: Database, number: number): void {
  database.prepare('DELETE FROM decisions WHERE number = ?').run([number])
}

/** The whole journal, oldest first. */
export const readJournal = (database: Database): Decision[] => read(database, '')

/** Decisions whose line in the audit log is not known to be on the disk. */
export const unloggedDecisions = (database: Database): Decision[] => read(database, 'WHERE logged = 0')

export function markLogged(database: Database, numbers: readonly number[]): void {
  for (const number of numbers) database.prepare('UPDATE decisions SET logged = 1 WHERE number = ?').run([number])
}

/** Decisions in force by unit; units without one are absent. */
export function readDecisions(database: Database): Map<string, UnitDecisions> {
  const units = new Map<string, Decision[]>()
  for (const one of read(database, '')) units.set(one.unit, [...(units.get(one.unit) ?? []), one])
  return new Map([...units].map(([unit, journal]) => [unit, inForce(journal)]))
}

/** What a unit's journal, oldest first, comes to. */
export function inForce(journal: readonly Decision[]): UnitDecisions {
  const last = new Map(journal.map((one) => [`${one.kind} ${one.subject}`, one]))
  const held = [...last.values()].filter(({ decision }) => decision !== 'undo').toSorted((a, b) => a.number - b.number)
  const of = (kind: Decision['kind']) =>
    new Map(held.filter((one) => one.kind === kind).map((one) => [one.subject, one]))
  const lines = held.map(({ number, kind, subject, decision }) => `${number} ${kind} ${subject} ${decision}\n`)
  const hash = lines.length === 0 ? '' : createHash('sha256').update(lines.join('')).digest('hex')
  return { exports: of('export'), changes: of('change'), hash }
}

/** All lines about one unit, oldest first. */
export const journalOf = (database: Database, unit: string): Decision[] => read(database, 'WHERE unit = ?', [unit])
