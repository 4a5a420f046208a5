/**
 * The nation as this console knew it at the end of an earlier day: exports received and decisions taken until then, and
 * nothing else. Units, rules and calendar are those of today's registry. A unit whose exports and decisions are still the
 * same is taken as it stands; the others are made again from their evidence, in threads, and kept beside the columns.
 */
import { fail, ok, type Result } from '../../../shared/contract/result'
import { createContext, type QueryContext } from '../analytics/context'
import { ensureSegment } from '../archive/segments'
import type { Segment } from '../columns/layout'
import { heldNow, type Held } from '../decisions/held'
import type { Crew } from '../import/crew'
import { Nation } from '../nation'
import type { RegistryModel } from '../registry/model'
import type { WorkspaceParts } from '../state'
import { dispositionsIn, type Disposition } from '../workspace/dispositions'
import { endOfDay, knownUnit, type KnownUnit } from './standing'
import { knownStore } from './store'
import { decodeKnown, readKnown, trimKnown, writeKnown, type KnownColumns } from './unitFile'

export interface KnownPicture {
  held: Held
  context: QueryContext
  /** units that were made from their evidence for this picture, those found kept included */
  made: number
}
/** What pictures are made with; the present revision's. */
export interface KnownSource {
  parts: WorkspaceParts
  registry: RegistryModel
  settings: { cutiBersama: boolean }
  revision: string
  crew: () => Crew
}
export type OnKnown = (progress: { day: string; done: number; total: number }) => void

/** Pictures kept in memory: each is as large as the nation's columns. */
const MOST = 3

export class KnownPictures {
  readonly #pictures = new Map<string, Promise<Result<KnownPicture>>>()
  readonly #listeners = new Set<OnKnown>()
  #revision = ''
  #last: Promise<unknown> = Promise.resolve()

  /** Called while a picture is being made. Returns how to stop. */
  listen(listener: OnKnown): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** One at a time is made. Fails with EVIDENCE-MISSING. */
  picture(day: string, source: KnownSource): Promise<Result<KnownPicture>> {
    if (source.revision !== this.#revision) this.#pictures.clear()
    this.#revision = source.revision
    const kept = this.#pictures.get(day)
    if (kept) return kept
    const made = this.#last.then(() => this.#make(day, source))
    this.#last = made.catch(() => undefined)
    this.#pictures.set(day, made)
    const forget = () => this.#pictures.get(day) === made && this.#pictures.delete(day)
    made.then((result) => !result.ok && forget(), forget)
    for (const old of [...this.#pictures.keys()].slice(0, -MOST)) this.#pictures.delete(old)
    return made
  }

  async #make(day: string, source: KnownSource): Promise<Result<KnownPicture>> {
    const { layout, nation: present, workspace, audit } = source.parts
    const until = endOfDay(day)
    const now = heldNow(layout, present, workspace)
    const nation = new Nation(layout)
    nation.archivedBefore = present.archivedBefore
    const same: string[] = []
    const wanted = new Map<string, KnownUnit>()
    for (const [unit, kept] of present.units) {
      const asked = knownUnit(unit, kept, now.journal(unit), until, source.registry.sha256)
      if (asked === 'none') continue
      nation.units.set(unit, kept)
      if (asked === 'now') same.push(unit)
      else wanted.set(unit, asked)
    }
    const made = await this.#columns(day, wanted, source)
    if (!made.ok) return made
    const segments: Segment[] = []
    for (const unit of same) {
      const segment = await ensureSegment(layout, unit)
      if (!segment) return fail('EVIDENCE-MISSING', 'integrity', { unit })
      segments.push(segment)
    }
    for (const [unit, { ledger, segment }] of made.value) {
      const decisions = wanted.get(unit)?.decisions ?? ''
      nation.units.set(unit, { fingerprint: '', ledger, ...(decisions === '' ? {} : { decisions }) })
      segments.push(segment)
    }
    nation.arrange(segments, source.registry)
    const held: Held = {
      nation,
      journal: (unit) => now.journal(unit).filter(({ at }) => Date.parse(at) < until),
      openStore: async (unit) => {
        const one = wanted.get(unit)
        return one ? knownStore(layout, source.registry, one) : now.openStore(unit)
      },
    }
    const context = createContext({
      index: nation.index, placed: nation.placed, archivedBefore: nation.archivedBefore, archivedCases: nation.archivedCases, registry: source.registry,
      ledger: nation.chains(), ...(await decidedUntil(until, audit)), settings: source.settings, today: day,
    }) // prettier-ignore
    return ok({ held, context, made: wanted.size })
  }

  /** From the disk, or from threads. */
  async #columns(
    day: string,
    wanted: ReadonlyMap<string, KnownUnit>,
    { parts: { layout, isWriter }, crew: hire }: KnownSource,
  ): Promise<Result<Map<string, KnownColumns>>> {
    const found = new Map<string, KnownColumns>()
    const missing: KnownUnit[] = []
    for (const one of wanted.values()) {
      const kept = readKnown(layout, one.unit, one.key)
      if (kept) found.set(one.unit, kept)
      else missing.push(one)
    }
    if (missing.length === 0) return ok(found)
    const say = () => {
      for (const listener of this.#listeners) listener({ day, done: found.size, total: wanted.size })
    }
    say()
    const crew = hire()
    try {
      const lost = await Promise.all(
        missing.map(async (one) => {
          const bytes = await crew.run({ kind: 'known', wanted: one })
          const columns = bytes && decodeKnown(bytes)
          if (!bytes || !columns) return one.unit
          if (isWriter) writeKnown(layout, one.unit, one.key, bytes)
          found.set(one.unit, columns)
          say()
          return null
        }),
      )
      const unit = lost.find((one) => one !== null)
      return unit === undefined ? ok(found) : fail('EVIDENCE-MISSING', 'integrity', { unit })
    } finally {
      await crew.close()
      if (isWriter) trimKnown(layout)
    }
  }
}

/** From the audit log: the table of dispositions holds only what stands today. */
async function decidedUntil(
  until: number,
  audit: WorkspaceParts['audit'],
): Promise<{ dispositions: Map<string, Disposition>; reasons: Map<string, string> }> {
  const { lines } = await audit.read()
  const standing = [...dispositionsIn(lines.filter(({ at }) => Date.parse(at) < until))]
  return {
    dispositions: new Map(standing.map(([question, { disposition }]) => [question, disposition])),
    reasons: new Map(standing.map(([question, { reason }]) => [question, reason])),
  }
}
