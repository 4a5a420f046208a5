import { expect, test } from 'vitest'
import { callSteps, linesTable } from '../../../../renderer/rooms/kanal/calls/view'
import { controlTable, shareCell } from '../../../../renderer/rooms/kanal/cells'
import { attendancePoints, calendarColumns, calendarRows, calendarTable, communityKeys, issueSteps } from '../../../../renderer/rooms/kanal/community/view' // prettier-ignore
import { leavesOut, pinOf, scopeOf, type PageContext } from '../../../../renderer/rooms/kanal/context'
import { cityKeys, transfersTable } from '../../../../renderer/rooms/kanal/city/view'
import { keySentence, medianKey, shareKey } from '../../../../renderer/rooms/kanal/keys'
import { addresseeCurves, messageKeys } from '../../../../renderer/rooms/kanal/messages/view'
import {
  channelsOfKind,
  KINDS,
  kindOf,
  outcomeRows,
  oversightKeys,
  pinnedIncidence,
} from '../../../../renderer/rooms/kanal/oversight/view'
import { channelsOf, pageOf, PAGES } from '../../../../renderer/rooms/kanal/pages'
import { socialKeys, stations } from '../../../../renderer/rooms/kanal/social/view'
import { tilesOf } from '../../../../renderer/rooms/kanal/tiles'
import { cellWords, monthSpans, shownCell, statesIn } from '../../../../renderer/charts/calendar/cells'
import { incidenceAt, incidenceHorizon } from '../../../../shared/sentences/channels/oversight'
import { textIn } from '../../../../renderer/text/useText'
import { frozenFigureSchema } from '../../../../shared/contract/findings'
import type { FridayCell } from '../../../../shared/contract/results/channelCommunity'
import { CHANNEL_GROUPS, groupsTouched } from '../../../../shared/domain/channelGroups'
import { countsUnder, valueAt } from '../../../../shared/report/basis'
import { ask, units } from '../../../helpers/askChannels'

const words = textIn('id')
const community = ask('channel.community')
const calendar = community.calendar!
const calls = ask('channel.calls')
const city = ask('channel.city')
const social = ask('channel.social')
const messages = ask('channel.messages')
const formal = ask('channel.oversight', { channels: ['walk_in', 'letter', 'email'] })
const scope = { from: '2025-01-01', to: '2025-12-31' }
const context: PageContext = { page: 'community', query: 'channel.community', params: scope, scope, coverage: community.coverage, stem: 'nasional' } // prettier-ignore
const cell = (more: Partial<FridayCell>): FridayCell => ({
  state: 'held',
  due: 1,
  held: 1,
  not_reported: 0,
  attendees: 24,
  ...more,
})

test('a page by its name; an unknown name is the first page', () => {
  expect(PAGES.map(({ id }) => pageOf(id).id)).toEqual(PAGES.map(({ id }) => id))
  expect(pageOf('tidak-ada').page).toBe('community')
  expect(pageOf(undefined).page).toBe('community')
})

test('tiles: no number is of doors of two kinds, and nothing is no zero', () => {
  const list = ask('channel.list')
  const tiles = tilesOf(list, words)
  expect(tiles.map(({ id }) => id)).toEqual(PAGES.map(({ id }) => id))
  const oversight = tiles.at(-1)!
  expect(oversight.counts.map(({ id }) => id)).toEqual(['formal', 'app', 'sp4n', 'referral'])
  for (const { id, count } of oversight.counts) {
    const group = CHANNEL_GROUPS.find((one) => one.id === id)!
    const own = list.pages
      .find(({ page }) => page === 'oversight')!
      .channels.filter(({ channel }) => group.channels.includes(channel))
    expect(groupsTouched(own.map(({ channel }) => channel))).toBe(1)
    expect(count).toBe(words.f.count(own.reduce((sum, { cases }) => sum + cases, 0)))
  }
  const none = { ...list, pages: list.pages.map((page) => ({ ...page, channels: page.channels.map((one) => ({ ...one, cases: 0, operating: 0, operating_reported: 0, state: 'not_applicable' as const })) })) } // prettier-ignore
  for (const tile of tilesOf(none, words)) {
    expect(tile.state).toBe('not_applicable')
    expect(tile.counts.every(({ count }) => count === '')).toBe(true)
  }
})

test('the room follows unit, period and day of knowledge, and says what it leaves out', () => {
  const filter = { ...scope, unit: 'POLDA-A', channels: ['letter' as const], known_on: '2025-11-01' }
  expect(scopeOf(filter)).toEqual({ ...scope, unit: 'POLDA-A', known_on: '2025-11-01' })
  expect([leavesOut(filter), leavesOut(scope)]).toEqual([true, false])
})

