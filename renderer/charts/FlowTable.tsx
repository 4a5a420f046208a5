import type { Flow } from '../../shared/contract/results/overview'
import { useText } from '../text/useText'

interface Line {
  key: string
  name: string
  value: number
  /** where its bar begins and ends, in cases */
  from: number
  to: number
  kind: 'stock' | 'in' | 'out' | 'total'
}
const SIGN: Record<Line['kind'], string> = { stock: '', in: '+ ', out: '− ', total: '= ' }
const WIDTH = 460

/** The lines of the flow: each bar begins where the one before ended. */
function linesOf(
  flow: Flow,
  name: (key: 'received' | 'reopened' | 'transferredIn' | 'closed' | 'transferredOut') => string,
  opening: string,
  closing: string,
): Line[] {
  const steps = [
    ['received', flow.received, 'in'],
    ['reopened', flow.reopened, 'in'],
    ['transferredIn', flow.transferred_in, 'in'],
    ['closed', flow.closed, 'out'],
    ['transferredOut', flow.transferred_out, 'out'],
  ] as const
  let level = flow.opening
  const moved = steps.map(([key, value, kind]): Line => {
    const before = level
    level += kind === 'in' ? value : -value
    return { key, name: name(key), value, from: Math.min(before, level), to: Math.max(before, level), kind }
  })
  return [
    { key: 'opening', name: opening, value: flow.opening, from: 0, to: flow.opening, kind: 'stock' },
    ...moved,
    { key: 'closing', name: closing, value: flow.closing, from: 0, to: flow.closing, kind: 'total' },
  ]
}

/** Additions solid, subtractions outlined, stocks grey: told apart without colour. */
function CascadeBar({ line, most }: { line: Line; most: number }) {
  // one unit of air on both sides keeps outlines whole
  const at = (value: number) => 1 + (Math.max(0, value) / most) * (WIDTH - 2)
  const box = {
    x: at(line.from),
    y: 1,
    width: Math.max(line.value > 0 ? 2 : 0, at(line.to) - at(line.from)),
    height: 12,
  }
  return (
    <svg width="100%" height="14" viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true">
      {line.kind === 'out' ? (
        <rect {...box} fill="var(--paper)" stroke="var(--c2)" strokeWidth="1.8" vectorEffect="non-scaling-stroke" />
      ) : (
        <rect
          {...box}
          fill={line.kind === 'in' ? 'var(--c1)' : line.kind === 'stock' ? 'var(--c-mute)' : 'var(--ink-2)'}
        />
      )}
    </svg>
  )
}

/** The flow statement as a table whose bars cascade: opening, what came in, what went out, closing. */
export function FlowTable({ flow, label }: { flow: Flow; label: string }) {
  const { t, f } = useText()
  const lines = linesOf(
    flow,
    (key) => t(`flow.${key}`),
    t('flow.opening', { day: f.day(flow.from) }),
    t('flow.closing', { day: f.day(flow.to) }),
  )
  const most = Math.max(1, ...lines.map(({ to }) => to))
  return (
    <table className="flow" aria-label={label}>
      <colgroup>
        <col />
        <col className="flow-n" />
        <col className="flow-bar" />
      </colgroup>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.kind === 'total' ? 'tot' : ''}>
            <th scope="row">{`${SIGN[line.kind]}${line.name}`}</th>
            <td className="r">{f.count(line.value)}</td>
            <td className="bd">
              <CascadeBar line={line} most={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
