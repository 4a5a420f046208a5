import { describe, expect, test } from 'vitest'
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { TABLES } from '../../../../shared/export/tables'
import { hasMessage } from '../../../../shared/messages/catalogue'
import { plain } from '../../../../shared/sentences/words'
import { eventsModel } from '../../../../renderer/rooms/kasus/detail/events'
import { valueWords } from '../../../../shared/sentences/caseFields'
import { leadSentence } from '../../../../renderer/rooms/kasus/detail/lead'
import { clarificationText, referenceText } from '../../../../renderer/rooms/kasus/detail/reference'
import { timelineLayout } from '../../../../renderer/rooms/kasus/detail/timelineLayout'
import { timelineModel } from '../../../../renderer/rooms/kasus/detail/timelineModel'
import { timelineFinding } from '../../../../renderer/rooms/kasus/detail/verdicts'
import { versionsModel } from '../../../../renderer/rooms/kasus/detail/versions'
import { textIn } from '../../../../renderer/text/useText'
import { caseDetail, plainCase } from '../../../helpers/fixtures/cases'

const words = textIn('id')
const english = textIn('en')
const changed = (values: Record<string, string | null>): CaseDetail => ({
  ...plainCase,
  case: { ...plainCase.case, ...values },
})

describe('lead', () => {
  test('what, answered, in time, how it stands', () => {
    expect(leadSentence(caseDetail, words)).toBe(
      'Pengaduan: pelayanan buruk, terhadap fungsi Reskrim, lewat kanal Loket. Dijawab dalam 1,9 hari; SP3D lewat tenggat 7 hari kalender. Masih dalam proses per 12 April 2026.',
    )
    expect(leadSentence(plainCase, english)).toBe(
      'Complaint: poor service, against the function Criminal investigation, through the channel Counter. Answered within 1.9 days; SP3D on time. Not upheld after 46.9 days.',
    )
  })
  test('not answered, answered before receipt, closed before receipt', () => {
    expect(leadSentence(changed({ first_response_at: null }), words)).toContain('Belum dijawab sampai 12 April 2026;')
    expect(leadSentence(changed({ first_response_at: '2026-02-01T08:00:00+07:00' }), words)).toContain(
      'Jawaban tercatat sebelum diterima;',
    )
    expect(leadSentence(changed({ closed_at: '2026-02-01T08:00:00+07:00' }), words)).toMatch(
      /tanggal selesai mendahului tanggal diterima\.$/,
    )
  })
})

describe('deadlines', () => {
  const [deadline] = caseDetail.deadlines
  const withState = (patch: object): CaseDetail => ({
    ...plainCase,
    deadlines: deadline ? [{ ...deadline, ...patch }] : [],
  })
  test('exports that disagree are set against each other, and the one that counts is named', () => {
    expect(plain(timelineFinding(caseDetail, words))).toBe(
      'Menurut ekspor 14 SP3D terlambat; menurut ekspor 15 tepat waktu. Angka memakai ekspor 14 sampai ada keputusan.',
    )
  })
  test.each([
    [{ state: 'on_time' }, 'SP3D tepat waktu.'],
    [{ state: 'late', met_at: null }, 'SP3D belum ada, 33 hari kalender lewat tenggat.'],
    [{ state: 'pending', met_at: null }, 'SP3D jatuh tempo 10 Maret 2026.'],
    [{ state: 'blocked', due_at: null, met_at: null }, 'SP3D belum dapat dinilai, kalender belum dimuat.'],
    [{ state: 'none', due_at: null, met_at: null }, 'Tidak ada tenggat yang berlaku bagi kasus ini.'],
  ])('%j', (patch, sentence) => expect(plain(timelineFinding(withState(patch), words))).toBe(sentence))
  test('a limit in hours is overrun by hours', () => {
    const hours = {
      state: 'late',
      limit: { value: 72, unit: 'hours' },
      due_at: '2026-02-12T10:05:00+07:00',
      met_at: '2026-02-12T20:10:00+07:00',
    }
    expect(plain(timelineFinding(withState(hours), words))).toBe('SP3D lewat tenggat 10 jam.')
  })
})

describe('timeline', () => {
  const model = timelineModel(caseDetail, words)
  test('marks in the order of time; what another export says is marked as such', () => {
    expect(model.marks.map(({ label, kind }) => [label, kind])).toEqual([
      ['diterima', 'event'],
      ['dijawab', 'event'],
      ['SP3D, ekspor 15', 'other'],
      ['SP3D, ekspor 14', 'late'],
      ['as-of ekspor 15', 'asOf'],
    ])
    expect(model.main?.label).toBe('jatuh tempo SP3D, 10 Mar 2026 (20 hari kerja)')
    expect(model.main?.over).toBe(Date.parse('2026-03-17T14:20:00+07:00'))
  })
  test('an open overdue case is over until its as-of', () => {
    const [deadline] = caseDetail.deadlines
    const open = { ...changed({ progress_at: null }), deadlines: deadline ? [{ ...deadline, met_at: null }] : [] }
    expect(timelineModel(open, words).main?.over).toBe(Date.parse(plainCase.provenance.as_of))
  })
  test('a second deadline has a lane of its own, and nothing is overdue', () => {
    const second = timelineModel(plainCase, words)
    expect(second.main?.over).toBeNull()
    expect(second.others.map(({ label }) => label)).toEqual(['jatuh tempo Penyelesaian, 11 Mei 2026 (40 hari kerja)'])
  })
  test.each([480, 1000, 1700])('labels stay inside %i px and do not touch', (width) => {
    const layout = timelineLayout(model, width)
    const boxes = layout.marks.map(({ mark, x, anchor, y, tier }) => {
      const text = tier < 0 ? `${mark.label}, ${mark.day}` : mark.label.length > mark.day.length ? mark.label : mark.day
      const wide = text.length * 6.2
      const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
      return { left, right: left + wide, y }
    })
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(-1)
      expect(box.right).toBeLessThanOrEqual(width + 1)
    }
    for (const [at, a] of boxes.entries())
      for (const b of boxes.slice(at + 1)) expect(a.y !== b.y || a.right <= b.left || b.right <= a.left).toBe(true)
    expect(Math.max(...boxes.map(({ y }) => y)) + 16).toBeLessThanOrEqual(layout.height)
    // A line from a mark to its label runs through no other label.
    for (const [at, { leader }] of layout.marks.map((placed) => [placed.at, placed] as const))
      for (const [top, bottom] of leader)
        for (const { left, right, y } of boxes)
          expect(at < left || at > right || bottom <= y - 11 || top >= y + 18).toBe(true)
  })
})

