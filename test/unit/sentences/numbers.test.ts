/** Each figure of the overview and the regions: its sentence tells the numbers of its query's answer. */
import { describe, expect, test } from 'vitest'
import type { CodeCount } from '../../../shared/contract/results/common'
import { LANGUAGES } from '../../../shared/contract/choices'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { backlogSentence } from '../../../shared/sentences/backlog'
import { codesSentence } from '../../../shared/sentences/codes'
import { coverageSentence } from '../../../shared/sentences/coverage'
import { curveSentence } from '../../../shared/sentences/curve'
import { flowSentence } from '../../../shared/sentences/flow'
import { funnelSentence } from '../../../shared/sentences/funnel'
import { mapSentence } from '../../../shared/sentences/map'
import { profileSentence } from '../../../shared/sentences/profile'
import { questionsSentence } from '../../../shared/sentences/questions'
import { trendSentence } from '../../../shared/sentences/trend'
import { unitMonthsSentence } from '../../../shared/sentences/unitMonths'
import { ask } from '../../helpers/askChannels'
import { figuresTell, FILTERS, some, sum, told } from '../../helpers/figuresTell'
import { waits, type Writing } from '../../helpers/told'

/** The day before a midnight, else the moment's own day, at most the last of the period. */
function lastDay(asOf: string, end: string): string {
  const day = new Date(Date.parse(`${asOf.slice(0, 19)}Z`) - 1).toISOString().slice(0, 10)
  return day < end ? day : end
}

function largest(codes: readonly CodeCount[], w: Writing): string[] {
  const total = sum(codes.map(({ count }) => count))
  if (total === 0) return []
  const known = codes.filter(({ code }) => code !== 'unknown').map(({ count }) => count)
  const unknown = total - sum(known)
  if (unknown === total) return w.part(total, total)
  return [...w.part(Math.max(...known), total), ...(unknown > 0 ? [w.count(unknown), w.share(unknown / total, total)] : [])] // prettier-ignore
}

