import { useText } from '../text/useText'

export interface Interval {
  value: number | null
  low: number | null
  high: number | null
  /** same period last year: a diamond */
  lastYear?: number | null
  /** a tick across */
  target?: number | null
  /** middle half of the peer group: a pale bar */
  peers?: { low: number; high: number } | null
}
interface Props extends Interval {
  /** ends of the scale; without them the scale fits what is drawn */
  min?: number
  max?: number
  width?: number
  /** said in words; without it the strip is an ornament, because the numbers stand beside it */
  label?: string
}

const INSET = 6

/** Ends of a scale that holds everything drawn, with a tenth of air on both sides. */
export function scaleOf({ value, low, high, lastYear, target, peers }: Interval): { min: number; max: number } {
  const numbers = [value, low, high, lastYear, target, peers?.low, peers?.high].filter(
    (n) => n !== null && n !== undefined,
  )
  if (numbers.length === 0) return { min: 0, max: 1 }
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  const air = (most - least || Math.abs(most) || 1) * 0.35
  return { min: least - air, max: most + air }
}

/** A value as a dot with its 95 % line, on a hairline: diamond = last year, tick = target, pale bar = peers. */
export function IntervalStrip({ width = 220, label, min, max, ...interval }: Props) {
  const { value, low, high, lastYear, target, peers } = interval
  const scale = scaleOf(interval)
  const [least, most] = [min ?? scale.min, max ?? scale.max]
  const at = (n: number) => {
    const share = Math.min(1, Math.max(0, (n - least) / (most - least || 1)))
    return INSET + share * (width - 2 * INSET)
  }
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${width} 22`}
      width="100%"
      height="22"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <line x1={INSET} x2={width - INSET} y1="11" y2="11" stroke="var(--rule)" />
      {peers && (
        <rect
          x={at(peers.low)}
          y="7"
          width={Math.max(1, at(peers.high) - at(peers.low))}
          height="8"
          fill="var(--c-band)"
          stroke="var(--rule-2)"
        />
      )}
      {target !== null && target !== undefined && (
        <line x1={at(target)} x2={at(target)} y1="2" y2="20" stroke="var(--ink)" strokeWidth="1.5" />
      )}
      {lastYear !== null && lastYear !== undefined && (
        <path d={`M${at(lastYear)} 5l5.5 6-5.5 6-5.5-6z`} fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.3" />
      )}
      {low !== null && high !== null && (
        <line x1={at(low)} x2={at(high)} y1="11" y2="11" stroke="var(--c1)" strokeWidth="3" />
      )}
      {value !== null && <circle cx={at(value)} cy="11" r="4.5" className="f1" />}
    </svg>
  )
}

interface LegendProps {
  value?: string
  lastYear?: string
  target?: boolean
  peers?: string
  note?: string
}

/** What the marks of interval strips mean. */
export function IntervalLegend({ value, lastYear, target = true, peers, note }: LegendProps) {
  const { t } = useText()
  return (
    <div className="leg">
      <span>
        <svg width="26" height="12" aria-hidden="true">
          <line x1="0" x2="26" y1="6" y2="6" stroke="var(--c1)" strokeWidth="3" />
          <circle cx="13" cy="6" r="4.5" className="f1" />
        </svg>
        {value ?? t('ui.legend.value')}
      </span>
      {peers !== undefined && (
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect x=".5" y="2" width="25" height="8" fill="var(--c-band)" stroke="var(--rule-2)" />
          </svg>
          {peers}
        </span>
      )}
      <span>
        <svg width="14" height="14" aria-hidden="true">
          <path d="M7 1l5.5 6L7 13 1.5 7z" fill="none" stroke="var(--ink-3)" strokeWidth="1.3" />
        </svg>
        {lastYear ?? t('ui.legend.lastYear')}
      </span>
      {target && (
        <span>
          <svg width="6" height="14" aria-hidden="true">
            <path d="M3 0v14" stroke="var(--ink)" strokeWidth="1.5" />
          </svg>
          {t('ui.legend.target')}
        </span>
      )}
      {note !== undefined && <span className="mut">{note}</span>}
    </div>
  )
}
