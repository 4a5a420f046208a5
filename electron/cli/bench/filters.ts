/** Seeded filters, other ones in every round: nothing that a round left behind can answer the next. */
import type { Filter } from '../../../shared/domain/filter'
import { dayText } from '../../../shared/domain/time'
import { CHANNELS, CATEGORIES } from '../../../shared/export/enums'
import { random } from '../../engine/demo/random'
import type { RegistryModel } from '../../engine/registry/model'
import { FILTERS, type FilterName } from './types'
import { FIRST_DAY, LAST_DAY } from './nation'

const YEAR = 365

/** The seven filters of a round; their periods differ in days that no other round asks for. */
export function filtersOf(round: number, registry: RegistryModel): Record<FilterName, Filter> {
  const r = random('bench filters', String(round))
  const some = <T>(values: readonly T[], count: number) =>
    [...values].map((value) => ({ value, key: r.next() })).toSorted((a, b) => a.key - b.key).slice(0, count).map(({ value }) => value) // prettier-ignore
  let used = 0
  // Days before the first and after the last case are free: they make a period new and leave its cases alone.
  const whole = () => {
    const step = round * FILTERS.length + used++
    return { from: dayText(FIRST_DAY - 1 - step), to: dayText(LAST_DAY + 1 + step) }
  }
  const year = () => {
    const from = FIRST_DAY + ((round * 37 + 11 * used++) % 300)
    return { from: dayText(from), to: dayText(from + YEAR - 1) }
  }
  const polda = r.pick(registry.roots.filter((node) => node.children.length > 1))
  const polres = r.pick(registry.units.filter(({ current, children }) => current.level === 'polres' && children.length > 0)) // prettier-ignore
  return {
    all: whole(),
    year: year(),
    cells: { ...whole(), channels: some(CHANNELS, 3), categories: some(CATEGORIES, 4) },
    polda: { ...whole(), unit: polda.code },
    polres: { ...whole(), unit: polres.code },
    combo: { ...year(), unit: r.pick(registry.roots.filter((node) => node.children.length > 1)).code, channels: some(CHANNELS, 4) }, // prettier-ignore
    // thirty cells, more than there are rounds: none is asked twice
    rare: { ...year(), channels: [last(CHANNELS, round % 5)], categories: [last(CATEGORIES, Math.floor(round / 5) % 6)] }, // prettier-ignore
  }
}

/** Of the codes that take fewest cases, counted from the end. */
const last = <T>(codes: readonly T[], back: number): T => codes.at(-1 - back) as T
