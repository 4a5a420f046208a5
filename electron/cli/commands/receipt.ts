import { sign } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../../shared/contract/result'
import { RECEIPT_TYP } from '../../../shared/export/tables'
import { generateKey, readKey, writeKey, type SigningKey } from '../../engine/export/keys'
import { usage } from '../args'
import type { Command } from '../command'
import { writeOutput } from '../files'
import { WORKSPACE, withEngine } from '../workspace'

/** What this console received of a unit, signed by the console's own key: a JWS General JSON with its payload inside. */
export const receipt: Command = {
  name: 'receipt',
  usage: ['receipt --unit CODE --sequence N --out F --workspace DIR'],
  options: { unit: { type: 'string' }, sequence: { type: 'string' }, out: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { option, t } = invocation
    const [unit, sequence, out] = [option('unit'), Number(option('sequence')), option('out')]
    if (unit === undefined || out === undefined || !Number.isSafeInteger(sequence)) return usage(receipt.usage[0]!)
    return withEngine(invocation, 'read', async (engine) => {
      const payload = await engine.receipt({ unit, sequence })
      if (!payload.ok) return payload
      const key = consoleKey(engine.dir)
      if (!key.ok) return key
      const written = await writeOutput(out, `${JSON.stringify(signReceipt(payload.value, key.value))}\n`)
      if (!written.ok) return written
      return ok({ json: { ...payload.value, kid: key.value.kid }, text: [t('cli.receipt.done', { file: out })] })
    })
  },
}

/** The key of this console, made when it is first needed; it signs receipts and nothing else. */
function consoleKey(folder: string): Result<SigningKey> {
  const file = join(folder, 'console.jwk')
  if (!existsSync(file)) writeKey(file, generateKey())
  const key = readKey(file)
  return key ? ok(key) : fail('KEY-INVALID', 'environment', { file })
}

function signReceipt(receiptOf: object, key: SigningKey) {
  const payload = Buffer.from(JSON.stringify(receiptOf)).toString('base64url')
  const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: key.kid, typ: RECEIPT_TYP })).toString('base64url')
  const signature = sign(null, Buffer.from(`${header}.${payload}`), key.privateKey).toString('base64url')
  return { payload, signatures: [{ protected: header, signature }] }
}
