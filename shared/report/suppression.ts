/**
 * Suppression of small counts in what leaves the console: non-zero counts under a threshold are hidden, and as many
 * others as are needed so that nobody finds a hidden one from the totals that stay.
 *
 * A count is protected when a second table exists that differs in it by one, agrees with everything that is shown, obeys
 * every sum, and keeps each hidden count inside what its stated reason tells (primary: 1 to threshold − 1; secondary: 0
 * or at least the threshold). Such a witness proves that the count cannot be worked out; it is searched with the fewest
 * and smallest further counts hidden. Where the stated reasons themselves would give a count away, all counts that hang
 * together are hidden for one reason (together: any value, zero too). Source: the metrics' section on privacy.
 */

/** A whole number ≥ 0 that may stand in several tables. */
export interface Quantity {
  id: string
  value: number
  /**
   * shown: hidden only when needed · total: hidden last · latent: never shown, but others may compute it ·
   * fixed: always shown, tells of no person (a difference between books)
   */
  kind: 'shown' | 'total' | 'latent' | 'fixed'
}
/** Σ sign · value = 0, known to the reader. */
export type Equation = readonly { id: string; sign: 1 | -1 }[]
export type SuppressionReason = 'primary' | 'secondary' | 'together'

/** Under 3 the stated reason alone would tell the value. */
export const SMALLEST_THRESHOLD = 3
const NODE_BUDGET = 20_000
const COST = { shown: 1, total: 10_000, latent: 0, fixed: Infinity }

interface Variable extends Quantity {
  equations: { equation: number; sign: 1 | -1 }[]
  cost: number
}
interface Witness {
  cost: number
  changed: string[]
}

/**
 * Which of the quantities must be hidden, and why. Latent quantities are protected too but never listed.
 * Deterministic: the same numbers in the same order hide the same counts.
 */
export function suppress(
  quantities: readonly Quantity[],
  equations: readonly Equation[],
  wanted: number,
): Map<string, SuppressionReason> {
  const threshold = Math.max(SMALLEST_THRESHOLD, wanted)
  const search = new WitnessSearch(quantities, equations, threshold)
  const small = (value: number) => value > 0 && value < threshold
  const sensitive = quantities.filter(({ kind, value }) => kind !== 'fixed' && small(value)).map(({ id }) => id)
  const primary = sensitive.filter((id) => search.kind(id) !== 'latent')
  const secondary = new Set<string>()
  const hidden = () => new Set([...primary, ...secondary, ...search.together])
  const protectedNow = () => {
    const now = hidden()
    return [...sensitive, ...secondary, ...search.together].every((id) => search.find(id, now)?.cost === 0)
  }

  for (let again = true; again;) {
    again = false
    for (const id of [...sensitive, ...secondary]) {
      const now = hidden()
      const witness = search.find(id, now)
      const extra = (witness?.changed ?? search.neighbours(id)).filter(
        (other) => search.hideable(other) && !now.has(other),
      )
      for (const other of extra) secondary.add(other)
      if (!witness && extra.length === 0) again = search.hideTogether(id) || again
      again ||= extra.length > 0
    }
  }
  for (const id of search.byCostDescending(secondary)) {
    secondary.delete(id)
    if (!protectedNow()) secondary.add(id)
  }
  const listed: [string, SuppressionReason][] = [
    ...primary.map((id): [string, SuppressionReason] => [id, 'primary']),
    ...[...secondary].map((id): [string, SuppressionReason] => [id, 'secondary']),
    ...[...search.together].map((id): [string, SuppressionReason] => [id, 'together']),
  ]
  return new Map(listed)
}

/** Depth-first search, cheapest first, for a change by ±1 that keeps every sum. */
class WitnessSearch {
  readonly #variables = new Map<string, Variable>()
  readonly #members: { id: string; sign: 1 | -1 }[][]
  readonly #threshold: number
  /** shown quantities whose reason says nothing about their value */
  readonly together = new Set<string>()

