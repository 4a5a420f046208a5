/** Jumat Curhat: key figures, calendar rows, tables. Pure. */
import type { ChannelCommunity, FridayLine } from '../../../../shared/contract/results/channelCommunity'
import type { Cell } from '../../../../shared/report/model'
import { attendanceText, perSessionText, silentLines } from '../../../../shared/sentences/channels/community'
import { daysText, shareText, type Words } from '../../../../shared/sentences/words'
import type { CalendarRow } from '../../../charts/calendar/FridayCalendar'
import type { AttendancePoint } from '../../../charts/channel/Attendance'
import type { Step } from '../../../charts/channel/Steps'
import type { FigureTable } from '../../../charts/table'
import { column, none } from '../cells'
import { countKey, shareKey, type KeyView } from '../keys'

type Calendar = NonNullable<ChannelCommunity['calendar']>

export function communityKeys(data: ChannelCommunity, words: Words): KeyView[] {
  const { t, f } = words
  const { calendar, outcome, issues } = data
  const fridays = calendar
    ? shareKey('fridays', calendar.total.share, 'calendar.total.share', words, [
        calendar.total.not_reported > 0
          ? t('channels.calendar.unreportedShort', { n: f.count(calendar.total.not_reported) })
          : '',
      ])
    : null
  const { per_session: rate } = issues
  return [
    ...(fridays ? [fridays] : []),
    countKey('sessions', data.sessions, 'sessions', '', words, [
      attendanceText(data, words),
      t('channels.attendance.total', { n: f.count(data.attendance.total) }),
    ]),
    {
      name: 'perSession',
      value: rate.value === null ? t.code('missing', rate.missing ?? 'insufficient') : f.number(rate.value, 2),
      unit: '',
      known: rate.value !== null,
      strip: null,
      lines: [
        rate.value === null ? '' : perSessionText(data, words),
        t('channels.issues.total', { n: f.count(issues.total) }),
      ].filter((line) => line !== ''),
      pinned:
        rate.value === null
          ? null
          : { path: 'issues.per_session.value', label: 'channelKey.perSession', value: rate.value, format: 'rate' },
    },
    shareKey('becameCases', outcome.became_cases, 'outcome.became_cases', words),
    shareKey('followedUp', outcome.followed_up, 'outcome.followed_up', words, [
      outcome.time_to_follow_up.median === null
        ? ''
        : t('channels.issues.medianShort', { median: daysText(outcome.time_to_follow_up.median, words) }),
    ]),
  ]
}

/** What stands behind a line's cells: how many of the due were held, the share, and what needs a question. */
export function calendarRows(
  calendar: Calendar,
  batched: ReadonlySet<string>,
  words: Words,
  hrefOf: (unit: string) => string,
): CalendarRow[] {
  const { t, f } = words
  const silent = new Set(silentLines(calendar.lines).map(({ unit, scope }) => `${unit}/${scope}`))
  return calendar.lines.map((line) => {
    const { due, held, not_reported: missing, unit, scope } = line
    const notes = [
      silent.has(`${unit}/${scope}`) && t('channels.calendar.silentMark'),
      batched.has(unit) && t('channels.calendar.batchMark'),
    ].filter((note) => note !== false)
    return {
      line,
      href: hrefOf(unit),
      after: [
        {
          id: 'held',
          text: due === 0 ? '–' : t('say.ofTotal', { n: f.count(held), total: f.count(due) }),
          missing: due === 0,
        },
        { id: 'share', text: due === 0 ? '–' : shareText(held / due, due, words), missing: due === 0 },
        { id: 'issues', text: f.count(line.issues) },
        {
          id: 'followed',
          text: line.cases === 0 ? '–' : t('say.ofTotal', { n: f.count(line.followed_up), total: f.count(line.cases) }),
        },
        { id: 'missing', text: missing === 0 ? '' : f.count(missing), missing: true },
        { id: 'note', text: notes.join(', '), flagged: notes.length > 0 },
      ],
    }
  })
}

/** Columns behind the cells; those that would be empty are left out. */
export function calendarColumns({ total }: Calendar, rows: readonly CalendarRow[], { t }: Words) {
  const noted = rows.some(({ after }) => after.some(({ id, text }) => id === 'note' && text !== ''))
  return [
    { id: 'held', label: t('channels.calendar.held'), right: true },
    { id: 'share', label: t('channels.calendar.share'), right: true },
    { id: 'issues', label: t('channels.kinds.issues'), right: true },
    { id: 'followed', label: t('channels.calendar.followed'), right: true },
    ...(total.not_reported > 0 ? [{ id: 'missing', label: t('channels.calendar.missing'), right: true }] : []),
    ...(noted ? [{ id: 'note', label: t('region.units.note'), right: false }] : []),
  ]
}

export function calendarTotal({ total }: Calendar, outcome: ChannelCommunity['outcome'], words: Words) {
  const { t, f } = words
  if (total.due === 0) return null
  return [
    { id: 'held', text: t('say.ofTotal', { n: f.count(total.held), total: f.count(total.due) }) },
    { id: 'share', text: shareText(total.held / total.due, total.due, words) },
    { id: 'issues', text: f.count(outcome.issues) },
    {
      id: 'followed',
      text:
        outcome.cases === 0
          ? '–'
          : t('say.ofTotal', { n: f.count(outcome.followed_up.numerator ?? 0), total: f.count(outcome.cases) }),
    },
    { id: 'missing', text: total.not_reported > 0 ? f.count(total.not_reported) : '' },
  ]
}

