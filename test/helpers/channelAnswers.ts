/** What the channels' queries answer for an invented nation, for a report that is made of them. */
import { runQuery } from '../../electron/engine/analytics/run'
import type { QueryName, QueryResult } from '../../shared/contract/queries'
import { contextOf } from './randomContext'
import { randomNation } from './randomNation'

type Answers = { [N in Extract<QueryName, `channel.${string}`>]?: QueryResult<N> }
let made: Answers | undefined

export function channelAnswers(): Answers {
  if (made) return made
  const context = contextOf(randomNation(7, 120))
  made = {
    'channel.community': runQuery('channel.community', {}, context),
    'channel.messages': runQuery('channel.messages', {}, context),
    'channel.calls': runQuery('channel.calls', {}, context),
    'channel.social': runQuery('channel.social', {}, context),
    'channel.city': runQuery('channel.city', {}, context),
    'channel.oversight': runQuery('channel.oversight', {}, context),
  }
  return made
}
