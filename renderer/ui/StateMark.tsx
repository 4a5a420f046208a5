/** The states that must never look alike. Always a mark and a word; the word may be for the ear only. */
import type { BoardState, DeadlineState } from '../../shared/contract/results/common'
import type { IntakeOutcome } from '../../shared/export/codes'
import { useText } from '../text/useText'

export const STATES = [
  'verified',
  'flagged',
  'quarantined',
  'rejected',
  'not_reported',
  'late',
  'zero',
  'nil',
  'not_applicable',
  'overdue',
  'pending',
] as const
export type State = (typeof STATES)[number]

const COLOUR: Readonly<Record<State, string>> = {
  verified: 'x-ok',
  flagged: 'x-flag',
  quarantined: 'x-quar',
  rejected: 'x-rej',
  not_reported: 'x-no',
  late: 'x-late',
  zero: '',
  nil: 'x-no',
  not_applicable: 'x-no',
  overdue: 'x-over',
  pending: 'x-wait',
}

const HOURGLASS = 'M2.5 1h9L7.9 7l3.6 6h-9L6.1 7z'
const MARKS: Readonly<Record<State, React.ReactNode>> = {
  verified: (
    <>
      <circle cx="7" cy="7" r="6.2" fill="currentColor" />
      <path d="M4 7.2l2.2 2.2L10.2 5" stroke="var(--paper)" strokeWidth="1.6" fill="none" />
    </>
  ),
  flagged: <path d="M2.5 13V1.5h9L9 5l2.5 3.5h-8" fill="currentColor" stroke="currentColor" />,
  quarantined: (
    <>
      <rect x="1" y="1" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M4.6 3.6v6.8M9.4 3.6v6.8" stroke="currentColor" strokeWidth="1.8" />
    </>
  ),
  rejected: <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" stroke="currentColor" strokeWidth="2.4" />,
  not_reported: <rect x=".7" y=".7" width="12.6" height="12.6" fill="url(#hx)" stroke="var(--hatch)" />,
  late: (
    <>
      <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 1.4a5.6 5.6 0 0 1 0 11.2z" fill="currentColor" />
    </>
  ),
  zero: (
    <text x="7" y="11.6" textAnchor="middle" className="t">
      0
    </text>
  ),
  nil: <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  not_applicable: <path d="M3 7h8" stroke="currentColor" strokeWidth="1.6" />,
  overdue: <path d={HOURGLASS} fill="currentColor" />,
  pending: <path d={HOURGLASS} fill="none" stroke="currentColor" strokeWidth="1.3" />,
}

const BOARD: Readonly<Record<BoardState, State>> = {
  delivered: 'verified',
  nil: 'nil',
  late: 'late',
  missing: 'not_reported',
  flagged: 'flagged',
  quarantined: 'quarantined',
  not_due: 'not_applicable',
}
const DEADLINE: Readonly<Record<DeadlineState, State>> = {
  on_time: 'verified',
  late: 'overdue',
  pending: 'pending',
  blocked: 'not_applicable',
  none: 'not_applicable',
}
const INTAKE: Readonly<Record<IntakeOutcome, State>> = {
  accepted: 'verified',
  accepted_with_flags: 'flagged',
  quarantined: 'quarantined',
  rejected: 'rejected',
  duplicate: 'not_applicable',
}
export const stateOfBoard = (state: BoardState): State => BOARD[state]
export const stateOfDeadline = (state: DeadlineState): State => DEADLINE[state]
export const stateOfIntake = (outcome: IntakeOutcome): State => INTAKE[outcome]

interface Props {
  state: State
  /** instead of the state's usual word */
  word?: string
  /** the word is spoken and shown as a title, not written */
  iconOnly?: boolean
}

export function StateMark({ state, word, iconOnly = false }: Props) {
  const { t } = useText()
  const said = word ?? t(`state.${state}`)
  return (
    <span className={`st ${COLOUR[state]}`} {...(iconOnly && { title: said })}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {MARKS[state]}
      </svg>
      {iconOnly ? <span className="hidden-text">{said}</span> : said}
    </span>
  )
}
