/** Receipts and lists of heads: made, signed by this console's key, and lists of another console compared. */
import { readFileSync, statSync } from 'node:fs'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/contract/result'
import {
  HEAD_STATES,
  headsListSchema,
  type HeadsComparison,
  type HeadsList,
  type HeadState,
  type Receipt,
  type Signed,
} from '../../../shared/contract/results/console'
import { LIMITS } from '../../../shared/export/limits'
import { HEADS_TYP, RECEIPT_TYP } from '../../../shared/export/tables'
import type { Layout } from '../archive/layout'
import { guarded } from '../guarded'
import { headsOf } from '../heads'
import type { Nation } from '../nation'
import { parseStrictJson } from '../intake/strictJson'
import { compareHistories } from './compareHeads'
import { consoleKey } from './consoleKey'
import { readSigned, sign, signerOf } from './signed'

export interface ReceiptRequest {
  unit: string
  sequence: number
  /** which of two exports with the same number; without it the accepted one */
  descriptor_sha256?: string | undefined
}

/** A plain list, as `heads --json` prints it. */
const plainSchema = z.object({
  fingerprint: headsListSchema.shape.fingerprint.optional(),
  exports: headsListSchema.shape.exports,
})

export class ConsolePapers {
  constructor(
    private readonly layout: Layout,
    private readonly nation: Nation,
    private readonly now: () => Date,
  ) {}

  /** Fails with NOT-FOUND, CONSOLE-KEY-DAMAGED, or where the key cannot be written. */
  receipt = ({ unit, sequence, descriptor_sha256: wanted }: ReceiptRequest): Promise<Result<Signed<Receipt>>> =>
    guarded(async () => {
      const held = this.nation.units.get(unit)?.ledger.filter((entry) => entry.sequence === sequence) ?? []
      const entry =
        wanted === undefined
          ? (held.find(({ state }) => state === 'accepted') ?? held[0])
          : held.find((one) => one.descriptor_sha256 === wanted)
      if (!entry) return fail('NOT-FOUND', 'input', { unit, sequence })
      const key = consoleKey(this.layout)
      if (!key.ok) return key
      const { descriptor_sha256, archive_sha256, imported_at, outcome, registry_version } = entry
      const payload: Receipt = {
        unit, sequence, descriptor_sha256, archive_sha256, received_at: imported_at, outcome, registry_version,
        console: signerOf(key.value),
      } // prettier-ignore
      return ok(sign(`tanda-terima_${unit}_${sequence}`, payload, RECEIPT_TYP, key.value))
    })

  /** Fails with CONSOLE-KEY-DAMAGED, or where the key cannot be written. */
  headsList = (): Promise<Result<Signed<HeadsList>>> =>
    guarded(async () => {
      const key = consoleKey(this.layout)
      if (!key.ok) return key
      const { fingerprint, exports } = headsOf(this.nation)
      const isHead = new Set(exports.map((head) => head.descriptor_sha256))
      const earlier = this.history().filter((one) => !isHead.has(one.descriptor_sha256))
      const made_at = this.now().toISOString()
      const payload: HeadsList = { fingerprint, exports, earlier, made_at, console: signerOf(key.value) }
      return ok(sign(`heads_${made_at.slice(0, 10)}`, payload, HEADS_TYP, key.value))
    })

  /** Fails with HEADS-INVALID for a file that is no list, or whose signature does not stand. */
  compareHeads = ({ path }: { path: string }): Promise<Result<HeadsComparison>> =>
    guarded(async () => {
      if (statSync(path).size > LIMITS.archive) return fail('HEADS-INVALID', 'input')
      const bytes = readFileSync(path)
      const signed = headsListSchema.safeParse(readSigned(bytes, HEADS_TYP))
      const json = parseStrictJson(bytes, LIMITS.jsonDepth)
      const theirs = signed.success ? signed : plainSchema.safeParse(json.ok ? json.value : null)
      if (!theirs.success) return fail('HEADS-INVALID', 'input')
      const list = signed.success ? signed.data : null
      const lines = compareHistories(this.history(), [...theirs.data.exports, ...(list?.earlier ?? [])])
      const count = (state: HeadState) => lines.filter((line) => line.state === state).length
      return ok({
        signer: list?.console.kid ?? null,
        made_at: list?.made_at ?? null,
        fingerprints: { ours: headsOf(this.nation).fingerprint, theirs: theirs.data.fingerprint ?? null },
        counts: Object.fromEntries(HEAD_STATES.map((state) => [state, count(state)])) as Record<HeadState, number>,
        lines: lines.filter(({ state }) => state !== 'same'),
      })
    })

  /** Every accepted export. */
  private history() {
    return this.nation
      .ledgers()
      .flatMap(({ unit, exports }) =>
        exports
          .filter(({ state }) => state === 'accepted')
          .map(({ sequence, descriptor_sha256 }) => ({ unit, sequence, descriptor_sha256 })),
      )
  }
}
