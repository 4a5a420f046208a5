/**
 * What people decided, made again from the audit log when the workspace's own file is gone: decisions and dispositions
 * stand there whole. Of findings the log has the titles only: those that are lost are named.
 */
import type { AuditLog } from './audit'
import type { AuditLine } from './auditLine'
import type { WorkspaceDatabase } from './database'
import { DECISION_KINDS, readJournal, writeDecision, type Decision } from './decisions'
import { archiveIn, readArchive, writeArchive } from './archivedYears'
import { dispositionsIn, readDispositions, writeDisposition } from './dispositions'
import { keepNumbersAfter, listFindings } from './findings'

export interface Restored {
  /** decisions and dispositions that were made again */
  decisions: number
  /** findings that stood and are gone: their ids with their titles */
  findings: string[]
  /** the log is a whole chain; otherwise what it tells may lack something */
  isChain: boolean
}

const ACTION = /^(?:quarantine|change)\.(accept|reject|undo)$/
const FINDING = /^finding\.(create|update|pin|remove)$/

/** The decision that a line of the log tells of; null for any other line. */
function decisionIn({ action, subject: unit, details, at }: AuditLine): Decision | null {
  const decision = ACTION.exec(action)?.[1] as Decision['decision'] | undefined
  const kind = DECISION_KINDS.find((name) => typeof details[name] === 'string')
  const number = details['decision']
  if (!decision || !kind || typeof number !== 'number' || !Number.isSafeInteger(number)) return null
  return { number, unit, kind, subject: String(details[kind]), decision, reason: String(details['reason'] ?? ''), at }
}

/** By number, without those in `held`. Of two lines with one number, which the console never writes, the first counts. */
function decisionsIn(lines: readonly AuditLine[], held: ReadonlySet<number>): Decision[] {
  const found = new Map<number, Decision>()
  for (const line of lines) {
    const decision = decisionIn(line)
    if (decision && !held.has(decision.number) && !found.has(decision.number)) found.set(decision.number, decision)
  }
  return [...found.values()]
}

function findingsIn(lines: readonly AuditLine[]): { standing: Map<string, string>; last: number } {
  const standing = new Map<string, string>()
  let last = 0
  for (const { action, subject, details } of lines) {
    const act = FINDING.exec(action)?.[1]
    if (!act) continue
    last = Math.max(last, Number(subject.slice(2)) || 0)
    if (act === 'remove') standing.delete(subject)
    else standing.set(subject, String(details['title'] ?? ''))
  }
  return { standing, last }
}

/** Adds what the log knows and the workspace does not; null when that is nothing. Numbers of findings are not used again. */
export async function restoreFromAudit(workspace: WorkspaceDatabase, audit: AuditLog): Promise<Restored | null> {
  const { lines, valid } = await audit.read()
  const held = workspace.read((database) => new Set(readJournal(database).map(({ number }) => number)))
  const decisions = decisionsIn(lines, held)
  const disposed = workspace.read(readDispositions)
  const dispositions = [...dispositionsIn(lines)].filter(([question]) => !disposed.has(question))
  const { standing, last } = findingsIn(lines)
  const archived = workspace.read(readArchive)?.number ?? 0
  const years = lines.flatMap(({ action, details, at }) => archiveIn(action, details, at) ?? []).filter(({ number }) => number > archived) // prettier-ignore
  const kept = new Set(workspace.read(listFindings).map(({ id }) => id))
  const findings = [...standing].flatMap(([id, title]) => (kept.has(id) ? [] : [`${id} ${title}`]))
  const count = decisions.length + dispositions.length + years.length
  if (count === 0 && findings.length === 0) return null
  await workspace.change((database) => {
    for (const decision of decisions) writeDecision(database, decision)
    for (const [question, one] of dispositions)
      writeDisposition(database, question, one.disposition, one.reason, one.at)
    for (const line of years) writeArchive(database, line)
    keepNumbersAfter(database, last)
  })
  return { decisions: count, findings, isChain: valid }
}
