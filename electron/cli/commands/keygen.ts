import { fail, ok } from '../../../shared/contract/result'
import { generateKey, writeKey } from '../../engine/export/keys'
import { usage } from '../args'
import type { Command } from '../command'

/** An Ed25519 key as private JWK, mode 600; a key that exists is never overwritten. */
export const keygen: Command = {
  name: 'keygen',
  usage: ['keygen --out key.jwk'],
  options: { out: { type: 'string' } },
  run: async ({ option, t }) => {
    const file = option('out')
    if (file === undefined) return usage(keygen.usage[0]!)
    const key = generateKey()
    try {
      writeKey(file, key)
    } catch (error) {
      const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
      return fail(exists ? 'OUT-EXISTS' : 'OUT-UNWRITABLE', 'environment', { file })
    }
    return ok({ json: { kid: key.kid, public: key.publicJwk }, text: [t('cli.keygen.done', { kid: key.kid, file })] })
  },
}
