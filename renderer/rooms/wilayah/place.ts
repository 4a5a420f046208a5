/** Where the region's room stands: the unit, its parents, the units under it, and what they are called. Pure. */
import type { UnitNode } from '../../../shared/contract/results/data'
import type { RegionHeader } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { FORMAL_CHANNELS } from '../../state/defaults'
import { placeName, type Words } from '../../../shared/sentences/words'

export interface Place {
  /** null: the nation */
  unit: string | null
  /** "Polda Jawa Tengah"; for the nation "Nasional" */
  title: string
  /** "Jawa Tengah"; within sentences */
  name: string
  level: string
  parents: readonly { unit: string; name: string }[]
  children: readonly { level: string; count: number }[]
  header: RegionHeader | null
}

/** The nation as the tree of units knows it: no query of its own is needed. */
export function nationPlace(tree: readonly UnitNode[], { t }: Words): Place {
  const counts = new Map<string, number>()
  for (const { level } of tree) counts.set(level, (counts.get(level) ?? 0) + 1)
  return {
    unit: null,
    title: t('region.nation'),
    name: t('region.place.nation'),
    level: 'nation',
    parents: [],
    children: ['polda', 'polres', 'polsek'].flatMap((level) => {
      const count = counts.get(level) ?? 0
      return count > 0 ? [{ level, count }] : []
    }),
    header: null,
  }
}

export const unitPlace = (header: RegionHeader): Place => ({
  unit: header.unit,
  title: header.name,
  name: placeName(header.name),
  level: header.level,
  parents: header.parents,
  children: header.children,
  header,
})

/** The word for the units directly below: "Polres". Null when there are none. */
export const childLevel = ({ children }: Place, { t }: Words): string | null => {
  const [first] = children
  return first ? t.code('level', first.level) : null
}

export interface PathStep {
  label: string
  /** the unit it leads to; null = the nation; undefined = plain text */
  unit?: string | null
}

/** Nation → Polda → Polres → Polsek; what stands below is told as counts. */
export function pathOf(place: Place, { t, f }: Words): PathStep[] {
  const below = place.children.map(({ level, count }) => ({
    label: t('region.units', { n: f.count(count), level: t.code('level', level) }),
  }))
  if (place.unit === null) return [{ label: t('region.nation') }, ...below]
  return [
    { label: t('region.nation'), unit: null },
    ...place.parents.map(({ unit, name }) => ({ label: name, unit })),
    { label: place.title },
    ...below,
  ]
}

/** What the filter counts, in a word: cases, complaints, or formal complaints. */
export function nounOf({ subjects, channels }: Filter, { t }: Words): string {
  if (subjects?.length !== 1 || subjects[0] !== 'complaint') return t('region.noun.cases')
  const formal = channels !== undefined && channels.every((channel) => FORMAL_CHANNELS.some((code) => code === channel))
  return t(formal ? 'region.noun.formal' : 'region.noun.complaints')
}
