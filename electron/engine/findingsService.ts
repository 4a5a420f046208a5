/** Findings and decisions as the engine offers them: validated arguments in, data or an error out. */
import type { Answer, Args } from '../../shared/contract/contract'
import type { AuditFinding, FigureToPin, FrozenFigure } from '../../shared/contract/findings'
import { fail, ok, type Result } from '../../shared/contract/result'
import { checkFigures, freeze, type FigureParts } from './figures'
import { guarded } from './guarded'
import type { Database } from './store/sqlite'
import type { AuditLog } from './workspace/audit'
import type { Act } from './workspace/auditLine'
import type { WorkspaceDatabase } from './workspace/database'
import { DISPOSED, writeDisposition } from './workspace/dispositions'
import { addFigure, createFinding, getFinding, listFindings, removeFinding, updateFinding } from './workspace/findings'

export interface Findings {
  list: () => Promise<Result<AuditFinding[]>>
  create: (args: Args<'findings:create'>) => Promise<Result<AuditFinding>>
  update: (args: Args<'findings:update'>) => Promise<Result<AuditFinding>>
  pin: (args: Args<'findings:pin'>) => Promise<Result<AuditFinding>>
  remove: (args: Args<'findings:remove'>) => Promise<Result<null>>
  check: () => Promise<Result<Answer<'findings:check'>>>
}
export interface FindingsParts {
  workspace: WorkspaceDatabase
  audit: AuditLog
  isWriter: boolean
  /** fails without a registry */
  figures: () => Result<FigureParts>
  /** ISO 8601 */
  now: () => string
  /** after each change */
  changed: () => void
}

export class FindingsService implements Findings {
  constructor(private readonly parts: FindingsParts) {}

  list: Findings['list'] = async () => ok(this.parts.workspace.read(listFindings))

  create: Findings['create'] = async ({ text, figures }) => {
    const frozen = await this.freezeAll(figures)
    if (!frozen.ok) return frozen
    return this.write('finding.create', (database, at) => createFinding(database, given(text), frozen.value, at))
  }

  update: Findings['update'] = ({ id, text }) =>
    this.write('finding.update', (database, at) => (updateFinding(database, id, given(text), at) ? id : null))

  pin: Findings['pin'] = async ({ id, figure }) => {
    const frozen = await this.freezeAll([figure])
    if (!frozen.ok) return frozen
    const [first] = frozen.value
    return this.write('finding.pin', (database, at) => (first && addFigure(database, id, first, at) ? id : null))
  }

  remove: Findings['remove'] = ({ id }) =>
    this.change(
      (database) => removeFinding(database, id),
      (isGone) => (isGone ? { action: 'finding.remove', subject: id, details: {} } : null),
      () => null,
    )

  check: Findings['check'] = async () => {
    const figures = this.parts.figures()
    return figures.ok ? ok(await checkFigures(figures.value, this.parts.workspace.read(listFindings))) : figures
  }

  /** A decision about a question; null takes it back. */
  dispose = ({ id, disposition, reason }: Omit<Args<'questions:dispose'>, 'known_on'>): Promise<Result<null>> =>
    this.change(
      (database, at) => writeDisposition(database, id, disposition, reason, at),
      () => ({ action: DISPOSED, subject: id, details: { disposition, reason } }),
      () => null,
    )

  private write(
    action: string,
    work: (database: Database, at: string) => string | null,
  ): Promise<Result<AuditFinding>> {
    return this.change(
      (database, at) => {
        const id = work(database, at)
        return id === null ? null : getFinding(database, id)
      },
      (finding) =>
        finding && { action, subject: finding.id, details: { title: finding.title, figures: finding.figures.length } },
      (finding) => finding as AuditFinding,
    )
  }

  /** One change of the workspace with its line in the audit log. No act = there was nothing to change: NOT-FOUND. */
  private change<T, R>(
    work: (database: Database, at: string) => T,
    actOf: (value: T) => Act | null,
    answer: (value: T) => R,
  ): Promise<Result<R>> {
    const { workspace, audit, now, changed, isWriter } = this.parts
    return guarded(async () => {
      if (!isWriter) return fail('WORKSPACE-READONLY', 'environment')
      const value = await workspace.change((database) => work(database, now()))
      const act = actOf(value)
      if (!act) return fail('NOT-FOUND', 'input')
      await audit.append([act])
      changed()
      return ok(answer(value))
    })
  }

  private async freezeAll(figures: readonly FigureToPin[]): Promise<Result<FrozenFigure[]>> {
    if (figures.length === 0) return ok([])
    const parts = this.parts.figures()
    if (!parts.ok) return parts
    const frozen: FrozenFigure[] = []
    for (const figure of figures) {
      const one = await freeze(parts.value, figure)
      if (!one.ok) return one
      frozen.push(one.value)
    }
    return ok(frozen)
  }
}

/** Only the members that were given: an absent one must not empty a text. */
function given<T extends object>(text: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
