import type { OverviewMap } from '../../../../shared/contract/results/overview'
import { countsOnly, mapNote, mapSentence, outside, placeKind, type PlacedUnit } from '../../../../shared/sentences/map'
import { matterOf } from '../../../../shared/sentences/matter'
import { plain as words } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftCell, type DraftFigure, type Hidden } from '../draft'
import type { Material, ReportText } from '../material'
import { booksOf, groupsOf, leadBack, type Tree } from './groups'

/** Up to this many units all stand in the table; of more, those outside the limits. */
const MOST_ROWS = 60

/** The units without what must not leave: such a unit holds no figure at all. */
const told = (map: OverviewMap, isHidden: (unit: string) => boolean): OverviewMap => ({
  ...map,
  units: map.units.map((unit): PlacedUnit =>
    isHidden(unit.unit)
      ? { ...unit, received: 0, rate: null, expected: null, p_low: null, p_high: null, flag: 'none', suppressed: true }
      : unit,
  ),
})

const rated = ({ t }: ReportText): DraftFigure['table']['columns'] => [
  { key: 'rate', label: t('report.column.per100k'), format: 'rate' },
  { key: 'expected', label: t('map.expected'), format: 'rate' },
  { key: 'p', label: t('report.column.p'), format: 'probability' },
  { key: 'flag', label: t('report.column.verdict'), format: 'text' },
]

/** Where more or fewer than expected: areas and tiles. `id` tells the figure of the units below from that further down. */
export function mapFigure(
  id: 'map' | 'mapBelow',
  map: OverviewMap | null,
  { filter }: Material,
  book: CountBook,
  text: ReportText,
  tree: Tree,
): DraftFigure | null {
  const first = map?.units[0]
  // Further down there is nothing more to say where nobody can be compared.
  if (!map || !first || (id === 'mapBelow' && map.target === null)) return null
  const { t } = text
  const level = t.code('level', tree.get(first.unit)?.level ?? 'polres')
  const matter = t(`overview.matter.${matterOf(filter)}`)
  const whole = (code: string) => `received of ${code}`
  const { groups, bookOf } = booksOf(map.units, tree, book, whole)
  const ids = new Map<string, string>()
  for (const { unit, received } of map.units)
    ids.set(unit, bookOf(unit).sameAs(whole(unit), `mapped of ${unit}`, received))
  const idOf = (unit: string) => ids.get(unit) ?? ''
  for (const group of groups) leadBack(group.book, book, whole(group.code), group.units.map(idOf))
  const all = map.units.length <= MOST_ROWS
  const listed = all ? map.units : map.units.filter((unit) => outside(unit) !== null)
  // Without people there is no rate to set beside others.
  const bare = countsOnly(map)
  const row = (unit: PlacedUnit): DraftCell[] => {
    const own = [idOf(unit.unit)]
    const none = plain(placeKind(unit) === 'not_reported' ? null : { notApplicable: true })
    const cell = (value: number | null) => (value === null ? none : derived(value, own))
    return [
      plain(unit.name),
      unit.units_reported === 0 ? plain(null) : count(bookOf(unit.unit), idOf(unit.unit)),
      ...(bare
        ? []
        : [
            cell(unit.rate),
            cell(unit.expected),
            cell(unit.p_low === null || unit.p_high === null ? null : Math.min(unit.p_low, unit.p_high)),
            unit.p_low === null ? none : derived(t(`report.flag.${unit.flag}`), own),
          ]),
    ]
  }
  const isHidden = (hidden: Hidden) => (unit: string) => hidden.has(idOf(unit))
  return {
    id,
    title: t('report.map.title', { matter, level }),
    sentence: words(mapSentence(map, level, text)),
    says: map.units.filter((unit) => outside(unit) !== null).map(({ unit }) => idOf(unit)),
    note: mapNote(map, level, filter, text),
    defines: ['metric.received_per_100k'],
    table: {
      caption: t(all ? 'report.map.caption' : 'report.map.captionOutside', { level }),
      columns: [
        { key: 'unit', label: t('report.column.unit'), format: 'text' },
        { key: 'received', label: t('report.column.received'), format: 'count' },
        ...(bare ? [] : rated(text)),
      ],
      rows: listed.map(row),
      total: null,
    },
    chart: (hidden) => ({
      kind: 'map',
      level,
      data: told(map, isHidden(hidden)),
      groups: all ? [] : groupsOf(map.units, tree),
    }),
  }
}
