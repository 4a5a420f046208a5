import { describe, expect, test } from 'vitest'
import type { Trend, TrendGaps } from '../../../shared/contract/results/overview'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { chartChoice, trendSentence } from '../../../shared/sentences/trend'
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

describe('rare cases', () => {
  const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at * 14)).toISOString().slice(0, 10)
  const rare: TrendGaps = {
    per_month: 2.25,
    gaps: Array.from({ length: 20 }, (_, at) => ({ day: day(at), days: 13, signal: null })),
    baseline: { from: day(0), to: day(12), points: 12 },
    mean: 9.01,
    upper: 53.5,
    lower: 0,
    signals: [],
    open: { since: day(19), days: 3, beyond: false },
  }
  const trendOf = (change: Partial<TrendGaps>): Trend => ({ ...quiet, kind: 'g', mean: null, upper: null, lower: null, rare: { ...rare, ...change } }) // prettier-ignore
  const why =
    'Rata-rata 2,3 kasus sebulan, terlalu jarang untuk hitungan bulanan; yang dinilai hari di antara dua kasus (bagan g).'
  test('no monthly signal is told; the chart and its reason are', () => {
    expect(trendSentence(trendOf({}), id)).toEqual({
      kind: 'quiet',
      answer: 'Tidak ada sinyal.',
      caution: `20 jarak antarkasus di dalam batas kendali. ${why}`,
    })
  })
  test('a silence over the limit is a signal before it ends', () => {
    const said = trendSentence(trendOf({ open: { since: '2025-09-10', days: 112, beyond: true } }), id)
    expect(said).toEqual({
      kind: 'signal',
      answer: 'Ya, berhenti.',
      caution: `Sudah 112 hari tanpa kasus sejak 10 September 2025, di atas batas 54 hari; nihil adalah pertanyaan, bukan prestasi. ${why}`,
    })
  })
  test('longer gaps are fewer cases, now or in the past, in both languages', () => {
    const signal = (from: number, to: number, direction: 'up' | 'down') => [{ kind: 'shift' as const, from: day(from), to: day(to), direction }] // prettier-ignore
    expect(say(trendOf({ signals: signal(12, 19, 'up') }))).toMatch(
      /^Ya, makin jarang\. 8 jarak berturut-turut di atas median 9,0 hari/,
    )
    expect(say(trendOf({ signals: signal(2, 9, 'down') }))).toMatch(/^Pernah makin sering\./)
    for (const kind of ['outside', 'shift', 'trend', 'two_of_three'] as const)
      for (const direction of ['up', 'down'] as const)
        for (const words of [id, en])
          expect(say(trendOf({ signals: [{ kind, from: day(3), to: day(19), direction }] }), words)).not.toMatch(
            /[{}]|Up\b|Down\b/,
          )
  })
  test('many months with too few cases say so', () => {
    const few: Trend = { ...quiet, kind: 'run', points: quiet.points.map((point) => ({ ...point, received: 0 })), mean: null, upper: null, lower: null } // prettier-ignore
    expect(trendSentence(few, id).caution).toBe(
      `0 kasus dalam ${quiet.points.length} bulan: terlalu jarang untuk batas kendali, yang butuh 12 jarak antarkasus.`,
    )
  })
})

test('a share speaks in percent, against the limit of its own month', () => {
  const points = quiet.points.map((point, at) => ({ ...point, value: at === quiet.points.length - 1 ? 0.41 : 0.8, of: 50, lower: 0.63, upper: 0.97 })) // prettier-ignore
  const month = points.at(-1)!.month
  const trend: Trend = { ...quiet, kind: 'p', metric: 'sp3d_on_time', sigma_z: 1.53, mean: 0.8, upper: null, lower: null, points, signals: [{ kind: 'outside', from: month, to: month, direction: 'down' }] } // prettier-ignore
  expect(say(trend)).toContain('41,0%, di bawah batas 63,0%')
  expect(chartChoice(trend, id)).toBe('Bagan p′ untuk bagian, batas dilebarkan menurut sebaran acuan (Laney, σz 1,53).')
  expect(chartChoice({ ...trend, sigma_z: 0.9 }, id)).toBe(
    'Bagan p untuk bagian, batas menurut jumlah kasus tiap bulan.',
  )
})
