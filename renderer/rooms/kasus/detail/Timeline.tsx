import { ChartBox } from '../../../charts/ChartBox'
import { useText } from '../../../text/useText'
import { oneLine, timelineLayout, TRACK, type PlacedBand, type PlacedMark } from './timelineLayout'
import type { MarkKind, TimelineModel } from './timelineModel'

/** Circle, square, ring of a rhomb, grey circle: the shape says what the colour says. */
function Mark({ kind, x, y }: { kind: MarkKind; x: number; y: number }) {
  if (kind === 'other')
    return <path d={`M${x} ${y - 8}l8 8-8 8-8-8z`} fill="var(--paper)" stroke="var(--c2)" strokeWidth="2" />
  if (kind === 'late') return <rect x={x - 5.5} y={y - 5.5} width="11" height="11" className="f2" />
  return <circle cx={x} cy={y} r="6" className={kind === 'asOf' ? 'fm' : 'f1'} />
}

/** Time within the limit is pale; time past it is tinted and crossed by lines. */
function Band({ band: { y, from, due, over } }: { band: PlacedBand }) {
  return (
    <>
      <rect x={from} y={y} width={Math.max(0, due - from)} height={TRACK} fill="var(--c-band)" />
      {over !== null && (
        <>
          <rect x={due} y={y} width={Math.max(0, over - due)} height={TRACK} fill="var(--rej-bg)" />
          <rect x={due} y={y} width={Math.max(0, over - due)} height={TRACK} fill="url(#case-over)" />
        </>
      )}
    </>
  )
}

function Due({ band: { band, y, due, met, over, lift, label } }: { band: PlacedBand }) {
  return (
    <>
      <line x1={due} x2={due} y1={y - lift + 6} y2={y + TRACK + 6} stroke="var(--ink)" strokeWidth="1.6" />
      <text x={label.x} y={y - lift} className="t6" textAnchor={label.anchor}>
        {band.label}
      </text>
      {met !== null && <Mark kind={over === null ? 'event' : 'late'} x={met} y={y + TRACK / 2} />}
    </>
  )
}

const Leader = ({ placed: { at, leader } }: { placed: PlacedMark }) =>
  leader.map(([top, bottom]) => <line key={top} x1={at} x2={at} y1={top} y2={bottom} stroke="var(--rule-2)" />)

function LabelledMark({ placed, middle }: { placed: PlacedMark; middle: number }) {
  const { mark, at, x, y, anchor, tier } = placed
  return (
    <>
      <Mark kind={mark.kind} x={at} y={middle} />
      <text x={x} y={y} className="t halo" textAnchor={anchor}>
        {tier < 0 ? oneLine(mark) : mark.label}
      </text>
      {tier >= 0 && (
        <text x={x} y={y + 16} className="halo" textAnchor={anchor}>
          {mark.day}
        </text>
      )}
    </>
  )
}

/** Two strokes across the track: time is cut short here. */
const Break = ({ x, y }: { x: number; y: number }) => (
  <>
    <path d={`M${x - 5} ${y + 9}l6-18h5l-6 18z`} fill="var(--paper)" />
    <path d={`M${x - 5} ${y + 9}l6-18M${x} ${y + 9}l6-18`} stroke="var(--ink-3)" strokeWidth="1.3" />
  </>
)

/** What happened and against which deadlines, on one scale of time. */
export function Timeline({ model }: { model: TimelineModel }) {
  return (
    <ChartBox label={model.words} height={(width) => timelineLayout(model, width).height}>
      {({ width }) => {
        const layout = timelineLayout(model, width)
        const middle = layout.track + TRACK / 2
        return (
          <svg className="timeline" width={width} height={layout.height} aria-hidden="true">
            <defs>
              <pattern id="case-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path d="M0 0V6" stroke="var(--rej)" strokeWidth="1" opacity=".55" />
              </pattern>
            </defs>
            {layout.bands.map((band) => (
              <Band key={band.band.rule} band={band} />
            ))}
            <line x1={layout.from} x2={layout.to} y1={middle} y2={middle} stroke="var(--rule-2)" />
            {layout.break !== null && <Break x={layout.break} y={middle} />}
            {layout.bands.map((band) => (
              <Due key={band.band.rule} band={band} />
            ))}
            {layout.marks.map((placed) => (
              <Leader key={placed.mark.id} placed={placed} />
            ))}
            {layout.marks.map((placed) => (
              <LabelledMark key={placed.mark.id} placed={placed} middle={middle} />
            ))}
          </svg>
        )
      }}
    </ChartBox>
  )
}

/** What the marks mean; only those that are drawn. */
export function TimelineLegend({ model }: { model: TimelineModel }) {
  const { t } = useText()
  const over = [model.main, ...model.others].some((band) => band?.over)
  const other = model.marks.some(({ kind }) => kind === 'other')
  return (
    <div className="leg">
      {model.main && (
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect width="26" height="12" fill="var(--c-band)" />
          </svg>
          {t('case.legend.within')}
        </span>
      )}
      {over && (
        <span>
          <svg width="26" height="12" aria-hidden="true">
            <rect width="26" height="12" fill="var(--rej-bg)" />
            <rect width="26" height="12" fill="url(#case-over)" />
          </svg>
          {t('case.legend.over')}
        </span>
      )}
      {other && (
        <span>
          <svg width="18" height="18" aria-hidden="true">
            <path d="M9 1l8 8-8 8-8-8z" fill="none" stroke="var(--c2)" strokeWidth="2" />
          </svg>
          {t('case.legend.other')}
        </span>
      )}
    </div>
  )
}
