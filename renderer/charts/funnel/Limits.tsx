import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Funnel } from '../../../shared/contract/results/region'
import { useText } from '../../text/useText'
import { spread } from '../layout'
import { limitsOf } from './scale'

type Key = 'low95' | 'high95' | 'low998' | 'high998'

interface Props {
  funnel: Funnel
  /** ends of the horizontal axis */
  ends: readonly [number, number]
  targetGiven: boolean
}

/** The smooth limits on the shown part of the axis: 95 % dashed around a band, 99.8 % solid, the target as an ink line, each named at its right end. */
export function Limits({ funnel, ends: [xStart, xEnd], targetGiven }: Props) {
  const { t } = useText()
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  const limits = limitsOf(funnel).filter(({ n }) => n > 0 && n >= xStart && n <= xEnd * 1.001)
  if (!area) return null
  const [top, bottom] = [area.y, area.y + area.height]
  const px = (n: number) => x?.(n) ?? 0
  const py = (value: number) => Math.min(bottom, Math.max(top, y?.(value) ?? 0))
  const points = (key: Key) => limits.map((limit) => `${px(limit.n).toFixed(1)} ${py(limit[key]).toFixed(1)}`)
  const line = (key: Key) => `M${points(key).join('L')}`
  const last = limits.at(-1)
  const right = area.x + area.width
  const named = [
    ...(funnel.target === null
      ? []
      : [{ word: t(targetGiven ? 'funnel.targetLabel' : 'funnel.overallLabel'), at: py(funnel.target), ink: true }]),
    ...(last
      ? [
          { word: t('funnel.limit95'), at: py(last.low95), ink: false },
          { word: t('funnel.limit998'), at: py(last.low998), ink: false },
        ]
      : []),
  ]
  const placed = spread(
    named.map(({ at }) => at),
    14,
    top,
    bottom,
  )
  return (
    <g>
      {limits.length > 1 && (
        <>
          <path d={`M${[...points('high95'), ...points('low95').toReversed()].join('L')}Z`} fill="var(--c-band2)" />
          <path d={line('low95')} className="lim dash" />
          <path d={line('high95')} className="lim dash" />
          <path d={line('low998')} className="lim" />
          <path d={line('high998')} className="lim" />
        </>
      )}
      {funnel.target !== null && (
        <line x1={area.x} x2={right} y1={py(funnel.target)} y2={py(funnel.target)} className="lim target" />
      )}
      {named.map(({ word, ink }, at) => (
        <text key={word} x={right + 6} y={(placed[at] ?? 0) + 4} className={ink ? 't' : ''}>
          {word}
        </text>
      ))}
    </g>
  )
}
