/** The statistics against R (base and the package survival), on generated data and on real complaints. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { cumulativeIncidence, type CompetingLives } from '../../shared/statistics/cumulativeIncidence'
import { adjustedP } from '../../shared/statistics/falseDiscovery'
import { Z95, Z998, countInterval, wilson } from '../../shared/statistics/intervals'
import { kaplanMeier, quantile, type Lives } from '../../shared/statistics/kaplanMeier'
import { sampleQuantile } from '../../shared/statistics/quartiles'
import { binomialLower, binomialUpper, poissonLower, poissonUpper } from '../../shared/statistics/tails'
import { compareWithR, hasR, type Asked } from '../helpers/rOracle'

const TOLERANCE = 1e-8

/** Uniform numbers from a seed (mulberry32), so that every run asks the same. */
function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))

type Single = Required<Lives>
function survival(lives: Single): Asked {
  const curve = kaplanMeier(lives)
  const cuts = [0.25, 0.5, 0.75].map((p) => quantile(curve, p))
  const orNaN = (value: number | null) => value ?? NaN
  return {
    kind: 'km',
    data: { exit: lives.exit, event: lives.event, entry: lives.entry },
    ours: {
      time: curve.time,
      atRisk: curve.atRisk,
      died: curve.died,
      survival: curve.survival,
      error: curve.variance.map(Math.sqrt),
      // R says NA while nobody had the event; here the limits are drawn at 1.
      lower: curve.lower.map((limit, i) => (curve.survival[i] === 1 ? NaN : limit)),
      upper: curve.upper.map((limit, i) => (curve.survival[i] === 1 ? NaN : limit)),
      quantiles: [
        ...cuts.map(({ value }) => orNaN(value)),
        ...cuts.map(({ low }) => orNaN(low)),
        ...cuts.map(({ high }) => orNaN(high)),
      ],
    },
  }
}

type Competing = Required<CompetingLives>
function competing(lives: Competing): Asked {
  const curve = cumulativeIncidence(lives)
  const isDelayed = Array.from(lives.entry).some((entry) => entry >= 0)
  const ours: Record<string, number[]> = { time: curve.time, free: curve.free }
  curve.byOutcome.forEach(({ incidence, variance, lower, upper }, i) => {
    ours[`incidence${i + 1}`] = incidence
    if (isDelayed) return
    ours[`error${i + 1}`] = variance.map(Math.sqrt)
    ours[`lower${i + 1}`] = lower
    ours[`upper${i + 1}`] = upper
  })
  const { exit, outcome, entry, outcomes } = lives
  return { kind: 'ci', data: { exit, outcome, entry, outcomes: [outcomes] }, ours }
}

/** Times with ties; `late`: share that enters after the origin. */
function lives(n: number, seed: number, { spread = 60, censored = 0.3, late = 0 } = {}): Single {
  const random = uniform(seed)
  const entry = many(n, () => (random() < late ? Math.floor(random() * spread * 0.5) : -1))
  const exit = entry.map((from) => Math.max(0, from) + 1 + Math.floor(-Math.log(random()) * spread * 0.4))
  return { exit, entry, event: many(n, () => (random() < censored ? 0 : 1)) }
}
function outcomesOf(held: Single, outcomes: number, seed: number): Competing {
  const random = uniform(seed)
  const outcome = Array.from(held.event, (event) => (event === 0 ? 0 : 1 + Math.floor(random() * outcomes)))
  return { exit: held.exit, entry: held.entry, outcome, outcomes }
}
const single = (exit: number[], event: number[], entry = exit.map(() => -1)): Single => ({ exit, event, entry })

