import type { FridayLine, FridayState } from '../../../shared/contract/results/channelCommunity'
import { useText } from '../../text/useText'
import { isSeveral, shownCell, statesIn } from './cells'
import { CellMark } from './FridayCalendar'

const EXAMPLE: Readonly<Record<FridayState, { due: number; held: number; attendees?: number }>> = {
  held: { due: 1, held: 1, attendees: 24 },
  partly: { due: 4, held: 3 },
  missed: { due: 1, held: 0 },
  holiday: { due: 0, held: 0 },
  not_due: { due: 0, held: 0 },
  not_reported: { due: 0, held: 0 },
  no_calendar: { due: 0, held: 0 },
  not_applicable: { due: 0, held: 0 },
}

/** What the cells' letters, numbers and grounds mean; only states that occur. */
export function CalendarLegend({ lines }: { lines: readonly FridayLine[] }) {
  const words = useText()
  const { t } = words
  const several = lines.some(isSeveral)
  const part = lines.some(({ cells }) => cells.some(({ due, not_reported }) => due > 0 && not_reported > 0))
  return (
    <div className="leg calendar-legend">
      {statesIn(lines).map((state) => {
        const share = several && (state === 'held' || state === 'partly')
        const shown = shownCell({ attendees: null, state, ...EXAMPLE[state], not_reported: 0 }, share, words)
        return (
          <span key={state}>
            <i className={`kk ${state}${share ? ' several' : ''}`}>
              <CellMark shown={shown} />
            </i>
            {t(share ? `calendar.legend.${state === 'held' ? 'heldAll' : 'partly'}` : `calendar.state.${state}`)}
          </span>
        )
      })}
      {part && (
        <span>
          <i className="kk held part">{'\u00a0'}</i>
          {t('calendar.legend.part')}
        </span>
      )}
    </div>
  )
}
