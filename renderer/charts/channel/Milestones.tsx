import { shareText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { ChartBox, type ChartProps } from '../ChartBox'

const HEIGHT = 138

export interface Milestone {
  id: string
  name: string
  reached: number
  /** matters that could have reached it */
  total: number
  /** "median 2 hari (95%: 1,5 s.d. 2,4)", or why there is none */
  time: string
}

/** One station after the other, each with how many matters reached it and in what time; the bars share one scale. */
export function Milestones({ stations, label, printing }: ChartProps & { stations: readonly Milestone[] }) {
  const words = useText()
  const { f, t } = words
  return (
    <ChartBox label={label} height={HEIGHT} {...(printing && { printing })}>
      {({ width, height }) => {
        const wide = width / Math.max(1, stations.length)
        const bar = wide - 26
        return (
          <svg data-chart="milestones" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
            <line x1="8" x2={Math.max(8, width - wide + 8)} y1="12" y2="12" stroke="var(--rule-2)" strokeWidth="2" />
            {stations.map(({ id, name, reached, total, time }, at) => {
              const x = at * wide
              const share = total > 0 ? reached / total : 0
              return (
                <g key={id}>
                  <circle cx={x + 8} cy="12" r="7" fill="var(--paper)" stroke="var(--c1)" strokeWidth="2" />
                  <text x={x + 8} y="16" textAnchor="middle" className="t6">
                    {at + 1}
                  </text>
                  <text x={x} y="42" className="t6">
                    {name}
                  </text>
                  <rect x={x + 0.5} y="52.5" width={bar} height="17" fill="var(--paper)" stroke="var(--rule-2)" />
                  <rect x={x + 0.5} y="52.5" width={bar * share} height="17" fill="var(--c1)" />
                  <text x={x} y="89" className="t6">
                    {total > 0 ? shareText(share, total, words) : '–'}
                  </text>
                  <text x={x} y="107">
                    {t('say.ofTotal', { n: f.count(reached), total: f.count(total) })}
                  </text>
                  <text x={x} y="125">
                    {time}
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
