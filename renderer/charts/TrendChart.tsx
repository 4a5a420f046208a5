import {
  CartesianGrid,
  ComposedChart,
  Line,
  Tooltip,
  type TooltipContentProps,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import type { Trend } from '../../shared/contract/results/overview'
import { isComparable } from '../../shared/sentences/trend'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { labelBaseline, niceTicks, quarterTicks, spread, textWidth } from './layout'
import { Tip } from './Tip'

const HEIGHT = 236
const MARGIN = { top: 20, right: 86, bottom: 0, left: 14 }
type Point = Trend['points'][number]
interface Row extends Point {
  at: number
  /** null where too many units are missing: the line breaks there */
  value: number | null
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

/** A finite pixel of a scale. */
const pixel = (scale: ((value: unknown) => number | undefined) | undefined, value: number) => scale?.(value) ?? 0

interface Limits {
  mean: number
  upper: number
  lower: number
}
/** Above the line, which recharts draws at 400. */
const OVER_LINE = 600

/** The band between the limits, the limits dashed, the mean solid. */
function Band({ mean, upper, lower }: Limits) {
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const ends = { x1: area.x, x2: area.x + area.width }
  const level = (value: number) => ({ y1: pixel(y, value), y2: pixel(y, value) })
  const height = Math.max(0, pixel(y, lower) - pixel(y, upper))
  return (
    <>
      <rect x={area.x} y={pixel(y, upper)} width={area.width} height={height} fill="var(--c-band2)" />
      <line {...ends} {...level(upper)} className="ax dash" />
      <line {...ends} {...level(mean)} className="ax" />
      <line {...ends} {...level(lower)} className="ax dash" />
    </>
  )
}

/** Months in which too many units are missing to set them beside others: hatched columns. */
function Incomplete({ rows }: { rows: readonly Row[] }) {
  const x = useXAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const step = rows.length > 1 ? pixel(x, 1) - pixel(x, 0) : area.width
  const clip = (value: number) => Math.min(area.x + area.width, Math.max(area.x, value))
  return rows
    .filter((row) => !isComparable(row))
    .map(({ at, month }) => {
      const from = clip(pixel(x, at) - step / 2)
      const to = clip(pixel(x, at) + step / 2)
      return (
        <rect key={month} x={from} y={area.y} width={to - from} height={area.height} fill="url(#hx)" opacity="0.7" />
      )
    })
}

/** Marks over the line: dots, signal rings, hollow ones where units are missing, and the last value in words. */
function Marks({ rows }: { rows: readonly Row[] }) {
  const { f } = useText()
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const last = rows.findLast(isComparable)
  const text = last ? `${f.month(last.month, true).split(' ')[0] ?? ''} ${f.count(last.received)}` : ''
  const end = pixel(x, last?.at ?? 0) + 4
  const right = Math.min(end, area.x + area.width)
  const drawn = rows.map((row) => ({ x: pixel(x, row.at), y: pixel(y, row.received) }))
  const place = labelBaseline(drawn, { right, width: textWidth(text, true), floor: area.y + area.height })
  return (
    <>
      {rows.map((row) => {
        const centre = { cx: pixel(x, row.at), cy: pixel(y, row.received) }
        if (centre.cy > area.y + area.height) return null
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
function LimitLabels({ lines }: { lines: readonly { value: number; word: string }[] }) {
  const { f } = useText()
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const wanted = lines.map(({ value }) => pixel(y, value))
  const placed = spread(wanted, 28, area.y - 4, area.y + area.height - 8)
  const x = area.x + area.width + 6
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
function Frozen({ at, count }: { at: number; count: number }) {
  const { t } = useText()
  const x = useXAxisScale()
  const area = usePlotArea()
  if (!area || at + 1 >= count) return null
  const place = pixel(x, at + 0.5)
  const left = place > area.x + 110
  return (
    <g>
      <line x1={place} x2={place} y1={area.y - 8} y2={area.y + area.height} className="ax dot" />
      <text x={left ? place - 5 : place + 5} y={area.y - 7} textAnchor={left ? 'end' : 'start'}>
        {t('trend.frozen')}
      </text>
    </g>
  )
}

/** What the mouse is over: the month, its counts, its coverage. */
function TrendTip({ active, payload }: TooltipContentProps) {
  const { t, f } = useText()
  const row = active ? (payload[0]?.payload as Row | undefined) : undefined
  if (!row) return null
  return (
    <Tip
      lines={[
        f.month(row.month),
        t('trend.counts', { received: f.count(row.received), closed: f.count(row.closed) }),
        t('trend.units', { reported: f.count(row.reported), expected: f.count(row.expected) }),
        row.signal && `${t('trend.signalPoint')}: ${t(`trend.signal.${row.signal}`)}`,
        !row.complete && t('trend.incomplete'),
      ]}
    />
  )
}

/** Cases received per month with control limits (XmR), or a run chart without them under 12 months. */
export function TrendChart({ trend, label, printing }: ChartProps & { trend: Trend }) {
  const { t, f } = useText()
  const { mean, upper, lower, baseline } = trend
  const limits: Limits | null =
    trend.kind === 'xmr' && mean !== null && upper !== null && lower !== null ? { mean, upper, lower } : null
  const rows: Row[] = trend.points.map((point, at) => ({
    ...point,
    at,
    value: isComparable(point) ? point.received : null,
  }))
  const months = trend.points.map(({ month }) => month)
  const domain = domainOf(trend, limits === null)
  const frozen = baseline ? months.indexOf(baseline.to) : -1
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const ticks = quarterTicks(months, Math.floor((width - 100) / 50))
        const wordy = new Map(ticks.map(({ at, january, first }) => [at, january || first]))
        return (
          <ComposedChart
            width={width}
            height={height}
            data={rows}
            margin={{ ...MARGIN, right: limits ? 86 : 24 }}
            accessibilityLayer={false}
          >
            {limits && <Band {...limits} />}
            <Incomplete rows={rows} />
            {limits && frozen >= 0 && <Frozen at={frozen} count={rows.length} />}
            <XAxis
              dataKey="at"
              type="number"
              domain={[0, Math.max(1, rows.length - 1)]}
              padding={{ left: 6, right: 6 }}
              ticks={ticks.map(({ at }) => at)}
              interval={0}
              tickMargin={6}
              height={26}
              axisLine={{ stroke: 'var(--rule-2)' }}
              tickLine={{ stroke: 'var(--rule-2)' }}
              tickFormatter={(at: number) => {
                const text = f.month(months[at] ?? '2000-01', true)
                return wordy.get(at) ? text : (text.split(' ')[0] ?? '')
              }}
            />
            <YAxis
              hide={limits !== null}
              domain={domain}
              ticks={niceTicks(domain[0], domain[1], 4).filter((tick) => Number.isInteger(tick))}
              width={44}
              axisLine={false}
              tickLine={false}
              tickMargin={6}
              tickFormatter={(value: number) => f.count(value)}
            />
            {!limits && <CartesianGrid vertical={false} stroke="var(--rule)" />}
            <Tooltip isAnimationActive={false} cursor={{ stroke: 'var(--rule-2)' }} content={TrendTip} />
            <Line
              dataKey="value"
              type="linear"
              stroke="var(--c1)"
              strokeWidth={2}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
              connectNulls={false}
            />
            <ZIndexLayer zIndex={OVER_LINE}>
              <Marks rows={rows} />
            </ZIndexLayer>
            {limits && (
              <LimitLabels
                lines={[
                  { value: limits.upper, word: t('trend.upper') },
                  { value: limits.mean, word: t('trend.mean') },
                  { value: limits.lower, word: t('trend.lower') },
                ]}
              />
            )}
          </ComposedChart>
        )
      }}
    </ChartBox>
  )
}