  constructor(quantities: readonly Quantity[], equations: readonly Equation[], threshold: number) {
    this.#threshold = threshold
    for (const item of quantities) {
      // Zeros cannot move by one and stay believable, so they are shown to the last.
      const cost = item.kind === 'latent' ? 0 : COST[item.kind] + item.value / 1e9
      this.#variables.set(item.id, { ...item, equations: [], cost })
    }
    this.#members = equations.map((terms) => [...terms])
    for (const [equation, terms] of this.#members.entries())
      for (const { id, sign } of terms) this.#variable(id).equations.push({ equation, sign })
    for (const terms of this.#members)
      terms.sort((a, b) => this.#variable(a.id).cost - this.#variable(b.id).cost || (a.id < b.id ? -1 : 1))
  }

  kind = (id: string) => this.#variable(id).kind
  hideable = (id: string) => this.kind(id) === 'shown' || this.kind(id) === 'total'

  byCostDescending = (ids: Iterable<string>) =>
    [...ids].toSorted((a, b) => this.#variable(b).cost - this.#variable(a).cost || (a < b ? -1 : 1))

  /** Everything that shares a sum with a quantity, the quantity included. */
  neighbours(id: string): string[] {
    const near = this.#variable(id).equations.flatMap(({ equation }) => this.#members[equation] ?? [])
    return [...new Set([id, ...near.map((term) => term.id)])]
  }

  /** Hides all that hangs together with a quantity, zeros too, for a reason that tells no range. False: already so. */
  hideTogether(id: string): boolean {
    const reached = new Set([id])
    for (const next of reached) for (const near of this.neighbours(next)) reached.add(near)
    const before = this.together.size
    for (const next of reached) if (this.hideable(next)) this.together.add(next)
    return this.together.size > before
  }

  /** The cheapest witness for a quantity: cost 0 = nothing more needs hiding; null = none within the budget. */
  find(id: string, hidden: ReadonlySet<string>): Witness | null {
    let best: Witness | null = null
    for (const step of [1, -1] as const) {
      const found = this.#from(id, step, hidden, best?.cost ?? Infinity)
      if (found && found.cost < (best?.cost ?? Infinity)) best = found
      if (best?.cost === 0) break
    }
    return best
  }

  #from(id: string, step: 1 | -1, hidden: ReadonlySet<string>, bound: number): Witness | null {
    const change = new Map<string, 1 | -1>()
    const off = new Map<number, number>()
    let nodes = 0
    let best: Witness | null = null
    const limit = () => best?.cost ?? bound

    const move = (variable: Variable, by: 1 | -1, direction: 1 | -1) => {
      if (direction === 1) change.set(variable.id, by)
      else change.delete(variable.id)
      for (const { equation, sign } of variable.equations)
        off.set(equation, (off.get(equation) ?? 0) + direction * sign * by)
    }
    const repair = (cost: number): void => {
      nodes += 1
      if (nodes > NODE_BUDGET || cost >= limit()) return
      const broken = [...off].find(([, difference]) => difference !== 0)
      if (!broken) {
        best = { cost, changed: [...change.keys()] }
        return
      }
      const [equation, difference] = broken
      for (const { id: other, sign } of this.#members[equation] ?? []) {
        const by = difference * sign > 0 ? -1 : 1
        const variable = this.#variable(other)
        if (change.has(other) || !this.#believable(variable, by)) continue
        const more = this.#costOf(variable, hidden)
        if (cost + more >= limit()) continue
        move(variable, by, 1)
        repair(cost + more)
        move(variable, by, -1)
        if (nodes > NODE_BUDGET || limit() === 0) return
      }
    }

    const start = this.#variable(id)
    if (!this.#believable(start, step)) return null
    move(start, step, 1)
    repair(this.#costOf(start, hidden))
    return best
  }

  #costOf = (variable: Variable, hidden: ReadonlySet<string>) =>
    variable.kind === 'latent' || hidden.has(variable.id) ? 0 : variable.cost

  /** Whether the value moved by one still fits what the reader is told about a hidden quantity. */
  #believable({ id, kind, value }: Variable, by: 1 | -1): boolean {
    const next = value + by
    if (kind === 'fixed') return false
    if (kind === 'latent' || this.together.has(id)) return next >= 0
    if (value > 0 && value < this.#threshold) return next > 0 && next < this.#threshold
    return value > 0 && next >= this.#threshold
  }

  #variable(id: string): Variable {
    const found = this.#variables.get(id)
    if (!found) throw new Error(`suppression: no quantity ${id}`)
    return found
  }
}
