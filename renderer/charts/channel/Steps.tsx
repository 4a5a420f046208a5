import { shareText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'
import { textWidth } from '../layout'

const ROW = 29
const BAR = 20
/** Air before the rows that stand apart. */
const GAP = 12

/** `whole` is what the shares are of; `step` is part of it; `aside` is told apart and never taken from the steps. */
export type StepKind = 'whole' | 'step' | 'aside'
export interface Step {
  id: string
  name: string
  /** null: not reported */
  count: number | null
  /** what its share is of; null = no share is told */
  of: number | null
  kind: StepKind
  href?: string
}

const LOOK: Readonly<Record<StepKind, { fill: string; stroke?: string }>> = {
  whole: { fill: 'var(--c-mute)' },
  step: { fill: 'var(--c1)' },
  aside: { fill: 'var(--paper)', stroke: 'var(--c2)' },
}

/** What becomes of a whole, step by step: bars from zero on one scale, count and share behind each; what stands apart is outlined below. */
export function Steps({ rows, label, printing }: ChartProps & { rows: readonly Step[] }) {
  const words = useText()
  const { t, f } = words
  const most = Math.max(1, ...rows.map(({ count }) => count ?? 0))
  const firstAside = rows.findIndex(({ kind }) => kind === 'aside')
  const top = (at: number) => at * ROW + (firstAside > 0 && at >= firstAside ? GAP : 0)
  const tall = top(rows.length - 1) + ROW
  return (
    <ChartBox label={label} role="group" height={tall} {...(printing && { printing })}>
      {({ width, height }) => {
        const names = Math.min(width * 0.46, Math.max(0, ...rows.map(({ name }) => textWidth(name))) + 12)
        const room = Math.max(20, width - names - textWidth(f.count(most), true) - 66)
        return (
          <svg data-chart="steps" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <line x1={names} x2={names} y1="0" y2={tall} className="ax" />
            {rows.map(({ id, name, count, of, kind, href }, at) => {
              const y = top(at)
              const wide = ((count ?? 0) / most) * room
              const { fill, stroke } = LOOK[kind]
              const text = (
                <text x="0" y={y + 19} className="t">
                  {name}
                </text>
              )
              return (
                <g key={id}>
                  {href === undefined ? text : <a href={href}>{text}</a>}
                  {count === null ? (
                    <>
                      <rect x={names} y={y + 4} width="60" height={BAR} fill="url(#hx)" stroke="var(--hatch)" />
                      <text x={names + 67} y={y + 19}>
                        {t('missing.not_reported')}
                      </text>
                    </>
                  ) : (
                    <>
                      <rect
                        x={names}
                        y={y + 4}
                        width={Math.max(count > 0 ? 1.5 : 0, wide)}
                        height={BAR}
                        fill={fill}
                        {...(stroke !== undefined && { stroke, strokeWidth: 1.4 })}
                      />
                      <text x={names + wide + 7} y={y + 19}>
                        <tspan className="t6">{f.count(count)}</tspan>
                        {of !== null && of > 0 && kind !== 'whole' && (
                          <tspan dx="7">{shareText(count / of, of, words)}</tspan>
                        )}
                      </text>
                    </>
                  )}
                </g>
              )
            })}
          </svg>
        )
      }}
    </ChartBox>
  )
}
