import { useText } from '../text/useText'
import { shareText } from '../../shared/sentences/words'
import { ChartBox, type ChartProps } from './ChartBox'
import { textWidth } from './layout'

const ROW = 24
const BAR = 13

export interface BarRow {
  id: string
  name: string
  count: number
  /** drawn hatched: not known is not a kind of its own */
  unknown?: boolean
  /** where a click leads */
  href?: string
}
interface Props extends ChartProps {
  rows: readonly BarRow[]
  /** what the shares are of */
  total: number
}

/** Horizontal bars from zero with their counts and shares; the names at the left are links where there is a place to go. */
export function Bars({ rows, total, label, printing }: Props) {
  const words = useText()
  const { f } = words
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ChartBox label={label} role="group" height={rows.length * ROW + 4} {...(printing && { printing })}>
      {({ width, height }) => {
        const names = Math.min(width * 0.44, Math.max(...rows.map(({ name }) => textWidth(name))) + 10)
        const numbers = textWidth(f.count(most), true) + 58
        const room = Math.max(20, width - names - numbers)
        return (
          <svg data-chart="bars" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <line x1={names} x2={names} y1="0" y2={rows.length * ROW} className="ax" />
            {rows.map(({ id, name, count, unknown, href }, at) => {
              const y = at * ROW
              const wide = (count / most) * room
              const text = (
                <text x="0" y={y + 16} className="t">
                  {name}
                </text>
              )
              return (
                <g key={id}>
                  {href === undefined ? text : <a href={href}>{text}</a>}
                  <rect
                    x={names}
                    y={y + (ROW - BAR) / 2}
                    width={Math.max(count > 0 ? 1.5 : 0, wide)}
                    height={BAR}
                    {...(unknown ? { fill: 'url(#hx)', stroke: 'var(--hatch)' } : { fill: 'var(--c1)' })}
                  />
                  <text x={names + wide + 7} y={y + 16}>
                    <tspan className="t6">{f.count(count)}</tspan>
                    {total > 0 && <tspan dx="7">{`(${shareText(count / total, total, words)})`}</tspan>}
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
