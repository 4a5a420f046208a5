import { describe, expect, test } from 'vitest'
import type { Coverage } from '../../../../shared/contract/results/overview'
import type { UnitLine } from '../../../../shared/contract/results/region'
import { plain } from '../../../../shared/sentences/words'
import { channelLines } from '../../../../renderer/rooms/wilayah/channels'
import { channelsTable, profileTable, unitsTable } from '../../../../renderer/rooms/wilayah/tables'
import {
  ALPHABET,
  nextOrder,
  orderParams,
  readOrder,
  noteOf,
  shortCode,
  sortUnits,
  sp3dWords,
  totalsOf,
  unitsSentence,
} from '../../../../renderer/rooms/wilayah/units'
import { formatRoute, parseRoute } from '../../../../renderer/state/route'
import { textIn } from '../../../../renderer/text/useText'
import { channels, coverage, profile } from '../../../helpers/fixtures/region'
import { share, TOTALS, unitLines } from '../../../helpers/fixtures/regionUnits'

const words = textIn('id')
const named = (name: string): UnitLine => {
  const found = unitLines.find((line) => line.name === name)
  if (!found) throw new Error(name)
  return found
}

describe('order', () => {
  test('the alphabet of places: a Polresta stands among the Polres', () => {
    const names = sortUnits(unitLines, ALPHABET).map(({ name }) => name)
    expect(names.slice(0, 3)).toEqual(['Polres Banjarnegara', 'Polresta Banyumas', 'Polres Batang'])
    expect(names.indexOf('Polrestabes Semarang') - names.indexOf('Polres Semarang')).toBe(1)
  })
  test('words ascend first, numbers descend first, a second click turns round', () => {
    expect(nextOrder(ALPHABET, 'open')).toEqual({ by: 'open', descending: true })
    expect(nextOrder({ by: 'open', descending: true }, 'open')).toEqual({ by: 'open', descending: false })
    expect(nextOrder({ by: 'open', descending: true }, 'code')).toEqual({ by: 'code', descending: false })
  })
  test.each([true, false])('units without a share come last (descending %s)', (descending) => {
    expect(sortUnits(unitLines, { by: 'sp3d', descending }).at(-1)?.name).toBe('Polres Tegal Kota')
  })
  test('nothing is lost and the given order is left alone', () => {
    const before = unitLines.map(({ unit }) => unit)
    expect(sortUnits(unitLines, { by: 'received', descending: true })).toHaveLength(unitLines.length)
    expect(unitLines.map(({ unit }) => unit)).toEqual(before)
  })
})

describe('words of a line', () => {
  test('counts before the percentage, no decimals for small numbers', () => {
    expect(sp3dWords(named('Polresta Banyumas'), words)).toEqual({
      counts: '18 dari 34',
      share: '53%',
      interval: '37% s.d. 69%',
    })
    expect(sp3dWords({ ...named('Polres Kudus'), sp3d: share(0, 0) }, words)).toBeNull()
  })
  test('outside a limit, too few, questions, or nothing', () => {
    expect(noteOf(named('Polresta Banyumas'), words)).toEqual({ flag: 'alarm', text: 'di luar 99,8%' })
    expect(noteOf(named('Polres Kebumen'), words)).toEqual({ flag: 'alert', text: 'di luar 95%' })
    expect(noteOf(named('Polres Salatiga'), words)).toEqual({ flag: null, text: 'data tidak cukup' })
    expect(noteOf({ ...named('Polres Kudus'), questions: 2 }, words)).toEqual({ flag: null, text: '2 pertanyaan' })
    expect(noteOf(named('Polres Kudus'), words)).toBeNull()
  })
  test('the code without its level', () =>
    expect([shortCode('POLRES-33.02'), shortCode('POLDA-JATENG')]).toEqual(['33.02', 'JATENG']))
})

test('sums are sums of counts', () => {
  expect(totalsOf(unitLines)).toEqual({
    received: TOTALS.received,
    open: TOTALS.open,
    over90: TOTALS.over_90,
    met: TOTALS.met,
    matured: TOTALS.matured,
  })
})

describe('what the table says', () => {
  test('who has not reported the last month; the order is no ranking', () => {
    expect(plain(unitsSentence(unitLines, ALPHABET, undefined, words))).toBe(
      'Polres Wonogiri belum melapor Maret 2026. Urut abjad, bukan peringkat: sebagian besar interval saling menutupi.',
    )
    expect(plain(unitsSentence(unitLines, { by: 'over_90', descending: true }, undefined, words))).toContain(
      'Urut menurut lebih dari 90 hari; urutan bukan peringkat',
    )
    const all = unitLines.filter(({ name }) => name !== 'Polres Wonogiri')
    expect(unitsSentence(all, ALPHABET, undefined, words).answer).toBe(
      'Semua 34 satuan wajib lapor sudah melapor Maret 2026.',
    )
  })
  test('several missing are counted', () => {
    const silent = unitLines.map((line) => ({
      ...line,
      delivery: [{ month: '2026-03', state: 'missing' as const, reported: 0, expected: 1 }],
    }))
    expect(unitsSentence(silent, ALPHABET, undefined, words).answer).toBe(
      '35 dari 35 satuan wajib lapor belum melapor Maret 2026.',
    )
  })
})