const TABLE = [
  told({
    query: 'overview.coverage',
    says: coverageSentence,
    kinds: ['quiet', 'signal'],
    numbers: (c, w) => {
      if (c.units_expected === 0) return []
      const open = Math.max(0, c.units_expected - c.units_reported)
      const held = Math.min(c.units_quarantined, open)
      const months = c.unit_months_delivered < c.unit_months_expected ? [w.count(c.unit_months_delivered), w.count(c.unit_months_expected)] : [] // prettier-ignore
      const [from, to] = [c.as_of_min, c.as_of_max].map((asOf) => asOf && lastDay(asOf, c.period.to))
      const cut = from && to && from !== to ? [...w.dates(from), ...w.dates(to)] : []
      const day = c.common_day ? w.dates(c.common_day) : []
      return [...w.part(c.units_reported, c.units_expected), ...day, ...some(open - held, w), ...some(held, w), ...months, ...cut] // prettier-ignore
    },
  }),
  told({
    query: 'overview.flow',
    says: flowSentence,
    kinds: ['insufficient', 'quiet', 'signal'],
    numbers: (flow, w) => {
      if (flow.opening + flow.received + flow.closing + flow.closed === 0) return []
      const off = flow.mismatches.map(({ difference }) => difference)
      const worst = off.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0]
      const units = worst === undefined ? [] : [off.length, sum(off.map(Math.abs)), Math.abs(worst)].map(w.count)
      return [...some(Math.abs(flow.difference), w), ...units, ...some(flow.referred_open, w)]
    },
  }),
  ...(['channel', 'category', 'outcome'] as const).map((kind) =>
    told({
      query: ({ channel: 'overview.byChannel', category: 'overview.byCategory', outcome: 'overview.byOutcome' } as const)[kind],
      says: (codes, words) => codesSentence(codes, kind, words),
      kinds: ['insufficient', 'quiet'],
      numbers: largest,
    }),
  ), // prettier-ignore
  told({
    query: 'overview.questions',
    says: questionsSentence,
    kinds: ['quiet', 'signal'],
    numbers: ({ items, tests }, w) => {
      const open = items.filter(({ disposition }) => disposition === null)
      const strong = open.filter(({ strength }) => strength === 'alarm').length
      return [...some(open.length, w), w.count(tests), ...some(strong, w), ...some(items.length - open.length, w)]
    },
  }),
  told({
    query: 'region.backlog',
    says: backlogSentence,
    kinds: ['quiet', 'signal'],
    numbers: ({ total, over_90, last_year: year, oldest }, w) => {
      const part = (n: number, of: number) => [w.count(n), w.count(of), w.share(of === 0 ? 0 : n / of, 0)]
      if (total === 0) return []
      const now = over_90 === 0 ? [w.count(total), '90'] : [...part(over_90, total), '90']
      return [...now, ...(year ? part(year.over_90, year.total) : []), ...(oldest ? [w.count(oldest.days)] : [])]
    },
  }),
  ...(['first_response', 'progress', 'close'] as const).map((stage) =>
    told({
      query: 'durations.curve',
      more: { stage },
      says: (curve, words) => curveSentence(curve, stage, words),
      kinds: ['insufficient', 'signal'],
      numbers: waits,
    }),
  ),
  told({
    query: 'overview.map',
    more: { level: 'polres' },
    says: (map, words) => mapSentence(map, 'Polres', words),
    kinds: ['insufficient', 'quiet', 'signal'],
    numbers: (map, w) => {
      const reporting = map.units.filter(({ units_reported }) => units_reported > 0)
      const total = sum(map.units.map(({ received }) => received))
      if (reporting.length > 0 && map.units.every(({ population }) => population === null))
        return [w.count(total), w.count(map.units.filter(({ received }) => received > 0).length), w.count(map.units.length)] // prettier-ignore
      const missing = map.units.filter((unit) => unit.units_expected === 0 || unit.units_reported < unit.units_expected)
      if (map.target === null || reporting.length === 0)
        return [...some(missing.length, w), ...some(missing.length - 3, w)]
      const sides = ['high_alarm', 'low_alarm'].map((flag) => map.units.filter((unit) => unit.flag === flag).length)
      return [w.fixed(0.998, 1, 'percent'), ...sides.flatMap((n) => (n > 3 ? [w.count(n)] : [])), w.rate(map.target), w.count(100_000)] // prettier-ignore
    },
  }),
  ...[undefined, 0.2, 0.45].map((target) =>
    told({
      query: 'funnel.proportion',
      more: { level: 'polres', metric: 'share_first_response_72h', ...(target && { target }) },
      says: (funnel, words) => funnelSentence(funnel, 'Polres', target !== undefined, words),
      kinds: ['insufficient', target === undefined ? 'quiet' : 'signal'],
      numbers: (funnel, w) => {
        const tested = funnel.units.filter(({ flag }) => flag !== 'insufficient')
        const few = some(funnel.units.length - tested.length, w)
        if (tested.length === 0 || funnel.target === null) return few
        const target = w.share(funnel.target, 0)
        const [alarms, alerts] = [
          tested.filter(({ flag }) => flag.endsWith('alarm')),
          tested.filter(({ flag }) => flag.endsWith('alert')),
        ]
        if (alarms.length + alerts.length === 0) return ['95%', w.count(tested.length), target, ...few]
        const alert = alerts.length > 0 ? [w.count(alerts.length), '95%'] : []
        const [one] = alarms
        if (!one) return [...alert, target, ...few]
        const evidence =
          alarms.length === 1
            ? [w.count(one.observed), w.count(one.n), w.chance(Math.min(one.p_low, one.p_high))]
            : some(alarms.length - 3, w)
        return [w.fixed(0.998, 1, 'percent'), ...evidence, ...alert, target, ...few]
      },
    }),
  ),
  told({
    query: 'region.unitMonths',
    more: { months: 12 },
    says: (months, words) => unitMonthsSentence(months, 'Polda', words),
    kinds: ['insufficient', 'quiet', 'signal'],
    numbers: ({ months, units: lines }, w) => {
      const end = months.length - 1
      const known = lines.map(({ received }) => ({ last: received[end] ?? null, before: received.slice(Math.max(0, end - 12), end).filter((n) => n !== null) })) // prettier-ignore
      const judged = known.filter(({ last, before }) => last !== null && before.length >= 6)
      if (judged.length === 0) return []
      const [high, low] = [judged.filter(({ last, before }) => last! > Math.max(...before)), judged.filter(({ last, before }) => last! < Math.min(...before))] // prettier-ignore
      const missing = some(known.filter(({ last }) => last === null).length, w)
      const head = [months[end]!.slice(0, 4), w.count(Math.min(12, end))]
      if (high.length + low.length === 0) return [...head, ...missing]
      const more = [high, low].flatMap(({ length }) => (length > 3 ? [w.count(length - 3)] : []))
      return [...head, ...more, w.count((judged.length * 2) / 13), w.count(judged.length), ...missing]
    },
  }),
  told({
    query: 'overview.trend',
    says: trendSentence,
    kinds: ['insufficient', 'quiet'],
    numbers: (trend, w) => {
      const points = trend.points.filter(({ comparable, complete }) => comparable ?? complete)
      if (trend.rare || trend.flat || trend.signals.length > 0) return null
      if (points.length === 0) return []
      if (trend.kind !== 'run') return [w.count(points.length)]
      const cases = sum(points.map(({ received }) => received))
      return points.length < 12 ? [w.count(points.length), '12'] : [w.count(cases), w.count(points.length), '12']
    },
  }),
]

figuresTell(TABLE)

describe.each(LANGUAGES)('in %s', (language) => {
  const words = { t: translator(language), f: formats(language) }
  test('one unit beside its peers: the measures named are those that lie outside, short of their target, or rest on too little', () => {
    const kinds = new Set<string>()
    for (const filter of FILTERS) {
      const { rows } = ask('region.profile', filter)
      const { kind, answer, caution } = profileSentence({ rows, period: { from: '', to: '' } }, words)
      kinds.add(kind)
      const known = rows.filter(({ figure }) => figure.value !== null)
      const enough = ({ figure: { method, denominator, target } }: (typeof rows)[number]) =>
        method === 'poisson' || denominator === null || (method === 'wilson' && target ? denominator * target.value >= 5 : denominator >= 10) // prettier-ignore
      const few = known.filter((row) => !enough(row))
      const short = known.filter((row) => enough(row) && row.figure.target && row.figure.target.value <= 1 && row.figure.high !== null && row.figure.high < row.figure.target.value) // prettier-ignore
      const beside = known.filter((row) => enough(row) && row.peers)
      const outside = beside.filter(({ figure, peers }) => (figure.high ?? figure.value!) < peers!.low || (figure.low ?? figure.value!) > peers!.high) // prettier-ignore
      const named = (text: string) => rows.filter(({ metric }) => text.toLocaleLowerCase().includes(words.t.code('metric', metric).toLocaleLowerCase())).map(({ metric }) => metric) // prettier-ignore
      expect(named(answer)).toEqual(outside.map(({ metric }) => metric))
      const cautioned = known.some(enough) ? [...short, ...few] : few
      expect(named(caution)).toEqual(rows.filter((row) => cautioned.includes(row)).map(({ metric }) => metric))
    }
    expect(kinds.size).toBeGreaterThan(1)
  })
})
