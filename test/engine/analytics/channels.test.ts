/** The channels' queries against plain loops over the rows, on nations and filters by chance. */
import { describe, expect, test } from 'vitest'
import { runQuery } from '../../../electron/engine/analytics/run'
import { queries } from '../../../shared/contract/queries'
import { CHANNEL_PAGES, OVERSIGHT_OUTCOMES, OWN_CHANNELS } from '../../../shared/contract/results/channels'
import type { Estimate } from '../../../shared/contract/results/common'
import type { DurationCurve } from '../../../shared/contract/results/region'
import { ADDRESSEES, CHANNELS } from '../../../shared/export/enums'
import { ChannelOracle, followed, type Life } from '../../helpers/channelOracle'
import type { OracleFilter, Row } from '../../helpers/oracle'
import { contextOf, randomFilter } from '../../helpers/randomContext'
import { randomNation } from '../../helpers/randomNation'

const parts = ({ numerator, denominator }: Estimate) => [numerator, denominator]
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const tally = (values: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}
const asRecord = (list: readonly { code: string; count: number }[]) => Object.fromEntries(list.map((item) => [item.code, item.count])) // prettier-ignore
const filled = (row: Row, name: string) => row.values[name] !== ''
const time = (row: Row, name: string) => Date.parse(row.values[name]!)

function expectCurve(curve: DurationCurve, lives: readonly (Life | null)[]): void {
  const expected = followed(lives, 1)
  expect([curve.n, curve.events, curve.left_out_negative]).toEqual([expected.n, expected.events, expected.negative])
  expect(curve.median).toBe(expected.median)
  for (const point of curve.points) {
    const one = expected.points.find(({ time: hours }) => hours / 24 === point.t)!
    expect(point.at_risk).toBe(one.atRisk)
    expect(point.survival).toBeCloseTo(one.free, 9)
  }
}

