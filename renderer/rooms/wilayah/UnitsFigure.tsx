import type { UnitLine } from '../../../shared/contract/results/region'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { childLevel } from './place'
import { unitPin } from './pins'
import { stateOf, unreported, type RegionProps } from './region'
import { unitsTable } from './tables'
import { UnitRow } from './UnitRow'
import {
  columnName,
  DELIVERY_MONTHS,
  nextOrder,
  orderParams,
  readOrder,
  sortUnits,
  totalsOf,
  unitsSentence,
  type UnitOrder,
  type UnitSort,
} from './units'

interface HeadProps {
  by: UnitSort
  order: UnitOrder
  onOrder: (order: UnitOrder) => void
  right?: boolean
}

/** A header that sorts; the direction is a triangle and `aria-sort`. */
function SortHead({ by, order, onOrder, right = false }: HeadProps) {
  const words = useText()
  const sorted = order.by === by
  return (
    <th
      scope="col"
      className={right ? 'r' : ''}
      aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="sort" onClick={() => onOrder(nextOrder(order, by))}>
        {columnName(by, words)}
        {sorted && (
          <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
            <path d={order.descending ? 'M0 2h8L4 7z' : 'M0 6h8L4 1z'} fill="currentColor" />
          </svg>
        )}
      </button>
    </th>
  )
}

function Totals({ lines, level }: { lines: readonly UnitLine[]; level: string }) {
  const { t, f } = useText()
  const totals = totalsOf(lines)
  const counts = { n: f.count(totals.met), total: f.count(totals.matured) }
  const cells: readonly (readonly [string, string])[] = [
    ['months', ''],
    ['r', f.count(totals.received)],
    ['r nw', t('region.units.ofTotal', counts)],
    ['r share', totals.matured > 0 ? f.share(totals.met / totals.matured, 0) : ''],
    ['strip-cell', ''],
    ['r wide', ''],
    ['r open', f.count(totals.open)],
    ['r over90', f.count(totals.over90)],
    ['marks', ''],
    ['note-cell', ''],
  ]
  return (
    <tr className="tot">
      <th scope="row" colSpan={2}>
        {t('region.units.totalOf', { level })}
      </th>
      {cells.map(([name, text]) => (
        <td key={name} className={name}>
          {text}
        </td>
      ))}
    </tr>
  )
}

interface Props extends RegionProps {
  answer: AnswerState<UnitLine[]>
  target: number | null
  targetText: string | null
}

/** The units below, one by one, in the order of the alphabet until a person sorts. No rank is given. */
export function UnitsFigure({ place, filter, coverage, pin, answer, target, targetText }: Props) {
  const words = useText()
  const { t, f } = words
  const { params, setParams } = useRoute()
  const order = readOrder(params)
  const lines = sortUnits(answer.data ?? [], order)
  const level = childLevel(place, words)
  const title =
    level === null
      ? t('region.units.titleMixed', { place: place.name })
      : t('region.units.title', { level, place: place.name })
  const months = lines[0]?.monthly.map(({ month }) => month) ?? []
  const current = months.filter(
    (month) => month >= (filter.from ?? '').slice(0, 7) && month <= (filter.to ?? '9').slice(0, 7),
  ).length
  const span = {
    from: months[0] ? f.month(months[0], true) : '',
    to: months.at(-1) ? f.month(months.at(-1) ?? '', true) : '',
  }
  const delivered = lines[0]?.delivery.slice(-DELIVERY_MONTHS) ?? []
  const head = { order, onOrder: (next: UnitOrder) => setParams(orderParams(next), { replace: true }) }
  return (
    <ChartFigure
      id={`satuan-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={unitsSentence(lines, order, coverage, words)}
      subtitle={figureSubtitle(coverage, words)}
      note={t('region.units.footnote')}
      table={unitsTable(lines, title, words)}
      definition={{ name: title, text: t('definition.units') }}
      pins={lines.map((line) => {
        const figure = unitPin(line, filter, words)
        return { id: line.unit, label: line.name, hint: f.count(line.received), onPin: () => pin(figure) }
      })}
      save={saveFigure}
      state={stateOf(answer, (units) => unreported(coverage, words) || units.length === 0)}
      className="n3 w2 o6 units"
    >
      <table>
        <thead>
          <tr>
            <SortHead by="code" {...head} />
            <SortHead by="name" {...head} />
            <th scope="col">{t('region.units.monthly', span)}</th>
            <SortHead by="received" {...head} right />
            <SortHead by="sp3d" {...head} right />
            <th scope="col" className="r">
              {t('region.units.share')}
            </th>
            <th scope="col">
              {targetText === null ? t('region.units.strip') : t('region.units.stripTarget', { target: targetText })}
            </th>
            <th scope="col" className="r wide">
              {t('region.units.interval')}
            </th>
            <SortHead by="open" {...head} right />
            <SortHead by="over_90" {...head} right />
            <th scope="col">
              {t('region.units.delivery')}
              <span className="initials" aria-hidden="true">
                {delivered.map(({ month }) => (
                  <span key={month}>{f.month(month, true).slice(0, 1)}</span>
                ))}
              </span>
            </th>
            <th scope="col">{t('region.units.note')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <UnitRow key={line.unit} line={line} target={target} current={current} />
          ))}
          {lines.length > 1 && <Totals lines={lines} level={level ?? ''} />}
        </tbody>
      </table>
    </ChartFigure>
  )
}
