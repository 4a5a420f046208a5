import { expect, test } from 'vitest'
import type { AuditFinding } from '../../../../shared/contract/findings'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import { criterionText, pinnedLabel, pinnedValue } from '../../../../shared/report/pinned'
import { countsUnder, valueAt } from '../../../../shared/report/basis'
import { findingLines, roomOfQuery } from '../../../../renderer/rooms/temuan/model'
import { previewZoom } from '../../../../renderer/rooms/temuan/compose/Preview'

const words = { t: translator('id'), f: formats('id') }
const finding = (id: string, more: Partial<AuditFinding>): AuditFinding => ({
  id,
  created_at: `2026-04-01T00:00:0${id.at(-1)}Z`,
  updated_at: '',
  unit: null,
  figures: [],
  title: id,
  condition: '',
  criteria: '',
  cause: '',
  effect: '',
  recommendation: '',
  response: '',
  due_on: null,
  state: 'draft',
  ...more,
})

test('open findings come first, by follow-up day; closed ones last', () => {
  const lines = findingLines(
    [
      finding('T-0001', { state: 'closed', due_on: '2026-01-01' }),
      finding('T-0002', {}),
      finding('T-0003', { due_on: '2026-06-01' }),
      finding('T-0004', { due_on: '2026-05-01' }),
    ],
    [],
    '2026-05-20',
  )
  expect(lines.map((line) => line.finding.id)).toEqual(['T-0004', 'T-0003', 'T-0002', 'T-0001'])
  expect(lines.map(({ overdue }) => overdue)).toEqual([true, false, false, false])
})

test('figures that differ today are counted for their finding alone', () => {
  const check = (id: string, index: number, differs: boolean) => ({
    finding: id,
    index,
    now: 1,
    differs,
    exports_changed: 0,
  })
  const lines = findingLines(
    [finding('T-0001', {}), finding('T-0002', {})],
    [check('T-0001', 0, true), check('T-0001', 1, true), check('T-0002', 0, false)],
    '2026-01-01',
  )
  expect(lines.map(({ differing }) => differing)).toEqual([2, 0])
})

test('a pinned figure leads back to the room that draws it', () => {
  expect(['overview.keyFigures', 'region.backlog', 'durations.curve', 'cases.page'].map(roomOfQuery)).toEqual([
    'ikhtisar',
    'wilayah',
    'wilayah',
    'kasus',
  ])
})

test('a pinned figure in words', () => {
  expect(pinnedValue(0.776, 'share', words)).toBe('77,6%')
  expect(pinnedValue(1208, 'count', words)).toBe('1.208')
  expect(pinnedValue(null, 'days', words)).toBe('data tidak cukup')
  expect(pinnedLabel('metric.sp3d_on_time', words.t)).toBe('SP3D tepat waktu')
  expect(pinnedLabel('anything else', words.t)).toBe('anything else')
})

test('a rule becomes a criterion with its basis, kind and days in force', () => {
  const rule = {
    code: 'sp3d-20',
    title: { id: 'SP3D paling lambat 20 hari kerja sejak diterima', en: 'Progress notice within 20 working days' },
    basis: 'Perpol 2/2024',
    kind: 'regulation' as const,
    limit: { value: 20, unit: 'working_days' as const },
    effective_from: '2024-03-01',
    effective_to: null,
  }
  expect(criterionText(rule, 'id', words)).toBe(
    'SP3D paling lambat 20 hari kerja sejak diterima. Perpol 2/2024 (peraturan), berlaku sejak 1 Maret 2024.',
  )
  expect(criterionText({ ...rule, effective_to: '2025-12-31' }, 'id', words)).toContain(
    'berlaku 1 Maret 2024 s.d. 31 Desember 2025',
  )
})

test('paths reach a number by place or by unit, and the counts that stand beside it', () => {
  const result = {
    figures: [
      { metric: 'received', value: 9 },
      { metric: 'sp3d_on_time', value: 0.53, numerator: 18, denominator: 34 },
    ],
    units: [{ unit: 'POLRES-33.02', n: 34, observed: 18 }],
  }
  expect(valueAt(result, 'figures.1.value')).toBe(0.53)
  expect(valueAt(result, 'figures[sp3d_on_time].value')).toBe(0.53)
  expect(valueAt(result, 'units[POLRES-33.02].n')).toBe(34)
  expect(valueAt(result, 'units[POLRES-33.03].n')).toBe(undefined)
  expect(valueAt(result, 'units.__proto__.length')).toBe(undefined)
  expect(countsUnder(result, 'figures.1.value')).toEqual([18, 34, 16])
  expect(countsUnder(result, 'units[POLRES-33.02].observed')).toEqual([34, 18, 16])
  expect(countsUnder(result, 'figures.7.value')).toBe(null)
})

test('two pages fit beside each other, never larger than on paper', () => {
  expect(previewZoom(1048)).toBeCloseTo(0.646, 2)
  expect(previewZoom(4000)).toBe(1)
})
