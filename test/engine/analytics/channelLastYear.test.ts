/** Figures of the channels beside the same period a year before: what the page itself says of that year, or not reported. */
import { expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { caseOn, smallNation } from '../../helpers/smallNation'

const UNIT = 'POLRES-33.01'
const THIS = { from: '2025-04-01', to: '2025-06-30' }
const BEFORE = { from: '2024-04-01', to: '2024-06-30' }
const on = (channel: string, day: string, answered: string | null) =>
  caseOn(day, { channel, ...(answered && { first_response_at: `${answered}T12:00:00+07:00` }) })
const both = (channel: string) => [
  ...Array.from({ length: 12 }, (_, i) => on(channel, `2024-04-${10 + i}`, i % 3 === 0 ? `2024-05-${10 + i}` : `2024-04-${11 + i}`)), // prettier-ignore
  ...Array.from({ length: 20 }, (_, i) => on(channel, `2025-05-${String(1 + i).padStart(2, '0')}`, `2025-05-${String(3 + i).padStart(2, '0')}`)), // prettier-ignore
]
const sessions = [
  { unit_code: UNIT, held_on: '2024-04-05', issues_raised: '3' },
  { unit_code: UNIT, held_on: '2025-05-02', issues_raised: '7' },
]
const cases = ['whatsapp', 'social_media', 'letter', 'gov_complaint'].flatMap(both)
const nation = (coverageFrom: string, list = cases) =>
  smallNation([{ code: UNIT, cases: list, sessions, coverageFrom }])
const held = nation('2024-01-01')

test('messages: cases, the median by Kaplan-Meier, settled within thirty days', () => {
  const now = runQuery('channel.messages', THIS, held)
  const then = runQuery('channel.messages', BEFORE, held)
  expect(now.last_year).toMatchObject(BEFORE)
  expect(now.last_year.figures).toMatchObject({
    cases: { value: 12 },
    first_response: { value: then.all.first_response.median, denominator: 12 },
    resolved_30_days: then.all.resolved_30_days,
  })
  expect(now.cases).toBe(20)
})
test('social media, complaints, city services, sessions', () => {
  const [social, socialThen] = [THIS, BEFORE].map((period) => runQuery('channel.social', period, held))
  expect(socialThen!.within_72h).toMatchObject({ numerator: 8, denominator: 12 })
  expect(social!.last_year.figures).toMatchObject({ cases: { value: 12 }, within_72h: socialThen!.within_72h, before_viral: { value: null, missing: 'insufficient' } }) // prettier-ignore
  const [oversight, oversightThen] = [THIS, BEFORE].map((period) => runQuery('channel.oversight', period, held))
  expect(oversight!.last_year.figures).toMatchObject({ complaints: { value: 12 }, sp3d: oversightThen!.total.sp3d })
  const [city, cityThen] = [THIS, BEFORE].map((period) => runQuery('channel.city', period, held))
  expect(city!.last_year.figures).toMatchObject({ came_in: cityThen!.came_in, prank: { missing: 'not_applicable' } })
  const [community, communityThen] = [THIS, BEFORE].map((period) => runQuery('channel.community', period, held))
  expect(community!.last_year.figures).toMatchObject({
    sessions: { value: 1 },
    per_session: communityThen!.issues.per_session,
    became_cases: communityThen!.outcome.became_cases,
    fridays: communityThen!.calendar!.total.share,
  })
})
test('a period that the exports do not tell of is not reported, not nought; a covered one without a case is nought', () => {
  for (const name of [
    'channel.messages',
    'channel.social',
    'channel.oversight',
    'channel.city',
    'channel.community',
  ] as const)
    expect(runQuery(name, THIS, nation('2025-01-01')).last_year).toEqual({ ...BEFORE, figures: null })
  const empty = runQuery('channel.messages', THIS, nation('2024-01-01', []))
  expect(empty.last_year.figures).toMatchObject({ cases: { value: 0, missing: null }, first_response: { value: null } })
  for (const line of runQuery('channel.calls', THIS, held).lines) expect(line.answered_last_year).toMatchObject({ value: null, missing: 'not_applicable' }) // prettier-ignore
  for (const line of runQuery('channel.calls', THIS, nation('2025-01-01')).lines) expect(line.answered_last_year).toBeNull() // prettier-ignore
})
