import { expect, test } from 'vitest'
import { countKeys, keyState, type Key } from '../../../../renderer/ui/keys/keyState'
import { searchExports } from '../../../../renderer/rooms/data/exportRows'
import { textIn } from '../../../../renderer/text/useText'
import { byUnit, replyText, rowWords, whatHappened, whatToDo } from '../../../../shared/sentences/advice'
import { secondsLeft } from '../../../../renderer/ui/imports/timeLeft'
import type { ExportLine, FileReport } from '../../../../shared/contract/results/data'
import { finding } from '../../../../shared/export/codes'

const { t, f } = textIn('id')
const value = finding('SCHEMA-VALUE', { file: 'cases.csv', row: 1402, column: 'category' })
const report = (more: Partial<FileReport>): FileReport => ({
  file: '/tmp/kirim/POLRES-33.16.dumas.zip',
  unit: 'POLRES-33.16',
  sequence: 15,
  outcome: 'rejected',
  findings: [],
  ...more,
})

test('a wrong cell is told with the rule of its column', () => {
  expect(whatToDo(value, t)).toContain('poor_service')
  expect(whatToDo(value, t)).toContain('Wajib diisi.')
  const time = finding('SCHEMA-VALUE', { file: 'cases.csv', row: 2, column: 'first_response_at' })
  expect(whatToDo(time, t)).toContain('2026-03-31T09:00:00+07:00')
  expect(whatToDo(time, t)).not.toContain('Wajib')
  expect(whatToDo(finding('SIG-INVALID'), t)).toBe(t('code.SIG-INVALID.todo'))
})

test('a wrong header says what stands there and what should', () => {
  const header = finding(
    'SCHEMA-HEADER',
    { file: 'cases.csv', row: 1, column: 3 },
    { found: 'kanal', expected: 'channel' },
  )
  expect(whatHappened(header, t)).toContain('Tertulis "kanal", seharusnya "channel".')
})

test('a flag counts its rows', () => {
  expect(rowWords(value, t, f)).toBe('1.402')
  const flag = finding('SEMANTIC', { file: 'cases.csv', row: 12, column: 'closed_at' }, { count: 75 })
  expect(rowWords(flag, t, f)).toBe('75 baris, pertama baris 12')
})

test('the text for a unit names file, place, deed and code, and no path', () => {
  const text = replyText('Polres Blora', [report({ findings: [value] })], t, f)
  expect(text).toContain('Kepada operator Polres Blora')
  expect(text).toContain('Berkas POLRES-33.16.dumas.zip, urutan 15: ditolak.')
  expect(text).toContain('cases.csv, baris 1.402, kolom category')
  expect(text).toContain('Kode: SCHEMA-VALUE')
  expect(text).not.toContain('/tmp')
  expect(text).not.toMatch(/\{\w+\}/)
})

test('files are grouped by unit; files of no unit stand alone', () => {
  const files = [
    report({ file: 'a' }),
    report({ file: 'b', unit: null, sequence: null }),
    report({ file: 'c' }),
    report({ file: 'd', unit: null, sequence: null }),
  ]
  expect(byUnit(files).map((group) => group.files.map(({ file }) => file))).toEqual([['a', 'c'], ['b'], ['d']])
})

test('time left follows the pace so far, and is silent at first', () => {
  expect(secondsLeft({ done: 312, total: 540, seconds: 27.4 })).toBe(20)
  expect(secondsLeft({ done: 1, total: 540, seconds: 2 })).toBeNull()
  expect(secondsLeft({ done: 540, total: 540, seconds: 48 })).toBeNull()
})

test('keys end, are revoked, or end soon', () => {
  const now = Date.parse('2026-11-21T00:00:00Z')
  const key = (not_after: string, revoked: string | null = null) => ({ not_after, revoked }) as Key
  const keys = [
    key('2027-12-31T00:00:00+07:00'),
    key('2026-12-20T00:00:00+07:00'),
    key('2026-01-01T00:00:00+07:00'),
    key('2027-12-31T00:00:00+07:00', '2026-05-01T00:00:00+07:00'),
  ]
  expect(keys.map((each) => keyState(each, now))).toEqual(['valid', 'soon', 'expired', 'revoked'])
  expect(countKeys(keys, now)).toEqual({ expired: 1, revoked: 1, soon: 1 })
})

test('exports are found by unit, file, signer and hash', () => {
  const line = (unit: string, name: string, hash: string) =>
    ({ unit, name, file_name: `${unit}.zip`, kid: 'k', descriptor_sha256: hash, archive_sha256: '' }) as ExportLine
  const lines = [line('POLRES-33.74', 'Polrestabes Semarang', 'abcd'), line('POLRES-33.22', 'Polres Semarang', 'ef01')]
  expect(searchExports(lines, 'semarang')).toHaveLength(2)
  expect(searchExports(lines, 'semarang ABCD')).toEqual([lines[0]])
  expect(searchExports(lines, '')).toBe(lines)
  expect(searchExports(lines, 'blora')).toEqual([])
})
