import { memo, useMemo } from 'react'
import type { MapUnit, OverviewMap } from '../../shared/contract/results/overview'
import { completenessOf, countsOnly, outside, placeKind } from '../../shared/sentences/map'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { breaksOf, fillOf, shadeOf, type Breaks } from './map/classes'
import { placeLines, placeNumber } from './map/place'
import { PlaceTip } from './map/PlaceTip'
import { layoutTiles, type GroupOf, type TileLayout } from './map/tileLayout'
import { Triangle } from './map/Triangle'
import { useMarks } from './useMarks'

interface Props extends ChartProps {
  map: OverviewMap
  onOpen?: (unit: string) => void
  /** the unit that a unit belongs to; used when there are hundreds */
  groupOf?: GroupOf
}

/** Corner, frame and number of one tile; what it says depends on how much room it has. */
function Tile({ unit, short, breaks, counts, size }: TileProps) {
  const words = useText()
  const { width, height } = size
  const shade = shadeOf(unit, breaks)
  const kind = placeKind(unit)
  const number = placeNumber(unit, counts, words)
  const side = outside(unit)
  const small = short === ''
  const [middle, centre] = [width / 2, height / 2]
  const ink = shade?.ink ?? 't'
  return (
    <>
      <rect
        width={width}
        height={height}
        fill={fillOf(unit, breaks, counts)}
        className={shade ? `tile-${shade.ink}` : counts && kind === 'not_applicable' ? '' : `tile-${kind}`}
      />
      {!small && kind === 'not_reported' && (
        <rect x="1.5" y={centre - 8} width={width - 3} height="15" fill="var(--paper)" />
      )}
      {shade && completenessOf(unit) === 'part' && (
        <path d={`M${width - (small ? 7 : 11)} 0H${width}V${small ? 7 : 11}z`} fill="url(#hx)" stroke="var(--paper)" />
      )}
      {side && <rect x="1" y="1" width={width - 2} height={height - 2} fill="none" className="tile-frame" />}
      {side && small && <Triangle x={middle} y={centre} up={side === 'up'} size={3.5} />}
      {!small && (
        <text
          x={middle}
          y={number === '' ? centre + 3.5 : height * 0.39}
          textAnchor="middle"
          className={`tile-name ${ink}`}
        >
          {short}
        </text>
      )}
      {/* so that the words of the tile are two words in its accessible name too */ ' '}
      {small && kind === 'suppressed' && <circle cx={middle} cy={centre} r="1.3" fill="var(--ink-2)" />}
      {number !== '' && !(small && (shade || side || kind === 'suppressed')) && (
        <text
          x={middle}
          y={small ? centre + 4 : height * 0.83}
          textAnchor="middle"
          className={`${small ? 'tile-small' : 'tile-number'} ${ink}`}
        >
          {number}
        </text>
      )}
    </>
  )
}
interface TileProps {
  unit: MapUnit
  short: string
  breaks: Breaks | null
  counts: boolean
  size: TileLayout['tile']
}

interface TilesProps {
  layout: TileLayout
  breaks: Breaks | null
  counts: boolean
  current: number
}

/** All tiles: drawn again when the figures change, not when one is pointed at. */
const Tiles = memo(function Tiles({ layout, breaks, counts, current }: TilesProps) {
  const words = useText()
  return (
    <>
      {layout.labels.map(({ text, x, y }) => (
        <text key={`${text} ${x} ${y}`} x={x} y={y} className="t">
          {text}
        </text>
      ))}
      {layout.tiles.map(({ unit, short, x, y }, at) => (
        <g
          key={unit.unit}
          transform={`translate(${x} ${y})`}
          className="tile"
          role="button"
          aria-label={[`${short} ${placeNumber(unit, counts, words)}`.trim(), ...placeLines(unit, words)]
            .filter((line) => line !== '')
            .join('. ')}
          tabIndex={at === current ? 0 : -1}
          data-mark={at}
        >
          <Tile unit={unit} short={short} breaks={breaks} counts={counts} size={layout.tile} />
        </g>
      ))}
    </>
  )
})

const NO_GROUP: GroupOf = () => ({ code: '', name: '' })

/** How much: one tile of equal size a unit, however small its area; a frame for those outside the 99.8 % limits. */
export function TileMap({ map, onOpen, groupOf = NO_GROUP, label, printing }: Props) {
  const { units } = map
  const breaks = useMemo(() => breaksOf(map.target), [map])
  return (
    <ChartBox
      label={label}
      role="group"
      height={(width) => layoutTiles(units, width, groupOf).height}
      {...(printing && { printing })}
    >
      {({ width }) => <Field map={map} width={width} breaks={breaks} groupOf={groupOf} {...(onOpen && { onOpen })} />}
    </ChartBox>
  )
}

interface FieldProps {
  map: OverviewMap
  width: number
  breaks: Breaks | null
  groupOf: GroupOf
  onOpen?: (unit: string) => void
}

/** The tiles at a width that is known. */
function Field({ map, width, breaks, groupOf, onOpen }: FieldProps) {
  const layout = useMemo(() => layoutTiles(map.units, width, groupOf), [map, width, groupOf])
  const { over, current, field } = useMarks(
    layout.tiles.map(({ unit }) => unit.unit),
    onOpen,
  )
  const tip = over === null ? undefined : layout.tiles[over]
  return (
    <>
      <svg
        data-chart="tiles"
        role="presentation"
        className="tiles"
        width={layout.width}
        height={layout.height}
        {...field}
      >
        <Tiles layout={layout} breaks={breaks} counts={countsOnly(map)} current={current} />
      </svg>
      {tip && <PlaceTip unit={tip.unit} x={tip.x} y={tip.y + layout.tile.height + 4} width={width} />}
    </>
  )
}
