/** Findings and decisions as the engine offers them: validated arguments in, data or an error out. */
import type { Answer, Args } from '../../shared/contract/contract'
import type { AuditFinding, FigureToPin, FrozenFigure } from '../../shared/contract/findings'
import { fail, ok, type Result } from '../../shared/contract/result'
import { checkFigures, freeze, type FigureParts } from './figures'
import type { AuditLog } from './workspace/audit'
import type { WorkspaceDatabase } from './workspace/database'
import { writeDisposition } from './workspace/dispositions'
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
  /** fails without a registry */
  figures: () => Result<FigureParts>
  now: () => string
  /** after each change */
  changed: () => void
}

export class FindingsService implements Findings {
  constructor(private readonly parts: FindingsParts) {}

  list = async (): Promise<Result<AuditFinding[]>> => ok(this.parts.workspace.read(listFindings))

  create: Findings['create'] = async ({ text, figures }) => {
    const frozen = await this.freezeAll(figures)
    if (!frozen.ok) return frozen
    return this.write('finding.create', (at) => (database) => createFinding(database, given(text), frozen.value, at))
  }

  update: Findings['update'] = ({ id, text }) =>
    this.write('finding.update', (at) => (database) => (updateFinding(database, id, given(text), at) ? id : null))

  pin: Findings['pin'] = async ({ id, figure }) => {
    const frozen = await this.freezeAll([figure])
    if (!frozen.ok) return frozen
    const [first] = frozen.value
    return this.write('finding.pin', (at) => (database) => (first && addFigure(database, id, first, at) ? id : null))
  }

  remove: Findings['remove'] = async ({ id }) => {
    const { workspace, audit, changed } = this.parts
    if (!(await workspace.change((database) => removeFinding(database, id)))) return fail('NOT-FOUND', 'input', { id })
    await audit.append([{ action: 'finding.remove', subject: id, details: {} }])
    changed()
    return ok(null)
  }

  check: Findings['check'] = async () => {
    const figures = this.parts.figures()
    return figures.ok ? ok(await checkFigures(figures.value, this.parts.workspace.read(listFindings))) : figures
  }

  /** A decision about a question; null takes it back. */
  async dispose({ id, disposition, reason }: Args<'questions:dispose'>): Promise<Result<null>> {
    const { workspace, audit, now, changed } = this.parts
    await workspace.change((database) => writeDisposition(database, id, disposition, reason, now()))
    await audit.append([{ action: 'question.dispose', subject: id, details: { disposition, reason } }])
    changed()
    return ok(null)
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

  private async write(
    action: string,
    work: (at: string) => Parameters<WorkspaceDatabase['change']>[0],
  ): Promise<Result<AuditFinding>> {
    const { workspace, audit, now, changed } = this.parts
    const id = (await workspace.change(work(now()))) as string | null
    const finding = id === null ? null : workspace.read((database) => getFinding(database, id))
    if (!finding) return fail('NOT-FOUND', 'input', {})
    await audit.append([
      { action, subject: finding.id, details: { title: finding.title, figures: finding.figures.length } },
    ])
    changed()
    return ok(finding)
  }
}

/** Only the members that were given: an absent one must not empty a text. */
function given<T extends object>(text: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
