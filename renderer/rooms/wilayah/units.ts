/** The units under a unit, one by one: order, words, sums. Pure. */
import type { Coverage } from '../../../shared/contract/results/overview'
import type { UnitLine } from '../../../shared/contract/results/region'
import { placeName, rangeText, shareText, type Sentence, type Words } from '../../../shared/sentences/words'

const UNIT_SORTS = ['code', 'name', 'received', 'sp3d', 'open', 'over_90'] as const
export type UnitSort = (typeof UNIT_SORTS)[number]
export interface UnitOrder {
  by: UnitSort
  descending: boolean
}
/** The alphabet of the places: a Polresta stands among the Polres. */
export const ALPHABET: UnitOrder = { by: 'name', descending: false }

/** The order as it stands in the location; anything unknown is the alphabet. */
export function readOrder(params: Readonly<Record<string, string | undefined>>): UnitOrder {
  const by = UNIT_SORTS.find((sort) => sort === params['sort'])
  return by === undefined ? ALPHABET : { by, descending: params['desc'] === '1' }
}
export const orderParams = ({ by, descending }: UnitOrder) => ({ sort: by, desc: descending ? '1' : '0' })

const value = (line: UnitLine, by: UnitSort): number | string | null => {
  if (by === 'code') return line.unit
  if (by === 'name') return placeName(line.name)
  return by === 'sp3d' ? line.sp3d.value : line[by]
}

/** Sorted by the person's choice; units without a value come last whichever the direction; ties by the alphabet. */
export function sortUnits(lines: readonly UnitLine[], { by, descending }: UnitOrder): UnitLine[] {
  const sign = descending ? -1 : 1
  const alphabet = (a: UnitLine, b: UnitLine) =>
    placeName(a.name).localeCompare(placeName(b.name), 'id') || a.unit.localeCompare(b.unit)
  return lines.toSorted((a, b) => {
    const [x, y] = [value(a, by), value(b, by)]
    if (x === null || y === null) return x === y ? alphabet(a, b) : x === null ? 1 : -1
    const order = typeof x === 'string' || typeof y === 'string' ? String(x).localeCompare(String(y), 'id') : x - y
    return order === 0 ? alphabet(a, b) : order * sign
  })
}

/** A click on a header: words ascend first, numbers descend first; a second click turns it round. */
export function nextOrder(order: UnitOrder, by: UnitSort): UnitOrder {
  if (order.by === by) return { by, descending: !order.descending }
  return { by, descending: by !== 'code' && by !== 'name' }
}

/** "33.02" of `POLRES-33.02`: the level is said by the title. */
export const shortCode = (unit: string): string => unit.slice(unit.indexOf('-') + 1)

/** "18 dari 34", "53%", "37% s.d. 69%"; null where no case has matured. */
export function sp3dWords(
  { sp3d }: UnitLine,
  words: Words,
): { counts: string; share: string; interval: string } | null {
  const { t, f } = words
  const { value: part, numerator, denominator, low, high } = sp3d
  if (part === null || numerator === null || denominator === null) return null
  const text = (share: number) => shareText(share, 0, words)
  return {
    counts: t('region.units.ofTotal', { n: f.count(numerator), total: f.count(denominator) }),
    share: text(part),
    interval: low === null || high === null ? '' : rangeText(text(low), text(high), words),
  }
}

/** What stands under "note": outside which limit, too few cases, open questions. */
export interface UnitNote {
  flag: 'alarm' | 'alert' | null
  text: string
}
export function noteOf({ flag, questions }: UnitLine, { t, f }: Words): UnitNote | null {
  if (flag.endsWith('alarm')) return { flag: 'alarm', text: t('funnel.alarm') }
  if (flag.endsWith('alert')) return { flag: 'alert', text: t('funnel.alertPoint') }
  if (questions > 0) return { flag: null, text: t('region.units.questions', { n: f.count(questions) }) }
  return flag === 'insufficient' ? { flag: null, text: t('region.units.insufficient') } : null
}

export interface UnitTotals {
  received: number
  open: number
  over90: number
  met: number
  matured: number
}
/** Sums over the lines; shares are never averaged, their counts are added. */
export const totalsOf = (lines: readonly UnitLine[]): UnitTotals => ({
  received: lines.reduce((sum, { received }) => sum + received, 0),
  open: lines.reduce((sum, { open }) => sum + open, 0),
  over90: lines.reduce((sum, { over_90 }) => sum + over_90, 0),
  met: lines.reduce((sum, { sp3d }) => sum + (sp3d.numerator ?? 0), 0),
  matured: lines.reduce((sum, { sp3d }) => sum + (sp3d.denominator ?? 0), 0),
})

/** Months shown as delivery marks: the last ones of the period. */
export const DELIVERY_MONTHS = 3

/** Who is missing in the last month, of all units expected to report under the place, and how many they are. */
function missingIn(month: string, lines: readonly UnitLine[], coverage: Coverage | undefined) {
  // A Polsek delivers nothing itself: the exports of its Polres cover it.
  const own = lines.every(({ level }) => level !== 'polsek')
  if (own && coverage) {
    const names = coverage.missing.filter(({ months }) => months.includes(month)).map(({ name }) => name)
    return { own, names, expected: coverage.units_expected }
  }
  const missing = lines.filter(({ delivery }) => delivery.at(-1)?.state === 'missing')
  return { own, names: missing.map(({ name }) => name), expected: lines.length }
}

/** Whether all reported, and in what order the units stand. */
export function unitsSentence(
  lines: readonly UnitLine[],
  order: UnitOrder,
  coverage: Coverage | undefined,
  words: Words,
): Sentence {
  const { t, f } = words
  const caution =
    order.by === 'name' && !order.descending
      ? t('region.units.order')
      : t('region.units.orderSorted', { column: columnName(order.by, words).toLocaleLowerCase(t.language) })
  const month = lines[0]?.delivery.at(-1)?.month
  if (month === undefined) return { kind: 'quiet', answer: '', caution }
  const said = f.month(month)
  const { own, names, expected } = missingIn(month, lines, coverage)
  const [first] = names
  if (!first)
    return {
      kind: 'quiet',
      answer: t(own ? 'region.units.allReported' : 'region.units.allCovered', {
        n: f.count(expected),
        month: said,
      }),
      caution,
    }
  const answer =
    names.length === 1
      ? t(own ? 'region.units.oneMissing' : 'region.units.oneUncovered', { name: first, month: said })
      : t(own ? 'region.units.someMissing' : 'region.units.someUncovered', {
          n: f.count(names.length),
          total: f.count(expected),
          month: said,
        })
  return { kind: 'signal', answer, caution }
}

const COLUMN = {
  code: 'region.units.code',
  name: 'region.units.name',
  received: 'region.units.received',
  sp3d: 'region.units.sp3d',
  open: 'region.units.open',
  over_90: 'region.units.over90',
} as const satisfies Record<UnitSort, string>
export const columnName = (by: UnitSort, { t }: Words): string => t(COLUMN[by])
