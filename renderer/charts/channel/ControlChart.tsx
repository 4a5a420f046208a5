import type { ChannelChart } from '../../../shared/contract/results/channels'
import { rateText, shareText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { limitsOf } from './limits'
import { ChartBox, type ChartProps } from '../ChartBox'
import { labelBaseline, niceTicks, quarterTicks, spread, textWidth } from '../layout'

const HEIGHT = 236
const [TOP, BOTTOM, LEFT, RIGHT] = [18, 28, 44, 92]

interface Props extends ChartProps {
  chart: ChannelChart
  /** how its values are told: shares 0 to 1, or numbers per session */
  format: 'share' | 'rate'
}
type Point = ChannelChart['points'][number]

const valueOf = ({ value, complete }: Point) => (complete ? value : null)

/** Values per month with limits that follow each month's denominator (p, p′ or u chart), or a run chart without them. */
export function ControlChart({ chart, format, label, printing }: Props) {
  const words = useText()
  const { t, f } = words
  const { points, centre } = chart
  const told = (value: number, n: number | null) =>
    format === 'share' ? shareText(value, n, words) : rateText(value, words)
  const marks = points.flatMap((point) => {
    const value = valueOf(point)
    const limits = limitsOf(point)
    return value === null ? [] : [value, ...(limits && centre !== null ? [limits.lower, limits.upper, centre] : [])]
  })
  const [least, most] = marks.length > 0 ? [Math.min(...marks), Math.max(...marks)] : [0, 1]
  // Months that hardly differ are not drawn as if they did.
  const air = Math.max(format === 'share' ? 0.05 : Math.max(0.1, most * 0.1), (most - least) * 0.12)
  const low = Math.max(0, least - air)
  const high = format === 'share' ? Math.min(1, most + air) : most + air
  const months = points.map(({ month }) => month)
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const [right, bottom] = [width - RIGHT, height - BOTTOM]
        const step = (right - LEFT) / Math.max(1, points.length)
        const x = (at: number) => LEFT + (at + 0.5) * step
        const y = (share: number) => bottom - ((share - low) / (high - low || 1)) * (bottom - TOP)
        const limited = points.flatMap((point, at) => {
          const limits = limitsOf(point)
          return limits && centre !== null ? [{ ...limits, at }] : []
        })
        const edge = (side: 'lower' | 'upper') =>
          limited.map((point) => `L${x(point.at) - step / 2} ${y(point[side])}H${x(point.at) + step / 2}`).join('')
        const line = points
          .map((point, at) => ({ value: valueOf(point), at }))
          .map(({ value, at }, index, all) =>
            value === null
              ? ''
              : `${index > 0 && all[index - 1]!.value !== null ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
          )
          .join('')
        const last = points.findLastIndex((point) => valueOf(point) !== null)
        const lastText = last < 0 ? '' : told(valueOf(points[last]!)!, points[last]!.denominator)
        const lastRight = Math.min(x(last) + 6, right)
        const lastBaseline = labelBaseline(
          points.flatMap((point, at) => {
            const value = valueOf(point)
            return value === null ? [] : [{ x: x(at), y: y(value) }]
          }),
          { right: lastRight, width: textWidth(lastText, true), floor: bottom },
        )
        const final = limited.at(-1)
        const labels = [
          ...(final ? [{ value: final.upper, word: t('trend.upper') }] : []),
          ...(centre === null ? [] : [{ value: centre, word: t('trend.mean') }]),
          ...(final ? [{ value: final.lower, word: t('trend.lower') }] : []),
        ]
        const placed = spread(
          labels.map(({ value }) => y(value)),
          28,
          TOP - 2,
          bottom - 8,
        )
        const ticks = quarterTicks(months, Math.floor((width - 136) / 56))
        return (
          <svg data-chart="share" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {niceTicks(low, high, 4).map((share) => (
              <g key={share}>
                <line x1={LEFT} x2={right} y1={y(share)} y2={y(share)} className="gr" />
                <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
                  {format === 'share'
                    ? f.share(share, high - low < 0.04 ? 1 : 0)
                    : f.number(share, high - low < 1 ? 2 : 1)}
                </text>
              </g>
            ))}
            {limited.length > 0 && (
              <>
                <path
                  d={`${edge('upper').replace('L', 'M')}${limited
                    .toReversed()
                    .map((point) => `L${x(point.at) + step / 2} ${y(point.lower)}H${x(point.at) - step / 2}`)
                    .join('')}Z`}
                  fill="var(--c-band2)"
                />
                <path d={edge('upper').replace('L', 'M')} className="ax dash" />
                <path d={edge('lower').replace('L', 'M')} className="ax dash" />
              </>
            )}
            {centre !== null && <line x1={LEFT} x2={right} y1={y(centre)} y2={y(centre)} className="ax" />}
            {points.map(
              (point, at) =>
                !point.complete && (
                  <rect
                    key={point.month}
                    x={x(at) - step / 2}
                    y={TOP}
                    width={step}
                    height={bottom - TOP}
                    fill="url(#hx)"
                    opacity="0.7"
                  />
                ),
            )}
            <line x1={LEFT} x2={right} y1={bottom} y2={bottom} className="ax" />
            {ticks.map(({ at, january, first }) => {
              const text = f.month(months[at] ?? '2000-01', true)
              return (
                <text key={at} x={x(at)} y={bottom + 18} textAnchor="middle">
                  {january || first ? text : (text.split(' ')[0] ?? '')}
                </text>
              )
            })}
            <path d={line} className="ln s1" />
            {points.map((point, at) => {
              const value = valueOf(point)
              if (value === null) return null
              return (
                <circle
                  key={point.month}
                  cx={x(at)}
                  cy={y(value)}
                  r={point.signal === null ? 2.6 : 4.2}
                  className={point.signal === null ? 'f1' : 'pt-ring'}
                >
                  <title>
                    {t('control.point', {
                      month: f.month(point.month),
                      value: told(value, point.denominator),
                      n: f.count(point.numerator),
                      total: f.count(point.denominator),
                    })}
                  </title>
                </circle>
              )
            })}
            {last >= 0 && (
              <text x={lastRight} y={lastBaseline} textAnchor="end" className="t6 halo">
                {lastText}
              </text>
            )}
            {labels.map(({ value, word }, at) => (
              <g key={word}>
                <text x={right + 8} y={placed[at]! + 4} className="t">
                  {told(value, null)}
                </text>
                <text x={right + 8} y={placed[at]! + 17}>
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
