import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'
import { niceTicks, spread, textWidth } from '../layout'

const HEIGHT = 300
const [TOP, BOTTOM, LEFT] = [12, 40, 44]

/** One way to end, from the bottom of the stack upwards. `value` is its own share by that day, not the stack's. */
export interface IncidenceBand {
  id: string
  name: string
  points: readonly { t: number; value: number }[]
  fill: string
  stroke: string
}

const at = (points: IncidenceBand['points'], days: number) => points.findLast(({ t }) => t <= days)?.value ?? 0

/** Share that has ended in each way by days since receipt, stacked; what is left above is still open. */
export function Incidence({
  bands,
  end,
  open,
  label,
  printing,
}: ChartProps & { bands: readonly IncidenceBand[]; end: number; open: string }) {
  const { t, f } = useText()
  const days = [...new Set([0, ...bands.flatMap(({ points }) => points.map((point) => point.t)), end])]
    .filter((day) => day <= end)
    .toSorted((a, b) => a - b)
  const sums = bands.map((_, upTo) =>
    days.map((day) => bands.slice(0, upTo + 1).reduce((sum, { points }) => sum + at(points, day), 0)),
  )
  const ended = sums.at(-1)?.at(-1) ?? 0
  const labels = [
    ...bands.map((band, index) => ({
      text: t('channels.incidence.one', { share: f.share(at(band.points, end), 0), outcome: band.name }),
      middle: ((sums[index - 1]?.at(-1) ?? 0) + (sums[index]?.at(-1) ?? 0)) / 2,
    })),
    {
      text: t('channels.incidence.one', { share: f.share(Math.max(0, 1 - ended), 0), outcome: open }),
      middle: (1 + ended) / 2,
    },
  ]
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const right = Math.min(width * 0.45, Math.max(...labels.map(({ text }) => textWidth(text))) + 22)
        const [plotRight, bottom] = [Math.max(LEFT + 60, width - right), height - BOTTOM]
        const x = (day: number) => LEFT + (day / end) * (plotRight - LEFT)
        const y = (share: number) => bottom - share * (bottom - TOP)
        const steps = (values: readonly number[]) =>
          values
            .map((value, index) => `${index === 0 ? '' : `H${x(days[index]!).toFixed(1)}`}V${y(value).toFixed(1)}`)
            .join('')
        const back = (values: readonly number[]) =>
          values
            .map((_, index) => {
              const from = values.length - 1 - index
              return `V${y(values[from]!).toFixed(1)}${from === 0 ? '' : `H${x(days[from]!).toFixed(1)}`}`
            })
            .join('')
        const places = spread(
          labels.map(({ middle }) => y(middle)),
          15,
          TOP,
          bottom,
        )
        return (
          <svg data-chart="incidence" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <rect x={LEFT} y={TOP} width={plotRight - LEFT} height={bottom - TOP} fill="var(--c-band2)" />
            {bands.map(({ id, fill, stroke }, index) => {
              const below = index === 0 ? days.map(() => 0) : sums[index - 1]!
              return (
                <path
                  key={id}
                  d={`M${x(0)} ${y(below[0]!)}${steps(sums[index]!)}${back(below)}Z`}
                  fill={fill}
                  stroke={stroke}
                />
              )
            })}
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <g key={share}>
                <line x1={LEFT - 4} x2={LEFT} y1={y(share)} y2={y(share)} className="ax" />
                <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
                  {f.share(share, 0)}
                </text>
              </g>
            ))}
            <path d={`M${LEFT} ${TOP}V${bottom}H${plotRight}`} className="ax" />
            {niceTicks(0, end, Math.max(3, Math.floor((plotRight - LEFT) / 70))).map((day) => (
              <text key={day} x={x(day)} y={bottom + 17} textAnchor="middle">
                {f.count(day)}
              </text>
            ))}
            <text x={(LEFT + plotRight) / 2} y={bottom + 34} textAnchor="middle">
              {t('curve.axis')}
            </text>
            {labels.map(({ text, middle }, index) => (
              <g key={text}>
                <path d={`M${plotRight + 2} ${y(middle)}L${plotRight + 14} ${places[index]}`} className="ax" />
                <text x={plotRight + 18} y={places[index]! + 4} className="t">
                  {text}
                </text>
              </g>
            ))}
          </svg>
        )
      }}
    </ChartBox>
  )
}
