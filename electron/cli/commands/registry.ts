import { fail, ok } from '../../../shared/contract/result'
import { signRegistry } from '../../engine/export/pack'
import { parseStrictJson } from '../../engine/intake/strictJson'
import { openRegistry } from '../../engine/registry/open'
import { signersAmong } from '../../engine/registry/load'
import { LIMITS } from '../../../shared/export/limits'
import { usage } from '../args'
import type { Command, Invocation } from '../command'
import { findingText } from '../findingText'
import { readInput, readKeys, writeOutput } from '../files'
import { WORKSPACE, withEngine } from '../workspace'

/** Signs, shows or trusts a registry. */
export const registry: Command = {
  name: 'registry',
  usage: [
    'registry make --from registry.json --key a.jwk [--key b.jwk] --out F',
    'registry show F',
    'registry trust F --root THUMBPRINT… --workspace DIR',
  ],
  options: {
    from: { type: 'string' },
    key: { type: 'string', multiple: true },
    out: { type: 'string' },
    root: { type: 'string', multiple: true },
    ...WORKSPACE,
  },
  run: async (invocation) => {
    const [action, file, more] = invocation.positionals
    if (action === 'make' && file === undefined) return make(invocation)
    if (action === 'show' && file !== undefined && more === undefined) return show(file, invocation)
    if (action === 'trust' && file !== undefined && more === undefined) return trust(file, invocation)
    return usage(registry.usage.join('\n'))
  },
}

/** Signs the bytes as they are; what a console would refuse in them is said, not decided, here. */
async function make({ option, options, t, note }: Invocation) {
  const [from, out] = [option('from'), option('out')]
  const keyFiles = options('key')
  if (from === undefined || out === undefined || keyFiles.length === 0) return usage(registry.usage[0]!)
  const bytes = await readInput(from)
  if (!bytes.ok) return bytes
  const json = parseStrictJson(bytes.value, LIMITS.jsonDepth)
  if (!json.ok) return fail('REGISTRY-INVALID', 'input', { file: from, finding: json.code })
  const keys = readKeys(keyFiles)
  if (!keys.ok) return keys
  const written = await writeOutput(out, signRegistry(bytes.value, keys.value))
  if (!written.ok) return written
  const made = await openRegistry(out)
  if (made.ok) for (const item of made.value.findings) note(findingText(item, t))
  const version = made.ok ? (made.value.loaded?.registry.version ?? null) : null
  const kids = keys.value.map((key) => key.kid)
  const text = t('cli.registry.made', { version: version ?? '?', kids: kids.join(', '), file: out })
  return ok({ json: { version, kids }, text: [text] })
}

async function show(file: string, { t }: Invocation) {
  const opened = await openRegistry(file)
  if (!opened.ok) return opened
  const { loaded, findings } = opened.value
  const text = findings.map((item) => findingText(item, t))
  if (!loaded) {
    return ok({
      json: { version: null, purpose: null, units: 0, keys: 0, signatures: [], findings },
      text,
      failed: true,
    })
  }
  const { version, purpose, units, keys, root } = loaded.registry
  const { valid } = signersAmong(loaded, root.keys)
  const signatures = loaded.signatures.map(({ kid }) => ({ kid, valid: valid.has(kid) }))
  const counts = { version, purpose, units: units.length, keys: keys.length }
  const lines = signatures.map(({ kid, valid: good }) =>
    t('cli.registry.signature', { kid, state: t(good ? 'cli.signature.valid' : 'cli.signature.invalid') }),
  )
  return ok({
    json: { ...counts, signatures, findings },
    text: [t('cli.registry.line', counts), ...lines, ...text],
    failed: findings.length > 0,
  })
}

async function trust(file: string, invocation: Invocation) {
  const { options, t } = invocation
  return withEngine(invocation, 'write', async (engine) => {
    const trusted = await engine.trustRegistry({ path: file, thumbprints: options('root') })
    if (!trusted.ok) return trusted
    const { outcome, version, findings } = trusted.value
    const text = t(`cli.registry.${outcome}`, { version: version ?? '?' })
    return ok({
      json: { outcome, version, findings },
      text: [text, ...findings.map((item) => findingText(item, t))],
      failed: outcome === 'rejected',
    })
  })
}
