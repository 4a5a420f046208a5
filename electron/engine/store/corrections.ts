/**
 * Declared corrections that are new since the compared snapshot, and which differences they explain. Several on one
 * field apply in the order of `decided_at` and must lead, each from the value before, from the old to the new value.
 */
import { TABLES } from '../../../shared/export/tables'
import { epochSeconds } from '../../../shared/export/time'
import type { Cell } from './judge'

export interface Correction {
  correctionId: string
  resource: string
  rowId: string
  field: string
  before: Cell
  after: Cell
  decidedAt: string
  /** line in corrections.csv */
  row: number
}

const INDEX = Object.fromEntries(TABLES.corrections.columns.map(({ name }, index) => [name, index]))

/** `values` in the order of corrections.csv. */
export function correctionFrom(values: readonly Cell[], row: number): Correction {
  const at = (name: string) => values[INDEX[name] ?? -1] ?? null
  return {
    correctionId: at('correction_id') ?? '', resource: at('resource') ?? '', rowId: at('row_id') ?? '', field: at('field') ?? '',
    before: at('old_value'), after: at('new_value'), decidedAt: at('decided_at') ?? '', row,
  } // prettier-ignore
}

const keyOf = (resource: string, rowId: string, field: string) => `${resource}\n${rowId}\n${field}`

export class CorrectionBook {
  private readonly chains = new Map<string, Correction[]>()
  private readonly used = new Set<Correction>()

  constructor(corrections: Iterable<Correction>) {
    for (const correction of corrections) {
      const key = keyOf(correction.resource, correction.rowId, correction.field)
      const chain = this.chains.get(key)
      if (chain) chain.push(correction)
      else this.chains.set(key, [correction])
    }
    for (const chain of this.chains.values())
      chain.sort((a, b) => epochSeconds(a.decidedAt) - epochSeconds(b.decidedAt) || a.row - b.row)
  }

  /** The last correction of a chain that leads exactly from `before` to `after`; the whole chain is then used up. */
  explain(resource: string, rowId: string, field: string, before: Cell, after: Cell): Correction | undefined {
    const chain = this.chains.get(keyOf(resource, rowId, field))
    if (!chain || this.used.has(chain[0] as Correction)) return undefined
    let value = before
    for (const step of chain) {
      if (step.before !== value) return undefined
      value = step.after
    }
    if (value !== after) return undefined
    for (const step of chain) this.used.add(step)
    return chain.at(-1)
  }

  /** A whole row declared added or removed. */
  explainRow(resource: string, rowId: string, change: 'added' | 'removed'): Correction | undefined {
    return this.explain(resource, rowId, '*', null, change)
  }

  /** Corrections that matched no difference, in the order of their lines. */
  phantoms(): Correction[] {
    return [...this.chains.values()]
      .flat()
      .filter((correction) => !this.used.has(correction))
      .toSorted((a, b) => a.row - b.row)
  }
}
