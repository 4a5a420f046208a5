/** What a Friday's cell shows and says. Pure. */
import type { FridayCell, FridayLine, FridayState } from '../../../shared/contract/results/channelCommunity'
import { shareText, type Words } from '../../../shared/sentences/words'

export interface Friday {
  date: string
  holiday: string | null
  cuti_bersama: boolean
}

/** `mark`: drawn instead of a text. `part`: some units of the line have not reported that Friday. */
export interface Shown {
  state: FridayState
  text: string
  mark: 'cross' | 'tick' | null
  part: boolean
  /** share held, 0 to 1, drawn as the height of the cell's ground; null where there is none */
  fill: number | null
  /** the cell tells a share of several units, not one unit's session */
  several: boolean
}

/** The letter or number of a cell: a share in percent for several units, people who came for one, a letter or mark for none. */
export function shownCell(cell: FridayCell, several: boolean, { t, f }: Words): Shown {
  const { state, due, held, not_reported, attendees } = cell
  const plain = (text: string, mark: Shown['mark'] = null, fill: number | null = null): Shown => ({
    state,
    text,
    mark,
    fill,
    part: not_reported > 0 && due > 0,
    several,
  })
  switch (state) {
    case 'held':
    case 'partly': {
      const share = due > 0 ? held / due : 1
      if (several) return plain(f.count(Math.floor(share * 100)), null, share)
      return attendees === null ? plain('', 'tick', share) : plain(f.count(attendees), null, share)
    }
    case 'missed':
      return plain('', 'cross')
    case 'holiday':
      return plain(t('calendar.holidayLetter'))
    case 'no_calendar':
      return plain('?')
    case 'not_due':
      return plain('·')
    case 'not_applicable':
      return plain('–')
    case 'not_reported':
      return plain('')
  }
}

/** "Polsek Balen, 9 Januari 2026: 1 dari 1 sesi terlaksana" */
export function cellWords(line: FridayLine, friday: Friday, cell: FridayCell, words: Words): string {
  const { t, f } = words
  const state = t(`calendar.state.${cell.state}`)
  const counts =
    cell.due > 0
      ? t('calendar.counts', {
          held: f.count(cell.held),
          due: f.count(cell.due),
          share: shareText(cell.held / cell.due, cell.due, words),
        })
      : friday.holiday !== null && cell.state === 'holiday'
        ? friday.holiday
        : ''
  const people = cell.attendees !== null && t('calendar.people', { n: f.count(cell.attendees) })
  const missing = cell.not_reported > 0 && cell.due > 0 && t('calendar.unreported', { n: f.count(cell.not_reported) })
  const parts = [counts, people, missing].filter(Boolean).join('; ')
  return t(parts === '' ? 'calendar.cell' : 'calendar.cellCounts', {
    unit: line.name,
    day: f.day(friday.date),
    state,
    counts: parts,
  })
}

/** Whether a line's cells tell of several units. */
export const isSeveral = ({ scope, units }: FridayLine): boolean => scope === 'subtree' && units !== 1

export interface MonthSpan {
  month: string
  fridays: number
}
/** The months over the Fridays, with how many Fridays each spans. */
export function monthSpans(fridays: readonly Friday[]): MonthSpan[] {
  const spans: MonthSpan[] = []
  for (const { date } of fridays) {
    const month = date.slice(0, 7)
    const last = spans.at(-1)
    if (last?.month === month) last.fridays++
    else spans.push({ month, fridays: 1 })
  }
  return spans
}

/** States that occur, in the legend's order. */
export function statesIn(lines: readonly FridayLine[]): FridayState[] {
  const order: FridayState[] = [
    'held',
    'partly',
    'missed',
    'not_reported',
    'holiday',
    'no_calendar',
    'not_due',
    'not_applicable',
  ]
  const found = new Set(lines.flatMap(({ cells }) => cells.map(({ state }) => state)))
  return order.filter((state) => found.has(state))
}
