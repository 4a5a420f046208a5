/** Answers of the channels' queries over an invented nation: what the room is given, from the queries themselves. */
import { runQuery, type AnalyticsQuery } from '../../electron/engine/analytics/run'
import type { QueryParams, QueryResult } from '../../shared/contract/queries'
import { contextOf } from './randomContext'
import { randomNation } from './randomNation'

const nation = randomNation(11, 90)
const context = contextOf(nation)
const YEAR = { from: '2025-01-01', to: '2025-12-31' }

export const units = nation.registry.units.map(({ code }) => code)
const answers = new Map<string, unknown>()
/** Asked once; nobody changes an answer. */
export function ask<N extends AnalyticsQuery>(name: N, more: object = {}): QueryResult<N> {
  const key = `${name} ${JSON.stringify(more)}`
  if (!answers.has(key)) answers.set(key, runQuery(name, { ...YEAR, ...more } as QueryParams<N>, context))
  return answers.get(key) as QueryResult<N>
}
