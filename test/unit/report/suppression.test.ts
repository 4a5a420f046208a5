import { describe, expect, test } from 'vitest'
import { suppress, type Equation, type Quantity } from '../../../shared/report/suppression'

/** A table of counts with row totals, column totals and a grand total. */
function table(cells: number[][]): { quantities: Quantity[]; equations: Equation[] } {
  const columns = cells[0]?.length ?? 0
  const at = (row: number, column: number) => cells[row]?.[column] ?? 0
  const rows = cells.length
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0)
  const list = (n: number) => Array.from({ length: n }, (_, index) => index)
  const quantities: Quantity[] = [
    ...list(rows).flatMap((r) =>
      list(columns).map((c) => ({ id: `${r},${c}`, value: at(r, c), kind: 'shown' as const })),
    ),
    ...list(rows).map((r) => ({
      id: `row ${r}`,
      value: sum(list(columns).map((c) => at(r, c))),
      kind: 'total' as const,
    })),
    ...list(columns).map((c) => ({
      id: `column ${c}`,
      value: sum(list(rows).map((r) => at(r, c))),
      kind: 'total' as const,
    })),
    { id: 'all', value: sum(cells.flat()), kind: 'total' },
  ]
  const plus = (id: string) => ({ id, sign: 1 as const })
  const equations: Equation[] = [
    ...list(rows).map((r) => [...list(columns).map((c) => plus(`${r},${c}`)), { id: `row ${r}`, sign: -1 as const }]),
    ...list(columns).map((c) => [
      ...list(rows).map((r) => plus(`${r},${c}`)),
      { id: `column ${c}`, sign: -1 as const },
    ]),
    [...list(rows).map((r) => plus(`row ${r}`)), { id: 'all', sign: -1 as const }],
    [...list(columns).map((c) => plus(`column ${c}`)), { id: 'all', sign: -1 as const }],
  ]
  return { quantities, equations }
}

/**
 * The attacker: knows what is shown, every sum, the threshold and each reason; tries every table that fits. Shares no
 * code with the search. Returns the hidden quantities that can only have one value (up to `slack` above the truth);
 * null = too many tables to try.
 */
function found(
  quantities: readonly Quantity[],
  equations: readonly Equation[],
  hidden: Map<string, string>,
  threshold: number,
  slack = 3,
): string[] | null {
  const unknown = quantities.filter(({ id, kind }) => hidden.has(id) || kind === 'latent')
  const domain = ({ id, value }: Quantity): number[] => {
    const all = Array.from({ length: value + slack + threshold }, (_, index) => index)
    const reason = hidden.get(id)
    if (reason === 'primary') return all.filter((v) => v >= 1 && v < threshold)
    if (reason === 'secondary') return all.filter((v) => v === 0 || v >= threshold)
    return all
  }
  const domains = unknown.map(domain)
  const index = new Map(unknown.map(({ id }, position) => [id, position]))
  const truth = new Map(quantities.map(({ id, value }) => [id, value]))
  const sums = equations.map((terms) => ({
    known: terms.filter(({ id }) => !index.has(id)).reduce((a, { id, sign }) => a + sign * (truth.get(id) ?? 0), 0),
    open: terms.filter(({ id }) => index.has(id)).map(({ id, sign }) => ({ at: index.get(id) ?? 0, sign })),
  }))
  const seen = unknown.map(() => new Set<number>())
  const value: number[] = []
  const fits = (depth: number) =>
    sums.every(({ known, open }) => {
      let low = known
      let high = known
      for (const { at, sign } of open) {
        const options = domains[at] ?? []
        const [least, most] = at < depth ? [value[at] ?? 0, value[at] ?? 0] : [options[0] ?? 0, options.at(-1) ?? 0]
        low += sign === 1 ? least : -most
        high += sign === 1 ? most : -least
      }
      return low <= 0 && high >= 0
    })
  let budget = 400_000
  const visit = (depth: number): void => {
    if (budget-- <= 0 || seen.every((values) => values.size > 1)) return
    if (depth === unknown.length) {
      for (const [position, values] of seen.entries()) values.add(value[position] ?? 0)
      return
    }
    for (const option of domains[depth] ?? []) {
      value[depth] = option
      if (fits(depth + 1)) visit(depth + 1)
    }
  }
  visit(0)
  if (budget <= 0) return null
  // Latent quantities need protection only when they are small themselves.
  return unknown
    .filter(
      ({ id, value: true_ }, position) =>
        (hidden.has(id) || (true_ > 0 && true_ < threshold)) && (seen[position]?.size ?? 0) < 2,
    )
    .map(({ id }) => id)
}

