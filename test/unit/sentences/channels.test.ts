/** Each sentence against the answer of its query: the numbers that it says are those of the JSON. */
import { describe, expect, test } from 'vitest'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { answerTimeSentence, callsSentence, linesSentence, secondsText } from '../../../shared/sentences/channels/calls'
import { transfersSentence } from '../../../shared/sentences/channels/city'
import { attendanceText, calendarSentence, issuesSentence, ledBySentence, recordingSentence, silentLines } from '../../../shared/sentences/channels/community' // prettier-ignore
import { controlSentence } from '../../../shared/sentences/channels/control'
import { channelCoverageSentence, stateOfCoverage } from '../../../shared/sentences/channels/coverage'
import { medianText, statedShare } from '../../../shared/sentences/channels/estimate'
import { handledSentence, programmesSentence, responseSentence, subjectsSentence } from '../../../shared/sentences/channels/messages' // prettier-ignore
import { incidenceSentence, outcomesSentence, referralsSentence, sp3dSentence } from '../../../shared/sentences/channels/oversight' // prettier-ignore
import { milestonesSentence, stagesSentence } from '../../../shared/sentences/channels/social'
import { daysText, plain, shareText, type Words } from '../../../shared/sentences/words'
import { ask } from '../../helpers/askChannels'

const id: Words = { t: translator('id'), f: formats('id') }
const en: Words = { t: translator('en'), f: formats('en') }
const { f } = id
const share = (k: number, n: number) => shareText(k / n, n, id)

const community = ask('channel.community')
const messages = ask('channel.messages')
const calls = ask('channel.calls')
const social = ask('channel.social')
const city = ask('channel.city')
const oversight = ask('channel.oversight')

describe('coverage', () => {
  test('operating units and those that reported, as the query counts them', () => {
    const { operating, operating_reported: done, expected, reported } = community.coverage
    const said = plain(channelCoverageSentence(community.coverage, id))
    expect(said).toContain(`${done} dari ${operating} satuan pelaksana melapor penuh (${share(done, operating)})`)
    expect(said).toContain(`${expected - reported} dari ${expected} satuan pelapor belum menyerahkan`)
  })

  test('not applicable, not reported and reported are three things', () => {
    const { coverage } = community
    expect(stateOfCoverage(coverage)).toBe('reported')
    expect(stateOfCoverage({ ...coverage, reported: 0, operating_reported: 0 })).toBe('not_reported')
    const none = { ...coverage, operating: 0, operating_reported: 0, expected: 0, reported: 0 }
    expect(stateOfCoverage(none)).toBe('not_applicable')
    expect(plain(channelCoverageSentence(none, id))).toContain('ini bukan nol')
    expect(plain(channelCoverageSentence(none, id))).not.toMatch(/NaN|%/)
  })
})

