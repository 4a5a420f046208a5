import { describe, expect, test } from 'vitest'
import type { ExportLine } from '../../../../shared/contract/results/data'
import type { ChangeLine, GapLine, QuarantineLine } from '../../../../shared/contract/results/integrity'
import { finding } from '../../../../shared/export/codes'
import { changeSentence, consequence, countsWords, exportsOf, fieldWords, firstRow, sideBySide, sideWords } from '../../../../renderer/rooms/integritas/changes' // prettier-ignore
import { deskOrder, reasonsOf } from '../../../../renderer/rooms/integritas/desk'
import { changeLetter, gapLetter, monthLetter } from '../../../../renderer/rooms/integritas/letters'
import { textIn } from '../../../../renderer/text/useText'
import { caseDetail } from '../../../helpers/fixtures/cases'

const words = textIn('id')
const edit: ChangeLine = {
  id: 'POLRES-33.05:0', unit: 'POLRES-33.05', name: 'Polres Kebumen', resource: 'cases', row_id: 'K9F2-07C1-44AE', case_id: 'K9F2-07C1-44AE',
  field: 'progress_at', reported_first: '2026-03-17T14:20:00+07:00', reported_now: '2026-03-06T14:20:00+07:00',
  counts: '2026-03-17T14:20:00+07:00', code: 'SILENT-EDIT', exports: [14, 15], row: 91, state: 'open', decision: null,
} // prettier-ignore
const gone: ChangeLine = { ...edit, code: 'SILENT-DELETE', field: '*', reported_first: null, reported_now: 'removed', counts: null, row: null } // prettier-ignore
const inserted: ChangeLine = { ...edit, code: 'BACKDATED-INSERT', field: '*', reported_first: null, counts: null }

describe('in words', () => {
  test('what happened', () => {
    expect(changeSentence(edit, words)).toBe('SP3D (progres) K9F2-07C1-44AE berubah antara dua ekspor tanpa koreksi.')
    expect(changeSentence(gone, words)).toContain('tidak ada lagi di ekspor kedua')
    expect(changeSentence(inserted, words)).toContain('baru muncul')
    expect(fieldWords({ ...edit, resource: 'daily_calls', field: 'offered' }, words)).toBe('offered')
  })
  test('empty, absent and removed never look alike', () => {
    const said = [
      sideWords({ ...edit, reported_now: null }, 'now', words),
      sideWords(gone, 'now', words),
      sideWords(inserted, 'first', words),
    ]
    expect(said).toEqual(['kosong', 'tidak ada lagi', 'tidak ada'])
    expect(sideWords(edit, 'first', words)).toBe('17 Mar 2026 14.20')
  })
  test('which value counts', () => {
    expect(countsWords(edit, words)).toBe('Yang dihitung: nilai ekspor 14.')
    expect(countsWords({ ...edit, state: 'accepted', counts: edit.reported_now }, words)).toContain('ekspor 15')
    expect(countsWords({ ...edit, state: 'closed' }, words)).toContain('tidak ada lagi yang perlu diputuskan')
    expect(countsWords(inserted, words)).toContain('dihitung seperti dilaporkan')
    expect(countsWords({ ...edit, counts: '2026-03-01T00:00:00+07:00' }, words)).toBe(
      'Yang dihitung kini: 1 Mar 2026 00.00.',
    )
  })
})

