import { memo, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import type { UnitMonths } from '../../shared/contract/results/region'
import { placeName } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps, type Size } from './ChartBox'
import { niceEnd, niceTicks, quarterTicks, spread } from './layout'
import { linePath, mostOf } from './lines/window'
import { Tip } from './Tip'

type Unit = UnitMonths['units'][number]
const HEIGHT = 380
const MARGIN = { top: 10, right: 130, bottom: 0, left: 0 }
const Y_AXIS = 44
const X_AXIS = 26
/** px around a line in which the mouse means it */
const NEAR = 18
/** Names at the right end: the highest lines, and the one that stands out. */
const MOST_NAMES = 6
/** The lines are a layer of their own, so recharts is given no rows; one array, so that it sees no change. */
const NO_ROWS: never[] = []

interface Props extends ChartProps {
  data: UnitMonths
  named: string | null
  onOpen?: (unit: string) => void
}

const lastOf = ({ received }: Unit): number => received.findLast((value) => value !== null) ?? 0

interface LinesProps {
  data: UnitMonths
  named: string | null
  /** the highest value on the axis */
  end: number
  size: Size
}

/** Where months and values stand in px. */
function toPixels({ width, height }: Size, months: number, end: number) {
  const [left, right] = [MARGIN.left + Y_AXIS, width - MARGIN.right]
  const [top, bottom] = [MARGIN.top, height - MARGIN.bottom - X_AXIS]
  const steps = Math.max(1, months - 1)
  return {
    area: { left, right, top, bottom },
    x: (at: number) => left + (at / steps) * (right - left),
    y: (value: number) => bottom - (value / end) * (bottom - top),
    /** the month under a place */
    month: (px: number) => Math.round(((px - left) / (right - left)) * steps),
  }
}

/** All lines, pale, upon the frame; names at the right end, moved apart. */
const Lines = memo(function Lines({ data, named, end, size }: LinesProps) {
  const { area, x, y } = toPixels(size, data.months.length, end)
  const own = data.units.find(({ unit }) => unit === named)
  const labelled = [
    ...(own ? [own] : []),
    ...data.units.filter((unit) => unit !== own).toSorted((a, b) => lastOf(b) - lastOf(a)),
  ].slice(0, MOST_NAMES)
  const placed = spread(
    labelled.map((unit) => y(lastOf(unit))),
    14,
    area.top,
    area.bottom,
  )
  return (
    <svg className="chart-over" data-chart="lines" width={size.width} height={size.height} aria-hidden="true">
      {data.units.map((unit) => (
        <path key={unit.unit} d={linePath(unit.received, x, y)} className={own ? 'ln-pale still' : 'ln-pale'} />
      ))}
      {own && <path d={linePath(own.received, x, y)} className="ln s1 strong" />}
      {labelled.map((unit, at) => (
        <text key={unit.unit} x={area.right + 8} y={(placed[at] ?? 0) + 4} className={unit === own ? 't6' : 't'}>
          {placeName(unit.name)}
        </text>
      ))}
    </svg>
  )
})

interface FrameProps {
  size: Size
  months: readonly string[]
  end: number
}

/** The axes: drawn again when the months change, not when a line is pointed at. */
const Frame = memo(function Frame({ size, months, end }: FrameProps) {
  const { f } = useText()
  const ticks = quarterTicks(months, Math.floor((size.width - 160) / 50))
  const wordy = new Map(ticks.map(({ at, january, first }) => [at, january || first]))
  const yTicks = niceTicks(0, end, 4)
  return (
    <ComposedChart {...size} data={NO_ROWS} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--rule)" horizontalValues={yTicks} />
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, Math.max(1, months.length - 1)]}
        allowDataOverflow
        ticks={ticks.map(({ at }) => at)}
        interval={0}
        tickMargin={6}
        height={X_AXIS}
        axisLine={{ stroke: 'var(--rule-2)' }}
        tickLine={{ stroke: 'var(--rule-2)' }}
        tickFormatter={(at: number) => {
          const text = f.month(months[at] ?? '2000-01', true)
          return wordy.get(at) ? text : (text.split(' ')[0] ?? '')
        }}
      />
      <YAxis
        dataKey="y"
        type="number"
        domain={[0, end]}
        allowDataOverflow
        ticks={yTicks}
        interval={0}
        width={Y_AXIS}
        axisLine={false}
        tickLine={false}
        tickMargin={6}
        tickFormatter={(value: number) => f.count(value)}
      />
    </ComposedChart>
  )
})

