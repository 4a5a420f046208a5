/** The figures by name: one function a named query. */
import type { QueryName, QueryParams, QueryResult } from '../../../shared/contract/queries'
import { casesFacets } from './casesFacets'
import { casesPage } from './casesPage'
import { channelCalls } from './channels/calls'
import { channelCity } from './channels/city'
import { channelCommunity } from './channels/community'
import { channelList } from './channels/list'
import { channelMessages } from './channels/messages'
import { channelOversight } from './channels/oversight'
import { channelSocial } from './channels/social'
import type { QueryContext } from './context'
import { byCode, contextFor } from './places'
import { durationsCurve } from './durationsCurve'
import { funnelProportion, funnelRate } from './funnel'
import { overviewByMonth } from './overviewByMonth'
import { overviewByCategory, overviewByChannel, overviewByOutcome } from './overviewCodes'
import { overviewCoverage } from './overviewCoverage'
import { overviewFlow } from './overviewFlow'
import { overviewKeyFigures } from './overviewKeyFigures'
import { overviewMap } from './overviewMap'
import { overviewQuestions } from './overviewQuestions'
import { overviewTotals } from './overviewTotals'
import { overviewTrend } from './overviewTrend'
import { regionBacklog } from './regionBacklog'
import { regionChannels } from './regionChannels'
import { regionHeader } from './regionHeader'
import { regionProfile } from './regionProfile'
import { regionUnitLines } from './regionUnitLines'
import { regionUnitMonths } from './regionUnitMonths'
import { regionUnits } from './regionUnits'

export type AnalyticsQuery = Extract<QueryName, `overview.${string}` | `region.${string}` | `funnel.${string}` | `channel.${string}` | 'durations.curve' | 'cases.page' | 'cases.facets'> // prettier-ignore

const QUERIES: { readonly [N in AnalyticsQuery]: (context: QueryContext, params: QueryParams<N>) => QueryResult<N> } = {
  'overview.totals': overviewTotals,
  'overview.byMonth': overviewByMonth,
  'overview.byChannel': overviewByChannel,
  'overview.byCategory': overviewByCategory,
  'overview.byOutcome': overviewByOutcome,
  'overview.coverage': overviewCoverage,
  'overview.keyFigures': overviewKeyFigures,
  'overview.trend': overviewTrend,
  'overview.map': overviewMap,
  'overview.flow': overviewFlow,
  'overview.questions': overviewQuestions,
  'region.units': regionUnits,
  'region.header': regionHeader,
  'region.profile': regionProfile,
  'region.channels': regionChannels,
  'region.backlog': regionBacklog,
  'region.unitLines': regionUnitLines,
  'region.unitMonths': regionUnitMonths,
  'durations.curve': durationsCurve,
  'funnel.proportion': funnelProportion,
  'funnel.rate': funnelRate,
  'channel.list': channelList,
  'channel.community': channelCommunity,
  'channel.messages': channelMessages,
  'channel.calls': channelCalls,
  'channel.social': channelSocial,
  'channel.city': channelCity,
  'channel.oversight': channelOversight,
  'cases.page': casesPage,
  'cases.facets': casesFacets,
}

export const isAnalyticsQuery = (name: QueryName): name is AnalyticsQuery => Object.hasOwn(QUERIES, name)

/** Answers a named query. `params` have passed the query's schema. */
export function runQuery<N extends AnalyticsQuery>(
  name: N,
  params: QueryParams<N>,
  context: QueryContext,
): QueryResult<N> {
  const tree = contextFor(name, params as object, context)
  return byCode(QUERIES[name](tree, params), tree)
}

/** Every question over everything held, whatever was decided about it. */
export const questionIds = (context: QueryContext): string[] => overviewQuestions(context, {}).items.map(({ id }) => id)
