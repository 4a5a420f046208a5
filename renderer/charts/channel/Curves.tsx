import type { DurationCurve } from '../../../shared/contract/results/region'
import { horizonOf, survivalAt } from '../../../shared/sentences/curve'
import { daysText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'
import { niceTicks, spread, textWidth } from '../layout'

const HEIGHT = 320
const TOP = 12
const BOTTOM = 40
const LEFT = 44
const LABEL = 15
/** Each line has a colour and a dash of its own, so that it can be told from the others in grey. */
const LINES = [
  { colour: 'var(--c1)', dash: undefined },
  { colour: 'var(--c2)', dash: '8 4' },
  { colour: 'var(--c3)', dash: '2 4' },
  { colour: 'var(--c4)', dash: '12 3 2 3' },
  { colour: 'var(--c5)', dash: '5 3' },
  { colour: 'var(--ink-3)', dash: '1 3' },
] as const

export interface CurveLine {
  id: string
  name: string
  curve: DurationCurve
}
interface Props extends ChartProps {
  lines: readonly CurveLine[]
}

/** Steps of a curve from day 0 to `end` as an SVG path. */
function steps(curve: DurationCurve, end: number, x: (days: number) => number, y: (share: number) => number): string {
  const points = curve.points.filter(({ t }) => t > 0 && t <= end)
  const path = points.map(({ t, survival }) => `H${x(t).toFixed(1)}V${y(survival).toFixed(1)}`).join('')
  return `M${x(0).toFixed(1)} ${y(1).toFixed(1)}V${y(survivalAt(curve, 0)).toFixed(1)}${path}H${x(end).toFixed(1)}`
}

/** Share still waiting by days since receipt for several doors: one step line each, named at its right end. */
export function Curves({ lines, label, printing }: Props) {
  const words = useText()
  const { t, f } = words
  const end = Math.max(1, ...lines.map(({ curve }) => horizonOf(curve)))
  const names = lines.map(({ name, curve }) =>
    curve.median === null ? name : t('curves.end', { name, median: daysText(curve.median, words) }),
  )
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const right = Math.min(width * 0.42, Math.max(60, ...names.map((name) => textWidth(name))) + 22)
        const [plotRight, plotBottom] = [Math.max(LEFT + 60, width - right), height - BOTTOM]
        const x = (days: number) => LEFT + (days / end) * (plotRight - LEFT)
        const y = (share: number) => TOP + (1 - share) * (plotBottom - TOP)
        const ends = lines.map(({ curve }) => y(survivalAt(curve, end)))
        const places = spread(ends, LABEL, TOP, plotBottom)
        return (
          <svg data-chart="curves" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {[0, 0.25, 0.5, 0.75, 1].map((share) => (
              <g key={share}>
                <line x1={LEFT} x2={plotRight} y1={y(share)} y2={y(share)} className={share === 0 ? 'ax' : 'gr'} />
                <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
                  {f.share(share, 0)}
                </text>
              </g>
            ))}
            {niceTicks(0, end, Math.max(3, Math.floor((plotRight - LEFT) / 70))).map((days) => (
              <text key={days} x={x(days)} y={plotBottom + 17} textAnchor="middle">
                {f.number(days, end < 3 ? 1 : 0)}
              </text>
            ))}
            <text x={(LEFT + plotRight) / 2} y={plotBottom + 34} textAnchor="middle">
              {t('curve.axis')}
            </text>
            {lines.map(({ id, curve }, at) => {
              const { colour, dash } = LINES[at % LINES.length]!
              const place = places[at]!
              return (
                <g key={id}>
                  <path
                    d={steps(curve, end, x, y)}
                    fill="none"
                    stroke={colour}
                    strokeWidth="2"
                    {...(dash !== undefined && { strokeDasharray: dash })}
                  />
                  {curve.median !== null && curve.median <= end && (
                    <circle cx={x(curve.median)} cy={y(0.5)} r="3.6" fill={colour} stroke="var(--paper)" />
                  )}
                  <path d={`M${plotRight + 2} ${ends[at]}L${plotRight + 14} ${place}`} stroke={colour} fill="none" />
                  <text x={plotRight + 18} y={place + 4} className="t">
                    {names[at]}
                  </text>
                </g>
              )
            })}
          </svg>
        )
      }}
    </ChartBox>
  )
}