/** Many units month by month on one scale; one of them stands out, found by typing, by the mouse or by the arrows. */
export function ManyLines({ label, printing, ...rest }: Props) {
  return (
    <ChartBox label={label} role="group" height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => <Field {...rest} width={width} height={height} />}
    </ChartBox>
  )
}

interface Pointed {
  unit: number
  month: number
}

function Field({ data, named, onOpen, width, height }: Omit<Props, 'label' | 'printing'> & Size) {
  const { t, f } = useText()
  const { months, units } = data
  const size = useMemo(() => ({ width, height }), [width, height])
  const end = useMemo(() => niceEnd(mostOf(units), 4), [units])
  const [state, setState] = useState<{ data: UnitMonths; at: Pointed } | null>(null)
  const pointed = state?.data === data ? state.at : null
  const setPointed = (at: Pointed | null) => setState(at && { data, at })
  const { x, y, month: monthAt } = toPixels(size, months.length, end)
  const unit = pointed ? units[pointed.unit] : undefined
  const value = unit && pointed ? (unit.received[pointed.month] ?? null) : null
  const words =
    unit && pointed
      ? t('months.tip', {
          name: unit.name,
          month: f.month(months[pointed.month] ?? '2000-01'),
          n: value === null ? t('missing.not_reported') : f.count(value),
        })
      : ''
  const nearest = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [px, py] = [event.clientX - box.left, event.clientY - box.top]
    const month = monthAt(px)
    let best = -1
    let least = NEAR
    units.forEach(({ received }, at) => {
      const there = received[month]
      if (there === null || there === undefined) return
      const distance = Math.abs(y(there) - py)
      if (distance > least) return
      best = at
      least = distance
    })
    setPointed(best < 0 ? null : { unit: best, month })
  }
  const move = (event: KeyboardEvent) => {
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    const along = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0
    if (event.key === 'Enter' && unit) onOpen?.(unit.unit)
    if ((across === 0 && along === 0) || units.length === 0) return
    event.preventDefault()
    const from = pointed ?? {
      unit: Math.max(
        0,
        units.findIndex((each) => each.unit === named),
      ),
      month: months.length - 1,
    }
    setPointed({
      unit: (from.unit + along + units.length) % units.length,
      month: Math.min(months.length - 1, Math.max(0, from.month + across)),
    })
  }
  return (
    <div
      className={unit && onOpen ? 'funnel-field can-open' : 'funnel-field'}
      role="slider"
      aria-label={t('months.search', { n: f.count(units.length) })}
      aria-valuemin={1}
      aria-valuemax={units.length}
      aria-valuenow={(pointed?.unit ?? 0) + 1}
      aria-valuetext={words}
      tabIndex={0}
      onKeyDown={move}
      onMouseMove={nearest}
      onMouseLeave={() => setPointed(null)}
      onBlur={() => setPointed(null)}
      onClick={() => unit && onOpen?.(unit.unit)}
    >
      <Frame size={size} months={months} end={end} />
      <Lines size={size} data={data} end={end} named={named} />
      {unit && pointed && (
        <>
          <svg className="chart-over" width={width} height={height} aria-hidden="true">
            <path d={linePath(unit.received, x, y)} className="ln s2 strong" />
            {value !== null && <circle cx={x(pointed.month)} cy={y(value)} r="4" className="f2" />}
          </svg>
          <div
            className="tip-at"
            style={{ left: Math.min(x(pointed.month) + 12, width - 200), top: y(value ?? 0) + 12 }}
          >
            <Tip lines={[words]} />
          </div>
        </>
      )}
    </div>
  )
}
