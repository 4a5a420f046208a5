/**
 * Tests that the numbers a sentence tells are those of its query's answer, all of them and no other, in both languages.
 * Asked is about a whole invented nation, each of its units, single months, and a year of which nobody reported.
 */
import { describe, expect, test } from 'vitest'
import type { AnalyticsQuery } from '../../electron/engine/analytics/run'
import { LANGUAGES } from '../../shared/contract/choices'
import { queries, type QueryResult } from '../../shared/contract/queries'
import { CHANNELS } from '../../shared/export/enums'
import { translator } from '../../shared/messages/catalogue'
import { formats } from '../../shared/messages/format'
import { plain, type Sentence, type Words } from '../../shared/sentences/words'
import { ask, units } from './askChannels'
import { PROGRAMMES } from './randomCommunity'
import { numbersIn, writing, type Writing } from './told'

export interface Told<N extends AnalyticsQuery> {
  query: N
  /** which figure, where a query has several */
  what?: string
  /** parameters beside the filter */
  more?: object
  /** the sentence; null where there is no such figure */
  says: (answer: QueryResult<N>, words: Words) => Sentence | null
  /** what plain arithmetic makes of the answer; null: told of elsewhere */
  numbers: (answer: QueryResult<N>, w: Writing) => string[] | null
  /** what the nation must bring about, or the test would prove little */
  kinds: Sentence['kind'][]
}
export const told = <N extends AnalyticsQuery>(one: Told<N>) => one as unknown as Told<AnalyticsQuery>

export const FILTERS = [
  {},
  ...units.map((unit) => ({ unit })),
  ...units.slice(0, 12).map((unit) => ({ unit, from: '2025-06-01', to: '2025-06-30' })),
  { categories: ['torture'] },
  { channels: ['email'], subjects: ['praise'] },
  { from: '2009-01-01', to: '2009-12-31' },
]

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
/** How many, where there are any. */
export const some = (n: number, w: Writing) => (n > 0 ? [w.count(n)] : [])

export function figuresTell(table: readonly Told<AnalyticsQuery>[]): void {
  const lines = table.map((line) => [`${line.query} ${line.what ?? JSON.stringify(line.more ?? {})}`, line] as const)
  describe.each(LANGUAGES)('in %s', (language) => {
    const words = { t: translator(language), f: formats(language) }
    const w = writing(language)
    const names = [...CHANNELS.map((code) => words.t.code('channel', code)), ...PROGRAMMES.filter((code) => /\d/.test(code))] // prettier-ignore
    test.each(lines)('%s', (_, line) => {
      const kinds = new Set<string>()
      for (const filter of FILTERS) {
        const params = { ...filter, ...line.more }
        if (!queries[line.query].params.safeParse(params).success) continue
        const answer = ask(line.query, params)
        const sentence = line.says(answer, words)
        if (!sentence) continue
        kinds.add(sentence.kind)
        const said = plain(sentence)
        expect(said).not.toMatch(/[{}]|undefined|NaN|Infinity/)
        const wanted = line.numbers(answer, w)
        if (wanted) expect([said, numbersIn(said, names).toSorted()]).toEqual([said, wanted.toSorted()])
      }
      expect([...kinds]).toEqual(expect.arrayContaining(line.kinds))
    })
  })
}
