import { ok } from '../../../shared/contract/result'
import type { Heads } from '../../engine/heads'
import { formats } from '../../../shared/messages/format'
import { headLines, headsAnswer } from '../../../shared/sentences/papers'
import type { Engine } from '../../engine/engine'
import type { Answer, Command, Invocation } from '../command'
import { writeOutput } from '../files'
import { WORKSPACE, withEngine } from '../workspace'

/** The head of each chain, as a signed file with `--out`; with `--compare`, what another console was told. */
export const heads: Command = {
  name: 'heads',
  usage: ['heads [--out F] [--compare F] --workspace DIR'],
  options: { out: { type: 'string' }, compare: { type: 'string' }, ...WORKSPACE },
  run: (invocation) => {
    const [out, other] = [invocation.option('out'), invocation.option('compare')]
    return withEngine<Answer>(invocation, 'read', async (engine) => {
      if (out !== undefined) {
        const written = await write(out, engine, invocation)
        if (!written.ok || other === undefined) return written
      }
      return other === undefined ? list(engine.heads()) : compare(other, engine, invocation)
    })
  },
}

function list(own: Heads) {
  const lines = own.exports.map(({ unit, sequence, descriptor_sha256: hash }) => `${unit} ${sequence} ${hash}`)
  return ok({ json: own, text: [...lines, own.fingerprint ?? '-'] })
}

async function write(out: string, engine: Engine, { t }: Invocation) {
  const made = await engine.papers.headsList()
  if (!made.ok) return made
  const { file, payload } = made.value
  const written = await writeOutput(out, file)
  if (!written.ok) return written
  const { fingerprint, exports } = payload
  const { kid } = payload.console
  return ok({
    json: { fingerprint, exports, kid },
    text: [t('cli.heads.done', { count: exports.length, file: out, kid }), fingerprint ?? '-'],
  })
}

async function compare(path: string, engine: Engine, { t }: Invocation) {
  const compared = await engine.papers.compareHeads({ path })
  if (!compared.ok) return compared
  const words = { t, f: formats(t.language) }
  const { lines, counts } = compared.value
  return ok({
    json: { same: lines.length === 0, ...compared.value },
    text: [...lines.flatMap((line) => headLines(line, words)), ...headsAnswer(compared.value, words)],
    failed: counts.conflict > 0,
  })
}
