import { memo, useMemo, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { CartesianGrid, ComposedChart, XAxis, YAxis } from 'recharts'
import type { Funnel, FunnelUnit } from '../../shared/contract/results/region'
import { pointEvidence, pointValue, tailOf } from '../../shared/sentences/funnel'
import { rateText, type Words } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { ChartBox, type ChartProps, type Size } from './ChartBox'
import { Limits } from './funnel/Limits'
import { Points, type FunnelPixels } from './funnel/Points'
import { across, scaleOf, unitsWithin, type FunnelScale } from './funnel/scale'
import { Tip } from './Tip'

const HEIGHT = 360
const MARGIN = { top: 12, right: 72, bottom: 18, left: 0 }
const Y_AXIS = 44
const X_AXIS = 24
/** The points are a layer of their own, so recharts is given none; one array, so that it sees no change. */
const NO_ROWS: never[] = []
/** px around a point in which the mouse means it */
const NEAR = 14
interface Props extends ChartProps {
  funnel: Funnel
  /** true when the middle line is a set target, false when it is the units' own overall figure */
  targetGiven: boolean
  /** threshold of what leaves the console; on screen null */
  suppress?: number
  onOpen?: (unit: string) => void
  /** the part of the horizontal axis to show; all of it when not given */
  part?: readonly [number, number] | undefined
  /** a unit that is ringed and named, found by typing */
  named?: string | null
}

/** The plot's own scale, so that the mouse finds a point without asking the drawing. */
function toPixels({ width, height }: Size, scale: FunnelScale): FunnelPixels {
  const [left, right, top, bottom] = [
    MARGIN.left + Y_AXIS,
    width - MARGIN.right,
    MARGIN.top,
    height - MARGIN.bottom - X_AXIS,
  ]
  return {
    area: { x: left, y: top, width: right - left, height: bottom - top },
    x: (value: number) => left + ((value - scale.x[0]) / (scale.x[1] - scale.x[0])) * (right - left),
    y: (value: number) => bottom - ((value - scale.y[0]) / (scale.y[1] - scale.y[0])) * (bottom - top),
  }
}

function tipLines(unit: FunnelUnit, kind: Funnel['kind'], words: Words): string[] {
  const { t, f } = words
  return [
    unit.name,
    kind === 'proportion'
      ? pointValue(unit, kind, words)
      : `${pointValue(unit, kind, words)}: ${pointEvidence(unit, kind, words)}`,
    `P = ${f.probability(tailOf(unit))}; ${t(`flag.${unit.flag}`)}`,
  ]
}

interface FrameProps {
  size: Size
  funnel: Funnel
  scale: FunnelScale
  targetGiven: boolean
}

/** Axes and limits: drawn again when the figures or the axis change, not when a point is pointed at. */
const Frame = memo(function Frame({ size, funnel, scale, targetGiven }: FrameProps) {
  const words = useText()
  const { t, f } = words
  return (
    <ComposedChart {...size} data={NO_ROWS} margin={MARGIN} accessibilityLayer={false}>
      <CartesianGrid vertical={false} stroke="var(--rule)" horizontalValues={scale.yTicks} />
      <XAxis
        dataKey="x"
        type="number"
        domain={scale.x}
        ticks={scale.xTicks}
        interval={0}
        allowDataOverflow
        height={X_AXIS}
        tickMargin={4}
        tickLine={false}
        axisLine={{ stroke: 'var(--rule-2)' }}
        tickFormatter={(n: number) => f.count(n)}
        label={{
          value: t(funnel.kind === 'proportion' ? 'funnel.axis' : 'funnel.axisExpected'),
          position: 'bottom',
          offset: 0,
        }}
      />
      <YAxis
        dataKey="y"
        type="number"
        domain={scale.y}
        ticks={scale.yTicks}
        interval={0}
        allowDataOverflow
        width={Y_AXIS}
        tickMargin={6}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => (funnel.kind === 'proportion' ? f.share(value, 0) : rateText(value, words))}
      />
      <Limits funnel={funnel} ends={scale.x} targetGiven={targetGiven} />
    </ComposedChart>
  )
})

/** Units against a target and the limits of chance. The verdict is the query's exact tail, never the drawn line. */
export function FunnelChart({ funnel, label, printing, ...rest }: Props) {
  return (
    <ChartBox label={label} role="group" height={HEIGHT} {...(printing && { printing })}>
      {(size) => <Field funnel={funnel} width={size.width} height={size.height} {...rest} />}
    </ChartBox>
  )
}