describe('Jumat Curhat', () => {
  const calendar = community.calendar!

  test('Fridays held of those due, with interval; what is left out is said', () => {
    const { held, due, not_reported: missing, share: estimate } = calendar.total
    const said = plain(calendarSentence(calendar, id))
    expect(said.startsWith(`${f.count(held)} dari ${f.count(due)} (${f.share(held / due)}`)).toBe(true)
    expect(said).toContain(`95%: ${f.share(estimate.low!)} s.d. ${f.share(estimate.high!)}`)
    expect(missing).toBeGreaterThan(0)
    expect(said).toContain(`${f.count(missing)} Jumat wajib belum dilaporkan`)
    const holidays = calendar.fridays.filter(({ holiday }) => holiday !== null).length
    expect(said.includes('Jumat libur')).toBe(holidays > 0)
  })

  test('a unit is called silent from four Fridays due on, by name', () => {
    const line = { ...calendar.lines[0]!, held: 0, due: 4, name: 'Polsek Kanor' }
    expect(silentLines([line, { ...line, due: 3 }, { ...line, held: 1 }])).toEqual([line])
    expect(plain(calendarSentence({ ...calendar, lines: [line] }, id))).toContain(
      'Polsek Kanor tidak melaksanakan satu sesi pun.',
    )
  })

  test('without a Friday due it says why, and gives no share', () => {
    const total = { ...calendar.total, due: 0, held: 0, missed: 0 }
    const unreported = calendarSentence({ ...calendar, total: { ...total, not_reported: 12 } }, id)
    expect(unreported).toMatchObject({ kind: 'insufficient', caution: expect.stringContaining('12 Jumat wajib belum') })
    expect(plain(calendarSentence({ ...calendar, total: { ...total, not_reported: 0 } }, id))).toContain(
      'Tidak ada Jumat wajib',
    )
  })

  test('issues, what became of them, attendance and leaders', () => {
    const { became_cases: became, followed_up: followed, beyond } = community.outcome
    const said = plain(issuesSentence(community, id))
    expect(said).toContain(`${f.count(became.numerator!)} dari ${f.count(became.denominator!)} (`)
    expect(said).toContain(`Ditindaklanjuti ${statedShare(followed, id)}`)
    expect(said.includes('perlu klarifikasi')).toBe(beyond > 0)
    const { median, q1, q3 } = community.attendance
    expect(attendanceText(community, id)).toBe(
      `Sekitar ${f.count(median!)} orang per sesi; separuh sesi dihadiri ${f.count(q1!)} s.d. ${f.count(q3!)} orang.`,
    )
    const led = community.led_by.toSorted((a, b) => b.count - a.count).find(({ code }) => code !== 'unknown')!
    expect(plain(ledBySentence(community.led_by, id))).toContain(
      `${f.count(led.count)} dari ${f.count(community.sessions)}`,
    )
    expect(
      plain(
        ledBySentence(
          [
            { code: 'kapolsek', count: 3 },
            { code: 'unknown', count: 1 },
          ],
          id,
        ),
      ),
    ).toBe('Paling sering Kapolsek: 3 dari 4 sesi (75%). 1 sesi tanpa keterangan (25%).')
  })

  test('sessions typed in together: the most unlikely unit with its chance', () => {
    const first = {
      unit: 'POLSEK-1',
      name: 'Polsek Ngambon',
      sessions: 12,
      in_batch: 11,
      largest_batch: 11,
      late: 4,
      p: 0.00004,
    }
    const recording = { ...community.recording, units: [first] }
    const said = plain(recordingSentence({ ...community, recording }, id))
    expect(said).toContain(statedShare(recording.in_batch, id))
    expect(said).toContain('Polsek Ngambon: 11 dari 12 sesi (P = kurang dari 0,0001).')
    expect(recordingSentence({ ...community, recording: { ...recording, units: [] } }, id).kind).toBe('quiet')
  })
})

describe('WhatsApp programmes', () => {
  test('the median of the curve, and of each addressee with ten cases or more', () => {
    const curve = { ...messages.all.first_response, n: 40 }
    const line = { ...messages.by_addressee[0]!, addressee: 'kapolres', first_response: curve }
    const other = { ...line, addressee: 'kapolsek', first_response: { ...curve, median: 2.5 } }
    const few = { ...line, addressee: 'bhabinkamtibmas', first_response: { ...curve, n: 9 } }
    const asked = { ...messages, all: { ...messages.all, first_response: curve }, by_addressee: [line, other, few] }
    const said = plain(responseSentence(asked, id))
    expect(said).toContain(`Separuh kasus dijawab dalam ${daysText(curve.median!, id)}`)
    expect(said).toContain(`Median: Kapolres ${daysText(curve.median!, id)} dan Kapolsek 2,5 hari.`)
    expect(said).not.toContain('Bhabin')
  })

  test('settled, handled elsewhere, sent on', () => {
    const all = { ...messages.all, handled: { above: 2, same: 10, below: 8 } }
    const said = plain(handledSentence({ cases: messages.cases, all }, id))
    expect(said).toContain(`Selesai ${statedShare(messages.all.resolved, id)}.`)
    expect(said).toContain('Ditangani di bawah pejabat yang dituju: 8 dari 20 (40%).')
    expect(said).toContain(`Diteruskan: ${statedShare(messages.all.sent_on, id)}.`)
  })

  test('programmes by name; matters without one are said with their share', () => {
    const total = messages.by_programme.reduce((sum, { cases }) => sum + cases, 0)
    const unnamed = messages.by_programme.filter(({ code }) => code === null).reduce((sum, { cases }) => sum + cases, 0)
    expect(total).toBe(messages.cases)
    expect(unnamed).toBeGreaterThan(0)
    expect(plain(programmesSentence(messages.by_programme, id))).toContain(
      `${unnamed} dari ${total} kasus tidak menyebut program (${share(unnamed, total)})`,
    )
  })

  test('complaints stand apart from security reports', () => {
    const codes = calls.lines[0]!.cases_by_subject
    const of = (code: string) => codes.find((item) => item.code === code)?.count ?? 0
    const total = codes.reduce((sum, { count }) => sum + count, 0)
    const said = plain(subjectsSentence(codes, id))
    expect(said).toContain(`${of('complaint')} dari ${total} kasus adalah pengaduan`)
    expect(said).toContain(`Laporan kamtibmas (${of('security_report')})`)
  })
})

