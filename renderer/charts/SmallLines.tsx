import { memo, useMemo } from 'react'
import type { UnitMonths } from '../../shared/contract/results/region'
import { placeName } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { fitting, textWidth } from './layout'
import { linePath, mostOf } from './lines/window'
import { useMarks } from './useMarks'

type Unit = UnitMonths['units'][number]
const CELL = { least: 148, plot: 38, head: 17, gap: 14, below: 9 }
const DOT = 2.4
const HEIGHT = CELL.head + CELL.plot + CELL.below
interface Props extends ChartProps {
  data: UnitMonths
  /** a unit that stands out */
  named: string | null
  /** months by unit that must not leave the console: they have no number */
  suppressed?: readonly (readonly boolean[])[]
  onOpen?: (unit: string) => void
}

const NONE: readonly boolean[] = []
const NOTHING: readonly (readonly boolean[])[] = []
const columnsOf = (width: number) => Math.max(1, Math.floor((width + CELL.gap) / (CELL.least + CELL.gap)))

interface CellProps {
  unit: Unit
  wide: number
  named: boolean
  hidden: readonly boolean[]
}

/** One unit: its name, its last and its highest month, its line from zero; hatched where it did not report. */
function Cell({ unit, wide, named, hidden }: CellProps) {
  const { t, f } = useText()
  const { received } = unit
  const most = mostOf([unit])
  const known = received.filter((value) => value !== null)
  const highest = known.length === 0 ? null : Math.max(...known)
  const step = (wide - DOT) / Math.max(1, received.length - 1)
  const x = (at: number) => at * step
  const y = (value: number) => CELL.head + CELL.plot - (value / most) * (CELL.plot - 3)
  const base = y(0)
  const last = received.at(-1) ?? null
  const sign = hidden.at(-1) ? t('chart.suppressed') : '–'
  const numbers = {
    last: last === null ? sign : f.count(last),
    most: ` / ${highest === null ? sign : f.count(highest)}`,
  }
  const taken = textWidth(numbers.last, true) + textWidth(numbers.most)
  return (
    <>
      <text x="0" y="11" className={named ? 't6' : 't'}>
        {fitting(placeName(unit.name), wide - taken - 8)}
      </text>
      <text x={wide} y="11" textAnchor="end">
        {last === null ? <tspan>{numbers.last}</tspan> : <tspan className="t6">{numbers.last}</tspan>}
        <tspan>{numbers.most}</tspan>
      </text>
      {received.map(
        (value, at) =>
          value === null &&
          !hidden[at] && (
            <rect
              // Months have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              key={at}
              x={Math.max(0, x(at) - step / 2)}
              y={CELL.head}
              width={Math.min(wide, x(at) + step / 2) - Math.max(0, x(at) - step / 2)}
              height={CELL.plot}
              fill="url(#hx)"
            />
          ),
      )}
      <line x1="0" x2={wide} y1={base} y2={base} className="ax" />
      {hidden.map(
        // oxlint-disable-next-line react/no-array-index-key
        (one, at) => one && <circle key={at} cx={x(at) + DOT / 2} cy={base - 3} r="1" className="suppressed-dot" />,
      )}
      <path d={linePath(received, x, y)} className={named ? 'ln s2' : 'ln s1 thin'} />
      {last !== null && <circle cx={wide - DOT} cy={y(last)} r={DOT} className={named ? 'f2' : 'f1'} />}
    </>
  )
}

interface CellsProps {
  data: UnitMonths
  width: number
  named: string | null
  suppressed: readonly (readonly boolean[])[]
  current: number
}

/** All small lines as one drawing. */
const Cells = memo(function Cells({ data, width, named, suppressed, current }: CellsProps) {
  const { t, f } = useText()
  const columns = columnsOf(width)
  const wide = (width - (columns - 1) * CELL.gap) / columns
  const month = data.months.at(-1)
  return data.units.map((unit, at) => {
    const last = unit.received.at(-1) ?? null
    const words = {
      name: unit.name,
      month: month === undefined ? '' : f.month(month),
      n: last === null ? t('missing.not_reported') : f.count(last),
      most: f.count(mostOf([unit])),
    }
    return (
      <g
        key={unit.unit}
        transform={`translate(${(at % columns) * (wide + CELL.gap)} ${Math.floor(at / columns) * (HEIGHT + 6) + 3})`}
      >
        <rect
          x="-5"
          y="-3"
          width={wide + 10}
          height={HEIGHT}
          className={unit.unit === named ? 'cell-back named' : 'cell-back'}
          role="button"
          aria-label={t('months.cell', words)}
          tabIndex={at === current ? 0 : -1}
          data-mark={at}
        />
        <g className="cell-front" aria-hidden="true">
          <Cell unit={unit} wide={wide} named={unit.unit === named} hidden={suppressed[at] ?? NONE} />
        </g>
      </g>
    )
  })
})

/** px that the boxes take in a column of `width` px. */
export const heightOfLines = ({ units }: UnitMonths, width: number): number =>
  Math.ceil(units.length / columnsOf(width)) * (HEIGHT + 6)

/** Many units month by month, each in a box of its own with its own scale from zero. */
export function SmallLines({ data, named, suppressed = NOTHING, onOpen, label, printing }: Props) {
  const ids = useMemo(() => data.units.map(({ unit }) => unit), [data])
  const { current, field } = useMarks(ids, onOpen)
  return (
    <ChartBox label={label} role="group" height={(width) => heightOfLines(data, width)} {...(printing && { printing })}>
      {({ width, height }) => (
        <svg data-chart="small-lines" role="presentation" width={width} height={height} {...field}>
          <Cells data={data} width={width} named={named} suppressed={suppressed} current={current} />
        </svg>
      )}
    </ChartBox>
  )
}
