/** What people decided about questions (signals), by the question's id. */
import type { Question } from '../../../shared/contract/results/overview'
import type { Database } from '../store/sqlite'
import type { AuditLine } from './auditLine'

export type Disposition = NonNullable<Question['disposition']>

/** How the audit log calls a decision about a question; its details name the disposition, null when it was taken back. */
export const DISPOSED = 'question.dispose'

const KNOWN = new Set<unknown>(['explained', 'clarification_asked', 'finding', 'false_alarm'] satisfies Disposition[])

/** What stands by these lines of the audit log, oldest first. A decision that is none here stands for nothing. */
export function dispositionsIn(
  lines: readonly AuditLine[],
): Map<string, { disposition: Disposition; reason: string; at: string }> {
  const standing = new Map<string, { disposition: Disposition; reason: string; at: string }>()
  for (const { action, subject, details, at } of lines) {
    if (action !== DISPOSED) continue
    const disposition = details['disposition'] as Disposition
    if (KNOWN.has(disposition)) standing.set(subject, { disposition, reason: String(details['reason'] ?? ''), at })
    else standing.delete(subject)
  }
  return standing
}

export function readDispositions(database: Database): Map<string, Disposition> {
  const rows = database.prepare('SELECT question, disposition FROM dispositions').all()
  return new Map(rows.map(([question, disposition]) => [String(question), disposition as Disposition]))
}

/** Why each was decided so, by the question's id. */
export function readReasons(database: Database): Map<string, string> {
  const rows = database.prepare('SELECT question, reason FROM dispositions').all()
  return new Map(rows.map(([question, reason]) => [String(question), String(reason)]))
}

/** null takes a decision back. `at` = now, ISO 8601. */
export function writeDisposition(
  database: Database,
  question: string,
  disposition: Disposition | null,
  reason: string,
  at: string,
): void {
  if (disposition === null) database.prepare('DELETE FROM dispositions WHERE question = ?').run([question])
  else
    database
      .prepare('INSERT OR REPLACE INTO dispositions (question, disposition, reason, decided_at) VALUES (?, ?, ?, ?)')
      .run([question, disposition, reason, at])
}