describe.each([11, 33])('nation %i', (seed) => {
  const nation = randomNation(seed, 220)
  const oracle = new ChannelOracle(nation)
  const context = contextOf(nation)
  const codes = nation.registry.units.map((unit) => unit.code)
  const filters = [
    {},
    { unit: codes[1]! },
    ...Array.from({ length: 14 }, (_, i) => randomFilter(seed * 500 + i, codes)),
  ]
  const each = filters.map((filter) => [JSON.stringify(filter), filter] as const)
  const asked = (page: keyof typeof CHANNEL_PAGES, filter: OracleFilter) => CHANNEL_PAGES[page].filter((channel) => filter.channels?.includes(channel) ?? true) // prettier-ignore
  const received = (page: keyof typeof CHANNEL_PAGES, filter: OracleFilter) => {
    const channels = asked(page, filter)
    return channels.length === 0 ? [] : oracle.cases.received({ ...filter, channels })
  }
  const moved = (row: Row, type: string) => row.events.filter((event) => event.event_type === type).map((event) => Date.parse(event.occurred_at)).toSorted((a, b) => a - b)[0] // prettier-ignore

  test.each(each)('list %s', (_, given) => {
    const list = runQuery('channel.list', queries['channel.list'].params.parse(given), context)
    const line = (page: string) => list.pages.find((one) => one.page === page)!
    for (const { page, channels, cases, programmes } of list.pages) {
      expect(channels.map(({ channel }) => channel)).toEqual(asked(page, given))
      for (const line of channels) {
        expect(line.cases).toBe(oracle.cases.received({ ...given, channels: [line.channel] }).length)
        const units = oracle.units(given).filter((unit) => unit.channels.includes(line.channel))
        expect(line.operating).toBe(units.length)
        const { unit: __, ...period } = given
        const done = oracle.cases.months(period).filter((one) => one.expected.length > 0 && one.expected.at(-1) === one.delivered.at(-1)).map((one) => one.unit) // prettier-ignore
        expect(line.operating_reported).toBe(units.filter((unit) => done.includes(oracle.desk(unit.code)!.unit)).length)
      }
      expect(cases).toBe(sum(channels.map((line) => line.cases)))
      // The tile and the page tell one number of units: each that operates one of the page's own channels, once.
      const own = channels.filter(({ channel }) => OWN_CHANNELS[page].includes(channel)).map(({ channel }) => channel as string) // prettier-ignore
      const run = (codes: readonly string[]) => oracle.units(given).filter((unit) => unit.channels.some((code) => codes.includes(code))) // prettier-ignore
      const counted = run(own).length > 0 ? run(own) : run(asked(page, given))
      expect([page, line(page).operating]).toEqual([page, counted.length])
      const { coverage } = runQuery(`channel.${page}`, queries[`channel.${page}`].params.parse(given) as never, context)
      expect([coverage.operating, coverage.operating_reported]).toEqual([
        line(page).operating,
        line(page).operating_reported,
      ])
      const named = tally(received(page, given).filter((row) => filled(row, 'programme')).map((row) => `${row.values['channel']} ${row.values['programme']}`)) // prettier-ignore
      const found = programmes.filter((line) => line.cases > 0).map((line) => [`${line.channel} ${line.code}`, line.cases]) // prettier-ignore
      expect(Object.fromEntries(found)).toEqual(named)
    }
    const all = new Set(list.pages.flatMap((page) => page.channels.map((line) => line.channel)))
    expect(list.other).toBe(
      oracle.cases.received(given).filter((row) => !all.has(row.values['channel'] as never)).length,
    )
  })

  test.each(each)('community %s', (_, given) => {
    const result = runQuery('channel.community', queries['channel.community'].params.parse(given), context)
    if (asked('community', given).length === 0) {
      expect([result.sessions, result.calendar, result.outcome.cases]).toEqual([0, null, 0])
      return
    }
    const sessions = oracle.sessions(given, 'jumat_curhat')
    expect(result.sessions).toBe(sessions.length)
    expect(result.attendance.total).toBe(sum(sessions.map((one) => Number(one.attendees ?? 5))))
    expect(result.issues.total).toBe(sum(sessions.map((one) => Number(one.issues_raised ?? 2))))
    const known = new Set(['jumat_curhat', 'minggu_kasih', 'other'])
    expect(Object.fromEntries(result.kinds.map((line) => [line.kind, line.sessions]))).toEqual(tally(oracle.sessions(given, null).map((one) => (known.has(one.kind ?? 'jumat_curhat') ? (one.kind ?? 'jumat_curhat') : 'unknown')))) // prettier-ignore
    expect(asRecord(result.led_by)).toEqual(tally(sessions.map((one) => (one.led_by_role === 'bupati' ? 'unknown' : (one.led_by_role ?? 'kapolres'))))) // prettier-ignore
    expect(sum(result.attendance.by_friday.map((friday) => friday.sessions))).toBeLessThanOrEqual(sessions.length)

    const fridays = oracle.fridays(given)
    const { total, lines, fridays: days } = result.calendar!
    const count = (list: typeof fridays) => ({
      due: sum(list.filter((one) => one.state === 'due').map((one) => one.due)),
      held: sum(list.map((one) => one.held)),
      holiday: list.filter((one) => one.state === 'holiday').length,
      not_reported: sum(list.filter((one) => one.state === 'not_reported').map((one) => one.due)),
      no_calendar: list.filter((one) => one.state === 'no_calendar').length,
    })
    expect(total).toMatchObject(count(fridays))
    expect(total.missed).toBe(total.due - total.held)
    for (const line of lines) {
      const own = fridays.filter(({ unit }) => (line.scope === 'own' ? unit === line.unit : oracle.cases.isUnder(unit, line.unit))) // prettier-ignore
      expect(line).toMatchObject(count(own))
      line.cells.forEach((cell, i) => {
        const there = own.filter(({ friday }) => friday === days[i]!.date)
        const { due, held, not_reported } = count(there)
        expect(cell).toMatchObject({ due, held, not_reported })
        if (due > 0) expect(cell.state).toBe(held === due ? 'held' : held === 0 ? 'missed' : 'partly')
        else if (there.length === 1 && there[0]!.state !== 'due') expect(cell.state).toBe(there[0]!.state)
      })
      const raised = sessions.filter((one) => (line.scope === 'own' ? one.unit_code === line.unit : oracle.cases.isUnder(one.unit_code, line.unit))) // prettier-ignore
      expect(line.issues).toBe(sum(raised.map((one) => Number(one.issues_raised ?? 2))))
      expect(line.cases).toBe(sum(raised.map((one) => oracle.casesOf(one, given).length)))
    }

    const tied = sessions.map((one) => ({ issues: Number(one.issues_raised ?? 2), cases: oracle.casesOf(one, given) }))
    const rows = tied.flatMap(({ cases }) => cases)
    const { outcome, recording } = result
    expect(outcome.cases).toBe(rows.length)
    expect(parts(outcome.became_cases)).toEqual([sum(tied.map(({ issues, cases }) => Math.min(issues, cases.length))), result.issues.total]) // prettier-ignore
    expect(outcome.beyond).toBe(sum(tied.map(({ issues, cases }) => Math.max(0, cases.length - issues))))
    expect(parts(outcome.followed_up)).toEqual([rows.filter((row) => filled(row, 'first_response_at') || filled(row, 'progress_at')).length, rows.length]) // prettier-ignore
    expectCurve(
      outcome.time_to_follow_up,
      rows.map((row) => oracle.upTo(row, [row.values['first_response_at']!, row.values['progress_at']!].filter((step) => step !== '').toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '')),
    ) // prettier-ignore
    expect(parts(recording.in_batch)).toEqual([oracle.inBatch(sessions), sessions.length])
    const late = sessions.filter((one) => {
      const zone = oracle.cases.zone(one.unit_code)
      const typed = oracle.cases.day(Date.parse(one.recorded_at ?? `${one.held_on}T10:00:00+07:00`), zone)
      return (Date.parse(typed) - Date.parse(one.held_on)) / 86_400_000 > 3
    })
    expect(parts(recording.late)).toEqual([late.length, sessions.length])
  })

  test.each(each)('messages %s', (_, given) => {
    const result = runQuery('channel.messages', queries['channel.messages'].params.parse(given), context)
    const rows = received('messages', given)
    expect(result.cases).toBe(rows.length)
    expect(asRecord(result.by_subject)).toEqual(tally(rows.map((row) => row.values['subject']!)))
    const addressee = (row: Row) => { const code = row.values['addressee']!; return code === '' ? null : (ADDRESSEES as readonly string[]).includes(code) ? code : 'unknown' } // prettier-ignore
    expect(sum(result.by_addressee.map((line) => line.cases))).toBe(rows.length)
    const height: Record<string, number> = { kapolda: 2, kapolres: 1, kapolsek: 0, bhabinkamtibmas: 0, polda: 2, polres: 1, polsek: 0 } // prettier-ignore
    for (const line of result.by_addressee) {
      const own = rows.filter((row) => addressee(row) === line.addressee)
      expect(line.cases).toBe(own.length)
      expect(parts(line.resolved)).toEqual([own.filter((row) => filled(row, 'closed_at')).length, own.length])
      expectCurve(line.first_response, own.map((row) => oracle.upTo(row, row.values['first_response_at']!))) // prettier-ignore
      const closing = followed(own.map((row) => oracle.upTo(row, row.values['closed_at']!)), 1) // prettier-ignore
      const within = closing.points.filter((point) => point.time <= 720).at(-1)?.free ?? 1
      if (line.resolved_30_days.value !== null) expect(line.resolved_30_days.value).toBeCloseTo(1 - within, 9)
      expect(parts(line.sent_on)).toEqual([own.filter((row) => filled(row, 'referred_to') || moved(row, 'referred_out') !== undefined).length, own.length]) // prettier-ignore
      expect(parts(line.came_in)).toEqual([own.filter((row) => filled(row, 'referred_from') || moved(row, 'referred_in') !== undefined).length, own.length]) // prettier-ignore
      const level = height[line.addressee ?? '']
      if (level === undefined) expect(line.handled).toBeNull()
      else {
        const heights = own.map((row) => height[oracle.cases.unit(row.values['unit_code']!)!.level]! - level)
        expect(line.handled).toEqual({ above: heights.filter((h) => h > 0).length, same: heights.filter((h) => h === 0).length, below: heights.filter((h) => h < 0).length }) // prettier-ignore
      }
    }
    const programme = 'curhat-dok'
    const one = runQuery('channel.messages', { ...queries['channel.messages'].params.parse(given), programme }, context)
    expect(one.cases).toBe(rows.filter((row) => row.values['programme'] === programme).length)
  })

  test.each(each)('calls %s', (_, given) => {
    const { lines } = runQuery('channel.calls', queries['channel.calls'].params.parse(given), context)
    expect(lines.map(({ channel }) => channel)).toEqual(asked('calls', given))
    for (const line of lines) {
      const { rows, units, due, sum: of, median, weighted, without } = oracle.calls(given, line.line)
      expect([line.units_reporting, line.days_due, line.days_reported]).toEqual([units.length, due, rows.length])
      const cases = oracle.cases.received({ ...given, channels: [line.channel] })
      expect(line.cases).toBe(cases.length)
      expect(asRecord(line.cases_by_subject)).toEqual(tally(cases.map((row) => row.values['subject']!)))
      expect(sum(line.months.map((month) => month.cases))).toBe(cases.length)
      expect(sum(line.months.map((month) => month.days_due))).toBe(due)
      if (rows.length === 0) {
        expect([line.state === 'reported', line.funnel, line.transferred_in]).toEqual([false, null, null])
        expect(line.answered.missing).toBe(line.units_operating > 0 ? 'not_reported' : 'not_applicable')
        continue
      }
      expect(line.funnel).toEqual({ offered: of('offered'), answered: of('answered'), abandoned: of('abandoned'), unaccounted: of('offered') - of('answered') - of('abandoned') }) // prettier-ignore
      expect(parts(line.answered)).toEqual([of('answered'), of('offered')])
      expect(parts(line.prank)).toEqual([of('prank'), of('answered')])
      expect([line.transferred_out, line.transferred_in]).toEqual([of('transferred_out'), of('transferred_in')])
      expect([line.answer_time.median, line.answer_time.weighted_median, line.answer_time.days_without]).toEqual([median, weighted, without]) // prettier-ignore
      expect(sum(line.answer_time.distribution.map((bin) => bin.days))).toBe(rows.length - without)
    }
  })

  test.each(each)('social %s', (_, given) => {
    const result = runQuery('channel.social', queries['channel.social'].params.parse(given), context)
    const rows = received('social', given)
    expect(result.cases).toBe(rows.length)
    const columns = {
      first_response: 'first_response_at',
      progress: 'progress_at',
      publication: 'published_at',
    } as const
    for (const { stage, reached, curve } of result.milestones) {
      expect(parts(reached)).toEqual([rows.filter((row) => filled(row, columns[stage])).length, rows.length])
      expectCurve(curve, rows.map((row) => oracle.upTo(row, row.values[columns[stage]]!))) // prettier-ignore
    }
    const viral = rows.filter((row) => filled(row, 'viral_at'))
    expect(result.viral).toBe(viral.length)
    expect(parts(result.before_viral)).toEqual([viral.filter((row) => filled(row, 'first_response_at') && time(row, 'first_response_at') <= time(row, 'viral_at')).length, viral.length]) // prettier-ignore
    const limit = (row: Row) => time(row, 'received_at') + 72 * 3_600_000
    const isDirty = (row: Row) => filled(row, 'first_response_at') && time(row, 'first_response_at') < time(row, 'received_at') // prettier-ignore
    const mature = rows.filter((row) => !isDirty(row) && limit(row) < row.asOf + 1000)
    expect(parts(result.within_72h)).toEqual([mature.filter((row) => filled(row, 'first_response_at') && time(row, 'first_response_at') <= limit(row)).length, mature.length]) // prettier-ignore
    expect(result.pending_72h).toBe(rows.length - mature.length)
  })

  test.each(each)('city %s', (_, given) => {
    const result = runQuery('channel.city', queries['channel.city'].params.parse(given), context)
    const rows = received('city', given)
    const city = ['gov_112', 'local_government']
    const came = rows.filter(
      (row) => city.includes(row.values['referred_from']!) || moved(row, 'referred_in') !== undefined,
    )
    expect([result.cases, ...parts(result.came_in)]).toEqual([rows.length, came.length, rows.length])
    expect(result.sent_to_city).toBe(rows.filter((row) => city.includes(row.values['referred_to']!)).length)
    expectCurve(result.transfer_to_response, came.map((row) => oracle.upTo(row, row.values['first_response_at']!, moved(row, 'referred_in')))) // prettier-ignore
    const closed = came.filter((row) => filled(row, 'closed_at'))
    expect(parts(result.reported_back)).toEqual([closed.filter((row) => filled(row, 'informed_at') || city.includes(row.values['referred_to']!)).length, closed.length]) // prettier-ignore
    expect(sum(result.by_programme.map((line) => line.cases))).toBe(rows.length)
  })

  test.each(each)('oversight %s', (_, given) => {
    const result = runQuery('channel.oversight', queries['channel.oversight'].params.parse(given), context)
    const rows = received('oversight', given)
    expect(result.lines.map(({ channel }) => channel)).toEqual(asked('oversight', given))
    expect(sum(result.lines.map((line) => line.cases))).toBe(result.total.cases)
    for (const line of [...result.lines, { channel: null, ...result.total }]) {
      const own = rows.filter((row) => line.channel === null || row.values['channel'] === line.channel)
      const complaints = own.filter((row) => row.values['subject'] === 'complaint')
      const grade = (code: string) => complaints.filter((row) => row.values['oversight_grade'] === code).length
      const closed = complaints.filter((row) => filled(row, 'closed_at'))
      const ended = (code: string) => closed.filter((row) => row.values['outcome'] === code).length
      const states = tally(own.map((row) => oracle.cases.sp3d(row)))
      expect([line.cases, line.complaints]).toEqual([own.length, complaints.length])
      expect(parts(line.graded)).toEqual([grade('graded'), grade('graded') + grade('not_graded')])
      expect(parts(line.sp3d)).toEqual([states['on_time'] ?? 0, (states['on_time'] ?? 0) + (states['late'] ?? 0)])
      expect([line.sp3d_pending, line.sp3d_blocked]).toEqual([states['pending'] ?? 0, states['blocked'] ?? 0])
      expect([line.substantiated, line.partly_substantiated, line.unsubstantiated]).toEqual([ended('substantiated'), ended('partly_substantiated'), ended('unsubstantiated')]) // prettier-ignore
      expect(line.substantiated + line.partly_substantiated + line.unsubstantiated + line.other_closed + line.in_process + 0).toBe(complaints.length) // prettier-ignore
      expect(line.in_process).toBe(complaints.length - closed.length)
    }
    for (const line of result.referrals) {
      // By whichever door it is written down.
      const own = oracle.cases.received(given).filter((row) => row.values['channel'] === line.from || row.values['referred_from'] === line.from) // prettier-ignore
      expect(sum(line.by_channel.map(({ count }) => count))).toBe(own.length)
      expect(line.cases).toBe(own.length)
      expectCurve(line.first_response, own.map((row) => oracle.upTo(row, row.values['first_response_at']!))) // prettier-ignore
    }
    const lives = rows
      .filter((row) => row.values['subject'] === 'complaint')
      .map((row) => {
        const at = OVERSIGHT_OUTCOMES.indexOf(row.values['outcome'] as never)
        const closed = row.values['closed_at']!
        return oracle.life(row, closed === '' ? row.asOf : Date.parse(closed), closed === '' ? 0 : at < 0 ? 4 : at + 1)
      })
    const expected = followed(lives, 4)
    expect([result.incidence.n, result.incidence.left_out_negative]).toEqual([expected.n, expected.negative])
    result.incidence.outcomes.forEach(({ points }, k) => {
      for (const point of points) expect(point.value).toBeCloseTo(expected.points.find(({ time: hours }) => hours / 24 === point.t)!.had[k]!, 9) // prettier-ignore
    })
  })
})

test('every channel but `other` stands on a page', () => {
  const pages = new Set<string>(Object.values(CHANNEL_PAGES).flat())
  expect(CHANNELS.filter((channel) => !pages.has(channel))).toEqual(['other'])
})