test('the sentence counts whom the coverage strip counts, units further below too', () => {
  const strip = { ...coverage, units_expected: 540, units_reported: 538, missing: [] as Coverage['missing'] }
  const say = (missing: Coverage['missing']) => unitsSentence(unitLines, ALPHABET, { ...strip, missing }, words).answer
  const silent = (name: string, month: string) => ({ unit: name, name, months: [month], last_as_of: null })
  expect(say([])).toBe('Semua 540 satuan wajib lapor sudah melapor Maret 2026.')
  expect(say([silent('Polres A', '2026-02')])).toBe('Semua 540 satuan wajib lapor sudah melapor Maret 2026.')
  expect(say([silent('Polres A', '2026-03')])).toBe('Polres A belum melapor Maret 2026.')
  expect(say([silent('Polres A', '2026-03'), silent('Polres B', '2026-03')])).toBe(
    '2 dari 540 satuan wajib lapor belum melapor Maret 2026.',
  )
})

test('a Polsek delivers nothing itself: it is covered or not', () => {
  const polsek = unitLines.map((line) => ({ ...line, level: 'polsek' }))
  expect(unitsSentence(polsek, ALPHABET, undefined, words).answer).toBe(
    'Polres Wonogiri belum tercakup laporan Maret 2026.',
  )
})

test('the order survives the location; anything unknown is the alphabet', () => {
  const order = { by: 'over_90', descending: true } as const
  expect(readOrder(orderParams(order))).toEqual(order)
  expect(readOrder({ sort: 'rank' })).toEqual(ALPHABET)
  const hash = formatRoute({ room: 'wilayah', filter: {}, params: orderParams(order) })
  expect(readOrder(parseRoute(hash).params)).toEqual(order)
})

describe('channels', () => {
  const lines = channelLines(channels, ['complaint'], words)
  const line = (channel: string) => lines.find((item) => item.channel === channel)
  test('numbers with their own denominators', () => {
    expect(line('sp4n_lapor')).toMatchObject({
      name: 'SP4N-LAPOR!',
      counted: 'pengaduan',
      received: { kind: 'value', text: '148' },
      lastYear: { kind: 'value', text: '139' },
      response: { kind: 'value', text: '4 hari' },
      followed: { kind: 'value', text: '87,8%', detail: '(130 dari 148)' },
      units: '35 dari 35',
    })
    expect(line('jumat_curhat')?.counted).toBe('pengaduan dari sesi warga')
    expect(channelLines(channels, undefined, words)[4]?.counted).toBe('semua perihal dari panggilan')
  })
  test('not operated, not reported, too few and not covered never look alike', () => {
    expect(line('gov_112')).toMatchObject({
      received: { kind: 'not_applicable' },
      followed: { kind: 'not_applicable' },
      units: 'tidak berlaku',
      operating: false,
    })
    expect(line('email')).toMatchObject({
      received: { kind: 'not_reported' },
      lastYear: { kind: 'value', text: '4' },
      units: '0 dari 12, 12 belum melapor',
    })
    expect(line('call_110')?.followed).toEqual({ kind: 'words', text: 'data tidak cukup' })
    expect(line('social_media')).toMatchObject({
      lastYear: { kind: 'words', text: 'tidak tercakup' },
      units: '34 dari 35, 1 belum melapor',
    })
  })
  test('a zero that was reported is a zero', () => {
    const [zero] = channelLines(
      [
        {
          channel: 'letter',
          received: 0,
          last_year: 0,
          first_response_median_days: null,
          first_response_n: 0,
          followed_up: { value: null, missing: 'insufficient', low: null, high: null, numerator: 0, denominator: 0 },
          units_operating: 3,
          units_reporting: 3,
        },
      ],
      ['complaint'],
      words,
    )
    expect(zero).toMatchObject({
      received: { kind: 'value', text: '0' },
      lastYear: { kind: 'value', text: '0' },
      response: { kind: 'words', text: 'tanpa kasus' },
    })
  })
  test('there is no total row', () => expect(channelsTable(channels, '', words).total).toBeNull())
  test('the table keeps the three kinds of nothing apart', () => {
    const rows = channelsTable(channels, '', words).rows
    expect(rows.find((row) => row[0] === 'SOS 112')?.[1]).toEqual({ notApplicable: true })
    expect(rows.find((row) => row[0] === 'Surel')?.[1]).toBeNull()
  })
})

describe('tables for export', () => {
  test('every cell has its column', () => {
    for (const table of [
      unitsTable(unitLines, '', words),
      channelsTable(channels, '', words),
      profileTable(profile, '', words),
    ]) {
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
      if (table.total) expect(table.total).toHaveLength(table.columns.length)
    }
  })
  test('a month that was not reported is empty, a zero is zero, the totals agree', () => {
    const table = unitsTable(unitLines, '', words)
    const row = (name: string) => table.rows.find((cells) => cells[1] === name)
    const march = table.columns.findIndex(({ key }) => key === '2026-03')
    expect(row('Polres Wonogiri')?.[march]).toBeNull()
    expect(row('Polres Tegal Kota')?.[march]).toBe(0)
    expect(table.total?.[table.columns.findIndex(({ key }) => key === 'received')]).toBe(TOTALS.received)
  })
})
