/** Answers of the channels' queries over an invented nation: what the room is given, from the queries themselves. */
import { runQuery, type AnalyticsQuery } from '../../electron/engine/analytics/run'
import type { QueryParams, QueryResult } from '../../shared/contract/queries'
import { contextOf } from './randomContext'
import { randomNation } from './randomNation'

const nation = randomNation(11, 90)
const context = contextOf(nation)
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

export const units = nation.registry.units.map(({ code }) => code)
export const ask = <N extends AnalyticsQuery>(name: N, more: object = {}): QueryResult<N> =>
  runQuery(name, { ...YEAR, ...more } as QueryParams<N>, context)
