/** Points against limits that each may have for itself (u, p, g and t charts). */
import { ChartBox, type ChartProps } from './ChartBox'
import { niceTicks, spread, textWidth } from './layout'
import { pieces } from './pieces'

export interface LimitsPoint {
  key: string
  /** null: the line breaks here */
  value: number | null
  lower: number | null
  upper: number | null
  mark: 'plain' | 'signal' | 'partial' | 'open'
  /** hatched from top to bottom: too many units are missing */
  isMissing?: boolean
  /** what the mouse is over, in lines */
  title: string
}
interface Props extends ChartProps {
  points: readonly LimitsPoint[]
  mean: { value: number; word: string }
  words: { upper: string; lower: string }
  ticks: readonly { at: number; text: string }[]
  format: (value: number) => string
}

const HEIGHT = 236
const [TOP, RIGHT, BOTTOM, LEFT] = [20, 92, 26, 46]
const CLASS = { plain: 'f1', signal: 'pt-ring', partial: 'pt-partial', open: 'pt-open' } as const

/** Ends of the scale: values and limits with a little air above; from 0 where that wastes less than half. */
function domainOf(points: readonly LimitsPoint[], mean: number): [number, number] {
  const values = [mean, ...points.flatMap(({ value, lower, upper }) => [value, lower, upper])].filter((v) => v !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || 1) * 0.1
  return [low - air < (high + air) / 2 ? 0 : low - air, high + air]
}

export function LimitsChart({ points, mean, words, ticks, format, label, printing }: Props) {
  const [low, high] = domainOf(points, mean.value)
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const [right, bottom] = [width - RIGHT, height - BOTTOM]
        const step = (right - LEFT) / Math.max(1, points.length)
        const x = (at: number) => LEFT + (at + 0.5) * step
        const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - TOP)
        const line = (part: readonly { at: number; point: LimitsPoint }[]) =>
          part.map(({ at, point }) => `${x(at)},${y(point.value as number)}`).join(' ')
        const limit = (side: 'lower' | 'upper') => points.map((point) => ({ ...point, value: point[side] }))
        const last = (side: 'lower' | 'upper') => points.findLast((point) => point[side] !== null)?.[side] ?? null
        const labels = [
          { value: last('upper'), word: words.upper },
          { value: mean.value, word: mean.word },
          { value: last('lower'), word: words.lower },
        ].filter((one): one is { value: number; word: string } => one.value !== null)
        const placed = spread(labels.map(({ value }) => y(value)), 28, TOP - 4, bottom - 8) // prettier-ignore
        return (
          <svg data-chart="limits" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {points.map(
              ({ key, isMissing }, at) =>
                isMissing && (
                  <rect
                    key={key}
                    x={x(at) - step / 2}
                    y={TOP}
                    width={step}
                    height={bottom - TOP}
                    fill="url(#hx)"
                    opacity="0.7"
                  />
                ),
            )}
            {points.map(
              ({ key, lower, upper }, at) =>
                lower !== null &&
                upper !== null && (
                  <rect
                    key={key}
                    x={x(at) - step / 2}
                    y={y(upper)}
                    width={step + 0.5}
                    height={Math.max(0, y(lower) - y(upper))}
                    fill="var(--c-band2)"
                  />
                ),
            )}
            {(['lower', 'upper'] as const).flatMap((side) =>
              pieces(limit(side)).map((part) => (
                <path
                  key={`${side} ${part[0]!.at}`}
                  d={part
                    .map(({ at, point }, i) => {
                      const level = y(point.value as number)
                      return `${i === 0 ? 'M' : 'L'}${x(at) - step / 2},${level} L${x(at) + step / 2},${level}`
                    })
                    .join(' ')}
                  className="ax dash"
                  fill="none"
                />
              )),
            )}
            <line x1={LEFT} x2={right} y1={y(mean.value)} y2={y(mean.value)} className="ax" />
            <line x1={LEFT} x2={right} y1={bottom} y2={bottom} stroke="var(--rule-2)" />
            {niceTicks(low, high, 4).map((value) => (
              <text key={value} x={LEFT - 6} y={y(value) + 4} textAnchor="end">
                {format(value)}
              </text>
            ))}
            {ticks.map(({ at, text }) => (
              <text
                key={at}
                x={Math.min(x(at), width - textWidth(text) / 2)}
                y={height - 8}
                textAnchor={at === 0 ? 'start' : 'middle'}
              >
                {text}
              </text>
            ))}
            {pieces(points).map((part) => (
              <polyline key={part[0]!.at} points={line(part)} fill="none" stroke="var(--c1)" strokeWidth="2" />
            ))}
            {points.map(
              ({ key, value, mark, title }, at) =>
                value !== null && (
                  <circle key={key} cx={x(at)} cy={y(value)} r={mark === 'signal' ? 4.2 : 2.6} className={CLASS[mark]}>
                    <title>{title}</title>
                  </circle>
                ),
            )}
            {labels.map(({ value, word }, i) => (
              <g key={word}>
                <text x={right + 6} y={(placed[i] ?? 0) + 4} className="t">
                  {format(value)}
                </text>
                <text x={right + 6} y={(placed[i] ?? 0) + 17}>
                  {word}
                </text>
              </g>
            ))}
          </svg>
        )
      }}
    </ChartBox>
  )
}
