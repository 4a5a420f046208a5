import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { AnswerState } from '../../renderer/api/useAnswer'
import { CalendarLegend } from '../../renderer/charts/calendar/CalendarLegend'
import { FridayCalendar } from '../../renderer/charts/calendar/FridayCalendar'
import { Attendance } from '../../renderer/charts/channel/Attendance'
import { ControlChart } from '../../renderer/charts/channel/ControlChart'
import { Curves } from '../../renderer/charts/channel/Curves'
import { Incidence } from '../../renderer/charts/channel/Incidence'
import { Milestones } from '../../renderer/charts/channel/Milestones'
import { OutcomeLegend, Outcomes } from '../../renderer/charts/channel/Outcomes'
import { Steps } from '../../renderer/charts/channel/Steps'
import { callSteps } from '../../renderer/rooms/kanal/calls/view'
import {
  attendancePoints,
  calendarColumns,
  calendarRows,
  calendarTotal,
} from '../../renderer/rooms/kanal/community/view'
import { incidenceBands, outcomeRows } from '../../renderer/rooms/kanal/oversight/view'
import { PageState } from '../../renderer/rooms/kanal/PageState'
import { stageCurves, stations } from '../../renderer/rooms/kanal/social/view'
import { TextProvider, textIn } from '../../renderer/text/useText'
import type { ChannelCommunity } from '../../shared/contract/results/channelCommunity'
import { ask } from '../helpers/askChannels'

const words = textIn('id')
const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const times = (html: string, part: RegExp) => [...html.matchAll(part)].length
const size = { width: 560, height: 300 }
const community = ask('channel.community')
const calendar = community.calendar!
const calls = ask('channel.calls')
const social = ask('channel.social')
const formal = ask('channel.oversight', { channels: ['walk_in', 'letter', 'email'] })

const calendarOf = (lines = calendar.lines) => {
  const rows = calendarRows({ ...calendar, lines }, new Set(), words, (unit) => `#/kanal?unit=${unit}`)
  return (
    <FridayCalendar
      label="Kalender"
      fridays={calendar.fridays}
      rows={rows}
      columns={calendarColumns(calendar, rows, words)}
      total={calendarTotal(calendar, community.outcome, words)}
      onOpen={() => undefined}
    />
  )
}

