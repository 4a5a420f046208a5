/** Every count of a report once, however many tables show it, with the sums that a reader can do. */
import { suppress, type Equation, type Quantity, type SuppressionReason } from '../../../shared/report/suppression'

type Hidden = ReadonlyMap<string, SuppressionReason>

export class CountBook {
  readonly #quantities = new Map<string, Quantity>()
  readonly #equations: Equation[] = []
  readonly #below: CountBook[] = []

  /**
   * A book of its own for counts below those of this one, such as the Polres of a Polda: what both show is given there and
   * only the rest is hidden. One search over hundreds of units would take too long.
   */
  below(): CountBook {
    const book = new CountBook()
    this.#below.push(book)
    return book
  }

  /** Enters a count under a name and returns the name. A name stands for one value. */
  enter(id: string, value: number, kind: Quantity['kind'] = 'shown'): string {
    const known = this.#quantities.get(id)
    if (known && known.value !== value) throw new Error(`report: ${id} is ${known.value} and ${value}`)
    if (!known) this.#quantities.set(id, { id, value, kind })
    return id
  }

  /** The name of a count that other tables show too, if it has the same value there; else a name of its own. */
  sameAs(known: string, id: string, value: number, kind: Quantity['kind'] = 'shown'): string {
    return this.#quantities.get(known)?.value === value ? known : this.enter(id, value, kind)
  }

  /** The unit that a count tells of; null = several or none. */
  unitOf = (id: string): string | null => / (?:of|matured|in time) ([A-Z]+(?:-[A-Z0-9.]+)+)$/.exec(id)?.[1] ?? null

  knows = (id: string): boolean => this.#quantities.has(id)

  value(id: string): number {
    const known = this.#quantities.get(id)
    if (!known) throw new Error(`report: no count ${id}`)
    return known.value
  }

  /** total = Σ plus − Σ minus. What is missing is a difference between books that the report shows. */
  sum(total: string, plus: readonly string[], minus: readonly string[] = []): void {
    const terms: { id: string; sign: 1 | -1 }[] = [
      ...plus.map((id) => ({ id, sign: 1 as const })),
      ...[...minus, total].map((id) => ({ id, sign: -1 as const })),
    ]
    const gap = terms.reduce((sum, { id, sign }) => sum - sign * this.value(id), 0)
    if (gap !== 0) {
      const id = this.enter(`gap of ${total} #${this.#equations.length}`, Math.abs(gap), 'fixed')
      terms.push({ id, sign: gap > 0 ? 1 : -1 })
    }
    this.#equations.push(terms)
  }

  /** A part of a whole: the rest is shown nowhere, but anybody can take it from the two. */
  partOf(part: string, whole: string): void {
    const rest = this.value(whole) - this.value(part)
    if (rest < 0 || part === whole) return
    this.sum(whole, [part, this.enter(`${whole} without ${part}`, rest, 'latent')])
  }

  /** What must be hidden under a threshold; null hides nothing. */
  hidden(threshold: number | null): Map<string, SuppressionReason> {
    if (threshold === null) return new Map()
    const hidden = suppress([...this.#quantities.values()], this.#equations, threshold)
    for (const book of this.#below)
      for (const [id, reason] of book.#hiddenUnder(this, hidden, threshold)) hidden.set(id, reason)
    return hidden
  }

  /**
   * What is hidden here beside another book: what that one shows is given; of a sum that it hides all parts are hidden, so
   * that nothing leads to it.
   */
  #hiddenUnder(above: CountBook, hidden: Hidden, threshold: number): Iterable<[string, SuppressionReason]> {
    const isGiven = (id: string) => above.#quantities.has(id)
    const lost = new Set(
      this.#equations
        .filter((terms) => terms.some(({ id }) => isGiven(id) && hidden.has(id)))
        .flatMap((terms) => terms.map(({ id }) => id))
        .filter((id) => !isGiven(id) && this.#quantities.get(id)?.kind !== 'latent'),
    )
    const kindOf = ({ id, kind }: Quantity): Quantity['kind'] =>
      lost.has(id) || (isGiven(id) && hidden.has(id)) ? 'latent' : isGiven(id) ? 'fixed' : kind
    const quantities = [...this.#quantities.values()].map((item) => ({ ...item, kind: kindOf(item) }))
    const more = suppress(quantities, this.#equations, threshold)
    return [...more, ...[...lost].map((id): [string, SuppressionReason] => [id, 'together'])]
  }
}
