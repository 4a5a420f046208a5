/** Rows that are in form and still need a question. */
import { caseRow, callRow, correctionRow, makeExport } from '../../../helpers/signedExports'
import { cases, row2, type Recipe } from './recipe'

export const MEANING: readonly Recipe[] = [
  {
    why: 'offset of another zone in a row',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00+08:00' })),
    code: 'TIME-ZONE',
    place: row2('received_at'),
  },
  {
    why: 'offset of another zone in the descriptor',
    zip: () => makeExport({ created: '2026-04-02T08:15:00+09:00' }).zip,
    code: 'TIME-ZONE',
    place: { file: 'datapackage.json', column: 'created' },
  },
  {
    why: 'recorded before received',
    zip: () => cases(caseRow(1, { recorded_at: '2026-03-01T09:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('recorded_at'),
  },
  {
    why: 'updated before recorded',
    zip: () => cases(caseRow(1, { updated_at: '2026-03-02T09:30:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('updated_at'),
  },
  {
    why: 'answered before received',
    zip: () => cases(caseRow(1, { first_response_at: '2026-03-01T09:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('first_response_at'),
  },
  {
    why: 'closed before received',
    zip: () => cases(caseRow(1, { status: 'closed', closed_at: '1900-01-01T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('closed_at'),
  },
  {
    why: 'closed after updated',
    zip: () => cases(caseRow(1, { status: 'closed', closed_at: '2026-03-04T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('closed_at'),
  },
  {
    why: 'after as_of',
    zip: () => cases(caseRow(1, { viral_at: '3019-01-01T00:00:00+07:00' })),
    code: 'SEMANTIC',
    place: row2('viral_at'),
  },
  {
    why: 'more calls answered than offered',
    zip: () => makeExport({ tables: { daily_calls: [callRow({ answered: '9' })] } }).zip,
    code: 'SEMANTIC',
    place: row2('answered', 'daily_calls.csv'),
  },
  {
    why: 'read before the period was over',
    zip: () => makeExport({ asOf: '2026-03-31T23:59:59+07:00' }).zip,
    code: 'SEMANTIC',
    place: { file: 'datapackage.json', column: 'as_of' },
  },
  {
    why: 'NIK in a reason',
    zip: () =>
      makeExport({ tables: { corrections: [correctionRow(1, { reason: 'NIK 3374012304567890 salah' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('reason', 'corrections.csv'),
  },
  {
    why: 'number in an old value',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { old_value: '+62 812-3456-7890' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('old_value', 'corrections.csv'),
  },
  {
    why: 'e-mail in a new value',
    zip: () => makeExport({ tables: { corrections: [correctionRow(1, { new_value: 'budi@contoh.id' })] } }).zip,
    code: 'PRIVACY-PII',
    place: row2('new_value', 'corrections.csv'),
  },
  {
    why: 'a NIK as pseudonym',
    zip: () => cases(caseRow(1, { complainant_ref: '3374012304567890' })),
    code: 'PRIVACY-PII',
    place: row2('complainant_ref'),
  },
  {
    why: 'e-mail as generator',
    zip: () => makeExport({ generator: { name: 'budi@contoh.id', version: '1' } }).zip,
    code: 'PRIVACY-PII',
    place: { file: 'datapackage.json', column: 'generator.name' },
  },
]
