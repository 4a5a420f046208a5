import { useState } from 'react'
import type { MapUnit, OverviewMap } from '../../shared/contract/results/overview'
import { completenessOf } from '../../shared/sentences/map'
import { placeName, rateText } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { breaksOf, shadeOf } from './map/classes'
import { placeLines } from './map/place'
import { COLUMNS, ROWS, TILES } from './map/tiles'
import { Tip } from './Tip'
import { useRoving } from './useRoving'

const GAP = 2
const MOST = 40
const LEAST = 33
interface Props extends ChartProps {
  map: OverviewMap
  onOpen?: (unit: string) => void
}

/** Units in reading order, so that the arrows walk the tiles as one reads them. */
const inReadingOrder = (units: readonly MapUnit[]) =>
  units
    .map((unit) => ({ unit, tile: TILES[unit.unit] }))
    .filter((each): each is { unit: MapUnit; tile: NonNullable<typeof each.tile> } => each.tile !== undefined)
    .toSorted((a, b) => a.tile.at[1] - b.tile.at[1] || a.tile.at[0] - b.tile.at[0])

/** How much: one tile of equal size a Polda, with its number; a frame for those outside the 99.8 % limits. */
export function TileMap({ map, onOpen, label, printing }: Props) {
  const words = useText()
  const breaks = breaksOf(map.target)
  const tiles = inReadingOrder(map.units)
  const [over, setOver] = useState<number | null>(null)
  const { onKeyDown, mark } = useRoving(tiles.length)
  const sideOf = (width: number) => Math.min(MOST, Math.max(LEAST, Math.floor(width / COLUMNS) - GAP))
  return (
    <ChartBox
      label={label}
      role="group"
      height={(width) => ROWS * (sideOf(width) + GAP)}
      {...(printing && { printing })}
    >
      {({ width, height }) => {
        const side = sideOf(width)
        const step = side + GAP
        const middle = side / 2
        return (
          <>
            <svg
              data-chart="tiles"
              role="presentation"
              className="tiles"
              width={Math.max(width, COLUMNS * step)}
              height={height}
              onKeyDown={onKeyDown}
              onMouseLeave={() => setOver(null)}
            >
              {tiles.map(({ unit, tile }, at) => {
                const shade = shadeOf(unit, breaks)
                const number = shade && unit.rate !== null ? rateText(unit.rate, words) : null
                const outside = unit.flag === 'high_alarm' || unit.flag === 'low_alarm'
                return (
                  <g
                    key={unit.unit}
                    transform={`translate(${tile.at[0] * step} ${tile.at[1] * step})`}
                    className="tile"
                    role="button"
                    aria-label={[`${tile.short} ${number ?? ''}`.trim(), ...placeLines(unit, words)].join('. ')}
                    {...mark(at)}
                    onFocus={() => {
                      mark(at).onFocus()
                      setOver(at)
                    }}
                    onBlur={() => setOver(null)}
                    onMouseEnter={() => setOver(at)}
                    onClick={() => onOpen?.(unit.unit)}
                    onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onOpen?.(unit.unit)}
                  >
                    <rect
                      width={side}
                      height={side}
                      fill={shade?.fill ?? 'url(#hx)'}
                      {...(!shade && { stroke: 'var(--hatch)' })}
                    />
                    {!shade && <rect x="1.5" y={middle - 8} width={side - 3} height="15" fill="var(--paper)" />}
                    {shade && completenessOf(unit) === 'part' && (
                      <path d={`M${side - 11} 0H${side}V11z`} fill="url(#hx)" stroke="var(--paper)" />
                    )}
                    {outside && (
                      <rect x="1" y="1" width={side - 2} height={side - 2} fill="none" className="tile-frame" />
                    )}
                    <text
                      x={middle}
                      y={shade ? side * 0.39 : middle + 3.5}
                      textAnchor="middle"
                      className={`tile-name ${shade?.ink ?? 't'}`}
                    >
                      {tile.short}
                    </text>
                    {/* so that the words of the tile are two words in its accessible name too */ ' '}
                    {number !== null && (
                      <text
                        x={middle}
                        y={side * 0.83}
                        textAnchor="middle"
                        className={`tile-number ${shade?.ink ?? ''}`}
                      >
                        {number}
                      </text>
                    )}
                  </g>
                )
              })}
            </svg>
            {over !== null && tiles[over] && (
              <div
                className="tip-at"
                style={{
                  left: Math.min(Math.max(0, width - 200), tiles[over].tile.at[0] * step),
                  top: (tiles[over].tile.at[1] + 1) * step + 2,
                }}
                title={placeName(tiles[over].unit.name)}
              >
                <Tip lines={placeLines(tiles[over].unit, words)} />
              </div>
            )}
          </>
        )
      }}
    </ChartBox>
  )
}
