/** What should not leave the console as a person wrote it. */
import { describe, expect, test } from 'vitest'
import { personalKindsIn, smallCountsIn } from '../../../shared/domain/privacy'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { findingWarnings, outsideWarning } from '../../../shared/sentences/outside'

const words = (language: 'id' | 'en') => ({ t: translator(language), f: formats(language) })
const parts = { title: 'Tenggat', condition: '', criteria: '', cause: '', effect: '', recommendation: '', response: '' }

test('the patterns of the export format, each by its kind', () => {
  expect(personalKindsIn('NIK 3374010101900001')).toEqual(['nik'])
  expect(personalKindsIn('hubungi 0812-3456-7890 atau a.b@polri.go.id')).toEqual(['phone', 'email'])
  expect(personalKindsIn('surat B/1234/2026 tanggal 3 Mei 2026')).toEqual([])
})

describe('counts under the threshold', () => {
  const FOUND: [string, number[]][] = [
    ['Ada 2 kasus dan 4 saksi dari 120.', [2, 4]],
    ['Sisa 3.', [3]],
    ['3', [3]],
    ['(4)', [4]],
    ['four cases: 4', [4]],
  ]
  test.for(FOUND)('%s', ([text, counts]) => expect(smallCountsIn(text, 5)).toEqual(counts))
  const NONE = [
    'tanggal 3 Mei 2026, pasal 4 ayat 2, triwulan 3, 2 hari, 3 jam kerja',
    '2,5 hari dan 3.120 kasus, 4%, 3 persen, 2/3, 1-4, pukul 03:04',
    'Polres 33.74, Kasus CASE-3, A4, Q3, nomor 2, export 3, 5 kasus, 0 kasus',
    '3 March 2026; article 4; within 2 days',
  ]
  test.for(NONE)('not in: %s', (text) => expect(smallCountsIn(text, 5)).toEqual([]))
})

test('in words, in both languages; nothing is said of a clean text', () => {
  expect(outsideWarning('2 kasus, 0812-3456-7890', 5, words('id'))).toBe(
    'Memuat yang tampak seperti nomor telepon; jangan tulis data pribadi. Memuat angka kecil (2, di bawah 5) yang dapat mengenali orang.',
  )
  expect(outsideWarning('2 cases', 5, words('en'))).toContain('(2, under 5)')
  expect(outsideWarning('2 kasus', null, words('id'))).toBeNull()
  expect(outsideWarning('Tenggat terlampaui.', 5, words('id'))).toBeNull()
})

test('a finding is searched part by part', () => {
  const finding = { ...parts, response: 'a@b.id', condition: '1 kasus' }
  expect(findingWarnings(finding, 5, words('id')).map(({ part }) => part)).toEqual(['condition', 'response'])
})
