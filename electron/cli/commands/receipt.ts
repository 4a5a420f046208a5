import { ok } from '../../../shared/contract/result'
import { formats } from '../../../shared/messages/format'
import { shortReceipt } from '../../../shared/sentences/papers'
import { usage } from '../args'
import type { Command } from '../command'
import { writeOutput } from '../files'
import { WORKSPACE, withEngine } from '../workspace'

/** What this console received of a unit, as a signed file; its short form, to print or to send, goes to people. */
export const receipt: Command = {
  name: 'receipt',
  usage: ['receipt --unit CODE --sequence N --out F --workspace DIR'],
  options: { unit: { type: 'string' }, sequence: { type: 'string' }, out: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { option, t } = invocation
    const [unit, sequence, out] = [option('unit'), Number(option('sequence')), option('out')]
    if (unit === undefined || out === undefined || !Number.isSafeInteger(sequence)) return usage(receipt.usage[0]!)
    return withEngine(invocation, 'read', async (engine) => {
      const made = await engine.papers.receipt({ unit, sequence })
      if (!made.ok) return made
      const { file, payload, fingerprint } = made.value
      const written = await writeOutput(out, file)
      if (!written.ok) return written
      return ok({
        json: { ...payload, kid: payload.console.kid, fingerprint },
        text: [...shortReceipt(made.value, { t, f: formats(t.language) }), '', t('cli.receipt.done', { file: out })],
      })
    })
  },
}
