import { expect, test } from 'vitest'
import type { Figure } from '../../../shared/contract/results/common'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import type { RegionProfile } from '../../../shared/contract/results/region'
import { profileSentence } from '../../../shared/sentences/profile'
import { figureSentence, figureWords, intervalText, valueWithUnit } from '../../../shared/sentences/figure'
import { daysText, ofTotal, placeName, rateText, shareText, someNames } from '../../../shared/sentences/words'
import { keyFigures } from '../../helpers/fixtures/overview'

const id = { t: translator('id'), f: formats('id') }
const en = { t: translator('en'), f: formats('en') }
const context = { period: keyFigures.period, lastYear: keyFigures.last_year }
const figure = (metric: Figure['metric']): Figure => keyFigures.figures.find((each) => each.metric === metric)!

test('no verdict where too few cases stand behind a figure', () => {
  const row = (change: Partial<Figure>): RegionProfile => ({
    period: keyFigures.period,
    rows: [{ metric: 'sp3d_on_time', figure: { ...figure('sp3d_on_time'), ...change }, peers: { low: 0.9, high: 1, n: 40 }, nation: 0.8 }],
  }) // prettier-ignore
  const one = { value: 0, low: 0, high: 0.79, numerator: 0, denominator: 1 }
  expect(profileSentence(row(one), id)).toEqual({
    kind: 'insufficient',
    answer: 'Data tidak cukup.',
    caution: 'Data tidak cukup untuk dinilai: SP3D tepat waktu.',
  })
  const many = { value: 0.4, low: 0.25, high: 0.58, numerator: 12, denominator: 30 }
  expect(profileSentence(row(many), id)).toMatchObject({
    kind: 'signal',
    caution: 'Di bawah sasaran: SP3D tepat waktu.',
  })
})

test('a share of fewer than 100 has no decimals', () => {
  expect(shareText(18 / 34, 34, id)).toBe('53%')
  expect(shareText(1174 / 1512, 1512, id)).toBe('77,6%')
  expect(shareText(0.8, null, en)).toBe('80.0%')
  expect(ofTotal(18, 34, id)).toBe('18 dari 34 (53%)')
  expect(ofTotal(0, 0, id)).toBe('0 dari 0 (0%)')
})

test('durations are whole days, one decimal where it says more, hours under a day', () => {
  expect(daysText(9, id)).toBe('9 hari')
  expect(daysText(2.5, id)).toBe('2,5 hari')
  expect(daysText(0.25, en)).toBe('6 hours')
  expect(daysText(5.98, id)).toBe('6 hari')
})

test('rates keep as many decimals as their size needs', () => {
  expect([0.86, 17.46, 132.4].map((rate) => rateText(rate, id))).toEqual(['0,86', '17,5', '132'])
})

test('names are listed up to a number, then counted; the level is left out', () => {
  expect(someNames(['a', 'b'], 3, id)).toBe('a dan b')
  expect(someNames(['a', 'b', 'c', 'd', 'e'], 3, id)).toMatch(/^a, b, c,? dan 2 lainnya$/)
  expect(['Polda Jawa Tengah', 'Polrestabes Semarang', 'Polresta Banyumas', 'Polres Pati'].map(placeName)).toEqual([
    'Jawa Tengah',
    'Semarang',
    'Banyumas',
    'Pati',
  ])
})

test('a count says its interval, last year with the change, and both rates', () => {
  expect(figureWords(figure('received'), context, id)).toEqual({
    label: 'Diterima',
    value: '2.391',
    unit: 'kasus',
    interval: '95%: 2.296 s.d. 2.489',
    lastYear: 'TW I 2025: 2.447 (−2,3%)',
    denominator: '0,86 per 100.000; 5,30 per 1.000 personel',
  })
})

test('a deadline says what has matured and what is not yet due', () => {
  const words = figureWords(figure('sp3d_on_time'), context, id)
  expect(words.value).toBe('77,6%')
  expect(words.lastYear).toBe('TW I 2025: 80,2%; sasaran 80%')
  expect(words.denominator).toBe('1.174 dari 1.512 kasus matang; 879 belum jatuh tempo')
})

test('a median names its method and the censored cases', () => {
  const words = figureWords(figure('first_response_median_days'), context, en)
  expect([words.value, words.unit]).toEqual(['6', 'days, median'])
  expect(words.denominator).toBe('Kaplan-Meier, 2,391 cases; 566 censored')
})

test('open cases show their count, the share stands with its interval', () => {
  const words = figureWords(figure('open_over_90_days'), context, id)
  expect([words.value, words.unit]).toEqual(['412', 'dari 2.059'])
  expect(words.interval).toBe('20,0% (95%: 18,3% s.d. 21,8%)')
})

test('no value says why, and never a number', () => {
  const none = { ...figure('substantiated'), value: null, low: null, high: null, missing: 'insufficient' as const }
  expect(figureWords(none, context, id)).toMatchObject({ value: 'data tidak cukup', unit: '', interval: '' })
  const unreached = { ...figure('first_response_median_days'), value: null, missing: null, low: 120, high: null }
  expect(figureWords(unreached, context, id).value).toBe('tidak tercapai')
  expect(intervalText('first_response_median_days', unreached, id)).toBe('lebih dari 120 hari')
  expect(figureWords({ ...figure('received'), last_year: null }, context, id).lastYear).toBe(
    'TW I 2025: tidak tercakup',
  )
})

test('a figure is one sentence for labels and frozen figures', () => {
  expect(figureSentence(figure('substantiated'), context, id)).toBe(
    'Selesai benar: 6,4%. 95%: 5,4% s.d. 7,5%. TW I 2025: 7,0%. 141 dari 2.208 selesai.',
  )
  expect(valueWithUnit('close_median_days', 41, null, id)).toBe('41 hari')
})
