import { barParts, type BarPart, type Counts } from './board'

const WIDTH = 40
const HEIGHT = 13
const TOP = 1.5
const FILL: Readonly<Record<BarPart['kind'], string>> = {
  on_time: 'var(--q3)',
  late: 'var(--q2)',
  missing: 'url(#hx)',
  quarantined: 'none',
  not_due: 'none',
}
const STROKE: Readonly<Record<BarPart['kind'], string | undefined>> = {
  on_time: undefined,
  late: 'var(--q4)',
  missing: 'var(--hatch)',
  quarantined: 'var(--quar)',
  not_due: undefined,
}

function Part({ kind, x, width }: BarPart) {
  if (kind === 'not_due') return <path d={`M${x + 1} 8H${x + width - 1}`} stroke="var(--ink-3)" strokeDasharray="2 2" />
  const stroke = STROKE[kind]
  const wide = kind === 'quarantined' ? 1.6 : 0.8
  const inset = stroke ? wide / 2 : 0
  return (
    <rect
      x={x + inset}
      y={TOP + inset}
      width={Math.max(0.5, width - 2 * inset)}
      height={HEIGHT - 2 * inset}
      fill={FILL[kind]}
      {...(stroke && { stroke, strokeWidth: wide })}
    />
  )
}

/** One month of a Polda: on time solid, late paler with an edge, missing hatched, quarantined outlined, a corner for flags. */
export function BoardBar({ counts, flags }: { counts: Counts; flags: number }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" aria-hidden="true" className="board-bar">
      {barParts(counts, WIDTH).map((part) => (
        <Part key={part.kind} {...part} />
      ))}
      {flags > 0 && <path d={`M${WIDTH - 9} 0H${WIDTH}V9z`} fill="var(--flag)" />}
    </svg>
  )
}
