/**
 * What people decided, made again from the audit log when the workspace's own file is gone: decisions and dispositions
 * stand there whole. Of findings the log has the titles only: those that are lost are named.
 */
import type { AuditLog } from './audit'
import type { WorkspaceDatabase } from './database'
import { DECISION_KINDS, readJournal, writeDecision, type Decision } from './decisions'
import { DISPOSED, readDispositions, writeDisposition, type Disposition } from './dispositions'
import { keepNumbersAfter, listFindings } from './findings'

export interface Restored {
  /** decisions and dispositions that were made again */
  decisions: number
  /** findings that stood and are gone: their ids with their titles */
  findings: string[]
}
type Lines = Awaited<ReturnType<AuditLog['read']>>['lines']

const ACTION = /^(?:quarantine|change)\.(accept|reject|undo)$/
const FINDING = /^finding\.(create|update|pin|remove)$/

/** The decision that a line of the log tells of; null for any other line. */
function decisionIn({ action, subject: unit, details, at }: Lines[number]): Decision | null {
  const decision = ACTION.exec(action)?.[1] as Decision['decision'] | undefined
  const kind = DECISION_KINDS.find((name) => typeof details[name] === 'string')
  const number = details['decision']
  if (!decision || !kind || typeof number !== 'number') return null
  return { number, unit, kind, subject: String(details[kind]), decision, reason: String(details['reason'] ?? ''), at }
}

function dispositionsIn(lines: Lines): Map<string, { disposition: Disposition; reason: string; at: string }> {
  const standing = new Map<string, { disposition: Disposition; reason: string; at: string }>()
  for (const { action, subject, details, at } of lines) {
    if (action !== DISPOSED) continue
    const disposition = details['disposition'] as Disposition | null
    if (disposition === null) standing.delete(subject)
    else standing.set(subject, { disposition, reason: String(details['reason'] ?? ''), at })
  }
  return standing
}

function findingsIn(lines: Lines): { standing: Map<string, string>; last: number } {
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
  const { lines } = await audit.read()
  const held = workspace.read((database) => new Set(readJournal(database).map(({ number }) => number)))
  const decisions = lines.flatMap((line) => decisionIn(line) ?? []).filter(({ number }) => !held.has(number))
  const disposed = workspace.read(readDispositions)
  const dispositions = [...dispositionsIn(lines)].filter(([question]) => !disposed.has(question))
  const { standing, last } = findingsIn(lines)
  const kept = new Set(workspace.read(listFindings).map(({ id }) => id))
  const findings = [...standing].flatMap(([id, title]) => (kept.has(id) ? [] : [`${id} ${title}`]))
  const count = decisions.length + dispositions.length
  if (count === 0 && findings.length === 0) return null
  await workspace.change((database) => {
    for (const decision of decisions) writeDecision(database, decision)
    for (const [question, one] of dispositions)
      writeDisposition(database, question, one.disposition, one.reason, one.at)
    keepNumbersAfter(database, last)
  })
  return { decisions: count, findings }
}
