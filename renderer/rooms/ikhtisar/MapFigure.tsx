import type { Coverage, OverviewMap } from '../../../shared/contract/results/overview'
import type { AnswerState } from '../../api/useAnswer'
import { useUnits } from '../../api/useUnits'
import { MapChart } from '../../charts/MapChart'
import { MapLegend } from '../../charts/MapLegend'
import { TileMap } from '../../charts/TileMap'
import { useFilter } from '../../state/useFilter'
import { useLiveRoute, useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { Segments } from '../../ui/Segments'
import { AnswerFigure } from './AnswerFigure'
import { comparedLevel, comparedLevels, type ComparedLevel } from '../../state/comparedLevel'
import { matterOf } from '../../../shared/sentences/matter'
import { mapView } from './viewModel'

interface Props {
  answer: AnswerState<OverviewMap>
  coverage: Coverage | undefined
  className: string
  /** level of the units drawn; undefined where the unit has none below it */
  level: ComparedLevel | undefined
}

/** Up to this many units their tiles stand beside the map; more of them stand below it. */
const MOST_BESIDE = 60

/** Cases whose own place is not known, of those that match. */
const unknownAreas = ({ unknown: { district, matching } }: Coverage) => ({
  n: Math.round(district * matching),
  total: matching,
})

/** The level that is drawn, and the ways up and to the region. Shows at once what was chosen. */
function WhereBar() {
  const { t } = useText()
  const { filter, href, params, setParams } = useLiveRoute()
  const units = useUnits()
  const own = filter.unit === undefined ? undefined : units.byCode.get(filter.unit)
  const levels = comparedLevels(own?.level)
  const level = comparedLevel(params['level'], levels)
  const above = own && units.ancestors(own.code).at(-1)
  if (levels.length <= 1 && !own) return null
  return (
    <div className="rowline where-bar">
      {levels.length > 1 && level && (
        <Segments
          label={t('map.level')}
          items={levels.map((id) => ({ id, label: t.code('level', id) }))}
          selected={level}
          onSelect={(id) => setParams({ level: id })}
        />
      )}
      {own && <LinkButton href={href('wilayah')}>{t('map.openRegion', { name: own.name })}</LinkButton>}
      {own && (
        <LinkButton href={href('ikhtisar', { filter: { unit: above?.code }, params: {} })}>
          {t('map.up', { name: above?.name ?? t('level.nation') })}
        </LinkButton>
      )}
    </div>
  )
}

/** Where: nation, Polda, Polres on the map and on tiles of equal size; a unit opens the map of those below it. */
export function MapFigure({ answer, coverage, className, level }: Props) {
  const words = useText()
  const { t } = words
  const [filter] = useFilter()
  const { go } = useRoute()
  const units = useUnits()
  const own = filter.unit === undefined ? undefined : units.byCode.get(filter.unit)
  const word = t.code('level', level ?? own?.level ?? 'polda')
  const open = (unit: string) =>
    units.children(unit).length > 0
      ? go('ikhtisar', { filter: { unit }, params: {} })
      : go('wilayah', { filter: { unit } })
  const groupOf = (unit: string) => units.ancestors(unit).at(-1) ?? { code: '', name: '' }
  return (
    <AnswerFigure
      id="peta"
      answer={answer}
      title={t('overview.map.title', { matter: t(`overview.matter.${matterOf(filter)}`) })}
      view={(map) => mapView(map, word, { filter, coverage, words })}
      isEmpty={(map) => map.units.length === 0}
      className={className}
      legend={answer.data && <MapLegend map={answer.data} {...(coverage && { unknown: unknownAreas(coverage) })} />}
    >
      {(map) => {
        const placed = map.units.some(({ areas }) => areas.length > 0)
        const beside = placed && map.units.length <= MOST_BESIDE
        return (
          <>
            <WhereBar />
            <div className={beside ? 'where' : 'where alone'}>
              {placed && <MapChart map={map} label={t('map.label', { level: word })} onOpen={open} />}
              <TileMap map={map} label={t('map.tiles', { level: word })} onOpen={open} groupOf={groupOf} />
            </div>
          </>
        )
      }}
    </AnswerFigure>
  )
}
