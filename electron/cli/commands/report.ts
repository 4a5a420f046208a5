import { ok } from '../../../shared/contract/result'
import { PATTERNS } from '../../../shared/export/tables'
import { parsePeriod } from '../../../shared/report/period'
import { sha256Hex } from '../../engine/export/pack'
import { usage } from '../args'
import type { Command } from '../command'
import { writeOutput } from '../files'
import { printReport } from '../print'
import { KNOWN_ON, WORKSPACE, knownOnOf, tellKnown, withEngine } from '../workspace'

/** Counts under this are hidden in what leaves the console, unless the registry's policy says otherwise. */
const SUPPRESS = 10

/** The Anev report of a unit and period as PDF. */
export const report: Command = {
  name: 'report',
  usage: ['report --unit CODE --period 2025-Q3 [--lang id|en] [--known-on YYYY-MM-DD] --out F.pdf --workspace DIR'],
  options: {
    unit: { type: 'string' },
    period: { type: 'string' },
    lang: { type: 'string' },
    out: { type: 'string' },
    ...KNOWN_ON,
    ...WORKSPACE,
  },
  run: async (invocation) => {
    const { option, t } = invocation
    const [unit, out, language] = [option('unit'), option('out'), option('lang') ?? 'id']
    const period = parsePeriod(option('period') ?? '')
    if (unit === undefined || !PATTERNS.unit.test(unit) || out === undefined || !period) return usage(report.usage[0]!)
    if (language !== 'id' && language !== 'en') return usage('--lang id|en')
    const known = knownOnOf(invocation)
    if (!known) return usage(report.usage[0]!)
    return withEngine(invocation, 'read', async (engine) => {
      tellKnown(engine, invocation)
      const registry = await engine.query('registry.current', {})
      if (!registry.ok) return registry
      const suppress = registry.value?.policy['suppression_threshold'] ?? SUPPRESS
      const model = await engine.reportModel({
        kind: 'anev',
        filter: { unit, ...period, ...known },
        language,
        suppress,
      })
      if (!model.ok) return model
      const printed = await printReport(model.value)
      if (!printed.ok) return printed
      const { pdf, pages } = printed.value
      const written = await writeOutput(out, pdf)
      if (!written.ok) return written
      const { heads, suppressed } = model.value
      return ok({
        json: { pages, sha256: sha256Hex(pdf), heads, suppressed: suppressed.cells.length },
        text: [t('cli.report.done', { pages, file: out })],
      })
    })
  },
}
