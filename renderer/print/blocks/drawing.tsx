import { useMemo, type ReactNode } from 'react'
import type { OverviewMap } from '../../../shared/contract/results/overview'
import type { ReportChart, ReportFigure, ReportGroup } from '../../../shared/report/model'
import { BacklogBars } from '../../charts/BacklogBars'
import { ControlChart as ChannelControl } from '../../charts/channel/ControlChart'
import { ControlChart } from '../../charts/ControlChart'
import { CurveChart } from '../../charts/CurveChart'
import { FlowTable } from '../../charts/FlowTable'
import { FunnelChart, FunnelLegend } from '../../charts/FunnelChart'
import { drawAreas } from '../../charts/map/areas'
import { layoutTiles } from '../../charts/map/tileLayout'
import { MapChart } from '../../charts/MapChart'
import { MapLegend } from '../../charts/MapLegend'
import { heightOfLines, SmallLines } from '../../charts/SmallLines'
import { TileMap } from '../../charts/TileMap'
import { useText } from '../../text/useText'

/** px of the text column: 210 mm less the margins. */
export const COLUMN = 665
const HIGHEST_MAP = 330

/** Drawings have their size from the start: nothing is measured on paper. */
export function Drawing({ figure }: { figure: ReportFigure }): ReactNode {
  const { chart, title, sentence } = figure
  const label = `${title} ${sentence}`
  switch (chart.kind) {
    case 'trend':
      return <ControlChart trend={chart.data} label={label} printing={{ width: COLUMN, height: 180 }} />
    case 'curve':
      return <CurveChart curve={chart.data} stage={chart.stage} label={label} printing={{ width: 390, height: 290 }} />
    case 'backlog':
      return (
        <BacklogBars
          backlog={chart.data}
          label={label}
          printing={{ width: 400, height: chart.data.buckets.length * 38 + 12 }}
        />
      )
    case 'flow':
      return <FlowTable flow={chart.data} label={label} />
    case 'funnel':
      return (
        <>
          <FunnelChart
            funnel={chart.data}
            targetGiven={chart.targetGiven}
            label={label}
            printing={{ width: COLUMN, height: 330 }}
          />
          <FunnelLegend funnel={chart.data} hidden={chart.hidden} />
        </>
      )
    case 'map':
      return hasAreas(chart.data) ? (
        <>
          <Areas map={chart.data} label={label} />
          <MapLegend map={chart.data} />
        </>
      ) : null
    case 'months':
      return <Months chart={chart} label={label} />
    case 'controls':
      return <Controls charts={chart.charts} />
    case 'bars':
      return null
    case 'none':
      return chart.reason && <p className="note">{chart.reason}</p>
  }
}

/** Whether there is a map; without areas the tiles stand alone. */
export const hasAreas = ({ units }: OverviewMap) => units.some(({ areas }) => areas.length > 0)

function Areas({ map, label }: { map: OverviewMap; label: string }) {
  const height = useMemo(() => {
    const drawn = drawAreas(
      map.units.filter(({ areas }) => areas.length > 0),
      COLUMN,
    )
    return Math.min(HIGHEST_MAP, Math.ceil(drawn.height))
  }, [map])
  return <MapChart map={map} label={label} printing={{ width: COLUMN, height }} />
}

/** One tile a unit, all of one size, below the map or in its place. */
export function Tiles({ map, level, groups }: { map: OverviewMap; level: string; groups: readonly ReportGroup[] }) {
  const { t } = useText()
  const groupOf = useMemo(() => {
    const of = new Map(groups.flatMap((group) => group.units.map((unit) => [unit, group] as const)))
    return (unit: string) => of.get(unit) ?? { code: '', name: '' }
  }, [groups])
  const height = useMemo(() => layoutTiles(map.units, COLUMN, groupOf).height, [map, groupOf])
  const words = t('map.tiles', { level })
  return (
    <div className="tiles-print">
      <p className="caption">{words}</p>
      <TileMap map={map} groupOf={groupOf} label={words} printing={{ width: COLUMN, height }} />
      {!hasAreas(map) && <MapLegend map={map} />}
    </div>
  )
}

type Kind<K extends ReportChart['kind']> = Extract<ReportChart, { kind: K }>

function Months({ chart: { data, suppressed }, label }: { chart: Kind<'months'>; label: string }) {
  const { t } = useText()
  return (
    <>
      <SmallLines
        data={data}
        named={null}
        suppressed={suppressed}
        label={label}
        printing={{ width: COLUMN, height: heightOfLines(data, COLUMN) }}
      />
      {suppressed.some((months) => months.some(Boolean)) && <p className="note">{t('months.suppressed')}</p>}
    </>
  )
}

/** Small charts in two columns, each under its own question. */
function Controls({ charts }: Pick<Kind<'controls'>, 'charts'>) {
  const { t } = useText()
  return (
    <div className="controls">
      {charts.map(({ title, format, data }) => (
        <div key={title}>
          <p className="caption">{title}</p>
          {data ? (
            <ChannelControl chart={data} format={format} label={title} printing={{ width: 322, height: 150 }} />
          ) : (
            <p className="note">{t('report.chart.suppressed')}</p>
          )}
        </div>
      ))}
    </div>
  )
}
