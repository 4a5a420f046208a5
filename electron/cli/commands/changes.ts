import { ok, type Result } from '../../../shared/contract/result'
import type { ChangeLine } from '../../../shared/contract/results/integrity'
import { usage } from '../args'
import type { Answer, Command } from '../command'
import type { Engine } from '../../engine/engine'
import { decideAll } from '../decide'
import { reasonOf } from '../reason'
import { WORKSPACE, withEngine } from '../workspace'

const PAGE = 1000

/** Undeclared changes: what was reported first, what is reported now, and which of the two counts. */
export const changes: Command = {
  name: 'changes',
  usage: [
    'changes list [--unit CODE] --workspace DIR',
    'changes accept ID… --reason T --workspace DIR',
    'changes undo ID… --reason T --workspace DIR',
  ],
  options: { unit: { type: 'string' }, reason: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { positionals, option, t } = invocation
    const [verb, ...ids] = positionals
    const answer = (lines: readonly ChangeLine[]): Result<Answer> =>
      ok({
        json: lines.map(documentOf),
        text: lines.map(
          (line) =>
          t('cli.changes.line', {
            id: line.id, unit: line.unit, code: line.code, what: `${line.resource} ${line.row_id} ${line.field}`,
            before: line.reported_first ?? '-', after: line.reported_now ?? '-', first: line.exports[0], second: line.exports[1],
            state: t(`cli.changes.${line.state}`),
          }), // prettier-ignore
        ),
      })
    if (verb === 'list' && ids.length === 0)
      return withEngine(invocation, 'read', async (engine) => {
        const lines = await allChanges(engine, option('unit'))
        return lines.ok ? answer(lines.value) : lines
      })
    const reason = reasonOf(invocation)
    if ((verb !== 'accept' && verb !== 'undo') || ids.length === 0 || reason === null)
      return usage(changes.usage.join('\n'))
    return withEngine(invocation, 'write', async (engine) => {
      const failed = await decideAll(engine, { act: `change.${verb}`, ids, reason }, invocation)
      if (!failed.ok) return failed
      const lines = await allChanges(engine, undefined)
      if (!lines.ok) return lines
      const shown = answer(lines.value.filter((line) => ids.includes(line.id)))
      return shown.ok ? ok({ ...shown.value, failed: failed.value }) : shown
    })
  },
}

async function allChanges(engine: Engine, unit: string | undefined): Promise<Result<ChangeLine[]>> {
  const lines: ChangeLine[] = []
  for (;;) {
    const within = unit === undefined ? {} : { unit }
    const page = await engine.query('integrity.changes', { ...within, offset: lines.length, limit: PAGE })
    if (!page.ok) return page
    lines.push(...page.value.lines)
    if (page.value.lines.length < PAGE) return ok(lines)
  }
}

const documentOf = (line: ChangeLine) => {
  const { id, unit, resource, row_id, field, reported_first, reported_now, code, exports, state } = line
  return { id, unit, resource, row_id, field, reported_first, reported_now, code, exports, state }
}