describe('side by side', () => {
  test('without the case only the field that changed', () => {
    expect(sideBySide(edit, null, words)).toEqual([
      { field: 'SP3D (progres)', before: '17 Mar 2026 14.20', after: '6 Mar 2026 14.20', differs: true },
    ])
  })
  test('with the case the fields around it, those that differ marked', () => {
    const lines = sideBySide(edit, caseDetail, words)
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.find(({ field }) => field === 'SP3D (progres)')?.differs).toBe(true)
    expect(lines.find(({ field }) => field === 'Diterima')).toMatchObject({ differs: false })
  })
  test('the line in the first export is told only when that export brought the version', () => {
    const [first] = caseDetail.versions
    const at = first?.sequence ?? 0
    expect(firstRow({ ...edit, exports: [at, at + 1] }, caseDetail)).toBe(first?.row)
    expect(firstRow({ ...edit, exports: [at - 1, at] }, caseDetail)).toBeNull()
    expect(firstRow(edit, null)).toBeNull()
  })
  test('what it does to the deadline that it decides', () => {
    const [deadline] = caseDetail.deadlines
    const detail = { ...caseDetail, deadlines: deadline ? [{ ...deadline, to: 'progress_at', due_at: '2026-03-10T00:00:00+07:00' }] : [] } // prettier-ignore
    expect(consequence(edit, detail)).toMatchObject({ before: 'late', after: 'on_time' })
    expect(consequence({ ...edit, reported_now: '2026-03-16T00:00:00+07:00' }, detail)).toBeNull()
    expect(consequence({ ...edit, field: 'category' }, detail)).toBeNull()
  })
})

const line = (sequence: number, state: ExportLine['state']): ExportLine => ({
  unit: edit.unit, name: edit.name, sequence, state, outcome: 'accepted', file_name: 'a.zip', imported_at: '2026-04-14T00:00:00Z', created: '', as_of: '',
  period: { from: '2026-03-01', to: '2026-03-31' }, coverage_from: '', rows: {}, descriptor_sha256: `${sequence}${state[0]}`, archive_sha256: '', kid: '', findings: [],
}) // prettier-ignore

describe('letters', () => {
  const pair = exportsOf(edit, [line(14, 'accepted'), line(15, 'quarantined'), line(15, 'accepted')])
  test('name both exports, both values and what is asked, without a reproach', () => {
    const text = changeLetter(edit, pair, words)
    for (const part of [
      'Kepada Polres Kebumen,',
      'urutan 15',
      'urutan 14',
      '17 Mar 2026 14.20',
      '6 Mar 2026 14.20',
      '14a',
      '15a',
    ])
      expect(text).toContain(part)
    expect(text).toContain('Mohon klarifikasi')
    expect(text.toLowerCase()).not.toContain('manipulasi')
  })
  test('of a row that is gone, and one that came late', () => {
    expect(changeLetter(gone, pair, words)).toContain('tidak ada lagi tanpa koreksi')
    const late = changeLetter(inserted, [undefined, undefined], words)
    expect(late).toContain('jauh sebelum')
    expect(late).not.toContain('Sidik')
  })
  test('for a gap and for a month', () => {
    const gap: GapLine = {
      unit: edit.unit, name: edit.name, from: 3, to: 4, quarantined: [], rejected: [],
      before: { sequence: 2, period_to: '2026-01-31' }, after: { sequence: 5, period_from: '2026-04-01', imported_at: '2026-05-01T00:00:00Z' },
    } // prettier-ignore
    expect(gapLetter(gap, words)).toContain('Ekspor urutan 3 s.d. 4 belum diterima, sedangkan urutan 5 sudah ada.')
    expect(monthLetter('Polres Kebumen', '2026-03', words)).toContain('Ekspor Maret 2026 belum diterima')
  })
})

describe('desk', () => {
  test('what waits first, oldest first; decided ones after it, newest first', () => {
    const on = (id: string, state: QuarantineLine['state'], imported: string, at?: string) =>
      ({ id, unit: id, state, imported_at: imported, decision: at ? { reason: 'x', at } : null }) as QuarantineLine
    const order = deskOrder([on('a', 'accepted', '1', '1'), on('b', 'open', '3'), on('c', 'open', '2'), on('d', 'rejected', '0', '2')]) // prettier-ignore
    expect(order.map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a'])
  })
  test('findings of one code together, the gravest first', () => {
    const found = [
      finding('CORRECTION-DECLARED', { row: 2 }),
      finding('CORRECTION-DECLARED', { row: 3 }),
      finding('SEMANTIC', {}, { count: 4 }),
      finding('TIME-BACKWARDS'),
    ]
    expect(reasonsOf(found).map(({ finding: { code }, count }) => [code, count])).toEqual([
      ['TIME-BACKWARDS', 1],
      ['SEMANTIC', 4],
      ['CORRECTION-DECLARED', 2],
    ])
  })
})
