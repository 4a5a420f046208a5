import { shareText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'
import { textWidth } from '../layout'

const ROW = 34
const BAR = 20

/** Codes of the parts, in the order in which they stand in the bar. */
export const PARTS = ['substantiated', 'partly', 'unsubstantiated', 'other', 'process', 'unknown'] as const
export type Part = (typeof PARTS)[number]
export interface OutcomeRow {
  id: string
  name: string
  counts: Readonly<Record<Part, number>>
  href?: string
}

/** Each part differs from its neighbours in grey and by its outline or pattern, not by its colour alone. */
const LOOK: Readonly<Record<Part, { fill: string; stroke?: string; ink: string; over?: string }>> = {
  substantiated: { fill: 'var(--c1)', ink: 'var(--paper)' },
  partly: { fill: 'var(--c1)', over: 'url(#hx-part)', ink: 'var(--ink)' },
  unsubstantiated: { fill: 'var(--paper)', stroke: 'var(--c1)', ink: 'var(--ink)' },
  other: { fill: 'var(--c-mute)', ink: '#15202b' },
  process: { fill: 'var(--c-band)', stroke: 'var(--rule-2)', ink: 'var(--ink)' },
  unknown: { fill: 'url(#hx)', stroke: 'var(--hatch)', ink: 'var(--ink)' },
}

const totalOf = ({ counts }: OutcomeRow) => PARTS.reduce((sum, part) => sum + counts[part], 0)

function Swatch({
  part,
  x = 0,
  y = 0,
  width,
  height,
}: {
  part: Part
  x?: number
  y?: number
  width: number
  height: number
}) {
  const { fill, stroke, over } = LOOK[part]
  const box = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: height - 1 }
  return (
    <>
      <rect {...box} fill={fill} {...(stroke !== undefined && { stroke, strokeWidth: 1.2 })} />
      {over !== undefined && <rect {...box} fill={over} />}
    </>
  )
}

/** What the parts of the bars mean; parts that occur nowhere are left out. */
export function OutcomeLegend({ rows }: { rows: readonly OutcomeRow[] }) {
  const { t } = useText()
  const shown = PARTS.filter((part) => rows.some(({ counts }) => counts[part] > 0))
  return (
    <div className="leg">
      {shown.map((part) => (
        <span key={part}>
          <svg width="18" height="12" aria-hidden="true">
            <Swatch part={part} width={18} height={12} />
          </svg>
          {t(`outcomes.${part}`)}
        </span>
      ))}
    </div>
  )
}

/** How each door's cases ended: one bar of 100 % a door, its number of cases behind it; the counts stand inside where there is room. */
export function Outcomes({ rows, label, printing }: ChartProps & { rows: readonly OutcomeRow[] }) {
  const words = useText()
  const { t, f } = words
  return (
    <ChartBox label={label} role="group" height={rows.length * ROW + 4} {...(printing && { printing })}>
      {({ width, height }) => {
        const names = Math.min(width * 0.36, Math.max(0, ...rows.map(({ name }) => textWidth(name))) + 12)
        const totals = rows.map((row) => t('outcomes.n', { n: f.count(totalOf(row)) }))
        const room = Math.max(40, width - names - Math.max(0, ...totals.map((text) => textWidth(text))) - 10)
        return (
          <svg data-chart="outcomes" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            {rows.map((row, at) => {
              const y = at * ROW + 6
              const total = totalOf(row)
              const text = (
                <text x="0" y={y + 15} className="t">
                  {row.name}
                </text>
              )
              let from = names
              return (
                <g key={row.id}>
                  {row.href === undefined ? text : <a href={row.href}>{text}</a>}
                  {total > 0 &&
                    PARTS.map((part) => {
                      const wide = (row.counts[part] / total) * room
                      const x = from
                      from += wide
                      if (wide === 0) return null
                      const number = f.count(row.counts[part])
                      return (
                        <g key={part}>
                          <title>{`${t(`outcomes.${part}`)}: ${number} (${shareText(row.counts[part] / total, total, words)})`}</title>
                          <Swatch part={part} x={x} y={y} width={wide} height={BAR} />
                          {wide > textWidth(number, true) + 8 &&
                            LOOK[part].over === undefined &&
                            part !== 'unknown' && (
                              <text
                                x={x + wide / 2}
                                y={y + 14.5}
                                textAnchor="middle"
                                className="b"
                                style={{ fill: LOOK[part].ink }}
                              >
                                {number}
                              </text>
                            )}
                        </g>
                      )
                    })}
                  <text x={names + (total > 0 ? room : 0) + 8} y={y + 15}>
                    {totals[at]}
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
