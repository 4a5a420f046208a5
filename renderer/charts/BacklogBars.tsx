import { Bar, BarChart, type BarShapeProps, usePlotArea, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts'
import type { Backlog } from '../../shared/contract/results/region'
import { shareText } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps } from './ChartBox'

const ROW = 38
const THICK = 15
const THIN = 9
/** Room at the right for "1.118 (33%)" and, at the first bar, for the day of last year's figure. */
const RIGHT = 118
const NAMES = 132
type Bucket = Backlog['buckets'][number]

const pixel = (scale: ((value: unknown) => number | undefined) | undefined, value: unknown) => scale?.(value) ?? 0

/** Whether all cases of the bucket are older than the 90 days that the sentence speaks of. */
const isOld = ({ from_days }: Bucket): boolean => from_days > 90

/** A bucket's name at the left edge, on one line. */
const Name = ({ y, payload }: { y: number | string; payload: { value: string } }) => (
  <text x="0" y={Number(y) + 4}>
    {payload.value}
  </text>
)

/** Numbers at the ends of the bars: now in bold with its share, a year ago below it. */
function Numbers({ backlog, names }: { backlog: Backlog; names: readonly string[] }) {
  const words = useText()
  const { t, f } = words
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const band = area.height / Math.max(1, names.length)
  const first = backlog.buckets.findIndex(({ last_year }) => last_year !== null)
  return backlog.buckets.map((bucket, at) => {
    const top = pixel(y, names[at]) + band / 2
    return (
      <g key={names[at]}>
        <text x={pixel(x, bucket.count) + 8} y={top - 2}>
          <tspan className="t6">{f.count(bucket.count)}</tspan>
          {backlog.total > 0 && <tspan dx="7">{`(${shareText(bucket.count / backlog.total, 0, words)})`}</tspan>}
        </text>
        {bucket.last_year !== null && (
          <text x={pixel(x, bucket.last_year) + 8} y={top + 13} className="small">
            {at === first && backlog.last_year
              ? t('backlog.lastYearOn', { n: f.count(bucket.last_year), day: f.day(backlog.last_year.as_of, true) })
              : f.count(bucket.last_year)}
          </text>
        )}
      </g>
    )
  })
}

const NowBar = ({ x, y, width, payload }: BarShapeProps) => (
  <rect
    x={x}
    y={y}
    width={Math.max(0, width)}
    height={THICK}
    fill={isOld(payload as Bucket) ? 'var(--c2)' : 'var(--c1)'}
  />
)
const YearAgoBar = ({ x, y, width }: BarShapeProps) => (
  <rect x={x} y={y + 1.5} width={Math.max(0, width)} height={THIN - 1} fill="var(--paper)" stroke="var(--ink-3)" />
)

/** Open cases by age: now solid, a year ago outlined below. What is older than 90 days stands out by colour and by order. */
export function BacklogBars({ backlog, label, printing }: ChartProps & { backlog: Backlog }) {
  const { t, f } = useText()
  const names = backlog.buckets.map(({ from_days, to_days }) =>
    to_days === null
      ? t('backlog.bucketLast', { from: f.count(from_days - 1) })
      : t('backlog.bucket', { from: f.count(from_days), to: f.count(to_days) }),
  )
  const rows = backlog.buckets.map((bucket, at) => ({ ...bucket, name: names[at] ?? '' }))
  const most = Math.max(1, ...backlog.buckets.flatMap(({ count, last_year }) => [count, last_year ?? 0]))
  return (
    <ChartBox label={label} height={rows.length * ROW + 12} {...(printing && { printing })}>
      {({ width, height }) => (
        <BarChart
          layout="vertical"
          width={width}
          height={height}
          data={rows}
          barGap={0}
          barCategoryGap={0}
          margin={{ top: 4, right: RIGHT, bottom: 4, left: 0 }}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, most]} />
          <YAxis
            type="category"
            dataKey="name"
            width={NAMES}
            interval={0}
            axisLine={{ stroke: 'var(--rule-2)' }}
            tickLine={false}
            tick={Name}
          />
          <Bar dataKey="count" barSize={THICK} isAnimationActive={false} shape={NowBar} />
          <Bar dataKey="last_year" barSize={THIN} isAnimationActive={false} shape={YearAgoBar} />
          <Numbers backlog={backlog} names={names} />
        </BarChart>
      )}
    </ChartBox>
  )
}