/** Cases of the Detroit data in whole days; those not closed end on the day of the last report. Findings are outcomes. */
function detroit(): Competing {
  const path = join(import.meta.dirname, '../fixtures/detroit/allegations.csv.gz')
  const rows = gunzipSync(readFileSync(path)).toString('utf8').trim().split(/\r?\n/).slice(1)
  const day = (text: string) => Date.parse(text.slice(0, 10).replaceAll('/', '-')) / 86_400_000
  const seen = new Set<string>()
  const cases = rows.flatMap((row) => {
    const [ccr = '', reported = '', , closed = ''] = row.split(',')
    const finding = row.slice(row.lastIndexOf(',') + 1)
    if (seen.has(ccr) || !/^\d{4}\//.test(reported)) return []
    seen.add(ccr)
    return [{ from: day(reported), to: /^\d{4}\//.test(closed) ? day(closed) : null, finding }]
  })
  const end = Math.max(...cases.map(({ from }) => from))
  // Those reported in the first year enter at its end, as if only a later list were held.
  const first = Math.min(...cases.map(({ from }) => from)) + 365
  const kept = cases.map(({ from, to, finding }) => {
    const known = to !== null && to <= end
    return {
      exit: (known ? to : end) - from,
      entry: from < first ? first - from : -1,
      outcome: known ? (finding.startsWith('Sustained') ? 1 : finding.startsWith('Admin') ? 2 : 3) : 0,
    }
  })
  const sound = kept.filter(({ exit, entry }) => exit >= 0 && exit > entry)
  return {
    exit: sound.map(({ exit }) => exit),
    entry: sound.map(({ entry }) => entry),
    outcome: sound.map(({ outcome }) => outcome),
    outcomes: 3,
  }
}

function questions(): Record<string, Asked> {
  const real = detroit()
  const whole = { ...real, entry: Array.from(real.entry, () => -1) }
  const closed = (held: Competing): Single => ({ ...held, event: Array.from(held.outcome, (k) => (k === 0 ? 0 : 1)) })
  const curves: Record<string, Single> = {
    vector: single([3, 5, 6, 7, 8, 10, 12, 12], [1, 0, 1, 1, 0, 1, 1, 0]),
    one: single([4], [1]),
    oneCensored: single([4], [0]),
    allCensored: single([1, 2, 2, 9], [0, 0, 0, 0]),
    allAtOnce: single([5, 5, 5], [1, 1, 1]),
    atOrigin: single([0, 0, 3, 4], [1, 0, 1, 0]),
    flatAtHalf: single([1, 2, 4, 9], [1, 1, 1, 0]),
    flatToTheEnd: single([1, 2, 4, 9], [1, 1, 0, 0]),
    flatQuartiles: single([1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 1, 0, 0]),
    delayed: single([4, 6, 8, 9, 7], [1, 1, 1, 0, 1], [-1, -1, 5, 4, 5]),
    real: closed(whole),
    realDelayed: closed(real),
  }
  for (let seed = 1; seed <= 12; seed++) {
    const n = [7, 25, 80, 400, 3000][seed % 5] as number
    curves[`generated${seed}`] = lives(n, seed, { spread: seed % 3 === 0 ? 8 : 200, censored: (seed % 4) * 0.3 })
    curves[`late${seed}`] = lives(n, 100 + seed, { late: 0.5, spread: 40 })
  }
  const asked: Record<string, Asked> = {}
  for (const [id, held] of Object.entries(curves)) asked[id] = survival(held)
  for (let seed = 1; seed <= 8; seed++) {
    asked[`ci${seed}`] = competing(
      outcomesOf(lives([9, 60, 900][seed % 3] as number, 200 + seed), 1 + (seed % 4), seed),
    )
    asked[`ciLate${seed}`] = competing(outcomesOf(lives(200, 300 + seed, { late: 0.4 }), 2, seed))
  }
  asked['ciReal'] = competing(whole)
  asked['ciRealDelayed'] = competing(real)
  return { ...asked, ...distributions() }
}

/** Tails on the logarithmic scale, where a chance of 1e-200 keeps its digits; those under the smallest double left out. */
function distributions(): Record<string, Asked> {
  const random = uniform(7)
  const isHeld = (tail: number) => tail > 1e-300
  const binomial = [
    ...many(3000, () => {
      const n = 1 + Math.floor(10 ** (random() * 5))
      return { k: Math.floor(random() * (n + 1)), n, p: random() < 0.2 ? random() * 1e-4 : random() }
    }),
    ...many(400, (i) => ({ k: i, n: 400, p: 0.8 })),
  ].filter(({ k, n, p }) => isHeld(binomialLower(k, n, p)) && isHeld(binomialUpper(k, n, p)))
  const poisson = [
    ...many(3000, () => {
      const mean = 10 ** (random() * 6 - 2)
      return { k: Math.floor(mean * random() * 3), mean }
    }),
    ...many(300, (k) => ({ k, mean: 40 })),
  ].filter(({ k, mean }) => isHeld(poissonLower(k, mean)) && isHeld(poissonUpper(k, mean)))
  const counts = [...many(40, (k) => k), 65, 100, 999, 12_345, 1_000_000]
  const shares = many(300, () => {
    const n = 1 + Math.floor(10 ** (random() * 5))
    return { k: Math.floor(random() * (n + 1)), n }
  })
  const p = many(500, (i) => (i % 50 === 0 ? 0.01 : random() ** 3))
  const sample = many(101, () => Math.round(random() * 50))
  const limits = (list: readonly { low: number; high: number }[]) =>
    Object.fromEntries(list.map(({ low, high }, i) => [`limits${i + 1}`, [low, high]]))
  const column = <K extends string>(rows: readonly Readonly<Record<K, number>>[], name: K) =>
    rows.map((row) => row[name])
  return {
    binomial: {
      kind: 'binomial',
      data: { k: column(binomial, 'k'), n: column(binomial, 'n'), p: column(binomial, 'p') },
      ours: {
        lower: binomial.map(({ k, n, p: chance }) => Math.log(binomialLower(k, n, chance))),
        upper: binomial.map(({ k, n, p: chance }) => Math.log(binomialUpper(k, n, chance))),
      },
    },
    poisson: {
      kind: 'poisson',
      data: { k: column(poisson, 'k'), mean: column(poisson, 'mean') },
      ours: {
        lower: poisson.map(({ k, mean }) => Math.log(poissonLower(k, mean))),
        upper: poisson.map(({ k, mean }) => Math.log(poissonUpper(k, mean))),
      },
    },
    wilson: {
      kind: 'wilson',
      data: { k: column(shares, 'k'), n: column(shares, 'n') },
      ours: limits(shares.map(({ k, n }) => wilson(k, n) ?? { low: NaN, high: NaN })),
    },
    count: { kind: 'count', data: { k: counts }, ours: limits(counts.map(countInterval)) },
    bh: { kind: 'bh', data: { p }, ours: { adjusted: adjustedP(p) } },
    sample: {
      kind: 'quantile',
      data: { x: sample },
      ours: { quantiles: [0.1, 0.25, 0.5, 0.75, 0.9].map((at) => sampleQuantile(sample, at) ?? NaN) },
    },
    normal: { kind: 'normal', data: { none: [0] }, ours: { quantiles: [Z95, Z998] } },
  }
}

const isThere = hasR()
const must = process.env['CI'] === 'true'

test.skipIf(!isThere && !must)('every value agrees with R to 1e-8 (needs Rscript with survival)', () => {
  expect(isThere, 'Rscript with the package survival has to be installed where CI=true').toBe(true)
  const { questions: asked, values, largest, unlike } = compareWithR(questions())
  const where = largest ? `${largest.question} ${largest.name}[${largest.at}]` : 'nowhere'
  console.info(
    `R: ${values} values of ${asked} questions compared, largest difference ${largest?.size ?? 0} (${where})`,
  )
  expect(unlike).toEqual([])
  expect(largest?.size ?? 0).toBeLessThanOrEqual(TOLERANCE)
  expect(values).toBeGreaterThan(30_000)
})

test('nobody: an empty curve, where R refuses to answer', () => {
  expect(kaplanMeier({ exit: [], event: [] })).toMatchObject({ n: 0, time: [], survival: [] })
  expect(cumulativeIncidence({ exit: [], outcome: [], outcomes: 2 })).toMatchObject({ n: 0, time: [] })
})
