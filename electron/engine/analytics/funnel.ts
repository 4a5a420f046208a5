/** `funnel.proportion`, `funnel.rate`, and the map: units beside one another against one target. */
import type { QueryParams } from '../../../shared/contract/queries'
import type { Funnel, FunnelUnit } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { benjaminiHochberg } from '../../../shared/statistics/falseDiscovery'
import {
  flagOf,
  flagOfZ,
  overdispersion,
  proportionDeviation,
  proportionLimits,
  proportionTails,
  rateDeviation,
  rateLimits,
  rateTails,
  type Deviation,
  type Tails,
} from '../../../shared/statistics/funnel'
import { twoSided } from '../../../shared/statistics/tails'
import type { UnitNode } from '../registry/model'
import type { QueryContext } from './context'
import { PER, exposures, type Base } from './exposure'
import { countOf, measure, receivedSums, type Measure } from './measures'
import { isPresent } from './places'
import { rangeOf, withoutUnit } from './selection'

export const FDR_LEVEL = 0.05

/** Units set beside one another: those directly under the filter's unit; a unit without any stands among its siblings. */
export function comparedUnits(
  context: QueryContext,
  filter: Pick<Filter, 'unit' | 'from' | 'to'>,
  level?: string,
): readonly UnitNode[] {
  const units = standingUnits(context, filter.unit, level)
  return context.places ? units.filter((node) => isPresent(context, node, filter)) : units
}

function standingUnits(context: QueryContext, unit: string | undefined, level?: string): readonly UnitNode[] {
  if (level !== undefined) return inLevel(context, unit, level)
  if (unit === undefined) return context.registry.roots
  const node = context.registry.unit(unit)
  if (!node) return []
  return node.children.length > 0 ? node.children : (node.parent?.children ?? context.registry.roots)
}

/** All units of a level inside a unit, or in the nation. */
function inLevel(context: QueryContext, unit: string | undefined, level: string): readonly UnitNode[] {
  const { low, high } = rangeOf(context, unit)
  return context.registry.units.slice(low, high).filter(({ code, current }) => current.level === level && code !== unit)
}

/** All units of the level of those compared, in the whole nation. */
export function sameLevel(context: QueryContext, units: readonly UnitNode[]): readonly UnitNode[] {
  const level = units[0]?.current.level
  return context.once(`units of ${level}`, () => context.registry.units.filter((unit) => unit.current.level === level))
}

/** The same by their places, close together: the place of each and the first one after all under it. */
const levelPlaces = (context: QueryContext, units: readonly UnitNode[]): { from: Uint32Array; to: Uint32Array } =>
  context.once(`places of ${units[0]?.current.level}`, () => {
    const level = sameLevel(context, units)
    return { from: Uint32Array.from(level, ({ index }) => index), to: Uint32Array.from(level, ({ end }) => end) }
  })

const rangeOfNode = (node: UnitNode) => ({ low: node.index, high: node.end })

const SHARES: Readonly<Record<QueryParams<'funnel.proportion'>['metric'], { of: Measure; among: readonly Measure[] }>> =
  {
    share_first_response_72h: { of: 'answered72h', among: ['matured72h'] },
    share_sp3d_in_time: { of: 'sp3dOnTime', among: ['sp3dOnTime', 'sp3dLate'] },
    share_substantiated: { of: 'substantiated', among: ['closed'] },
    share_reopened: { of: 'reopened', among: ['everClosed'] },
  }

/** Observed and denominator of every unit, for one metric. */
interface Point {
  unit: UnitNode
  observed: number
  n: number
}

export function funnelProportion(context: QueryContext, params: QueryParams<'funnel.proportion'>): Funnel {
  const { metric, target: given, level, ...filter } = params
  const measures = measure(context, filter)
  const { of, among } = SHARES[metric]
  const pointOf = (unit: UnitNode): Point => {
    const count = (name: Measure) => countOf(measures, name, rangeOfNode(unit))
    return { unit, observed: count(of), n: among.reduce((sum, name) => sum + count(name), 0) }
  }
  const units = comparedUnits(context, filter, level)
  const target = given ?? pooled(sameLevel(context, units).map(pointOf))
  const points = units.map(pointOf)
  if (target === null) return empty(metric, 'proportion', points)
  const judge = {
    expected: ({ n }: Point) => n * target,
    tails: ({ observed, n }: Point) => proportionTails(observed, n, target),
    deviation: ({ observed, n }: Point) => proportionDeviation(observed, n, target),
    value: ({ observed, n }: Point) => (n === 0 ? null : observed / n),
  }
  const most = Math.max(0, ...points.map(({ n }) => n))
  return {
    ...compare(points, judge, target > 0 && target < 1),
    metric,
    kind: 'proportion',
    target,
    limits: target > 0 && target < 1 ? grid(most, (n) => proportionLimits(n, target)) : [],
  }
}

/** Observed cases of a unit set against what people (or personnel) and the pooled rate let expect. */
export function funnelRate(context: QueryContext, params: QueryParams<'funnel.rate'>): Funnel {
  const { metric, target: given, level, ...filter } = params
  const base: Base = metric === 'received_per_100k' ? 'population' : 'personnel'
  const { target, points, compared } = rates(context, filter, base, { given, level })
  if (target === null) return empty(metric, 'rate', points)
  const most = Math.max(0, ...points.map(({ n }) => (n * target) / PER[base]))
  return { ...compared, metric, kind: 'rate', target, limits: grid(most, rateLimits) }
}

