/** `channel.social`: answered, in progress, made known; within 72 hours and before it went viral. */
import type { ChannelSocial } from '../../../../shared/contract/results/channels'
import type { RuleInForce } from '../../../../shared/contract/results/common'
import type { Filter } from '../../../../shared/domain/filter'
import { dayText, NONE } from '../../../../shared/domain/time'
import type { TimeColumn } from '../../columns/layout'
import type { QueryContext } from '../context'
import { periodOf } from '../delivery'
import { FACTS, factsOf } from '../facts'
import { rulesIn } from '../overviewCoverage'
import { byAccount } from './accounts'
import { countEstimate } from '../estimates'
import { monthChart } from './chart'
import { channelsOf, coverage, operating } from './coverage'
import { curveTo, timeOf } from './curves'
import { lastYearOf } from './lastYear'
import { shareByMonth } from './months'
import { countOf, rowsOf, share } from './rows'

const STAGES = [
  ['first_response', 'first_response_at'],
  ['progress', 'progress_at'],
  ['publication', 'published_at'],
] as const satisfies readonly (readonly [string, TimeColumn])[]
const ANSWERED = 1 << FACTS.indexOf('answered72h')
const MATURED = 1 << FACTS.indexOf('matured72h')

export function channelSocial(context: QueryContext, filter: Filter): ChannelSocial {
  const channels = channelsOf('social', filter)
  const rows = rowsOf(context, filter, channels)
  const { times } = context.index.cases
  const { first_response_at: answered, progress_at: progress, published_at: published, viral_at: viral } = times
  const facts = factsOf(context)
  const isMatured = (row: number) => ((facts[row] as number) & MATURED) !== 0
  const isInTime = (row: number) => ((facts[row] as number) & ANSWERED) !== 0
  // Too late is after it went viral, as the question `viral_unanswered` has it.
  const isBeforeViral = (row: number) => answered[row] !== NONE && (answered[row] as number) <= (viral[row] as number)
  const wentViral = rows.filter((row) => viral[row] !== NONE)
  const inOrder = (row: number) =>
    answered[row] !== NONE &&
    (progress[row] as number) >= (answered[row] as number) &&
    (published[row] as number) >= (progress[row] as number)
  const { from: _, ...everBefore } = filter
  const run = operating(context, filter, channels)
  return {
    coverage: coverage(context, filter, channels),
    last_year: lastYearOf(context, filter, (before) => {
      const own = rowsOf(context, before, channels)
      return {
        cases: countEstimate(own.length),
        within_72h: share(own.filter(isMatured), isInTime),
        before_viral: share(own.filter((row) => viral[row] !== NONE), isBeforeViral), // prettier-ignore
      }
    }),
    rule: directive(context, filter),
    cases: rows.length,
    milestones: STAGES.map(([stage, column]) => ({
      stage,
      reached: share(rows, (row) => times[column][row] !== NONE),
      curve: curveTo(context, rows, { reached: timeOf(context, column) }),
    })),
    accounts: byAccount(context, rows, run.units).map(({ account, rows: own }) => ({
      account,
      cases: own.length,
      within_72h: share(own.filter(isMatured), isInTime),
      pending_72h: countOf(own, (row) => !isMatured(row)),
      reached: STAGES.map(([, column]) => share(own, (row) => times[column][row] !== NONE)),
      first_response: curveTo(context, own, { reached: timeOf(context, 'first_response_at') }),
    })),
    all_three: share(rows, inOrder),
    within_72h: share(rows.filter(isMatured), isInTime),
    pending_72h: countOf(rows, (row) => !isMatured(row)),
    before_viral: share(wentViral, isBeforeViral),
    viral: wentViral.length,
    by_month: monthChart(
      context,
      'p',
      filter,
      run.desks,
      shareByMonth(context, rowsOf(context, everBefore, channels), isMatured, isInTime),
    ),
  }
}

/** The directive on answering matters of social media that was in force in the period, the latest first. */
function directive(context: QueryContext, filter: Filter): RuleInForce | null {
  const { from, to } = periodOf(context, filter)
  const rules = context.registry.rules.filter(
    (rule) =>
      rule.from === 'received_at' &&
      rule.to === 'first_response_at' &&
      (rule.applies['channel']?.includes('social_media') ?? false),
  )
  return rulesIn(rules, dayText(from), dayText(to)).at(-1) ?? null
}
