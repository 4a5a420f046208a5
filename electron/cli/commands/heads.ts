import { z } from 'zod'
import { ok } from '../../../shared/contract/result'
import { usage } from '../args'
import type { Answer, Command } from '../command'
import { readInput } from '../files'
import { WORKSPACE, withEngine } from '../workspace'

const headsSchema = z.object({
  exports: z.array(z.object({ unit: z.string(), sequence: z.number(), descriptor_sha256: z.string() })),
})
type Head = z.infer<typeof headsSchema>['exports'][number]

interface Difference {
  unit: string
  sequence: number
  ours: string
  theirs: string
}

/** The head of each chain; with `--compare`, units that told another console another history under the same number. */
export const heads: Command = {
  name: 'heads',
  usage: ['heads [--compare F] --workspace DIR'],
  options: { compare: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { option, t } = invocation
    const other = option('compare')
    return withEngine<Answer>(invocation, 'read', async (engine) => {
      const own = engine.heads()
      const list = own.exports.map(({ unit, sequence, descriptor_sha256: hash }) => `${unit} ${sequence} ${hash}`)
      if (other === undefined) return ok({ json: own, text: [...list, own.fingerprint ?? '-'] })
      const bytes = await readInput(other)
      if (!bytes.ok) return bytes
      const theirs = readHeads(bytes.value.toString('utf8'))
      if (!theirs) return usage('--compare F')
      const differences = compare(own.exports, theirs)
      const lines = differences.map((difference) => t('cli.heads.differ', { ...difference }))
      return ok({
        json: { same: differences.length === 0, differences },
        text: differences.length > 0 ? lines : [t('cli.heads.same')],
        failed: differences.length > 0,
      })
    })
  },
}

function readHeads(text: string): Head[] | null {
  try {
    return headsSchema.parse(JSON.parse(text)).exports
  } catch {
    return null
  }
}

/** Only equal numbers can contradict each other: one console may simply have received less. */
function compare(ours: readonly Head[], theirs: readonly Head[]): Difference[] {
  const other = new Map(theirs.map((head) => [`${head.unit}#${head.sequence}`, head.descriptor_sha256]))
  return ours.flatMap(({ unit, sequence, descriptor_sha256 }) => {
    const hash = other.get(`${unit}#${sequence}`)
    return hash === undefined || hash === descriptor_sha256
      ? []
      : [{ unit, sequence, ours: descriptor_sha256, theirs: hash }]
  })
}
