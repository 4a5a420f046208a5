import { expect, test } from 'vitest'
import {
  codesView,
  flowView,
  isMixed,
  keyFigureViews,
  mapView,
  questionsView,
  ruleLines,
  stripScale,
  trendView,
  type Setting,
} from '../../../../renderer/rooms/ikhtisar/viewModel'
import { frozenFigureSchema } from '../../../../shared/contract/findings'
import { matterOf } from '../../../../shared/sentences/matter'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import { valueAt } from '../../../../shared/report/basis'
import { plain } from '../../../../shared/sentences/words'
import {
  byCategory,
  byChannel,
  coverage,
  flow,
  keyFigures,
  overviewMap,
  questions,
  trend,
} from '../../../helpers/fixtures/overview'

const filter = {
  from: '2026-01-01',
  to: '2026-03-31',
  channels: ['walk_in', 'letter', 'email'] as ('walk_in' | 'letter' | 'email')[],
  subjects: ['complaint' as const],
}
const setting: Setting = { filter, coverage, words: { t: translator('id'), f: formats('id') } }
const english: Setting = { ...setting, words: { t: translator('en'), f: formats('en') } }

test('the matter is named after the filter, and unlike doors are told apart', () => {
  expect([matterOf(filter), matterOf({}), matterOf({ subjects: ['complaint', 'suggestion'] })]).toEqual([
    'complaint',
    'case',
    'case',
  ])
  expect([
    isMixed(filter),
    isMixed({}),
    isMixed({ channels: ['whatsapp'] }),
    isMixed({ channels: ['letter', 'whatsapp'] }),
  ]).toEqual([false, true, false, true])
  expect(trendView(trend, { ...setting, filter: {} }).title).toBe('Apakah jumlah kasus yang diterima berubah?')
})

test('every pin leads back to its number in the result', () => {
  const results = {
    'overview.keyFigures': keyFigures,
    'overview.trend': trend,
    'overview.map': overviewMap,
    'overview.flow': flow,
    'overview.byCategory': byCategory,
  }
  const views = [
    trendView(trend, setting),
    mapView(overviewMap, 'Polda', setting),
    flowView(flow, setting),
    codesView(byCategory, 'category', setting),
  ]
  const pins = [
    ...keyFigureViews(keyFigures, setting).map(({ pin }) => pin),
    ...views.flatMap(({ pin }) => (pin ? [pin] : [])),
  ]
  expect(pins).toHaveLength(9)
  for (const pin of pins) {
    expect(frozenFigureSchema.safeParse(pin).success).toBe(true)
    expect(valueAt(results[pin.query as keyof typeof results], pin.path), pin.path).toBe(pin.value)
    expect(pin.params).toEqual(filter)
    expect(pin.sentence.length).toBeGreaterThan(10)
  }
})

test('the trend’s sentence, title and note follow from the result', () => {
  const view = trendView(trend, setting)
  expect(view.title).toBe('Apakah jumlah pengaduan yang diterima berubah?')
  expect(view.sentence.answer).toBe('Ya, turun.')
  expect(view.note).toBe(
    'Pengaduan diterima per bulan, bagan XmR, batas 2,66 kali rentang bergerak rata-rata. Acuan April 2024 s.d. Maret 2025. Sumbu tidak mulai dari nol.',
  )
  expect(view.subtitle).toBe('Cakupan 512 dari 536 satuan s.d. 31 Mar 2026. Aturan menurut registri versi 42.')
  expect(trendView({ ...trend, points: [] }, setting).pin).toBeNull()
})

test('the map’s note names the test, the units missing, and that a Polda is no province', () => {
  const { note } = mapView(overviewMap, 'Polda', setting)
  expect(note).toContain('Benjamini-Hochberg 5% atas 34 Polda, 4 bertahan.')
  expect(note).toContain('2 Polda belum melapor penuh: Maluku Utara dan Papua Tengah.')
  expect(note).toContain('Polda bukan provinsi')
  expect(
    mapView(overviewMap, 'Polres', { ...setting, filter: { ...filter, unit: 'POLDA-JATENG' } }).note,
  ).not.toContain('provinsi')
})

test('the flow is written out, and equals its parts', () => {
  const view = flowView(flow, english)
  expect(view.note).toMatch(/^1,846 \+ 2,391 \+ 37 \+ 112 − 2,208 − 119 = 2,059\. Cases/)
  expect(view.table.total?.[1]).toBe(flow.closing)
})

test('without coverage a subtitle is silent about it, never wrong', () => {
  const view = codesView(byCategory, 'category', { ...setting, coverage: undefined })
  expect([view.subtitle, view.note]).toEqual(['', 'Pengaduan diterima dalam periode.'])
  expect(codesView(byChannel, 'channel', setting).subtitle).toContain('Cakupan 512 dari 536')
})

test('questions are listed with rules and cannot be pinned', () => {
  const view = questionsView(questions, setting)
  expect(view.pin).toBeNull()
  expect(plain(view.sentence)).toContain('7 penanda terbuka')
  expect(ruleLines(setting)).toEqual([
    'SP3D paling lambat 20 hari kerja: Perpol 2/2024 (peraturan), berlaku sejak 1 Maret 2024',
  ])
  expect(ruleLines(english)[0]).toMatch(/^Progress notice within 20 working days: Perpol 2\/2024 \(regulation\)/)
})

test('a strip’s scale holds every mark with room beside it', () => {
  for (const figure of keyFigures.figures) {
    const { min, max } = stripScale(figure)
    for (const mark of [figure.value, figure.low, figure.high, figure.last_year?.value, figure.target?.value]) {
      if (typeof mark === 'number') expect(mark > min && mark < max).toBe(true)
    }
  }
  expect(stripScale({ ...keyFigures.figures[0]!, value: null, low: null, high: null, last_year: null })).toEqual({
    min: 0,
    max: 1,
  })
})