test('the calendar: a cell a unit and Friday, each named; one stop for Tab; what is not reported is not what was missed', () => {
  const html = draw(calendarOf())
  const cells = calendar.lines.flatMap((line) => line.cells)
  expect(times(html, /<td class="c /g)).toBe(cells.length)
  expect(times(html, /<span class="hidden-text">[^<]+, \d+ [A-Z][a-z]+ 2025: /g)).toBe(cells.length)
  expect(times(html, /tabindex="0"/gi)).toBe(1)
  expect(html).toContain(`aria-rowcount="${calendar.lines.length + 2}"`)
  for (const state of ['held', 'partly', 'missed', 'not_reported'] as const) {
    const wanted = cells.filter((cell) => cell.state === state).length
    expect(times(html, RegExp(`<td class="c ${state}[ "]`, 'g')), state).toBe(wanted)
  }
  expect(times(html, /scope="colgroup"/g)).toBe(new Set(calendar.fridays.map(({ date }) => date.slice(0, 7))).size)
})

test('hundreds of units: only rows in sight exist, and the reader is told the true number', () => {
  const many = Array.from({ length: 560 }, (_, at) => ({ ...calendar.lines[0]!, unit: `POLSEK-${at}` }))
  const html = draw(calendarOf(many))
  expect(html).toContain('aria-rowcount="562"')
  expect(times(html, /<th scope="row"/g)).toBeLessThan(100)
  expect(html).toContain('class="calendar tall"')
})

test('the legend explains each sign that occurs, and no other', () => {
  const html = draw(<CalendarLegend lines={calendar.lines} />)
  expect(html).toContain('belum melapor')
  expect(html).toContain('tidak terlaksana')
  expect(html).not.toContain('tidak berlaku')
})

const state = (more: Partial<AnswerState<ChannelCommunity>>): AnswerState<ChannelCommunity> =>
  ({ data: community, error: null, isPending: false, isStale: false, refetch: () => undefined, ...more }) as AnswerState<ChannelCommunity> // prettier-ignore
const page = (more: Partial<AnswerState<ChannelCommunity>>) =>
  draw(
    <PageState answer={state(more)} boardHref="#/integritas">
      {() => <p>angka</p>}
    </PageState>,
  )

test('a page has five states, and none looks like another', () => {
  const { coverage } = community
  const none = { ...coverage, operating: 0, operating_reported: 0, expected: 0, reported: 0 }
  const silent = { ...coverage, operating_reported: 0, reported: 0 }
  const error = { code: 'ENGINE-GONE', kind: 'engine', params: {}, retry: true } as const
  const full = page({})
  expect(full).toContain('<p>angka</p>')
  expect(full).toContain('url(#hx)')
  const applicable = page({ data: { ...community, coverage: none } })
  expect(applicable).toContain('Kanal ini tidak berlaku di sini')
  expect(applicable).not.toContain('url(#hx)')
  const reported = page({ data: { ...community, coverage: silent } })
  expect(reported).toContain('Belum ada laporan untuk kanal ini')
  const failed = page({ data: undefined as never, error })
  expect(failed).toContain('ENGINE-GONE')
  const loading = page({ data: undefined as never, isPending: true })
  expect(loading).toContain('aria-busy="true"')
  for (const html of [applicable, reported, failed, loading]) expect(html).not.toContain('<p>angka</p>')
  expect(page({ isStale: true })).toMatch(/class="[^"]*\bstale\b/)
})

test('call steps: bars on one scale, what stands apart outlined, a line without rows hatched', () => {
  const line = calls.lines.find((one) => one.state === 'reported')!
  const html = draw(<Steps rows={callSteps(line, '#/kasus', words)} label="Corong" printing={size} />)
  expect(times(html, /fill="var\(--paper\)" stroke="var\(--c2\)"/g)).toBe(3)
  expect(html).toContain('href="#/kasus"')
  const silent = draw(
    <Steps rows={callSteps({ ...line, funnel: null }, undefined, words)} label="Corong" printing={size} />,
  )
  expect(silent).toContain('url(#hx)')
  expect(silent).toContain('belum melapor')
})

test('outcomes: every part in the legend, its count in words; unknown would be hatched', () => {
  const rows = outcomeRows(formal.lines, words, () => undefined)
  const html = draw(<Outcomes rows={rows} label="Hasil" printing={size} />)
  for (const { complaints } of formal.lines) expect(html).toContain(`${complaints} pengaduan`)
  const legend = draw(<OutcomeLegend rows={rows} />)
  expect(legend).toContain('benar sebagian')
  expect(legend).not.toContain('tidak diketahui')
})

test('a control chart: limits as a band, incomplete months hatched and without a point, none under twelve months', () => {
  const { chart } = community.issues
  const html = draw(<ControlChart chart={chart} format="rate" label="Bagan" printing={size} />)
  expect(times(html, /<circle/g)).toBe(chart.points.filter(({ complete, value }) => complete && value !== null).length)
  expect(times(html, /url\(#hx\)/g)).toBe(chart.points.filter(({ complete }) => !complete).length)
  const run = draw(
    <ControlChart chart={{ ...chart, kind: 'run', centre: null }} format="rate" label="Bagan" printing={size} />,
  )
  expect(run).not.toContain('batas atas')
})

test('curves carry their names, the stack its remainder, stations their shares, Fridays their people', () => {
  const lines = stageCurves(social, words)
  const curves = draw(<Curves lines={lines} label="Kurva" printing={size} />)
  for (const { name } of lines) expect(curves).toContain(name)
  expect(new Set([...curves.matchAll(/stroke-dasharray="([^"]+)"/g)].map(([, dash]) => dash)).size).toBe(
    lines.length - 1,
  )
  const stack = draw(
    <Incidence bands={incidenceBands(formal, words)} end={90} open="masih proses" label="Peluang" printing={size} />,
  )
  expect(stack).toContain('masih proses')
  expect(draw(<Milestones stations={stations(social, words)} label="Tahap" printing={size} />)).toContain(
    'Diinformasikan',
  )
  const people = draw(<Attendance points={attendancePoints(community)} label="Peserta" printing={size} />)
  expect(times(people, /<circle/g)).toBe(community.attendance.by_friday.filter(({ median }) => median !== null).length)
})
