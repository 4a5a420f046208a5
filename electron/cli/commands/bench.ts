import { ok } from '../../../shared/contract/result'
import { usage } from '../args'
import { bench as measure } from '../bench'
import { caseBytes, growthReport } from '../bench/ceilings'
import { growthLines, growthOf } from '../bench/growth'
import { isUnequal } from '../bench/redraw'
import { benchTable, growthTable } from '../bench/tables'
import type { Command } from '../command'

const DEFAULT_CASES = '100000'
const LEAST_CASES = 1000

/** Measures the analytics beside the peers that are installed; fails when any cell differs. */
export const bench: Command = {
  name: 'bench',
  usage: ['bench [--cases N] [--window]', 'bench --growth [--cases N]'],
  // `size` is how the growth of one size is asked for in a process of its own
  options: {
    cases: { type: 'string' },
    size: { type: 'string' },
    growth: { type: 'boolean' },
    window: { type: 'boolean' },
  },
  run: async ({ option, flag, positionals, t, note, progress }) => {
    const count = option('cases') ?? DEFAULT_CASES
    if (positionals.length > 0) return usage(bench.usage[0]!)
    if (!/^[1-9]\d{0,7}$/.test(count) || Number(count) < LEAST_CASES) return usage(`--cases N, N ≥ ${LEAST_CASES}`)
    if (flag('growth')) {
      const size = option('size')
      if (size !== undefined) return ok({ json: await growthOf(Number(size)), text: [] })
      const say = (cases: number) => progress(t('cli.bench.growth', { count: cases }))
      const grown = option('cases') === undefined ? growthLines(say) : [await growthOf(Number(count))]
      const report = growthReport(grown, await caseBytes())
      return ok({ json: report, text: growthTable(report) })
    }
    const report = await measure(Number(count), flag('window'), {
      step: (name) => progress(t(`cli.bench.${name}`)),
      differs: (line) => note(t('cli.bench.differs', { line })),
      missing: (command) => note(t('cli.bench.missing', { command })),
    })
    if (!flag('window')) note(t('cli.bench.noWindow'))
    return ok({ json: report, text: benchTable(report), failed: isUnequal(report.redraw) })
  },
}
