import { expect, test } from 'vitest'
import {
  cellWords,
  rateSentence,
  rateTable,
  triangleCells,
  triangleSentence,
  triangleTable,
} from '../../../../renderer/rooms/integritas/revisions/model'
import { textIn } from '../../../../renderer/text/useText'
import type { RevisionCounts, RevisionTriangle } from '../../../../shared/contract/results/revisions'
import { plain } from '../../../../shared/sentences/words'

const words = textIn('id')
const one = (sequence: number, period_to: string) => ({ sequence, period_to, coverage_from: '2026-01-01', imported_at: '', cases: 0 }) // prettier-ignore
const triangle: RevisionTriangle = {
  unit: 'POLRES-1', name: 'Polres Satu', exports: [one(1, '2026-01-31'), one(2, '2026-02-28'), one(4, '2026-03-20')],
  months: [
    { month: '2026-01', counts: [200, 202, 150] },
    { month: '2026-02', counts: [null, 40, 40] },
    { month: '2026-03', counts: [null, null, 12] },
  ],
  changed_cells: 2, compared_cells: 3,
} // prettier-ignore

test('a revision has its sign and number, and a weight by its size; a month that goes on has none', () => {
  const rows = triangleCells(triangle)
  expect(rows.map(({ cells }) => cells.map((cell) => cellWords(cell, words)))).toEqual([
    ['200', '202 (+2)', '150 (−52)'],
    ['–', '40', '40'],
    ['–', '–', '12'],
  ])
  expect(rows[0]?.cells.map(({ heat }) => heat)).toEqual([0, 1, 3])
  const going = triangleCells({ ...triangle, exports: [one(1, '2026-01-20'), one(2, '2026-02-28'), one(4, '2026-03-20')] }) // prettier-ignore
  expect(going[0]?.cells.map(({ heat, isRevision }) => [heat, isRevision])).toEqual([[0, false], [0, false], [3, true]]) // prettier-ignore
})

test('sentences say what was compared, and when nothing could be', () => {
  expect(plain(triangleSentence(triangle, words))).toContain('2 dari 3')
  expect(triangleSentence({ ...triangle, exports: [one(1, '2026-01-31')] }, words).answer).toContain('Belum ada dua ekspor') // prettier-ignore
  expect(triangleSentence({ ...triangle, changed_cells: 0 }, words).answer).toContain('Tidak. Semua 3')
  const counts: RevisionCounts = { exports: 2, pairs: 1, cases: 10, cases_changed: 2, comparable: 400, changed: 3, rate: 3 / 400 } // prettier-ignore
  const unit = { unit: 'POLRES-1', name: 'Polres Satu', level: 'polres', ...counts }
  const rate = { units: [unit], total: counts }
  expect(plain(rateSentence(rate, words))).toBe('0,75% isian berubah: 3 dari 400. 1 dari 1 satuan mengubah sesuatu, dalam 1 pasangan ekspor berurutan.') // prettier-ignore
  expect(rateSentence({ units: [], total: { ...counts, rate: null } }, words).answer).toContain('Belum ada')
  expect(rateTable(rate, words).rows).toEqual([['Polres Satu', 2, 1, 2, 10, 3, 400, 3 / 400]])
  expect(triangleTable(triangle, words).rows[1]).toEqual(['Februari 2026', { notApplicable: true }, 40, 40])
})
