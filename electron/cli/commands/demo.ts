import { ok } from '../../../shared/contract/result'
import { DEMO_DEFAULTS, writeDemo } from '../../engine/demo'
import { usage } from '../args'
import type { Command } from '../command'

/** The demo nation as a registry and exports, made by the real signer. */
export const demo: Command = {
  name: 'demo',
  usage: ['demo --out DIR [--cases N] [--seed S] [--purpose demo|training]'],
  options: {
    out: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    purpose: { type: 'string' },
  },
  run: async ({ option, t, progress }) => {
    const out = option('out')
    const count = option('cases') ?? String(DEMO_DEFAULTS.cases)
    const purpose = option('purpose') ?? DEMO_DEFAULTS.purpose
    if (out === undefined || (purpose !== 'demo' && purpose !== 'training')) return usage(demo.usage[0]!)
    if (!/^[1-9]\d{0,7}$/.test(count)) return usage('--cases N')
    const start = performance.now()
    const options = {
      cases: Number(count),
      seed: option('seed') ?? DEMO_DEFAULTS.seed,
      purpose,
      now: new Date(),
    } as const
    const { files, cases } = await writeDemo(out, options, (done) => progress(t('cli.demo.progress', { done })))
    const seconds = Math.round((performance.now() - start) / 10) / 100
    return ok({ json: { files, cases, seconds }, text: [t('cli.demo.done', { files, cases, seconds })] })
  },
}
