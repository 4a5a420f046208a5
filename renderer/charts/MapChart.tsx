import { useMemo, useState } from 'react'
import type { OverviewMap } from '../../shared/contract/results/overview'
import { completenessOf } from '../../shared/sentences/map'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { drawAreas, type DrawnMap } from './map/areas'
import { breaksOf, shadeOf } from './map/classes'
import { placeLines } from './map/place'
import { Tip } from './Tip'
import { useRoving } from './useRoving'

/** Paths are made once for this width and scaled: a change of the column redraws nothing. */
const BASE = 600
const MAX_HEIGHT = 420
interface Props extends ChartProps {
  map: OverviewMap
  /** opens a unit's room */
  onOpen?: (unit: string) => void
}

/** Triangles for units outside the exact 99.8 % limits: up above, down below. */
function Triangle({ x, y, up }: { x: number; y: number; up: boolean }) {
  const path = up ? `M${x - 5.5} ${y + 4.5}h11L${x} ${y - 5.5}z` : `M${x - 5.5} ${y - 4.5}h11L${x} ${y + 5.5}z`
  return <path d={path} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.4" pointerEvents="none" />
}

/** Where: each unit's area shaded by its rate, hatched where not all have reported. */
export function MapChart({ map, onOpen, label, printing }: Props) {
  const words = useText()
  const { units } = map
  const drawn: DrawnMap = useMemo(() => drawAreas(units, BASE), [units])
  const breaks = breaksOf(map.target)
  const [over, setOver] = useState<number | null>(null)
  const { onKeyDown, mark } = useRoving(units.length)
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
              onKeyDown={onKeyDown}
              onMouseLeave={() => setOver(null)}
            >
              <g transform={`translate(${left} 0) scale(${scale})`}>
                {units.map((unit, at) => {
                  const shade = shadeOf(unit, breaks)
                  return (
                    <path
                      key={unit.unit}
                      d={drawn.areas[at]?.path}
                      className={shade ? `area ${shade.ink}` : 'area missing'}
                      fill={shade?.fill ?? 'url(#hx)'}
                      vectorEffect="non-scaling-stroke"
                      role="button"
                      aria-label={placeLines(unit, words).join('. ')}
                      {...mark(at)}
                      onFocus={() => {
                        mark(at).onFocus()
                        setOver(at)
                      }}
                      onBlur={() => setOver(null)}
                      onMouseEnter={() => setOver(at)}
                      onClick={() => onOpen?.(unit.unit)}
                      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onOpen?.(unit.unit)}
                    />
                  )
                })}
                {units.map(
                  (unit, at) =>
                    shadeOf(unit, breaks) &&
                    completenessOf(unit) === 'part' && (
                      <path key={unit.unit} d={drawn.areas[at]?.path} fill="url(#hx-part)" pointerEvents="none" />
                    ),
                )}
                {over !== null && (
                  <path d={drawn.areas[over]?.path} className="area-over" vectorEffect="non-scaling-stroke" />
                )}
              </g>
              {units.map(({ unit, flag }, at) => {
                const point = drawn.areas[at]?.at
                if (!point || (flag !== 'high_alarm' && flag !== 'low_alarm')) return null
                return (
                  <Triangle key={unit} x={left + point[0] * scale} y={point[1] * scale} up={flag === 'high_alarm'} />
                )
              })}
            </svg>
            {tip && place && (
              <div
                className="tip-at"
                style={{
                  left: Math.min(width - 190, Math.max(0, left + place[0] * scale - 90)),
                  top: place[1] * scale + 14,
                }}
              >
                <Tip lines={placeLines(tip, words)} />
              </div>
            )}
          </>
        )
      }}
    </ChartBox>
  )
}
