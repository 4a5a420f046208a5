import { expect, test } from 'vitest'
import type { Trend } from '../../../shared/contract/results/overview'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { trendSentence } from '../../../shared/sentences/trend'
import { plain } from '../../../shared/sentences/words'
import { trend } from '../../helpers/fixtures/overview'

const id = { t: translator('id'), f: formats('id') }
const en = { t: translator('en'), f: formats('en') }
const say = (each: Trend, words = id) => plain(trendSentence(each, words))
const quiet: Trend = { ...trend, signals: [], points: trend.points.map((point) => ({ ...point, signal: null })) }
const withSignals = (...signals: Trend['signals']): Trend => ({ ...quiet, signals })

test('a shift that lasts to the end is the present', () => {
  const sentence = trendSentence(trend, id)
  expect(sentence.kind).toBe('signal')
  expect(plain(sentence)).toBe(
    'Ya, turun. 7 bulan berturut-turut di bawah rata-rata acuan 818, September 2025 s.d. Maret 2026 (sinyal: 7 di satu sisi). Belum ada titik di luar batas.',
  )
  expect(say(trend, en)).toMatch(/^Yes, down\. 7 months in a row below the baseline mean of 818/)
})

test('without a signal it says so', () => {
  expect(trendSentence(quiet, id)).toEqual({
    kind: 'quiet',
    answer: 'Tidak ada sinyal.',
    caution: '24 bulan di dalam batas kendali; naik turun antarbulan adalah hal biasa.',
  })
})

test('a point outside gives its value and the limit on its side', () => {
  const points = quiet.points.map((point) => (point.month === '2026-03' ? { ...point, received: 941 } : point))
  const outside = { ...withSignals({ kind: 'outside', from: '2026-03', to: '2026-03', direction: 'up' }), points }
  expect(say(outside)).toBe('Ya, naik. Maret 2026: 941, di atas batas 925.')
})

test('a signal that ended long ago is told as past, and others are counted', () => {
  const past = withSignals(
    { kind: 'outside', from: '2024-06', to: '2024-06', direction: 'down' },
    { kind: 'two_of_three', from: '2024-09', to: '2024-11', direction: 'up' },
  )
  expect(say(past)).toMatch(/^Pernah naik\. September 2024 s\.d\. November 2024: dua dari tiga/)
  expect(say(past)).toMatch(/Satu sinyal lain sebelumnya\.$/)
})

test('every signal has words in both directions and both languages', () => {
  for (const words of [id, en])
    for (const kind of ['outside', 'shift', 'trend', 'two_of_three'] as const)
      for (const direction of ['up', 'down'] as const) {
        const said = say(withSignals({ kind, from: '2025-09', to: '2026-03', direction }), words)
        expect(said, `${kind} ${direction}`).not.toMatch(/[{}]|Up\b|Down\b/)
      }
})

test('months that cannot be compared do not count', () => {
  const points = quiet.points.map((point, at) => ({ ...point, complete: at < 2, comparable: at < 20 }))
  expect(say({ ...quiet, points })).toContain('20 bulan di dalam batas')
  const few: Trend = { ...quiet, kind: 'run', points: quiet.points.slice(0, 7), mean: null, upper: null, lower: null }
  expect(trendSentence(few, id)).toMatchObject({
    kind: 'insufficient',
    caution: 'Baru 7 bulan lengkap; batas kendali digambar mulai 12 bulan.',
  })
  expect(say({ ...few, points: [] })).toBe('Data tidak cukup. Belum ada bulan yang lengkap.')
})