/** Small deterministic generator (mulberry32). */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const line = (values: number[]): { quantities: Quantity[]; equations: Equation[] } => ({
  quantities: [
    ...values.map((value, index) => ({ id: `${index}`, value, kind: 'shown' as const })),
    { id: 'all', value: values.reduce((a, b) => a + b, 0), kind: 'total' },
  ],
  equations: [[...values.map((_, index) => ({ id: `${index}`, sign: 1 as const })), { id: 'all', sign: -1 as const }]],
})
const hide = ({ quantities, equations }: { quantities: Quantity[]; equations: Equation[] }, threshold = 10) =>
  suppress(quantities, equations, threshold)

describe('one line of counts with its total', () => {
  test('nothing small, nothing hidden; zeros stay', () => {
    expect(hide(line([0, 10, 250])).size).toBe(0)
  })
  test('one small count takes the smallest other with it, not the total', () => {
    expect([...hide(line([7, 40, 12, 90]))]).toEqual([
      ['0', 'primary'],
      ['2', 'secondary'],
    ])
  })
  test('two small counts protect each other', () => {
    expect([...hide(line([7, 4, 90])).keys()]).toEqual(['0', '1'])
  })
  test('two ones whose sum gives them away take a third', () => {
    expect([...hide(line([1, 1, 30])).keys()]).toEqual(['0', '1', '2'])
  })
  test('a pair at the edge is not enough: 1 and 10 are the only way to 11', () => {
    const hidden = hide(line([1, 10, 44]))
    expect([...hidden.keys()]).toEqual(['0', '2'])
    expect(
      found(
        line([1, 10, 44]).quantities,
        line([1, 10, 44]).equations,
        new Map([
          ['0', 'primary'],
          ['1', 'secondary'],
        ]),
        10,
      ),
    ).toEqual(['0', '1'])
  })
  test('a single count takes its total along', () => {
    expect([...hide(line([5, 0, 0])).keys()].toSorted()).toEqual(['0', 'all'])
  })
})

test('a small complement hides the count from which it could be taken', () => {
  const quantities: Quantity[] = [
    { id: 'in time', value: 22, kind: 'shown' },
    { id: 'late', value: 3, kind: 'latent' },
    { id: 'matured', value: 25, kind: 'total' },
  ]
  const sum: Equation = [
    { id: 'in time', sign: 1 },
    { id: 'late', sign: 1 },
    { id: 'matured', sign: -1 },
  ]
  expect([...suppress(quantities, [sum], 10)]).toEqual([['in time', 'secondary']])
})

test('the attacker finds what primary suppression alone leaves open', () => {
  const { quantities, equations } = table([
    [3, 20],
    [40, 50],
  ])
  expect(found(quantities, equations, new Map([['0,0', 'primary']]), 10)).toEqual(['0,0'])
})

test('no hidden cell of 250 tables can be worked out from rows, columns and totals', () => {
  const draw = random(20_261_121)
  let hiddenCells = 0
  let undecided = 0
  for (let round = 0; round < 250; round += 1) {
    const rows = 2 + draw(2)
    const columns = 2 + draw(2)
    const threshold = 3 + draw(5)
    const small = draw(3)
    const cells = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (draw(4) <= small ? draw(threshold + 2) : threshold + draw(12))),
    )
    const { quantities, equations } = table(cells)
    const hidden = suppress(quantities, equations, threshold)
    hiddenCells += hidden.size
    const shownSmall = quantities.filter(({ id, value }) => value > 0 && value < threshold && !hidden.has(id))
    expect(shownSmall, JSON.stringify(cells)).toEqual([])
    const given = found(quantities, equations, hidden, threshold)
    if (given === null) undecided += 1
    else expect(given, `${JSON.stringify(cells)} threshold ${threshold}`).toEqual([])
  }
  expect(hiddenCells).toBeGreaterThan(400)
  expect(undecided).toBeLessThan(12)
}, 30_000)

test('a table of 36 units and three columns is done at once, and hides no more than is needed', () => {
  const draw = random(7)
  const cells = Array.from({ length: 36 }, () => [20 + draw(400), 15 + draw(60), 12 + draw(90)])
  cells[4] = [3, 40, 60]
  const { quantities, equations } = table(cells)
  const started = performance.now()
  const hidden = suppress(quantities, equations, 10)
  expect(performance.now() - started).toBeLessThan(3000)
  expect(hidden.size).toBe(4)
})
