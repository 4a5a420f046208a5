import { ok } from '../../../shared/contract/result'
import type { Command } from '../command'
import { WORKSPACE, watchingRebuild, withEngine } from '../workspace'

/** Verifies the whole workspace again; `--repair` makes anew what is derived; Ctrl+C ends between two repairs. */
export const check: Command = {
  name: 'check',
  usage: ['check [--repair] --workspace DIR'],
  options: { repair: { type: 'boolean' }, ...WORKSPACE },
  run: async (invocation) => {
    const { flag, t } = invocation
    return withEngine(invocation, flag('repair') ? 'write' : 'read', async (engine) => {
      const checked = await watchingRebuild(invocation, (rebuild) => engine.check({ repair: flag('repair'), rebuild }))
      if (!checked.ok) return checked
      const { findings, stopped } = checked.value
      const lines = findings.map(
        ({ code, subject, repaired }) =>
          `  ${t.code('check', code, { subject })}${repaired ? ` (${t('check.repaired')})` : ''} [${code}]`,
      )
      const summary = t('cli.check.done', { checked: checked.value.checked, findings: findings.length })
      return ok({
        json: { checked: checked.value.checked, findings, stopped },
        text: [...lines, summary, ...(stopped ? [t('check.stopped')] : [])],
        failed: stopped || findings.some(({ repaired }) => !repaired),
      })
    })
  },
}
