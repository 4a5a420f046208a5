/** What a unit's database says at a moment: the rows of one snapshot. */
import { timeText } from './clock'
import type { SimCase } from './journey'

/** Days between a reopening and the second closing. */
const SECOND_CLOSING = 21 * 86_400

export interface CaseNow {
  response: number | null
  progress: number | null
  published: number | null
  viral: number | null
  closed: number | null
  informed: number | null
  status: string
  reopened: boolean
}

/** Whether the case stands in the database at all. */
export const known = (life: SimCase, asOf: number): boolean => life.recorded <= asOf

/** A step counts once it has been typed in. */
export function stateAt(life: SimCase, asOf: number): CaseNow {
  const seen = (moment: number | null) => (moment !== null && moment + life.lag <= asOf ? moment : null)
  const reopened = seen(life.reopened) !== null
  const closed = reopened ? seen((life.reopened ?? 0) + SECOND_CLOSING) : seen(life.closed)
  const response = seen(life.response)
  const progress = seen(life.progress)
  const status =
    closed !== null
      ? life.closedStatus
      : life.referredTo !== '' && response !== null
        ? 'referred'
        : progress !== null || reopened
          ? 'in_progress'
          : response !== null
            ? 'in_review'
            : 'received'
  return {
    response,
    progress,
    published: seen(life.published),
    viral: seen(life.viral),
    closed,
    informed: closed === null ? null : reopened ? null : seen(life.informed),
    status,
    reopened,
  }
}

/** The 30 fields of cases.csv, in order. */
export function caseRow(life: SimCase, asOf: number, zone: string): string[] {
  const now = stateAt(life, asOf)
  const time = (moment: number | null) => (moment === null ? '' : timeText(moment, zone))
  const done = now.closed !== null
  const updated = Math.max(
    life.recorded,
    ...[now.response, now.progress, now.published, now.closed, now.informed].map((moment) =>
      moment === null ? 0 : moment + life.lag,
    ),
    now.reopened ? (life.reopened ?? 0) + life.lag : 0,
  )
  return [
    life.id,
    life.unit,
    life.channel,
    life.programme,
    life.addressee,
    life.session,
    life.subject,
    life.category,
    now.response === null ? '' : life.graded,
    life.fn,
    life.kind,
    life.ref,
    life.district,
    time(life.received),
    time(now.response),
    time(now.progress),
    time(now.published),
    time(now.viral),
    now.status,
    life.referredFrom,
    now.status === 'referred' || (done && life.referredTo !== '') ? life.referredTo : '',
    time(now.closed),
    done ? life.outcome : '',
    done ? life.sanction : '',
    time(now.informed),
    now.reopened ? '1' : '0',
    done ? life.satisfaction : '',
    '',
    time(life.recorded),
    time(updated),
  ]
}

/** The events of a case that stand in the database. */
export function eventRows(life: SimCase, asOf: number, zone: string): string[][] {
  const rows: string[][] = []
  const add = (type: string, moment: number | null, actor: string) => {
    if (moment === null || moment + life.lag > asOf) return
    rows.push([
      `${life.id}-E${rows.length + 1}`,
      life.id,
      type,
      timeText(moment, zone),
      timeText(moment + life.lag, zone),
      actor,
    ])
  }
  const withdrawn = life.closedStatus === 'withdrawn'
  const first = life.closed
  const second = life.reopened === null ? null : life.reopened + SECOND_CLOSING
  const steps: [string, number | null, string][] = [
    ['received', life.received, 'operator'],
    ['referred_in', life.transferred, 'operator'],
    ['acknowledged', life.response, 'duty_officer'],
    ['progress_notice', life.progress, 'siwas'],
    ['public_notice', life.published, 'humas'],
    [withdrawn ? 'withdrawn' : 'closed', first, 'propam'],
    ['reopened', life.reopened, 'siwas'],
    ['closed', second, 'propam'],
    ['complainant_informed', life.reopened === null ? life.informed : null, 'operator'],
  ]
  for (const [type, moment, actor] of steps.toSorted((a, b) => (a[1] ?? 0) - (b[1] ?? 0))) add(type, moment, actor)
  return rows
}