describe('call lines', () => {
  const line = calls.lines.find(({ state }) => state === 'reported')!

  test('answered, abandoned, not accounted for, prank, and days without a row', () => {
    const said = plain(callsSentence(line, id))
    expect(said.startsWith(statedShare(line.answered, id))).toBe(true)
    expect(said).toContain(`Ditinggalkan pemanggil: ${statedShare(line.abandoned, id)}`)
    expect(said).toContain(`${f.count(line.funnel!.unaccounted)} panggilan tidak dijawab dan tidak ditinggalkan`)
    expect(said).toContain(`Iseng: ${statedShare(line.prank, id)}`)
    expect(said).toContain(`${f.count(line.days_due - line.days_reported)} dari ${f.count(line.days_due)} satuan-hari`)
  })

  test('a line that is silent, or not operated, has no number', () => {
    for (const state of ['not_reported', 'not_applicable'] as const) {
      const said = plain(callsSentence({ ...line, state, funnel: null }, id))
      expect(said).not.toMatch(/\d/)
    }
    const lines = [line, { ...line, line: 'gov_112' as const, state: 'not_reported' as const }]
    expect(plain(linesSentence(lines, id))).toContain('Dijalankan tetapi belum dilaporkan: SOS 112.')
  })

  test('time to answer is of days, and says how many give none', () => {
    const { median, q1, q3, days, days_without: without } = line.answer_time
    const said = plain(answerTimeSentence(line, id))
    expect(said).toContain(`dalam ${secondsText(median!, id)}.`)
    expect(said).toContain(`antara ${secondsText(q1!, id)} dan ${secondsText(q3!, id)}`)
    expect(said).toContain(`${without} dari ${f.count(days + without)} hari tanpa waktu jawab`)
    expect([secondsText(30, id), secondsText(120, id), secondsText(100, en)]).toEqual([
      '30 detik',
      '2 menit',
      '1.7 minutes',
    ])
  })
})

test('no sentence in either language leaves a hole, a code or a number that is none', () => {
  for (const words of [id, en]) {
    const said = [
      channelCoverageSentence(city.coverage, words), calendarSentence(community.calendar!, words), issuesSentence(community, words),
      recordingSentence(community, words), responseSentence(messages, words), handledSentence(messages, words),
      programmesSentence(city.by_programme, words), subjectsSentence(city.by_subject, words), linesSentence(calls.lines, words),
      ...calls.lines.flatMap((line) => [callsSentence(line, words), answerTimeSentence(line, words), controlSentence(line.answered_by_month, 'share', words)]),
      milestonesSentence(social, words), stagesSentence(social, words), transfersSentence(city, words),
      outcomesSentence('x', oversight.total, words), sp3dSentence('x', oversight.total, words), referralsSentence(oversight, words),
      incidenceSentence('x', oversight.incidence, words), controlSentence(community.issues.chart, 'rate', words),
    ].map(plain) // prettier-ignore
    for (const one of said) expect(one).not.toMatch(/[{}]|undefined|NaN|null|channels\.|Infinity/)
  }
  expect(medianText({ ...messages.all.first_response, n: 9 }, id)).toBe('baru 9 kasus')
  expect(medianText({ ...messages.all.first_response, n: 0 }, id)).toBe('–')
})
