import { ok, type Result } from '../../../shared/contract/result'
import { usage } from '../args'
import type { Answer, Command } from '../command'
import { reasonOf } from '../reason'
import { WORKSPACE, withEngine } from '../workspace'

const YEAR = /^20\d\d$/
const MEGABYTE = 1e6

/** Takes finished years out of the columns, or brings all back; evidence and stores stay as they are. */
export const archive: Command = {
  name: 'archive',
  usage: ['archive --before YYYY --reason T --workspace DIR', 'archive --none --reason T --workspace DIR'],
  options: { before: { type: 'string' }, none: { type: 'boolean' }, reason: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { positionals, option, flag, t } = invocation
    const [year, reason] = [option('before'), reasonOf(invocation)]
    const isOne = flag('none') !== (year !== undefined)
    if (positionals.length > 0 || reason === null || !isOne || (year !== undefined && !YEAR.test(year)))
      return usage(archive.usage.join('\n'))
    return withEngine(invocation, 'write', async (engine): Promise<Result<Answer>> => {
      if (year === undefined) {
        const done = await engine.years.archive({ before: null, reason })
        return done.ok ? ok({ json: { archived_before: null }, text: [t('cli.archive.none')] }) : done
      }
      const before = `${year}-01-01`
      const preview = await engine.years.preview({ before })
      if (!preview.ok) return preview
      const done = await engine.years.archive({ before, reason })
      if (!done.ok) return done
      const { cases, leaving, bytes } = preview.value
      return ok({
        json: { archived_before: before, cases, leaving, bytes },
        text: [t('cli.archive.done', { year, leaving, cases, size: (bytes / MEGABYTE).toFixed(1) })],
      })
    })
  },
}
