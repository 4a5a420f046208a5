import { memo, useMemo } from 'react'
import type { MapUnit, OverviewMap } from '../../shared/contract/results/overview'
import { completenessOf, countsOnly, outside, placeKind } from '../../shared/sentences/map'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { drawAreas, type DrawnMap } from './map/areas'
import { breaksOf, fillOf, shadeOf, type Breaks } from './map/classes'
import { placeLines, placeNumber } from './map/place'
import { PlaceTip } from './map/PlaceTip'
import { Triangle } from './map/Triangle'
import { useMarks } from './useMarks'

/** Paths are made once for this width and scaled: a change of the column redraws nothing. */
const BASE = 600
const MAX_HEIGHT = 420
interface Props extends ChartProps {
  map: OverviewMap
  /** a click, or Enter, on a unit */
  onOpen?: (unit: string) => void
}

interface AreasProps {
  units: readonly MapUnit[]
  drawn: DrawnMap
  breaks: Breaks | null
  /** the area that Tab reaches */
  current: number
}

/** All areas: drawn again when the figures change, not when one is pointed at. */
const Areas = memo(function Areas({ units, drawn, breaks, current }: AreasProps) {
  const words = useText()
  return (
    <>
      {units.map((unit, at) => (
        <path
          key={unit.unit}
          d={drawn.areas[at]?.path}
          className={`area ${shadeOf(unit, breaks)?.ink ?? placeKind(unit)}`}
          fill={fillOf(unit, breaks)}
          vectorEffect="non-scaling-stroke"
          role="button"
          aria-label={placeLines(unit, words).join('. ')}
          tabIndex={at === current ? 0 : -1}
          data-mark={at}
        />
      ))}
      {units.map(
        (unit, at) =>
          shadeOf(unit, breaks) &&
          completenessOf(unit) === 'part' && (
            <path key={unit.unit} d={drawn.areas[at]?.path} fill="url(#hx-part)" pointerEvents="none" />
          ),
      )}
    </>
  )
})

/** Of more units, one whose figures are hidden has a dot instead of its sign. */
const MOST_WORDS = 60

/** px between the middles of two numbers that can both be read */
const APART = 13

/** Triangles of units outside the limits, and the numbers of those without a shade that have room; the tiles show all. */
function marksOf(units: readonly MapUnit[], drawn: DrawnMap, left: number, scale: number, breaks: Breaks | null) {
  const placed: { unit: MapUnit; x: number; y: number; side: 'up' | 'down' | null }[] = []
  units.forEach((unit, at) => {
    const point = drawn.areas[at]?.at
    const side = outside(unit)
    if (!point || (!side && (shadeOf(unit, breaks) || placeKind(unit) === 'not_reported'))) return
    const [x, y] = [left + point[0] * scale, point[1] * scale]
    const room = side !== null || placed.every((mark) => Math.hypot(mark.x - x, mark.y - y) >= APART)
    if (room) placed.push({ unit, x, y, side })
  })
  return placed
}

/** Where: each unit's area shaded by its rate; hatched where too few have reported, 0 and – where there is no shade. */
export function MapChart({ map, onOpen, label, printing }: Props) {
  const words = useText()
  const units = useMemo(() => map.units.filter(({ areas }) => areas.length > 0), [map])
  const drawn: DrawnMap = useMemo(() => drawAreas(units, BASE), [units])
  const breaks = useMemo(() => breaksOf(map.target), [map])
  const counts = countsOnly(map)
  const isCrowded = units.length > MOST_WORDS
  const { over, current, field } = useMarks(
    units.map(({ unit }) => unit),
    onOpen,
  )
  const ratio = drawn.height / drawn.width
  const tip = over === null ? undefined : units[over]
  return (
    <ChartBox
      label={label}
      role="group"
      height={(width) => Math.min(MAX_HEIGHT, width * ratio)}
      {...(printing && { printing })}
    >
      {({ width, height }) => {
        const scale = Math.min(width / drawn.width, height / (drawn.height || 1))
        const left = (width - drawn.width * scale) / 2
        const place = over === null ? null : drawn.areas[over]?.at
        return (
          <>
            <svg
              data-chart="map"
              role="presentation"
              width={width}
              height={height}
              viewBox={`0 0 ${width} ${height}`}
              {...field}
            >
              <g transform={`translate(${left} 0) scale(${scale})`}>
                <Areas units={units} drawn={drawn} breaks={breaks} current={current} />
                {over !== null && (
                  <path d={drawn.areas[over]?.path} className="area-over" vectorEffect="non-scaling-stroke" />
                )}
              </g>
              {marksOf(units, drawn, left, scale, breaks).map(({ unit, x, y, side }) =>
                side ? (
                  <Triangle key={unit.unit} x={x} y={y} up={side === 'up'} />
                ) : placeKind(unit) === 'suppressed' && isCrowded ? (
                  <circle key={unit.unit} cx={x} cy={y} r="1" fill="var(--ink-2)" />
                ) : (
                  <text key={unit.unit} x={x} y={y + 4} textAnchor="middle" className="t halo" pointerEvents="none">
                    {placeNumber(unit, counts, words)}
                  </text>
                ),
              )}
            </svg>
            {tip && place && (
              <PlaceTip unit={tip} x={left + place[0] * scale - 90} y={place[1] * scale + 14} width={width} />
            )}
          </>
        )
      }}
    </ChartBox>
  )
}
