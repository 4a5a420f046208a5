/** Call lines: the funnel, the table of lines, how long calls rang. Pure. */
import type { CallLine } from '../../../../shared/contract/results/channelCalls'
import type { Cell } from '../../../../shared/report/model'
import { secondsText } from '../../../../shared/sentences/channels/calls'
import { stateOfCoverage } from '../../../../shared/sentences/channels/coverage'
import type { Words } from '../../../../shared/sentences/words'
import type { BarRow } from '../../../charts/Bars'
import type { Step } from '../../../charts/channel/Steps'
import type { FigureTable } from '../../../charts/table'
import { column, none, shareCell, shareCells, shareColumns } from '../cells'

/** Offered → answered → recorded as a case; given up, prank and emergency stand apart, since they overlap the steps. */
export function callSteps(line: CallLine, casesHref: string | undefined, { t }: Words): Step[] {
  const { funnel, cases, prank, emergency } = line
  const offered = funnel?.offered ?? null
  const answered = funnel?.answered ?? null
  const aside = (id: string, name: string, count: number | null, of: number | null): Step[] =>
    count === null ? [] : [{ id, name, count, of, kind: 'aside' }]
  return [
    { id: 'offered', name: t('channels.calls.offered'), count: offered, of: null, kind: 'whole' },
    { id: 'answered', name: t('channels.calls.answered'), count: answered, of: offered, kind: 'step' },
    {
      id: 'cases',
      name: t('channels.calls.cases'),
      count: cases,
      of: answered,
      kind: 'step',
      ...(casesHref !== undefined && cases > 0 && { href: casesHref }),
    },
    ...aside('abandoned', t('channels.calls.abandonedName'), funnel?.abandoned ?? null, offered),
    ...aside('prank', t('channelKey.prank'), prank.numerator, prank.denominator),
    ...aside('emergency', t('channelKey.emergency'), emergency.numerator, emergency.denominator),
  ]
}

const stateCell = ({ state }: CallLine, value: number | null | undefined): Cell =>
  state === 'not_applicable' ? none : state === 'not_reported' ? null : (value ?? none)

/** Cases of the line's channel: nought only where somebody who runs it reported. */
function casesCell({ cases, coverage }: CallLine): Cell {
  const state = stateOfCoverage(coverage)
  return cases > 0 || state === 'reported' ? cases : state === 'not_reported' ? null : none
}

export function linesTable(lines: readonly CallLine[], caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('line', t('channels.calls.line')),
      column('operating', t('channels.calls.operating'), 'count'),
      column('reporting', t('channels.calls.reporting'), 'count'),
      column('days_due', t('channels.calls.daysDue'), 'count'),
      column('days_reported', t('channels.calls.daysWithRow'), 'count'),
      column('offered', t('channels.calls.offered'), 'count'),
      ...shareColumns('answered', t('channels.calls.answered'), words),
      column('answered_last_year', t('channels.calls.answeredBefore'), 'share'),
      ...shareColumns('abandoned', t('channels.calls.abandonedName'), words),
      ...shareColumns('prank', t('channelKey.prank'), words),
      column('transferred_out', t('channels.calls.out'), 'count'),
      column('transferred_in', t('channels.calls.in'), 'count'),
      column('cases', t('channels.calls.cases'), 'count'),
    ],
    rows: lines.map((line) => [
      t.code('callLine', line.line),
      line.units_operating,
      line.units_reporting,
      line.days_due,
      line.days_reported,
      stateCell(line, line.funnel?.offered),
      ...shareCells(line.answered),
      line.answered_last_year && shareCell(line.answered_last_year),
      ...shareCells(line.abandoned),
      ...shareCells(line.prank),
      stateCell(line, line.transferred_out),
      stateCell(line, line.transferred_in),
      casesCell(line),
    ]),
    total: null,
  }
}

type Bucket = CallLine['answer_time']['distribution'][number]
const bucketName = ({ from, to }: Bucket, words: Words): string =>
  to === null
    ? words.t('channels.answerTime.over', { from: secondsText(from, words) })
    : words.t('channels.answerTime.between', {
        from: to < 90 ? words.f.count(from) : secondsText(from, words),
        to: secondsText(to, words),
      })

export const answerTimeBars = ({ answer_time }: CallLine, words: Words): BarRow[] =>
  answer_time.distribution.map((bucket) => ({
    id: String(bucket.from),
    name: bucketName(bucket, words),
    count: bucket.answered,
  }))

export function answerTimeTable({ answer_time }: CallLine, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('time', t('channels.answerTime.column')),
      column('days', t('channels.answerTime.days'), 'count'),
      column('answered', t('channels.calls.answered'), 'count'),
    ],
    rows: answer_time.distribution.map((bucket) => [bucketName(bucket, words), bucket.days, bucket.answered]),
    total: null,
  }
}