describe('versions', () => {
  test('cells that differ are known, flagged ones need clarification, bookkeeping does not count', () => {
    const model = versionsModel(caseDetail, words)
    expect(model.finding).toBe('1 dari 30 bidang berbeda antara ekspor 14 dan 15, 1 tanpa baris koreksi.')
    expect(model.differing).toEqual(['progress_at'])
    const line = (column: string) => model.lines.find((item) => item.column === column)
    expect(line('progress_at')).toMatchObject({
      cells: ['17 Mar 2026 14.20', '6 Mar 2026 14.20'],
      changed: [false, true],
      counts: [true, false],
      difference: 'clarify',
    })
    expect(line('updated_at')?.difference).toBe('touched')
    expect(line('category')).toMatchObject({ cells: ['Pelayanan buruk', 'Pelayanan buruk'], difference: 'same' })
  })
  test('one version says so', () => {
    expect(versionsModel(plainCase, words).finding).toBe('Satu versi sejak ekspor 15: belum pernah dilaporkan berbeda.')
  })
  test('a declared correction is said, and a change that nobody flagged is only different', () => {
    const declared: CaseDetail = {
      ...caseDetail,
      findings: [{ code: 'CORRECTION-DECLARED', severity: 'info', field: 'progress_at', details: {} }],
    }
    const model = versionsModel(declared, words)
    expect(model.finding).toBe('1 dari 30 bidang berbeda antara ekspor 14 dan 15, dinyatakan dengan baris koreksi.')
    expect(model.lines.find(({ column }) => column === 'progress_at')?.difference).toBe('different')
  })
  test('of many versions the first and the last two stand side by side; a vanished row shows no values', () => {
    const [first, second] = caseDetail.versions
    if (!first || !second) throw new Error('fixture')
    const many: CaseDetail = {
      ...caseDetail,
      versions: [first, { ...first, sequence: 15 }, { ...first, sequence: 16 }, { ...second, sequence: 17, row: null }],
    }
    const model = versionsModel(many, words)
    expect(model.heads.map(({ sequence, gone }) => [sequence, gone])).toEqual([
      [14, false],
      [16, false],
      [17, true],
    ])
    expect(model.lines[0]?.cells[2]).toBeNull()
  })
})

test('events say which were recorded long after they happened', () => {
  const model = eventsModel(caseDetail, words)
  expect(model.finding).toBe('1 dari 5 peristiwa direkam lebih dari 3 hari sesudah terjadi.')
  expect(model.lines.filter(({ late }) => late).map(({ event, recorded, place }) => [event, recorded, place])).toEqual([
    ['SP3D dikirim', '17 Mar 2026 14.31', '15, 36'],
  ])
  expect(eventsModel({ ...caseDetail, events: [] }, words).finding).toContain('tidak memuat peristiwa')
})

describe('values and texts', () => {
  test('every column has a name in words, every code of every column a text', () => {
    for (const column of TABLES.cases.columns) {
      expect(hasMessage(`caseField.${column.name}`), column.name).toBe(true)
      if (column.type !== 'code') continue
      for (const code of column.values)
        expect(valueWords(column.name, code, words), `${column.name} ${code}`).not.toBe(code)
    }
  })
  test('empty is empty, moments name their zone, ids stay as they are', () => {
    expect(valueWords('outcome', null, words)).toBeNull()
    expect(valueWords('received_at', '2026-02-09T10:05:00+09:00', words)).toBe('9 Februari 2026 pukul 10.05 WIT')
    expect(valueWords('complainant_ref', 'P7C1-22AB-90FE', words)).toBe('P7C1-22AB-90FE')
  })
  test('the reference leads back to the row of the signed export', () => {
    const { provenance } = caseDetail
    expect(referenceText(caseDetail, words)).toBe(
      `Kasus K9F2-07C1-44AE, Polres Kebumen (POLRES-33.05), ekspor 15, cases.csv baris 91, SHA-256 deskriptor ${provenance.descriptor_sha256}, penanda tangan ${provenance.kid}.`,
    )
  })
  test('the question to the unit names the flag and both values', () => {
    const lines = clarificationText(caseDetail, words).split('\n')
    expect(lines[0]).toBe(
      'Mohon klarifikasi atas kasus K9F2-07C1-44AE (Polres Kebumen), ekspor 15 bertanggal 12 April 2026:',
    )
    expect(lines).toContain(
      '- SP3D (progres): ekspor 14 melaporkan 17 Maret 2026 pukul 14.20 WIB, ekspor 15 melaporkan 6 Maret 2026 pukul 14.20 WIB.',
    )
    expect(lines.join(' ')).not.toMatch(/manipulasi/i)
  })
})