/** One row a unit: each Friday as "held/due", so that a reader of the file has what the cells show. */
export function calendarTable(
  { lines, fridays, total }: Calendar,
  outcome: ChannelCommunity['outcome'],
  caption: string,
  words: Words,
): FigureTable {
  const { t, f } = words
  const cell = ({ state, due, held }: FridayLine['cells'][number]): Cell => {
    if (state === 'not_reported') return null
    if (state === 'not_applicable' || state === 'not_due') return none
    return due > 0 ? `${f.count(held)}/${f.count(due)}` : t(`calendar.state.${state}`)
  }
  const counts = ({ due, held, not_reported, share }: Calendar['total']): Cell[] => [
    held,
    due,
    due === 0 ? none : held / due,
    share.low ?? none,
    share.high ?? none,
    not_reported,
  ]
  return {
    caption,
    columns: [
      column('code', t('region.units.code')),
      column('unit', t('calendar.unit')),
      column('units', t('channels.calendar.units'), 'count'),
      ...fridays.map(({ date }) => column(date, f.day(date, true))),
      column('held', t('channels.calendar.held'), 'count'),
      column('due', t('channels.calendar.due'), 'count'),
      column('share', t('channels.calendar.share'), 'share'),
      column('low', t('curve.low'), 'share'),
      column('high', t('curve.high'), 'share'),
      column('not_reported', t('channels.calendar.missing'), 'count'),
      column('issues', t('channels.kinds.issues'), 'count'),
      column('cases', t('bars.count'), 'count'),
      column('followed', t('channels.calendar.followed'), 'count'),
    ],
    rows: lines.map((line) => [
      line.unit,
      line.name,
      line.units,
      ...line.cells.map(cell),
      ...counts(line),
      line.issues,
      line.cases,
      line.followed_up,
    ]),
    total: [
      t('chart.total'),
      '',
      '',
      ...fridays.map((): Cell => ''),
      ...counts(total),
      outcome.issues,
      outcome.cases,
      outcome.followed_up.numerator ?? none,
    ],
  }
}

/** Issues raised → cases → followed up; cases beyond the issues written down stand apart. */
export function issueSteps({ outcome }: ChannelCommunity, casesHref: string, { t }: Words): Step[] {
  const { issues, cases, became_cases: became, followed_up: followed, beyond } = outcome
  return [
    { id: 'issues', name: t('channels.issues.raised'), count: issues, of: null, kind: 'whole' },
    { id: 'became', name: t('channels.issues.became'), count: became.numerator ?? 0, of: issues, kind: 'step' },
    {
      id: 'followed',
      name: t('channels.issues.followedUp'),
      count: followed.numerator ?? 0,
      of: cases,
      kind: 'step',
      href: casesHref,
    },
    ...(beyond > 0
      ? [{ id: 'beyond', name: t('channels.issues.beyondName'), count: beyond, of: null, kind: 'aside' as const }]
      : []),
  ]
}

export function recordingTable({ recording }: ChannelCommunity, caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('unit', t('calendar.unit')),
      column('sessions', t('channels.recording.sessions'), 'count'),
      column('in_batch', t('channels.recording.inBatch'), 'count'),
      column('largest', t('channels.recording.largest'), 'count'),
      column('late', t('channels.recording.lateColumn'), 'count'),
      column('p', t('funnel.p'), 'probability'),
    ],
    rows: recording.units.map(({ name, sessions, in_batch, largest_batch, late, p }) => [
      name,
      sessions,
      in_batch,
      largest_batch,
      late,
      p ?? none,
    ]),
    total: null,
  }
}

export function kindsTable({ kinds }: ChannelCommunity, caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('kind', t('channels.kinds.kind')),
      column('sessions', t('channels.recording.sessions'), 'count'),
      column('attendees', t('channels.kinds.attendees'), 'count'),
      column('issues', t('channels.kinds.issues'), 'count'),
    ],
    rows: kinds.map(({ kind, sessions, attendees, issues }) => [
      t.code('sessionKind', kind),
      sessions,
      attendees,
      issues,
    ]),
    total: null,
  }
}

/** Each Friday: the middle half of the people at its sessions; a holiday is a letter. */
export const attendancePoints = ({ attendance, calendar }: ChannelCommunity): AttendancePoint[] =>
  attendance.by_friday.map(({ date, ...rest }) => ({
    day: date,
    ...rest,
    holiday: (calendar?.fridays.find((friday) => friday.date === date)?.holiday ?? null) !== null,
  }))

export function attendanceTable({ attendance }: ChannelCommunity, caption: string, { t, f }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('friday', t('attendance.friday')),
      column('sessions', t('channels.recording.sessions'), 'count'),
      column('q1', t('attendance.q1'), 'days'),
      column('median', t('attendance.median'), 'days'),
      column('q3', t('attendance.q3'), 'days'),
    ],
    rows: attendance.by_friday.map(({ date, sessions, median, q1, q3 }) => [
      f.day(date, true),
      sessions,
      q1 ?? none,
      median ?? none,
      q3 ?? none,
    ]),
    total: null,
  }
}
