import { useState, type MouseEvent } from 'react'
import type { Trend } from '../../shared/contract/results/overview'
import { isComparable } from '../../shared/sentences/trend'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps, type Size } from './ChartBox'
import { labelBaseline, niceTicks, quarterTicks, spread, textWidth, type Box } from './layout'
import { pieces } from './pieces'
import { Tip } from './Tip'

const HEIGHT = 236
/** px around the plot: room for the months below, the numbers of the axis or the words of the limits beside it */
const [TOP, BOTTOM, LEFT, AXIS, RIGHT, WORDS] = [20, 26, 14, 44, 24, 86]
/** px between the plot's edge and its first month */
const AIR = 6
type Point = Trend['points'][number]
interface Row extends Point {
  at: number
  /** null where too many units are missing: the line breaks there */
  value: number | null
}
interface Limits {
  mean: number
  upper: number
  lower: number
}
/** Where the plot stands, and its two scales. */
interface Plot {
  size: Size
  area: Box
  right: number
  floor: number
  x: (at: number) => number
  y: (value: number) => number
}

/** Ends of the scale: limits and comparable months with a little air. An XmR axis does not start at zero, which the note says. */
function domainOf(trend: Trend, run: boolean): [number, number] {
  const values = [
    ...trend.points.map(({ received }) => received),
    ...(run ? [0] : [trend.upper ?? 0, trend.lower ?? 0]),
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || 1) * 0.12
  return [Math.max(0, low - air), high + air]
}

function plotOf(size: Size, months: number, domain: [number, number], run: boolean): Plot {
  const left = LEFT + (run ? AXIS : 0)
  const right = size.width - (run ? RIGHT : WORDS)
  const floor = size.height - BOTTOM
  const step = (right - left - 2 * AIR) / Math.max(1, months - 1)
  const [low, high] = domain
  return {
    size,
    area: { x: left, y: TOP, width: right - left, height: floor - TOP },
    right,
    floor,
    x: (at) => left + AIR + at * step,
    y: (value) => floor - ((value - low) / (high - low)) * (floor - TOP),
  }
}

/** The band between the limits, the limits dashed, the mean solid. */
function Band({ limits: { mean, upper, lower }, plot: { area, right, y } }: { limits: Limits; plot: Plot }) {
  const ends = { x1: area.x, x2: right }
  const level = (value: number) => ({ y1: y(value), y2: y(value) })
  const height = Math.max(0, y(lower) - y(upper))
  return (
    <>
      <rect x={area.x} y={y(upper)} width={area.width} height={height} fill="var(--c-band2)" />
      <line {...ends} {...level(upper)} className="ax dash" />
      <line {...ends} {...level(mean)} className="ax" />
      <line {...ends} {...level(lower)} className="ax dash" />
    </>
  )
}

/** Months in which too many units are missing to set them beside others: hatched columns. */
function Incomplete({ rows, plot: { area, right, x } }: { rows: readonly Row[]; plot: Plot }) {
  const step = rows.length > 1 ? x(1) - x(0) : area.width
  const clip = (value: number) => Math.min(right, Math.max(area.x, value))
  return rows
    .filter((row) => !isComparable(row))
    .map(({ at, month }) => {
      const from = clip(x(at) - step / 2)
      const to = clip(x(at) + step / 2)
      return (
        <rect key={month} x={from} y={area.y} width={to - from} height={area.height} fill="url(#hx)" opacity="0.7" />
      )
    })
}

/** The months below, and the numbers beside where no limits say where the line is. */
function Axes({
  rows,
  plot: { size, area, right, floor, x, y },
  levels,
}: {
  rows: readonly Row[]
  plot: Plot
  levels: readonly number[]
}) {
  const { f } = useText()
  const ticks = quarterTicks(
    rows.map(({ month }) => month),
    Math.floor((size.width - 100) / 50),
  )
  return (
    <>
      {levels.map((value) => (
        <g key={value}>
          <line x1={area.x} x2={right} y1={y(value)} y2={y(value)} stroke="var(--rule)" />
          <text x={area.x - 12} y={y(value) + 4} textAnchor="end">
            {f.count(value)}
          </text>
        </g>
      ))}
      <line x1={area.x} x2={right} y1={floor} y2={floor} stroke="var(--rule-2)" />
      {ticks.map(({ at, january, first }) => {
        const text = f.month(rows[at]?.month ?? '2000-01', true)
        return (
          <g key={at}>
            <line x1={x(at)} x2={x(at)} y1={floor} y2={floor + 6} stroke="var(--rule-2)" />
            <text x={x(at)} y={floor + 21} textAnchor="middle">
              {january || first ? text : (text.split(' ')[0] ?? '')}
            </text>
          </g>
        )
      })}
    </>
  )
}

/** Dots, signal rings, hollow ones where units are missing, and the last value in words. */
function Marks({ rows, plot: { area, right: end, floor, x, y } }: { rows: readonly Row[]; plot: Plot }) {
  const { f } = useText()
  const last = rows.findLast(isComparable)
  const text = last ? `${f.month(last.month, true).split(' ')[0] ?? ''} ${f.count(last.received)}` : ''
  const behind = x(last?.at ?? 0) + 4
  const right = Math.min(behind, end)
  const drawn = rows.map((row) => ({ x: x(row.at), y: y(row.received) }))
  const place = labelBaseline(drawn, { right, width: textWidth(text, true), floor: area.y + area.height })
  return (
    <>
      {rows.map((row) => {
        const centre = { cx: x(row.at), cy: y(row.received) }
        if (centre.cy > floor) return null
        if (!isComparable(row)) return <circle key={row.month} {...centre} r="2.6" className="pt-open" />
        if (row.signal) return <circle key={row.month} {...centre} r="4.2" className="pt-ring" />
        return <circle key={row.month} {...centre} r="2.6" className={row.complete ? 'f1' : 'pt-partial'} />
      })}
      {last && (
        <text x={right} y={place} textAnchor="end" className="t6 halo">
          {text}
        </text>
      )}
    </>
  )
}

