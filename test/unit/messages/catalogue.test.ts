import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { CHANNEL_GROUPS } from '../../../shared/domain/channelGroups'
import { FINDING_CODES } from '../../../shared/export/codes'
import * as enums from '../../../shared/export/enums'
import { translator } from '../../../shared/messages/catalogue'
import { en } from '../../../shared/messages/en'
import { filterSentence, filterWords } from '../../../shared/messages/filterWords'
import { formats } from '../../../shared/messages/format'
import { id } from '../../../shared/messages/id'
import { periodShort, periodWords } from '../../../shared/messages/period'

const folder = resolve(import.meta.dirname, '../../../shared/messages')
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
const t = translator('id')
const f = formats('id')

test('both languages have the same keys with the same holes', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(id).toSorted())
  const different = Object.entries(id).filter(
    ([key, text]) => new Set(holes(text)).size !== new Set([...holes(text), ...holes(en[key as keyof typeof id])]).size,
  )
  expect(different.map(([key]) => key)).toEqual([])
})

/** The holes that the words for one and for many ask, and the texts without them. */
const PLURAL = /\{(\w+):[^{}|]*\|[^{}|]*\}/g

test('the words for one and for many ask a hole that the Indonesian text has too', () => {
  const strange = Object.entries(en).flatMap(([key, text]) => {
    const own = new Set(holes(id[key as keyof typeof id]))
    const asked = [...text.matchAll(PLURAL)].map((match) => match[1] as string)
    const isWhole = !/[{}|]/.test(text.replace(PLURAL, '').replace(/\{\w+\}/g, ''))
    return isWhole && asked.every((hole) => own.has(hole)) ? [] : [key]
  })
  expect(strange).toEqual([])
  expect(Object.values(id).filter((text) => text.search(PLURAL) >= 0)).toEqual([])
})

test('one case, two cases; what is not a whole number is many', () => {
  const say = translator('en')
  expect(say('cases.count', { n: '1' })).toBe('1 case')
  expect(say('cases.count', { n: 1 })).toBe('1 case')
  expect(['0', '2', '1,000', '1.0'].map((n) => say('cases.count', { n }))).toEqual([
    '0 cases',
    '2 cases',
    '1,000 cases',
    '1.0 cases',
  ])
  expect(say('region.units.someMissing', { n: '1', total: '9', month: 'May' })).toBe(
    '1 of 9 units has not reported May.',
  )
  expect(say('cli.check.done', { checked: 5, findings: 1 })).toBe('5 checked, 1 finding.')
  expect(t('cases.count', { n: '1' })).toBe('1 kasus')
})

test('a key stands once over all areas', () => {
  for (const language of ['id', 'en']) {
    const keys = readdirSync(join(folder, language)).flatMap((file) =>
      [...readFileSync(join(folder, language, file), 'utf8').matchAll(/^\s+'([^']+)':/gm)].map((match) => match[1]),
    )
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    expect(keys.length).toBeGreaterThan(500)
  }
})

test('every finding code says what happened and what to do', () => {
  for (const code of Object.keys(FINDING_CODES)) {
    for (const key of [`code.${code}`, `code.${code}.todo`]) {
      expect(Object.hasOwn(id, key), key).toBe(true)
      expect(Object.hasOwn(en, key), key).toBe(true)
    }
  }
})

test('every code of the filter has a word', () => {
  const lists = { channel: enums.CHANNELS, subject: enums.SUBJECTS, category: enums.CATEGORIES, status: enums.STATUSES }
  for (const [prefix, codes] of Object.entries(lists)) {
    for (const code of codes) expect(t.code(prefix, code), `${prefix}.${code}`).not.toBe(code)
  }
})

test('every channel belongs to one kind', () => {
  const grouped = CHANNEL_GROUPS.flatMap((group) => group.channels)
  expect(grouped.toSorted()).toEqual([...enums.CHANNELS].toSorted())
})

test.each([
  ['2026-01-01', '2026-03-31', 'Triwulan I 2026', 'TW I 2026'],
  ['2025-07-01', '2025-12-31', 'Semester II 2025', 'Semester II 2025'],
  ['2025-01-01', '2025-12-31', '2025', '2025'],
  ['2024-02-01', '2024-02-29', 'Februari 2024', 'Feb 2024'],
  ['2025-02-01', '2025-04-30', 'Feb 2025 s.d. Apr 2025', 'Feb 2025 s.d. Apr 2025'],
  ['2024-11-01', '2026-10-31', 'Nov 2024 s.d. Okt 2026', 'Nov 2024 s.d. Okt 2026'],
  ['2026-01-03', '2026-02-05', '3 Jan 2026 s.d. 5 Feb 2026', '3 Jan 2026 s.d. 5 Feb 2026'],
  ['2026-01-03', '2026-01-03', '3 Januari 2026', '3 Jan 2026'],
])('%s to %s in words', (from, to, long, short) => {
  expect(periodWords(from, to, t, f)).toBe(long)
  expect(periodShort(from, to, t, f)).toBe(short)
})

test('the filter in words', () => {
  const filter = {
    from: '2026-01-01',
    to: '2026-03-31',
    unit: 'POLDA-JATENG',
    channels: ['letter', 'walk_in', 'email'],
    subjects: ['complaint'],
    categories: ['poor_service', 'discrimination', 'alleged_corruption'],
  } as const
  const asked = {
    ...filter,
    channels: [...filter.channels],
    subjects: [...filter.subjects],
    categories: [...filter.categories],
  }
  expect(filterWords(asked, 'Polda Jawa Tengah', t, f)).toEqual({
    period: 'Triwulan I 2026',
    unit: 'Polda Jawa Tengah',
    channels: 'Resmi: loket, surat, surel',
    subjects: 'Pengaduan',
    categories: '3 dari 5',
    statuses: 'Semua (7)',
    addressees: '',
    programmes: '',
  })
  const line = { addressees: ['kapolres', 'none'] as const, programmes: ['matur-pak-kapolres', '.'] }
  expect(filterSentence({ ...line, addressees: [...line.addressees] }, '', t, f)).toContain(
    'Dialamatkan kepada: Kapolres dan Tidak disebut; Program: matur-pak-kapolres dan Tanpa program',
  )
  expect(filterSentence(asked, 'Polda Jawa Tengah', t, f)).toBe(
    'Triwulan I 2026; Polda Jawa Tengah; Resmi: loket, surat, surel; Perihal: Pengaduan; Kategori: 3 dari 5',
  )
  expect(filterWords({ channels: ['sp4n_lapor'] }, '', t, f).channels).toBe('SP4N-LAPOR!')
})