test('every key figure that can be pinned stands at its path in the answer, with the counts behind it', () => {
  const pages = [
    [community, communityKeys(community, words)],
    [messages, messageKeys(messages, words)],
    [social, socialKeys(social, words)],
    [city, cityKeys(city, words)],
    [formal, oversightKeys(formal, words)],
  ] as const
  for (const [answer, keys] of pages) {
    expect(keys.length).toBeGreaterThan(3)
    for (const key of keys) {
      expect(key.known).toBe(key.pinned !== null)
      if (!key.pinned) continue
      expect(valueAt(answer, key.pinned.path), key.pinned.path).toBe(key.pinned.value)
      expect(countsUnder(answer, key.pinned.path), key.pinned.path).not.toBeNull()
      expect(frozenFigureSchema.safeParse(pinOf(context, key.pinned, keySentence(key, words))).success).toBe(true)
    }
  }
})

test('a share without a denominator and a median of few cases are no numbers', () => {
  const nothing = {
    value: null,
    missing: 'not_reported',
    low: null,
    high: null,
    numerator: null,
    denominator: null,
  } as const
  expect(shareKey('prank', nothing, 'line.prank', words)).toMatchObject({
    value: 'belum melapor',
    known: false,
    strip: null,
    pinned: null,
  })
  expect(shareCell(nothing)).toBeNull()
  expect(shareCell({ ...nothing, missing: 'not_applicable' })).toEqual({ notApplicable: true })
  const few = { ...messages.all.first_response, n: 9 }
  expect(medianKey('firstResponse', few, 'all.first_response', words)).toMatchObject({ known: false, pinned: null })
})

test('cells: each state has its own sign; people for one unit, per cent for several', () => {
  const several = cell({ state: 'partly', due: 36, held: 33, attendees: null })
  expect(shownCell(cell({}), false, words)).toMatchObject({ text: '24', fill: 1 })
  expect(shownCell(cell({ attendees: null }), false, words)).toMatchObject({ mark: 'tick' })
  expect(shownCell(several, true, words)).toMatchObject({ text: '91', fill: 33 / 36, part: false })
  expect(shownCell({ ...several, not_reported: 2 }, true, words).part).toBe(true)
  const signs = (['missed', 'holiday', 'not_due', 'no_calendar', 'not_applicable', 'not_reported'] as const).map(
    (state) => {
      const { text, mark } = shownCell(cell({ state, due: 0, held: 0, attendees: null }), false, words)
      return `${state === 'not_reported' ? 'hatch' : ''}${text}${mark ?? ''}`
    },
  )
  expect(new Set(signs).size).toBe(signs.length)
})

test('a cell in words: unit, day, state, counts, people, what is missing; a holiday by its name', () => {
  const line = { ...calendar.lines[0]!, name: 'Polda A' }
  const friday = { date: '2026-01-09', holiday: null, cuti_bersama: false }
  expect(
    cellWords(line, friday, cell({ state: 'partly', due: 4, held: 3, not_reported: 2, attendees: 91 }), words),
  ).toBe('Polda A, 9 Januari 2026: terlaksana sebagian, 3 dari 4 sesi (75%); 91 peserta; 2 belum dilaporkan')
  const holiday = { ...friday, holiday: 'Isra Mikraj' }
  expect(cellWords(line, holiday, cell({ state: 'holiday', due: 0, held: 0, attendees: null }), words)).toBe(
    'Polda A, 9 Januari 2026: libur, Isra Mikraj',
  )
})

test('months span their Fridays; the legend names the states that occur', () => {
  const spans = monthSpans(calendar.fridays)
  expect(spans.reduce((sum, { fridays }) => sum + fridays, 0)).toBe(calendar.fridays.length)
  expect(spans.map(({ month }) => month)).toEqual([...new Set(calendar.fridays.map(({ date }) => date.slice(0, 7)))])
  expect(statesIn(calendar.lines)).toEqual(expect.arrayContaining(['missed', 'not_reported']))
})

test('the calendar’s rows and table hold the query’s counts; columns that would be empty are left out', () => {
  const rows = calendarRows(calendar, new Set([calendar.lines[0]!.unit]), words, (unit) => `#/${unit}`)
  expect(rows.map(({ line }) => line)).toEqual(calendar.lines)
  expect(rows[0]!.after.find(({ id }) => id === 'note')!.text).toContain('sekali rekam')
  expect(calendarColumns(calendar, rows, words).map(({ id }) => id)).toEqual([
    'held',
    'share',
    'issues',
    'followed',
    'missing',
    'note',
  ])
  const quiet = { ...calendar, total: { ...calendar.total, not_reported: 0 } }
  expect(calendarColumns(quiet, [], words).map(({ id }) => id)).toEqual(['held', 'share', 'issues', 'followed'])
  const table = calendarTable(calendar, community.outcome, 'Kalender', words)
  expect(table.rows).toHaveLength(calendar.lines.length)
  for (const row of [...table.rows, table.total!]) expect(row).toHaveLength(table.columns.length)
  const held = table.columns.findIndex(({ key }) => key === 'held')
  expect(table.total![held]).toBe(calendar.total.held)
  expect(table.rows.reduce((sum, row) => sum + Number(row[held]), 0)).toBe(calendar.total.held)
  const unreported = calendar.lines.findIndex(({ cells }) => cells.some(({ state }) => state === 'not_reported'))
  const friday = calendar.lines[unreported]!.cells.findIndex(({ state }) => state === 'not_reported')
  expect(table.rows[unreported]![3 + friday]).toBeNull()
})

