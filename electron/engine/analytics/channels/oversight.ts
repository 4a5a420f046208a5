/** `channel.oversight`: formal doors and what other overseers refer. Each door by itself, complaints apart. */
import type { ChannelOversight, OversightLine, ReferralLine } from '../../../../shared/contract/results/channels'
import type { Estimate, RuleInForce } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, NONE } from '../../../../shared/domain/time'
import type { QueryContext } from '../context'
import { periodOf } from '../delivery'
import { daysAt } from '../durations'
import { countEstimate, shareEstimate } from '../estimates'
import { deadlineState, factsOf } from '../facts'
import { rulesIn } from '../overviewCoverage'
import { channelsOf, coverage } from './coverage'
import { curveTo, timeOf, watchRows } from './curves'
import { incidence } from './incidence'
import { lastYearOf } from './lastYear'
import { byCode, countOf, hasCode, isClosed, receivedWhere, rowsOf, share } from './rows'

export function channelOversight(context: QueryContext, filter: Filter): ChannelOversight {
  const channels = channelsOf('oversight', filter)
  const rows = rowsOf(context, filter, channels)
  const isComplaint = hasCode(context, 'subject', ['complaint'])
  return {
    coverage: coverage(context, filter, channels),
    last_year: lastYearOf(context, filter, (before) => {
      const own = rowsOf(context, before, channels)
      return { complaints: countEstimate(countOf(own, isComplaint)), sp3d: progressOf(context, own).share }
    }),
    rule: progressRule(context, filter),
    total: lineOf(context, rows),
    lines: channels.map((channel) => ({
      channel,
      ...lineOf(context, rows.filter(hasCode(context, 'channel', [channel]))),
    })),
    referrals: (['kompolnas', 'ombudsman'] as const).map((from) => referralsOf(context, filter, from)),
    incidence: incidence(context, rows.filter(isComplaint)),
  }
}

function lineOf(context: QueryContext, rows: Uint32Array): Omit<OversightLine, 'channel'> {
  const complaints = rows.filter(hasCode(context, 'subject', ['complaint']))
  const graded = countOf(complaints, hasCode(context, 'oversight_grade', ['graded']))
  const notGraded = countOf(complaints, hasCode(context, 'oversight_grade', ['not_graded']))
  const progress = progressOf(context, rows)
  const closed = complaints.filter(isClosed(context))
  const ended = (outcome: string) => countOf(closed, hasCode(context, 'outcome', [outcome]))
  const [substantiated, partly, unsubstantiated] = [ended('substantiated'), ended('partly_substantiated'), ended('unsubstantiated')] // prettier-ignore
  const response = watchRows(context, rows, { reached: timeOf(context, 'first_response_at') })
  const median = daysAt(response, 0.5)
  return {
    cases: rows.length,
    complaints: complaints.length,
    graded: shareEstimate(graded, graded + notGraded),
    ungraded: complaints.length - graded - notGraded,
    sp3d: progress.share,
    sp3d_pending: progress.pending,
    sp3d_blocked: progress.blocked,
    substantiated,
    partly_substantiated: partly,
    unsubstantiated,
    other_closed: closed.length - substantiated - partly - unsubstantiated,
    in_process: complaints.length - closed.length,
    first_response: { median: median.value, low: median.low, high: median.high, n: response.curve.n },
  }
}

/** The progress letter: in time among those whose deadline has passed, and what cannot be judged yet or at all. */
function progressOf(context: QueryContext, rows: Uint32Array): { share: Estimate; pending: number; blocked: number } {
  const facts = factsOf(context)
  const states = { on_time: 0, late: 0, pending: 0, blocked: 0, none: 0 }
  for (const row of rows) states[deadlineState(facts[row] as number)]++
  const { on_time: kept, late, pending, blocked } = states
  return { share: shareEstimate(kept, kept + late), pending, blocked }
}

/**
 * What an overseer referred, by whichever door it is written down: a referral is known by who referred, and its answer is
 * owed all the same. Doors that the filter leaves out stay out.
 */
function referralsOf(context: QueryContext, filter: Filter, from: ReferralLine['from']): ReferralLine {
  const { first_response_at: answered, informed_at: informed } = context.index.cases.times
  const [byChannel, byReferral] = [hasCode(context, 'channel', [from]), hasCode(context, 'referred_from', [from])]
  const own = receivedWhere(context, filter, (row) => byChannel(row) || byReferral(row))
  const closed = own.filter(isClosed(context))
  return {
    from,
    cases: own.length,
    by_channel: byCode(context, own, 'channel'),
    answered: share(own, (row) => answered[row] !== NONE),
    first_response: curveTo(context, own, { reached: timeOf(context, 'first_response_at') }),
    closed: shareEstimate(closed.length, own.length),
    informed: share(closed, (row) => informed[row] !== NONE),
  }
}

/** The regulation on the progress letter (SP3D) in force in the period, the latest. */
function progressRule(context: QueryContext, filter: Filter): RuleInForce | null {
  const { from, to } = periodOf(context, filter)
  const rules = context.registry.rules.filter(
    (rule) => rule.kind === 'regulation' && rule.from === 'received_at' && rule.to === 'progress_at',
  )
  return rulesIn(rules, dayText(from), dayText(to)).at(-1) ?? null
}