/** Limits and mean at their right end: the number, and its word below, moved apart where they are close. */
function LimitLabels({ limits, plot: { area, right, floor, y } }: { limits: Limits; plot: Plot }) {
  const { t, f } = useText()
  const lines = [
    { value: limits.upper, word: t('trend.upper') },
    { value: limits.mean, word: t('trend.mean') },
    { value: limits.lower, word: t('trend.lower') },
  ]
  const wanted = lines.map(({ value }) => y(value))
  const placed = spread(wanted, 28, area.y - 4, floor - 8)
  const x = right + 6
  return lines.map(({ value, word }, at) => (
    <g key={word}>
      <text x={x} y={(placed[at] ?? 0) + 4} className="t">
        {value < 10 && !Number.isInteger(value) ? f.number(value) : f.count(value)}
      </text>
      <text x={x} y={(placed[at] ?? 0) + 17}>
        {word}
      </text>
    </g>
  ))
}

/** The end of the frozen baseline: a dotted line after its last month, with its words at the top. */
function Frozen({ at, count, plot: { area, floor, x } }: { at: number; count: number; plot: Plot }) {
  const { t } = useText()
  if (at < 0 || at + 1 >= count) return null
  const place = x(at + 0.5)
  const left = place > area.x + 110
  return (
    <g>
      <line x1={place} x2={place} y1={area.y - 8} y2={floor} className="ax dot" />
      <text x={left ? place - 5 : place + 5} y={area.y - 7} textAnchor={left ? 'end' : 'start'}>
        {t('trend.frozen')}
      </text>
    </g>
  )
}

/** What the mouse is over: the month, its counts, its coverage. */
function Pointed({ rows, plot: { size, area, right, floor, x, y } }: { rows: readonly Row[]; plot: Plot }) {
  const { t, f } = useText()
  const [at, setAt] = useState<number | null>(null)
  const row = at === null ? undefined : rows[at]
  const move = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    const [px, py] = [clientX - left, clientY - top]
    const step = rows.length > 1 ? x(1) - x(0) : area.width
    const nearest = Math.min(rows.length - 1, Math.max(0, Math.round((px - x(0)) / step)))
    setAt(px >= area.x && px <= right && py >= area.y && py <= floor ? nearest : null)
  }
  return (
    <div className="chart-hover" onMouseMove={move} onMouseLeave={() => setAt(null)} aria-hidden="true">
      {row && (
        <>
          <svg className="chart-over" {...size}>
            <line x1={x(row.at)} x2={x(row.at)} y1={area.y} y2={floor} stroke="var(--rule-2)" />
          </svg>
          <div
            className="tip-at"
            style={{ left: Math.min(x(row.at) + 12, size.width - 190), top: y(row.received) + 12 }}
          >
            <Tip
              lines={[
                f.month(row.month),
                t('trend.counts', { received: f.count(row.received), closed: f.count(row.closed) }),
                t('trend.units', { reported: f.count(row.reported), expected: f.count(row.expected) }),
                row.signal && `${t('trend.signalPoint')}: ${t(`trend.signal.${row.signal}`)}`,
                !row.complete && t('trend.incomplete'),
              ]}
            />
          </div>
        </>
      )}
    </div>
  )
}

/** Cases received per month with control limits (XmR), or a run chart without them under 12 months. */
export function TrendChart({ trend, label, printing }: ChartProps & { trend: Trend }) {
  const { mean, upper, lower, baseline } = trend
  const limits: Limits | null =
    trend.kind === 'xmr' && mean !== null && upper !== null && lower !== null ? { mean, upper, lower } : null
  const rows: Row[] = trend.points.map((point, at) => ({
    ...point,
    at,
    value: isComparable(point) ? point.received : null,
  }))
  const frozen = baseline ? rows.findIndex(({ month }) => month === baseline.to) : -1
  const domain = domainOf(trend, limits === null)
  const levels = limits ? [] : niceTicks(domain[0], domain[1], 4).filter((tick) => Number.isInteger(tick))
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const plot = plotOf({ width, height }, rows.length, domain, limits === null)
        return (
          <>
            <svg data-chart="trend" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
              {limits && <Band limits={limits} plot={plot} />}
              <Incomplete rows={rows} plot={plot} />
              {limits && <Frozen at={frozen} count={rows.length} plot={plot} />}
              <Axes rows={rows} plot={plot} levels={levels} />
              {pieces(rows).map((part) => (
                <polyline
                  key={part[0]!.at}
                  points={part.map(({ at, point }) => `${plot.x(at)},${plot.y(point.received)}`).join(' ')}
                  fill="none"
                  stroke="var(--c1)"
                  strokeWidth="2"
                />
              ))}
              <Marks rows={rows} plot={plot} />
              {limits && <LimitLabels limits={limits} plot={plot} />}
            </svg>
            {!printing && <Pointed rows={rows} plot={plot} />}
          </>
        )
      }}
    </ChartBox>
  )
}
