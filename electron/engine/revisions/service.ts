/** Facts about the steps of many units: from memory, from the disk, or from the evidence in threads. */
import { fail, ok, type Result } from '../../../shared/contract/result'
import type { Layout } from '../archive/layout'
import type { Crew } from '../import/crew'
import type { StepFacts } from './facts'
import { keyOf, readSteps, writeSteps, type WantedSteps } from './steps'

export interface RevisionSource {
  layout: Layout
  isWriter: boolean
  crew: () => Crew
}
export type OnRevisions = (progress: { done: number; total: number }) => void
export type UnitFacts = ReadonlyMap<string, Readonly<Record<string, StepFacts>>>

export class Revisions {
  /** by unit and the zone that its months are counted in */
  readonly #known = new Map<string, Record<string, StepFacts>>()
  readonly #listeners = new Set<OnRevisions>()
  #last: Promise<unknown> = Promise.resolve()

  listen(listener: OnRevisions): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** By unit, then by `keyOf` a step; one request after the other. Fails with EVIDENCE-MISSING. */
  of(wanted: readonly WantedSteps[], source: RevisionSource): Promise<Result<UnitFacts>> {
    const facts = this.#last.then(() => this.#find(wanted, source))
    this.#last = facts.catch(() => undefined)
    return facts
  }

  async #find(wanted: readonly WantedSteps[], source: RevisionSource): Promise<Result<UnitFacts>> {
    const missing = wanted.flatMap((one) => {
      const held = this.#held(one, source.layout)
      const steps = one.steps.filter((step) => !Object.hasOwn(held, keyOf(step)))
      return steps.length > 0 ? [{ ...one, steps }] : []
    })
    const made = missing.length === 0 ? ok(null) : await this.#make(missing, source)
    return made.ok ? ok(new Map(wanted.map((one) => [one.unit, this.#held(one, source.layout)]))) : made
  }

  #held(one: WantedSteps, layout: Layout): Record<string, StepFacts> {
    const key = `${one.unit} ${one.zone}`
    let held = this.#known.get(key)
    if (!held) this.#known.set(key, (held = readSteps(layout, one)))
    return held
  }

  async #make(
    missing: readonly WantedSteps[],
    { layout, isWriter, crew: hire }: RevisionSource,
  ): Promise<Result<null>> {
    let done = 0
    const say = () => {
      for (const listener of this.#listeners) listener({ done, total: missing.length })
    }
    say()
    const crew = hire()
    try {
      const lost = await Promise.all(
        missing.map(async (one) => {
          const made = await crew.run({ kind: 'revisions', wanted: one })
          if (!made) return one.unit
          const facts = { ...this.#held(one, layout), ...made }
          this.#known.set(`${one.unit} ${one.zone}`, facts)
          if (isWriter) writeSteps(layout, one, facts)
          done++
          say()
          return null
        }),
      )
      const unit = lost.find((one) => one !== null)
      return unit === undefined ? ok(null) : fail('EVIDENCE-MISSING', 'integrity', { unit })
    } finally {
      await crew.close()
    }
  }
}
