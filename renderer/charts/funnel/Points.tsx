import { memo } from 'react'
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'
import type { Funnel, FunnelUnit } from '../../../shared/contract/results/region'
import { isAlarm, isAlert, pointEvidence, tailOf } from '../../../shared/sentences/funnel'
import { placeName, type Words } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { placeLabels } from '../layout'
import { across } from './scale'

const MOST_LABELS = 8
export interface FunnelPoint {
  unit: FunnelUnit
  x: number
  y: number
}

/** Dot within limits, hollow for too few, ring diamond outside 95 %, filled diamond outside 99.8 %. */
function Point({ unit, x, y }: FunnelPoint) {
  if (isAlarm(unit)) return <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} fill="var(--c2)" />
  if (isAlert(unit)) return <path d={`M${x} ${y - 6}l6 6-6 6-6-6z`} className="pt-ring" />
  if (unit.flag === 'insufficient') return <circle cx={x} cy={y} r="4" className="pt-open" />
  return <circle cx={x} cy={y} r="4" className="f1" fillOpacity="0.82" />
}

const rank = (unit: FunnelUnit) => (isAlarm(unit) ? 3 : isAlert(unit) ? 2 : unit.flag === 'insufficient' ? 0 : 1)

/** Labels of flagged points only, with their counts; the strongest first, and none that would cover another. */
function labelled(points: readonly FunnelPoint[], funnel: Funnel, words: Words) {
  return points
    .filter(({ unit }) => isAlarm(unit) || isAlert(unit))
    .toSorted((a, b) => rank(b.unit) - rank(a.unit) || tailOf(a.unit) - tailOf(b.unit))
    .slice(0, MOST_LABELS)
    .map((point) => ({
      ...point,
      text: `${placeName(point.unit.name)}, ${pointEvidence(point.unit, funnel.kind, words)}`,
      bold: isAlarm(point.unit),
    }))
}

interface Props {
  funnel: Funnel
  /** units whose numerator or its complement is a non-zero count under this are drawn as ticks on the axis only */
  suppress: number | null
  active: string | null
}

/** Whether a point may be shown in what leaves the console: both its sides at the threshold or more. */
export const mayShow = (unit: FunnelUnit, kind: Funnel['kind'], threshold: number | null): boolean =>
  threshold === null || (unit.observed >= threshold && (kind === 'rate' || unit.n - unit.observed >= threshold))

/** All points as one layer: 500 units are drawn in a few milliseconds. */
export const Points = memo(function Points({ funnel, suppress, active }: Props) {
  const words = useText()
  const x = useXAxisScale()
  const y = useYAxisScale()
  const area = usePlotArea()
  if (!area) return null
  const all = funnel.units
    .filter(({ value }) => value !== null)
    .map((unit): FunnelPoint => ({ unit, x: x?.(across(unit, funnel.kind)) ?? 0, y: y?.(unit.value ?? 0) ?? 0 }))
    .toSorted((a, b) => rank(a.unit) - rank(b.unit))
  const shown = all.filter(({ unit }) => mayShow(unit, funnel.kind, suppress))
  const hidden = all.filter(({ unit }) => !mayShow(unit, funnel.kind, suppress))
  const labels = labelled(shown, funnel, words)
  const placed = placeLabels(labels, shown, {
    x: area.x,
    y: area.y - 8,
    width: area.width + 60,
    height: area.height + 8,
  })
  const bottom = area.y + area.height
  const marked = all.find(({ unit }) => unit.unit === active)
  return (
    <g>
      {hidden.map(({ unit, x: at }) => (
        <line key={unit.unit} x1={at} x2={at} y1={bottom - 7} y2={bottom} stroke="var(--c1)" strokeWidth="1.5" />
      ))}
      {shown.map((point) => (
        <Point key={point.unit.unit} {...point} />
      ))}
      {labels.map(({ unit, text, bold }, at) => {
        const place = placed[at]
        return (
          place && (
            <text
              key={unit.unit}
              x={place.x}
              y={place.y}
              textAnchor={place.anchor}
              className={bold ? 't6 halo' : 't halo'}
            >
              {text}
            </text>
          )
        )
      })}
      {marked && <circle cx={marked.x} cy={marked.y} r="9" fill="none" stroke="var(--ink)" strokeWidth="1.6" />}
    </g>
  )
})
