import { memo } from 'react'
import type { Funnel, FunnelUnit } from '../../../shared/contract/results/region'
import { isAlarm, isAlert, pointEvidence, tailOf } from '../../../shared/sentences/funnel'
import { placeName, type Words } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { placeLabels, type Box } from '../layout'
import { across, unitsWithin } from './scale'

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

/** Labels of flagged points and of the one asked for, with their counts; none that would cover another. */
function labelled(points: readonly FunnelPoint[], funnel: Funnel, named: string | null, words: Words) {
  const asked = ({ unit }: FunnelPoint) => (unit.unit === named ? 1 : 0)
  return points
    .filter((point) => asked(point) || isAlarm(point.unit) || isAlert(point.unit))
    .toSorted((a, b) => asked(b) - asked(a) || rank(b.unit) - rank(a.unit) || tailOf(a.unit) - tailOf(b.unit))
    .slice(0, MOST_LABELS)
    .map((point) => ({
      ...point,
      text: `${placeName(point.unit.name)}, ${pointEvidence(point.unit, funnel.kind, words)}`,
      bold: isAlarm(point.unit) || asked(point) === 1,
    }))
}

export interface FunnelPixels {
  x: (value: number) => number
  y: (value: number) => number
  area: Box
}

interface Props {
  funnel: Funnel
  /** units whose numerator or its complement is a non-zero count under this are drawn as ticks on the axis only */
  suppress: number | null
  /** ends of the horizontal axis */
  ends: readonly [number, number]
  /** where values stand, and the plot's area, in px */
  pixels: FunnelPixels
  /** a unit that is named whatever its verdict */
  named: string | null
}

/** Whether a point may be shown in what leaves the console: both its sides at the threshold or more. */
export const mayShow = (unit: FunnelUnit, kind: Funnel['kind'], threshold: number | null): boolean =>
  threshold === null || (unit.observed >= threshold && (kind === 'rate' || unit.n - unit.observed >= threshold))

/** Of points that would cover each other pixel for pixel, one is drawn. */
function visible(points: readonly FunnelPoint[]): FunnelPoint[] {
  const drawn = new Map(
    points.map((point) => [`${Math.round(point.x)} ${Math.round(point.y)} ${rank(point.unit)}`, point]),
  )
  return [...drawn.values()]
}

/**
 * All points as one layer upon the frame, not inside it: the frame settles its axes in several passes, and 500 units would
 * be drawn in each of them.
 */
export const Points = memo(function Points({ funnel, suppress, ends, pixels, named }: Props) {
  const words = useText()
  const { x, y, area } = pixels
  const all = unitsWithin(funnel, ends)
    .map((unit): FunnelPoint => ({ unit, x: x(across(unit, funnel.kind)), y: y(unit.value ?? 0) }))
    .toSorted((a, b) => rank(a.unit) - rank(b.unit))
  const shown = all.filter(({ unit }) => mayShow(unit, funnel.kind, suppress))
  const hidden = all.filter(({ unit }) => !mayShow(unit, funnel.kind, suppress))
  const labels = labelled(shown, funnel, named, words)
  const placed = placeLabels(labels, shown, {
    x: area.x,
    y: area.y - 8,
    width: area.width + 60,
    height: area.height + 8,
  })
  const bottom = area.y + area.height
  return (
    <g>
      {hidden.map(({ unit, x: at }) => (
        <line key={unit.unit} x1={at} x2={at} y1={bottom - 7} y2={bottom} stroke="var(--c1)" strokeWidth="1.5" />
      ))}
      {visible(shown).map((point) => (
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
    </g>
  )
})