/** Received cases of the compared units against the pooled rate of their level. `n` = people or personnel that reported. */
export function rates(
  context: QueryContext,
  filter: Filter,
  base: Base,
  { given, level }: { given?: number | undefined; level?: string | undefined } = {},
) {
  const received = context.memo(`received ${JSON.stringify(withoutUnit(filter))}`, () => receivedSums(context, filter), 'medium') // prettier-ignore
  const exposed = exposures(context, filter, base)
  const observedIn = (place: number, end: number) => (received[end] as number) - (received[place] as number)
  const pointOf = (unit: UnitNode): Point => {
    const { index, end } = unit
    return { unit, observed: observedIn(index, end), n: exposed(index, end) }
  }
  const units = comparedUnits(context, filter, level)
  const share = given === undefined ? pooledRate(levelPlaces(context, units), observedIn, exposed) : given / PER[base] // prettier-ignore
  const points = units.map(pointOf)
  const judge = {
    expected: ({ n }: Point) => n * (share ?? 0),
    tails: (point: Point) => rateTails(point.observed, point.n * (share ?? 0)),
    deviation: (point: Point) => rateDeviation(point.observed, point.n * (share ?? 0)),
    value: ({ observed, n }: Point) => (n === 0 ? null : (observed / n) * PER[base]),
  }
  return {
    target: share === null ? null : share * PER[base],
    points,
    compared: compare(points, judge, share !== null && share > 0),
  }
}

function pooled(points: readonly Point[]): number | null {
  const n = points.reduce((sum, point) => sum + point.n, 0)
  return n === 0 ? null : points.reduce((sum, point) => sum + point.observed, 0) / n
}

/** Observed per person or officer of all units of a level that are known to have some. */
function pooledRate(
  { from, to }: ReturnType<typeof levelPlaces>,
  observedIn: (place: number, end: number) => number,
  exposed: (place: number, end: number) => number,
): number | null {
  let [n, observed] = [0, 0]
  for (let i = 0; i < from.length; i++) {
    const [place, end] = [from[i] as number, to[i] as number]
    const people = exposed(place, end)
    if (!(people > 0)) continue
    n += people
    observed += observedIn(place, end)
  }
  return n === 0 ? null : observed / n
}

interface Judge {
  expected: (point: Point) => number
  tails: (point: Point) => Tails
  deviation: (point: Point) => Deviation
  value: (point: Point) => number | null
}
type Compared = Pick<Funnel, 'phi' | 'tau2' | 'units' | 'fdr'>

/** Flags by the exact tails, adjusted flags beside them, and which survive the control of false discoveries. */
function compare(points: readonly Point[], judge: Judge, hasSpread: boolean): Compared {
  const measured = hasSpread ? points.filter(({ n }) => n > 0) : []
  const spread = measured.length > 1 ? overdispersion(measured.map(judge.deviation)) : null
  const units = points.map((point): FunnelUnit => {
    const expected = judge.expected(point)
    const tails = point.n > 0 ? judge.tails(point) : { low: 1, high: 1 }
    const z = spread?.adjusted[measured.indexOf(point)]
    return {
      unit: point.unit.code,
      name: point.unit.current.name,
      n: point.n,
      observed: point.observed,
      expected,
      p_low: tails.low,
      p_high: tails.high,
      flag: flagOf(tails, expected),
      value: judge.value(point),
      adjusted_flag: z === undefined ? 'insufficient' : flagOfZ(z, expected),
    }
  })
  return { phi: spread?.phi ?? null, tau2: spread?.tau2 ?? null, units, fdr: discoveries(units) }
}

/** Benjamini–Hochberg over the units that say enough. */
export function discoveries(units: readonly Pick<FunnelUnit, 'unit' | 'p_low' | 'p_high' | 'flag'>[]): Funnel['fdr'] {
  const tested = units.filter(({ flag }) => flag !== 'insufficient')
  const keep = benjaminiHochberg(tested.map(({ p_low, p_high }) => twoSided(p_low, p_high)), FDR_LEVEL) // prettier-ignore
  return { level: FDR_LEVEL, tested: tested.length, kept: tested.filter((_, i) => keep[i]).map(({ unit }) => unit) }
}

/** Points on which limits are drawn: close together where they bend. */
const GRID = 60
function grid(most: number, limits: (n: number) => Omit<Funnel['limits'][number], 'n'>): Funnel['limits'] {
  if (most < 1) return []
  const steps = new Set(Array.from({ length: GRID }, (_, i) => Math.max(1, Math.round((most * 1.05 * (i + 1) ** 2) / GRID ** 2)))) // prettier-ignore
  return [...steps].map((n) => ({ n, ...limits(n) }))
}

function empty(metric: string, kind: Funnel['kind'], points: readonly Point[]): Funnel {
  const units = points.map(({ unit, n, observed }): FunnelUnit => ({
    unit: unit.code,
    name: unit.current.name,
    n,
    observed,
    expected: 0,
    p_low: 1,
    p_high: 1,
    flag: 'insufficient',
    value: null,
    adjusted_flag: 'insufficient',
  }))
  return { metric, kind, target: null, phi: null, tau2: null, units, limits: [], fdr: { level: FDR_LEVEL, tested: 0, kept: [] } } // prettier-ignore
}
