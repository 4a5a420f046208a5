/** Milestones of social media by whose account it was, against plain loops over the rows. */
import { expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { queries } from '../../../shared/contract/queries'
import { ADDRESSEES } from '../../../shared/export/enums'
import { ChannelOracle } from '../../helpers/channelOracle'
import type { OracleFilter, Row } from '../../helpers/oracle'
import { contextOf, randomFilter } from '../../helpers/randomContext'
import { randomNation } from '../../helpers/randomNation'

const nation = randomNation(33, 220)
const oracle = new ChannelOracle(nation)
const context = contextOf(nation)
const codes = nation.registry.units.map((unit) => unit.code)
const filters: OracleFilter[] = [{}, { unit: codes[1]! }, ...Array.from({ length: 10 }, (_, i) => randomFilter(7000 + i, codes))] // prettier-ignore
const CHIEFS: Record<string, string> = { polda: 'kapolda', polres: 'kapolres', polsek: 'kapolsek' }
const STAGES = ['first_response_at', 'progress_at', 'published_at']

/** As addressed; else of the chief of the unit that handles the case. */
function account({ values }: Row): string {
  const named = values['addressee']!
  if (named === '') return CHIEFS[oracle.cases.unit(values['unit_code']!)!.level]!
  return (ADDRESSEES as readonly string[]).includes(named) ? named : 'unknown'
}
const count = (rows: readonly Row[], column: string) => rows.filter((row) => row.values[column] !== '').length

test.each(filters.map((filter) => [JSON.stringify(filter), filter] as const))('%s', (_, given) => {
  const result = runQuery('channel.social', queries['channel.social'].params.parse(given), context)
  const isAsked = given.channels?.includes('social_media') ?? true
  const rows = isAsked ? oracle.cases.received({ ...given, channels: ['social_media'] }) : []
  const running = isAsked ? oracle.units(given).filter((unit) => unit.channels.includes('social_media')) : []
  const expected = new Set([...rows.map(account), ...running.map(({ level }) => CHIEFS[level]!)])
  const lines = result.accounts
  expect(lines.map((line) => line.account)).toEqual([...ADDRESSEES, 'unknown'].filter((code) => expected.has(code)))
  for (const line of lines) {
    const own = rows.filter((row) => account(row) === line.account)
    expect([line.account, line.cases]).toEqual([line.account, own.length])
    expect(line.reached.map(({ numerator }) => numerator)).toEqual(STAGES.map((column) => count(own, column)))
    const lives = own.map((row) => oracle.upTo(row, row.values['first_response_at']!))
    expect(line.first_response.n).toBe(lives.filter((life) => life !== null && life.exit > life.entry).length)
  }
  const sum = (pick: (line: (typeof lines)[number]) => number | null) => lines.reduce((all, line) => all + (pick(line) ?? 0), 0) // prettier-ignore
  expect(sum((line) => line.within_72h.denominator)).toBe(result.within_72h.denominator ?? 0)
  expect(sum((line) => line.within_72h.numerator)).toBe(result.within_72h.numerator ?? 0)
  expect(sum((line) => line.pending_72h)).toBe(result.pending_72h)
})
