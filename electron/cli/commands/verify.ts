import { fail, ok } from '../../../shared/contract/result'
import { verifyFiles } from '../../engine/intake/verifyFiles'
import { checkClock, modelOf } from '../../engine/registry/open'
import { usage } from '../args'
import type { Command } from '../command'
import { judgedText } from '../findingText'

/** Judges files alone: container to privacy, and the chain among the files given; nothing is kept. */
export const verify: Command = {
  name: 'verify',
  usage: ['verify F… --registry R [--root THUMBPRINT…]'],
  options: { registry: { type: 'string' }, root: { type: 'string', multiple: true } },
  run: async ({ positionals, option, options, t, note, progress }) => {
    const registryFile = option('registry')
    if (registryFile === undefined || positionals.length === 0) return usage(verify.usage[0]!)
    const roots = options('root')
    if (roots.length === 0) note(t('cli.verify.unpinned'))
    const registry = await modelOf(registryFile, roots)
    if (!registry.ok) return registry
    const now = Date.now() / 1000
    if (checkClock(registry.value, now)) return fail('CLOCK', 'environment')
    const total = positionals.length
    const verdicts = await verifyFiles(positionals, { registry: registry.value, now }, (done) =>
      progress(t('cli.verify.progress', { done, total })),
    )
    if (!verdicts.ok) return verdicts
    const files = verdicts.value.map(({ unit, sequence, outcome, findings }, i) => ({
      file: positionals[i]!,
      unit,
      sequence,
      outcome,
      findings,
    }))
    return ok({
      json: files,
      text: files.flatMap((file) => judgedText(file, t)),
      failed: files.some(({ outcome }) => outcome === 'rejected' || outcome === 'quarantined'),
    })
  },
}
