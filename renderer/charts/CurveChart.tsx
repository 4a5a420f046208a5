import {
  Area,
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
import type { DurationCurve } from '../../shared/contract/results/region'
import { horizonOf, survivalAt } from '../../shared/sentences/curve'
import { daysText, rangeText, shareText } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'
import { niceTicks, textWidth } from './layout'
import { Tip } from './Tip'

const HEIGHT = 360
const OVER_LINE = 600
type Point = DurationCurve['points'][number]
interface Row extends Point {
  band: [number, number]
}

const pixel = (scale: ((value: unknown) => number | undefined) | undefined, value: number) => scale?.(value) ?? 0

/** The curve's points up to the last day drawn, closed by a point on that day so that the steps reach the edge. */
function rowsOf(curve: DurationCurve, horizon: number): Row[] {
  const start: Point = { t: 0, survival: 1, lower: 1, upper: 1, at_risk: curve.n, censored: 0 }
  const inside = curve.points.filter(({ t }) => t <= horizon)
  const points = inside[0]?.t === 0 ? inside : [start, ...inside]
  const last = points.at(-1) ?? start
  if (last.t < horizon) points.push({ ...last, t: horizon, censored: 0 })
  return points.map((point) => ({ ...point, band: [point.lower, point.upper] }))
}

/** Rows with censored cases whose ticks stand at least 4 px apart. */
function censoredRows(rows: readonly Row[], at: (days: number) => number): Row[] {
  const shown: Row[] = []
  for (const row of rows) {
    const last = shown.at(-1)
    if (row.censored > 0 && (!last || at(row.t) - at(last.t) >= 4)) shown.push(row)
  }
  return shown
}

/** Short upright lines where cases were censored; thinned so that they stay single lines. */
function CensorTicks({ rows }: { rows: readonly Row[] }) {
  const x = useXAxisScale()
  const y = useYAxisScale()
  return censoredRows(rows, (days) => pixel(x, days)).map(({ t, survival }) => (
    <line
      key={t}
      x1={pixel(x, t)}
      x2={pixel(x, t)}
      y1={pixel(y, survival) - 4}
      y2={pixel(y, survival) + 4}
      stroke="var(--c1)"
    />
  ))
}

/** The median dropped to the axis, with its interval beside it. */
function Median({ curve, stage }: { curve: DurationCurve; stage: string }) {
  const words = useText()
  const { t } = words
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  const { median, lower, upper, mean_of_closed: mean } = curve
  if (!area || median === null) return null
  const ends = lower === null || upper === null ? null : [daysText(lower, words), daysText(upper, words)]
  // Of two numbers of one unit, the unit stands once, behind the median.
  const alike =
    new Set([median, lower ?? 0, upper ?? 0].map((days) => daysText(days, words).replace(/^\d\S* /, ''))).size === 1
  const numbers = alike ? (ends?.map((end) => end.split(' ')[0] ?? '') ?? null) : ends
  const text = numbers
    ? t('curve.median', {
        median: daysText(median, words),
        range: numbers[0] === numbers[1] ? (ends?.[0] ?? '') : rangeText(numbers[0] ?? '', numbers[1] ?? '', words),
      })
    : t('curve.medianAlone', { median: daysText(median, words) })
  const [cx, cy, bottom] = [pixel(x, median), pixel(y, 0.5), area.y + area.height]
  const fits = cx + 10 + textWidth(text, true) < area.x + area.width
  return (
    <g>
      <path d={`M${area.x} ${cy}H${cx}V${bottom}`} fill="none" stroke="var(--ink)" strokeWidth="1.3" />
      <circle cx={cx} cy={cy} r="4" fill="var(--ink)" />
      <text x={fits ? cx + 10 : cx - 10} y={cy - 8} textAnchor={fits ? 'start' : 'end'} className="t6 halo">
        {text}
      </text>
      {mean !== null && <Mean curve={curve} mean={mean} stage={stage} />}
    </g>
  )
}

/** The mean of finished cases, dashed and called misleading, with the number of cases that it ignores. */
function Mean({ curve, mean, stage }: { curve: DurationCurve; mean: number; stage: string }) {
  const words = useText()
  const { t, f } = words
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const ignored = curve.n - curve.events
  const stageText = t.code('stage', stage)
  const lines = [
    t('curve.mean', { stage: stageText, mean: daysText(mean, words) }),
    t('curve.meanMisleads', { n: f.count(ignored), stage: stageText }),
  ]
  const widths = lines.map((line) => textWidth(line))
  const wide = Math.max(...widths)
  const bottom = area.y + area.height
  const [cx, top] = [pixel(x, mean), pixel(y, 0.3)]
  const median = pixel(x, curve.median ?? 0)
  const left = Math.max(cx, median) + 14
  const right = area.x + area.width
  // Under the curve where it stays high, above it on the right where it falls away.
  const end = horizonOf(curve)
  const under = pixel(y, survivalAt(curve, end)) < bottom - 74
  const across = under ? Math.min(left, right - wide) : right - wide
  const textX = Math.max(area.x, across)
  const textY = under ? bottom - 34 : area.y + 18
  return (
    <g>
      {cx <= right && (
        <line x1={cx} x2={cx} y1={top} y2={bottom} stroke="var(--c2)" strokeWidth="1.6" strokeDasharray="3 3" />
      )}
      {lines.map((line, at) => (
        <text key={line} x={textX} y={textY + at * 16} className="halo look">
          {line}
        </text>
      ))}
    </g>
  )
}

/** What the mouse is over: the share still waiting on that day, its interval, how many were observed. */
function CurveTip({ active, payload, stage }: Partial<TooltipContentProps> & { stage: string }) {
  const words = useText()
  const { t, f } = words
  const row = active ? (payload?.[0]?.payload as Row | undefined) : undefined
  if (!row) return null
  const waiting = t('curve.share', { stage }).toLocaleLowerCase()
  return (
    <Tip
      lines={[
        `${daysText(row.t, words)}: ${shareText(row.survival, null, words)} ${waiting}`,
        `95%: ${rangeText(f.share(row.lower), f.share(row.upper), words)}`,
        `${t('curve.atRisk')}: ${f.count(row.at_risk)}`,
      ]}
    />
  )
}

/** Share of cases still waiting by days since receipt: Kaplan-Meier step with its 95 % band. */
export function CurveChart({ curve, stage, label, printing }: ChartProps & { curve: DurationCurve; stage: string }) {
  const words = useText()
  const { t, f } = words
  const horizon = horizonOf(curve)
  const rows = rowsOf(curve, horizon)
  const stageText = t.code('stage', stage)
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => (
        <ComposedChart
          width={width}
          height={height}
          data={rows}
          margin={{ top: 12, right: 16, bottom: 18, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--rule)" />
          <XAxis
            dataKey="t"
            type="number"
            domain={[0, horizon]}
            ticks={niceTicks(0, horizon, Math.max(3, Math.floor(width / 80)))}
            interval={0}
            tickMargin={4}
            height={24}
            axisLine={{ stroke: 'var(--rule-2)' }}
            tickLine={false}
            tickFormatter={(days: number) => f.number(days, horizon < 3 ? 1 : 0)}
            label={{ value: t('curve.axis'), position: 'bottom', offset: 0 }}
          />
          <YAxis
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            width={44}
            tickMargin={6}
            axisLine={false}
            tickLine={false}
            tickFormatter={(share: number) => f.share(share, 0)}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--rule-2)' }}
            content={<CurveTip stage={stageText} />}
          />
          <Area
            dataKey="band"
            type="stepAfter"
            stroke="none"
            fill="var(--c-band)"
            fillOpacity={1}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="survival"
            type="stepAfter"
            stroke="var(--c1)"
            strokeWidth={2}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <ZIndexLayer zIndex={OVER_LINE}>
            <CensorTicks rows={rows} />
            <Median curve={curve} stage={stage} />
          </ZIndexLayer>
        </ComposedChart>
      )}
    </ChartBox>
  )
}
