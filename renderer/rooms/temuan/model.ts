/** What the list of findings shows. Pure. */
import type { AuditFinding, FigureCheck } from '../../../shared/contract/findings'

export interface FindingLine {
  finding: AuditFinding
  /** pinned figures that say something else today */
  differing: number
  /** follow-up day has passed and the finding is not closed */
  overdue: boolean
}

/** Open ones first, by follow-up day, those without a day after them; then by their begin. */
export function findingLines(
  findings: readonly AuditFinding[],
  checks: readonly FigureCheck[],
  today: string,
): FindingLine[] {
  const differing = new Map<string, number>()
  for (const check of checks) if (check.differs) differing.set(check.finding, (differing.get(check.finding) ?? 0) + 1)
  const rank = ({ state, due_on, created_at }: AuditFinding) =>
    `${state === 'closed' ? 1 : 0} ${due_on ?? '9999-12-31'} ${created_at}`
  return findings
    .map((finding) => ({
      finding,
      differing: differing.get(finding.id) ?? 0,
      overdue: finding.state !== 'closed' && finding.due_on !== null && finding.due_on < today,
    }))
    .toSorted((a, b) => (rank(a.finding) < rank(b.finding) ? -1 : 1))
}

/** Room in which a pinned figure's query is at home. */
export function roomOfQuery(query: string): 'ikhtisar' | 'wilayah' | 'kasus' {
  if (query.startsWith('cases.')) return 'kasus'
  return query.startsWith('overview.') ? 'ikhtisar' : 'wilayah'
}
