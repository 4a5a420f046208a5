import { OPEN_STATUSES } from '../../../shared/export/enums'
import type { UnitLine } from '../../../shared/contract/results/region'
import { useWorkspace } from '../../api/useWorkspace'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { IntervalStrip } from '../../ui/IntervalStrip'
import { Sparkbars } from '../../ui/Sparkbars'
import { stateOfBoard, StateMark } from '../../ui/StateMark'
import { DELIVERY_MONTHS, noteOf, shortCode, sp3dWords } from './units'

/** A count that leads to the cases it counts; zero leads nowhere. */
function CountLink({ n, name, href }: { n: number; name: string; href: string | null }) {
  const { t, f } = useText()
  if (n === 0 || href === null) return f.count(n)
  return (
    <a className="count" href={href} aria-label={t('region.units.caseLink', { n: f.count(n), name })}>
      {f.count(n)}
    </a>
  )
}

/**
 * One month's delivery: a filled square where all came as they should, filled in part where some of several units are
 * missing, otherwise the mark of what is amiss.
 */
function Delivered({ month, state, reported, expected }: UnitLine['delivery'][number]) {
  const { t, f } = useText()
  const word =
    expected > 1
      ? t('region.units.monthUnits', { month: f.month(month), n: f.count(reported), total: f.count(expected) })
      : t('region.units.month', { month: f.month(month), state: t(`board.${state}`) })
  const isPartial = state === 'missing' && reported > 0
  if (state !== 'delivered' && !isPartial) return <StateMark state={stateOfBoard(state)} word={word} iconOnly />
  const height = Math.max(1.5, (12 * reported) / expected)
  return (
    <span className="st" title={word}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {isPartial && <rect x=".7" y=".7" width="12.6" height="12.6" fill="url(#hx)" stroke="var(--hatch)" />}
        <rect x="1" y={13 - height} width="12" height={height} className="f1" />
      </svg>
      <span className="hidden-text">{word}</span>
    </span>
  )
}

/** The months as small bars; the numbers are said, and shown when hovered. */
function Months({ line, current }: { line: UnitLine; current: number }) {
  const { t, f } = useText()
  const words = line.monthly.map(({ month, received }) =>
    t('region.units.sparkMonth', {
      month: f.month(month, true),
      n: received === null ? t('missing.not_reported') : f.count(received),
    }),
  )
  return (
    <span title={words.join('\n')}>
      <Sparkbars values={line.monthly.map(({ received }) => received)} label={words.join(', ')} current={current} />
    </span>
  )
}

interface Props {
  line: UnitLine
  target: number | null
  /** how many of the months at the end belong to the period */
  current: number
}

/** One unit: twelve months, what came in, how much in time, what is open, whether it delivered, what to ask. */
export function UnitRow({ line, target, current }: Props) {
  const words = useText()
  const { t, f } = words
  const last = line.delivery.at(-1)
  const { href, filter } = useRoute()
  const { first_month, last_day } = useWorkspace()
  const sp3d = sp3dWords(line, words)
  const note = noteOf(line, words)
  const { unit } = line
  // A case knows its status of today only, so what was open at the end of an earlier period cannot be listed.
  const present = last_day !== null && filter.to !== undefined && filter.to >= last_day
  const open = { unit, from: first_month === null ? '2000-01-01' : `${first_month}-01`, statuses: [...OPEN_STATUSES] }
  return (
    <tr className={note?.flag === 'alarm' ? 'on' : ''}>
      <td className="mut nw">{shortCode(unit)}</td>
      <th scope="row" className="nw">
        <a href={href('wilayah', { filter: { unit } })}>{line.name}</a>
      </th>
      <td>
        <Months line={line} current={current} />
      </td>
      <td className="r">
        <CountLink n={line.received} name={line.name} href={href('kasus', { filter: { unit } })} />
      </td>
      <td className="r nw">{sp3d ? sp3d.counts : <span className="mut">{t('region.units.noneMatured')}</span>}</td>
      <td className="r b">{sp3d?.share}</td>
      <td className="strip-cell">
        {sp3d && (
          <IntervalStrip
            value={line.sp3d.value}
            low={line.sp3d.low}
            high={line.sp3d.high}
            target={target}
            min={0}
            max={1}
            width={150}
          />
        )}
      </td>
      <td className="r nw mut wide">{sp3d?.interval}</td>
      <td className="r">
        <CountLink n={line.open} name={line.name} href={present ? href('kasus', { filter: open }) : null} />
      </td>
      <td className="r">
        <CountLink
          n={line.over_90}
          name={line.name}
          href={href('kasus', { filter: { unit }, params: { over90: '1' } })}
        />
      </td>
      <td className="nw marks">
        {line.delivery.slice(-DELIVERY_MONTHS).map((month) => (
          <Delivered key={month.month} {...month} />
        ))}
        {last && last.expected > 1 && (
          <span className="sm mut" aria-hidden="true">
            {t('region.units.reportedShort', { n: f.count(last.reported), total: f.count(last.expected) })}
          </span>
        )}
      </td>
      <td className="nw note-cell">
        {note &&
          (note.flag ? <StateMark state="flagged" word={note.text} /> : <span className="mut">{note.text}</span>)}
      </td>
    </tr>
  )
}
