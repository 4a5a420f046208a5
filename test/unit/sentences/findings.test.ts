import { expect, test } from 'vitest'
import type { DurationCurve, Funnel, FunnelUnit } from '../../../shared/contract/results/region'
import { SIGNALS, type Flow, type MapUnit } from '../../../shared/contract/results/overview'
import { hasMessage, translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { backlogSentence } from '../../../shared/sentences/backlog'
import { bySize, codesSentence } from '../../../shared/sentences/codes'
import { coverageNote, coverageParts, coverageSentence } from '../../../shared/sentences/coverage'
import { curveSentence, horizonOf, survivalAt } from '../../../shared/sentences/curve'
import { flowSentence, flowSum, impliedClosing } from '../../../shared/sentences/flow'
import { dispersionNote, funnelSentence } from '../../../shared/sentences/funnel'
import { leadSentence } from '../../../shared/sentences/lead'
import { completenessOf, mapSentence, missingNote } from '../../../shared/sentences/map'
import { evidenceText, questionsSentence } from '../../../shared/sentences/questions'
import { plain } from '../../../shared/sentences/words'
import {
  byCategory,
  byChannel,
  coverage,
  flow,
  keyFigures,
  overviewMap,
  questions,
} from '../../helpers/fixtures/overview'
import { backlog, curve, funnel } from '../../helpers/fixtures/region'

const id = { t: translator('id'), f: formats('id') }
const en = { t: translator('en'), f: formats('en') }

test('coverage: reported, quarantined and missing add up to the expected', () => {
  const parts = coverageParts(coverage)
  expect(parts).toEqual({ expected: 536, reported: 512, quarantined: 7, missing: 17 })
  expect(coverageParts({ ...coverage, units_reported: 533 })).toMatchObject({ quarantined: 3, missing: 0 })
  const { answer, caution } = coverageSentence(coverage, id)
  expect(answer).toBe('512 dari 536 satuan wajib lapor sudah melapor (95,5%), s.d. 31 Maret 2026.')
  expect(caution).toBe(
    '17 belum melapor, 7 dikarantina dan tidak dihitung, 1.561 dari 1.608 bulan satuan diterima. Semua angka dipotong pada hari yang sama.',
  )
  expect(coverageNote(coverage, id)).toBe('Cakupan 512 dari 536 satuan s.d. 31 Mar 2026')
  const early = { ...coverage, as_of_min: '2026-03-01T00:00:00+07:00' }
  expect(coverageSentence(early, id).caution).toContain('sendiri: 28 Februari 2026 s.d. 31 Maret 2026.')
  expect(coverageSentence({ ...coverage, units_expected: 0 }, en).kind).toBe('insufficient')
})

test('lead: completeness, change, backlog and target, each by its interval', () => {
  expect(leadSentence(coverage, keyFigures, flow, id)).toBe(
    'Gambaran hampir lengkap. Yang diterima tidak dapat dibedakan dari periode sama tahun lalu, sisa kasus naik 213, dan SP3D tepat waktu berada di bawah sasaran 80%.',
  )
  const more = {
    ...keyFigures,
    figures: keyFigures.figures.map((f) =>
      f.metric === 'received' ? { ...f, value: 2600, low: 2500, high: 2700 } : f,
    ),
  }
  expect(leadSentence(coverage, more, flow, id)).toContain('Yang diterima naik 6,3% dari periode sama tahun lalu')
  const nothing = { ...coverage, units_reported: 0 }
  expect(leadSentence(nothing, keyFigures, flow, id)).toBe('Belum ada satuan yang melapor dalam saringan ini.')
  expect(leadSentence({ ...coverage, units_reported: 401 }, keyFigures, flow, id)).toMatch(
    /^Gambaran belum lengkap: 401 dari 536/,
  )
})

test('map: names while few, counts when many, a low figure is a question', () => {
  const said = mapSentence(overviewMap, 'Polda', id)
  expect(said.answer).toBe('Sumatera Utara dan Metro Jaya di atas, Lampung dan Jawa Barat di bawah batas 99,8%')
  expect(said.caution).toBe('bagi angka gabungan 0,86 per 100.000 penduduk. Angka rendah juga pertanyaan.')
  const quiet = { ...overviewMap, units: overviewMap.units.map((unit) => ({ ...unit, flag: 'none' as const })) }
  expect(mapSentence(quiet, 'Polda', id)).toMatchObject({
    kind: 'quiet',
    answer: 'Tidak ada Polda di luar batas 99,8%',
  })
  const many = { ...overviewMap, units: overviewMap.units.map((unit) => ({ ...unit, flag: 'high_alarm' as const })) }
  expect(mapSentence(many, 'Polda', id).answer).toBe('36 Polda di atas batas 99,8%')
  expect(mapSentence({ ...overviewMap, target: null }, 'Polda', id).kind).toBe('insufficient')
  expect(missingNote(overviewMap, 'Polda', id)).toBe('2 Polda belum melapor penuh: Maluku Utara dan Papua Tengah.')
})

test('an area is shown when half of its units reported, hatched below', () => {
  const unit = overviewMap.units[0] as MapUnit
  const of = (units_reported: number) => completenessOf({ ...unit, units_expected: 10, units_reported })
  expect([0, 4, 5, 9, 10].map(of)).toEqual(['none', 'none', 'part', 'part', 'full'])
  expect(completenessOf({ ...unit, rate: null })).toBe('none')
})

test('flow: the sum is written out and a difference is never hidden', () => {
  expect(impliedClosing(flow)).toBe(flow.closing)
  expect(flowSum(flow, id)).toBe('1.846 + 2.391 + 37 + 112 − 2.208 − 119 = 2.059')
  expect(plain(flowSentence(flow, id))).toBe(
    'Jumlahnya cocok. 3 satuan berselisih 5 kasus, terbesar Polresta Banyumas (+2). 7 kasus diteruskan masih terhitung sisa.',
  )
  const clean: Flow = { ...flow, mismatches: [], referred_open: 0 }
  expect(flowSentence(clean, id).answer).toBe('Cocok.')
  expect(flowSentence({ ...clean, difference: -4 }, id).answer).toBe('Tidak cocok: selisih 4 kasus.')
  const none: Flow = { ...clean, opening: 0, received: 0, closed: 0, closing: 0 }
  expect(flowSentence(none, id).kind).toBe('insufficient')
})

test('questions: open ones are counted, every signal has a name and its evidence', () => {
  expect(plain(questionsSentence(questions, id))).toMatch(
    /^7 penanda terbuka dari 1\.944 uji; 4 dengan bukti terkuat\. 1 sudah berdisposisi\./,
  )
  expect(questionsSentence({ tests: 12, items: [] }, id)).toMatchObject({
    kind: 'quiet',
    answer: 'Tidak ada penanda terbuka dari 12 uji.',
  })
  expect(questions.items.slice(0, 4).map((item) => evidenceText(item, id))).toEqual([
    '18 dari 34 kasus matang (53%); sasaran 80%',
    '35 diterima; diharapkan 78,6',
    '0 diterima dalam 3 bulan; diharapkan 5',
    '40 dalam 3 hari sebelum, 12 dalam 3 hari sesudah; dibuka kembali 12,0%, selesai benar 5,0%',
  ])
  const missing = SIGNALS.filter(
    (signal) => !hasMessage(`signal.${signal}`) || !hasMessage(`signal.${signal}.evidence`),
  )
  expect(missing).toEqual([])
  const unlike = { ...questions.items[0]!, evidence: { something: 3 } }
  expect(evidenceText(unlike, id)).toBe('something: 3')
})

test('curve: half, the rest, and a quartile that is not reached', () => {
  expect(plain(curveSentence(curve, 'first_response', id))).toBe(
    'Separuh kasus dijawab dalam 9 hari; 32% belum setelah 60 hari. Kuartil atas tidak tercapai: lebih dari 60 hari.',
  )
  expect(survivalAt(curve, -1)).toBe(1)
  expect(survivalAt(curve, 7.5)).toBe(curve.points[7]?.survival)
  const few: DurationCurve = { ...curve, n: 4, events: 1 }
  expect(curveSentence(few, 'close', id)).toMatchObject({
    kind: 'insufficient',
    caution: 'Baru 4 kasus, 1 sudah selesai.',
  })
  expect(curveSentence({ ...curve, median: null }, 'close', id).answer).toBe(
    'Kurang dari separuh kasus selesai setelah 60 hari.',
  )
  expect(horizonOf({ ...curve, q3: 12, median: 6 })).toBe(20)
})

test('funnel: the flag decides, not the drawing', () => {
  const said = plain(funnelSentence(funnel, 'Polres', true, id))
  expect(said).toMatch(
    /^Polresta Banyumas di luar batas 99,8% \(18 dari 34, P = 0,0004\) dan 1 Polres di luar batas 95%\./,
  )
  expect(said).toContain('Polres lain tidak dapat dibedakan dari sasaran 80%.')
  const flagged = (flag: FunnelUnit['flag']): Funnel => ({
    ...funnel,
    units: funnel.units.map((unit) => ({ ...unit, flag })),
  })
  expect(funnelSentence(flagged('none'), 'Polres', true, id).kind).toBe('quiet')
  expect(funnelSentence(flagged('insufficient'), 'Polres', true, id).kind).toBe('insufficient')
  expect(funnelSentence(flagged('low_alert'), 'Polres', false, id).answer).toBe('35 Polres di luar batas 95%.')
  expect(dispersionNote(funnel, 'Polres', id)).toBe('Tidak ada sebaran lebih, sehingga batas tersesuaikan sama.')
  expect(dispersionNote({ ...funnel, phi: 2.19, tau2: 0.015 }, 'Polres', id)).toContain('Sebaran lebih 2,19')
})

test('backlog: now against a year ago, and the oldest case', () => {
  const said = plain(backlogSentence(backlog, id))
  expect(said).toContain(`${backlog.over_90} dari ${backlog.total} kasus terbuka lebih dari 90 hari`)
  expect(said).toContain('setahun lalu 47 dari 307 (15%). Yang tertua 412 hari, di Polresta Banyumas.')
  expect(backlogSentence({ ...backlog, last_year: null }, id).caution).toMatch(/^setahun lalu tidak tercakup\./)
  expect(backlogSentence({ ...backlog, total: 0 }, id).answer).toBe('Tidak ada kasus terbuka.')
})

test('codes: the largest by count, unknown last and never dropped', () => {
  expect(
    bySize(byCategory)
      .map(({ code }) => code)
      .at(-1),
  ).toBe('unknown')
  expect(plain(codesSentence(byCategory, 'category', id))).toBe(
    'Terbanyak Pelayanan buruk: 1.022 dari 2.391 (42,7%). Tidak diketahui 12 (0,5%).',
  )
  expect(codesSentence(byChannel, 'channel', id).caution).toBe(
    'Kanal berbeda tidak dijumlahkan menjadi satu angka pengaduan.',
  )
  expect(codesSentence([], 'outcome', id).kind).toBe('insufficient')
})

test('every signal names its test in both languages', () => {
  for (const signal of SIGNALS)
    for (const language of ['id', 'en'] as const)
      expect(translator(language).code('signal', `${signal}.test`), signal).not.toBe(`${signal}.test`)
})