type FieldProps = Omit<Props, 'label' | 'printing'> & Size

/** The funnel at a size that is known: mouse and arrows find a point. */
function Field({ funnel, targetGiven, suppress, onOpen, part, named = null, width, height }: FieldProps) {
  const words = useText()
  const { t, f } = words
  const [active, setActive] = useState<number | null>(null)
  const size = useMemo(() => ({ width, height }), [width, height])
  const scale = useMemo(() => scaleOf(funnel, part), [funnel, part])
  const pixels = useMemo(() => toPixels(size, scale), [size, scale])
  const drawn = useMemo(
    () => unitsWithin(funnel, scale.x).toSorted((a, b) => across(a, funnel.kind) - across(b, funnel.kind)),
    [funnel, scale],
  )
  const placeOf = (unit: FunnelUnit) => ({ x: pixels.x(across(unit, funnel.kind)), y: pixels.y(unit.value ?? 0) })
  const pointed = active === null ? undefined : drawn[active]
  const chosen = pointed ?? drawn.find(({ unit }) => unit === named)
  const place = chosen && placeOf(chosen)
  const nearest = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    let best = -1
    let least = NEAR
    drawn.forEach((unit, at) => {
      const point = placeOf(unit)
      const distance = Math.hypot(point.x - x, point.y - y)
      if (distance > least) return
      best = at
      least = distance
    })
    setActive(best < 0 ? null : best)
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (event.key === 'Enter' && chosen) onOpen?.(chosen.unit)
    if (step === undefined || drawn.length === 0) return
    event.preventDefault()
    setActive(((active ?? (step > 0 ? -1 : 0)) + step + drawn.length) % drawn.length)
  }
  return (
    <div
      className={pointed && onOpen ? 'funnel-field can-open' : 'funnel-field'}
      role="slider"
      aria-label={t('funnel.search', { n: f.count(drawn.length) })}
      aria-valuemin={1}
      aria-valuemax={drawn.length}
      aria-valuenow={(active ?? 0) + 1}
      aria-valuetext={chosen ? tipLines(chosen, funnel.kind, words).join('. ') : ''}
      tabIndex={0}
      onKeyDown={move}
      onMouseMove={nearest}
      onMouseLeave={() => setActive(null)}
      onBlur={() => setActive(null)}
      onClick={() => pointed && onOpen?.(pointed.unit)}
    >
      <Frame size={size} funnel={funnel} scale={scale} targetGiven={targetGiven} />
      <svg className="chart-over" data-chart="points" width={width} height={height} aria-hidden="true">
        <Points funnel={funnel} suppress={suppress ?? null} ends={scale.x} pixels={pixels} named={named} />
      </svg>
      {place && (
        <svg className="chart-over" width={width} height={height} aria-hidden="true">
          <circle cx={place.x} cy={place.y} r="9" fill="none" stroke="var(--ink)" strokeWidth="1.6" />
        </svg>
      )}
      {pointed && place && (
        <div className="tip-at" style={{ left: Math.min(place.x + 12, width - 190), top: place.y + 12 }}>
          <Tip lines={tipLines(pointed, funnel.kind, words)} />
        </div>
      )}
    </div>
  )
}

/** What the shapes mean. @param hidden units that are not drawn, since their counts must not leave the console */
export function FunnelLegend({ funnel, hidden = 0 }: { funnel: Funnel; hidden?: number }) {
  const { t, f } = useText()
  const few = funnel.units.filter(({ flag }) => flag === 'insufficient').length
  return (
    <div className="leg">
      <span>
        <svg width="14" height="14" aria-hidden="true">
          <path d="M7 0l7 7-7 7-7-7z" fill="var(--c2)" />
        </svg>
        {t('funnel.alarm')}
      </span>
      <span>
        <svg width="14" height="14" aria-hidden="true">
          <path d="M7 1.5L12.5 7 7 12.5 1.5 7z" className="pt-ring" />
        </svg>
        {t('funnel.alertPoint')}
      </span>
      <span>
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="4" className="f1" />
        </svg>
        {t('funnel.inside')}
      </span>
      {few > 0 && (
        <span>
          <svg width="10" height="10" aria-hidden="true">
            <circle cx="5" cy="5" r="4" className="pt-open" />
          </svg>
          {t('funnel.few', { n: f.count(few) })}
        </span>
      )}
      {hidden > 0 && <span>{t('funnel.hidden', { n: f.count(hidden) })}</span>}
    </div>
  )
}
