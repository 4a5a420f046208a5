import { ok, type Result } from '../../../shared/contract/result'
import type { QuarantineLine } from '../../../shared/contract/results/integrity'
import { usage } from '../args'
import type { Answer, Command } from '../command'
import { decideAll } from '../decide'
import { findingText } from '../findingText'
import { reasonOf } from '../reason'
import { WORKSPACE, withEngine } from '../workspace'

const VERBS = ['accept', 'reject', 'undo'] as const

/** Exports that wait for a person, and decisions about them. */
export const quarantine: Command = {
  name: 'quarantine',
  usage: [
    'quarantine list --workspace DIR',
    'quarantine accept ID… --reason T --workspace DIR',
    'quarantine reject ID… --reason T --workspace DIR',
    'quarantine undo ID… --reason T --workspace DIR',
  ],
  options: { reason: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { positionals, t } = invocation
    const [first, ...ids] = positionals
    const answer = (lines: Result<QuarantineLine[]>, wanted: (line: QuarantineLine) => boolean): Result<Answer> => {
      if (!lines.ok) return lines
      const shown = lines.value.filter(wanted)
      return ok({
        json: shown.map((line) => ({ id: line.id, unit: line.unit, sequence: line.sequence, findings: line.findings })),
        text: shown.flatMap((line) => [
          t('cli.quarantine.line', { id: line.id, sequence: line.sequence, state: t(`cli.quarantine.${line.state}`) }),
          ...line.findings.map((finding) => findingText(finding, t)),
        ]),
      })
    }
    if (first === 'list' && ids.length === 0)
      return withEngine(invocation, 'read', async (engine) =>
        answer(await engine.query('integrity.quarantine', {}), ({ state }) => state === 'open'),
      )
    const verb = VERBS.find((one) => one === first)
    const reason = reasonOf(invocation)
    if (verb === undefined || ids.length === 0 || reason === null) return usage(quarantine.usage.join('\n'))
    return withEngine(invocation, 'write', async (engine) => {
      const failed = await decideAll(engine, { act: `quarantine.${verb}`, ids, reason }, invocation)
      if (!failed.ok) return failed
      // An export whose decision was taken back may stand as it came, and then waits for none.
      const shown = answer(await engine.query('integrity.quarantine', {}), ({ id }) => ids.includes(id))
      return shown.ok ? ok({ ...shown.value, failed: failed.value }) : shown
    })
  },
}