test('attendance: every Friday a point, a holiday marked', () => {
  const points = attendancePoints(community)
  expect(points).toHaveLength(calendar.fridays.length)
  expect(points.filter(({ holiday }) => holiday)).toHaveLength(
    calendar.fridays.filter(({ holiday }) => holiday !== null).length,
  )
})

test('steps: shares are of what came before, and what overlaps stands apart', () => {
  const [issues, became, followed] = issueSteps(community, '#/kasus', words)
  expect([issues!.of, became!.of, followed!.of]).toEqual([null, issues!.count, community.outcome.cases])
  const line = calls.lines.find(({ state }) => state === 'reported')!
  const steps = callSteps(line, '#/kasus', words)
  expect(steps.filter(({ kind }) => kind === 'step').map(({ id }) => id)).toEqual(['answered', 'cases'])
  expect(steps.filter(({ kind }) => kind === 'aside').map(({ id }) => id)).toEqual(['abandoned', 'prank', 'emergency'])
  expect(steps.find(({ id }) => id === 'prank')!.of).toBe(line.funnel!.answered)
  const silent = callSteps({ ...line, state: 'not_reported', funnel: null }, undefined, words)
  expect(silent[0]!.count).toBeNull()
  expect(linesTable([{ ...line, state: 'not_reported', funnel: null }], 'Saluran', words).rows[0]![5]).toBeNull()
})

test('tables have a cell for each column', () => {
  for (const table of [
    linesTable(calls.lines, 'x', words),
    transfersTable(city, 'x', words),
    controlTable(community.issues.chart, 'rate', 'x', words),
  ])
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
})

test('curves are of addressees with ten cases or more', () => {
  const line = messages.by_addressee[0]!
  const of = (n: number) => ({ ...line, first_response: { ...line.first_response, n } })
  expect(addresseeCurves({ ...messages, by_addressee: [of(10), of(9)] }, words)).toHaveLength(1)
})

test('stations: reached of all, with the median or why there is none', () => {
  for (const [at, station] of stations(social, words).entries()) {
    const { reached } = social.milestones[at]!
    expect([station.reached, station.total]).toEqual([reached.numerator, reached.denominator])
  }
})

test('kinds of doors: each one group of its own; outcome bars add up to the complaints', () => {
  expect(kindOf('app')).toBe('app')
  expect(kindOf('lain')).toBe('formal')
  for (const kind of KINDS) expect(groupsTouched(channelsOfKind(kind))).toBe(1)
  expect(new Set(KINDS.flatMap((kind) => [...channelsOfKind(kind)]))).toEqual(new Set(channelsOf('oversight')))
  for (const [at, row] of outcomeRows(formal.lines, words, () => undefined).entries())
    expect(Object.values(row.counts).reduce((sum, n) => sum + n, 0)).toBe(formal.lines[at]!.complaints)
})

test('a unit below shows its own line; the nation shows sums', () => {
  expect(calendar.lines.every(({ scope: of }) => of === 'subtree')).toBe(true)
  const polsek = units.find((code) => code.startsWith('POLSEK'))
  if (polsek === undefined) throw new Error('the invented nation has no Polsek')
  const own = ask('channel.community', { unit: polsek }).calendar!.lines
  expect(own.length).toBeLessThanOrEqual(1)
  for (const line of own) expect(line).toMatchObject({ unit: polsek, scope: 'own' })
})

test('the share upheld is pinned by a path that leads back to it', () => {
  const pinned = pinnedIncidence(formal)!
  expect(valueAt(formal, pinned.path)).toBe(pinned.value)
  const upheld = formal.incidence.outcomes.find(({ outcome }) => outcome === 'substantiated')!
  expect(pinned.value).toBe(incidenceAt(upheld, incidenceHorizon(formal.incidence)))
  const empty = { ...formal, incidence: { ...formal.incidence, outcomes: [] } }
  expect(pinnedIncidence(empty)).toBeNull()
})

test('cases of a line: a dash where nobody runs it, empty where nobody reported, nought only where reported', () => {
  const line = ask('channel.calls').lines.find(({ state }) => state === 'reported')!
  const cell = (cases: number, operating: number, reported: number) =>
    linesTable([{ ...line, cases, coverage: { ...line.coverage, operating, reported } }], 'x', words).rows[0]!.at(-1)
  expect([cell(0, 0, 0), cell(0, 4, 0), cell(0, 4, 2), cell(7, 0, 0)]).toEqual([{ notApplicable: true }, null, 0, 7])
})
