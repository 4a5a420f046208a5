/** Social media: matters that went viral before anybody answered. A directive (31 January 2025), not a rule. */
import { NONE } from '../../../../shared/domain/time'
import { CODES } from '../../columns/layout'
import type { UnitNode } from '../../registry/model'
import { eachUnit, select } from '../selection'
import { homes, type Answered, type Asked } from './asked'

/** A single matter is told on its own page. */
const LEAST = 2

/** Of the matters received through social media that went viral, those without an answer until then. */
export function viralUnanswered(question: Asked): Answered {
  const { context, filter } = question
  const selection = select(context, filter)
  const { rows } = selection
  const { viral_at: viral, first_response_at: answered } = context.index.cases.times
  const { channel } = context.index.cases.codes
  const social = CODES.channel.indexOf('social_media')
  const home = homes(question)
  const found = new Map<UnitNode, { total: number; cases: number }>()
  eachUnit(selection, (u, _, __, a, b) => {
    const node = home[u]
    if (!node) return
    for (let i = a; i < b; i++) {
      const row = rows === null ? i : (rows[i] as number)
      const at = viral[row] as number
      if (at === NONE || channel[row] !== social) continue
      let held = found.get(node)
      if (!held) found.set(node, (held = { total: 0, cases: 0 }))
      held.total++
      if (answered[row] === NONE || (answered[row] as number) > at) held.cases++
    }
  })
  const lines = [...found]
  return {
    tests: lines.length,
    shown: lines
      .filter(([, { cases }]) => cases >= LEAST)
      .map(([unit, evidence]) => ({
        unit,
        signal: 'viral_unanswered',
        evidence: { ...evidence },
        p: null,
        strength: 'notice',
        room: 'kasus',
      })),
  }
}
