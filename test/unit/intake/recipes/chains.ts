/** Exports that are right by themselves and wrong beside those before them: how to make them, and what is said of the last. */
import type { FindingCode } from '../../../../shared/export/codes'
import { caseRow, correctionRow, makeExport, nextExport } from '../../../helpers/signedExports'

export interface ChainRecipe {
  why: string
  code: FindingCode
  /** files by import: those of one import are taken in the order of their numbers, whatever their place here */
  imports: () => Buffer[][]
}

const ONE = caseRow(1)
const FIRST = makeExport({ tables: { cases: [ONE, caseRow(2)], corrections: [correctionRow(1)] } })
type More = NonNullable<Parameters<typeof nextExport>[2]>
type Tables = NonNullable<More['tables']>
const SAME: Tables = { cases: [ONE, caseRow(2)], corrections: [correctionRow(1)] }
const second = (more: More = {}) => nextExport(FIRST, 2, { tables: SAME, ...more })
const after = (more: More) => () => [[FIRST.zip, second(more).zip]]
const changed = (tables: Tables) => after({ tables: { ...SAME, ...tables } })
const number = (sequence: number, more: More = {}) => nextExport(second(), sequence, { tables: SAME, ...more })
const LATER = {
  period: { from: '2026-04-11', to: '2026-04-12' }, asOf: '2026-04-13T00:00:00+07:00', created: '2026-04-13T08:00:00+07:00',
} // prettier-ignore

export const CHAINS: readonly ChainRecipe[] = [
  { why: 'the same file twice', code: 'DUPLICATE', imports: () => [[FIRST.zip, FIRST.zip]] },
  {
    why: 'another story under the same number',
    code: 'CHAIN-FORK',
    imports: () => [[FIRST.zip], [makeExport({ tables: { cases: [ONE] } }).zip]],
  },
  {
    why: 'names another predecessor',
    code: 'CHAIN-PREV',
    imports: after({ previous: { sequence: 1, descriptor_sha256: '7'.repeat(64) } }),
  },
  { why: 'coverage begins after the period', code: 'COVERAGE-SHRUNK', imports: after({ coverageFrom: '2026-04-09' }) },
  { why: 'far beyond the next number', code: 'CHAIN-JUMP', imports: () => [[FIRST.zip, number(40).zip]] },
  { why: 'a number left out', code: 'CHAIN-GAP', imports: () => [[FIRST.zip, number(3, LATER).zip]] },
  {
    why: 'the number left out comes after all',
    code: 'CHAIN-LATE',
    imports: () => [[FIRST.zip, number(3, LATER).zip], [second().zip]],
  },
  {
    why: 'reports days again',
    code: 'PERIOD-OVERLAP',
    imports: after({ period: { from: '2026-03-20', to: '2026-04-10' } }),
  },
  {
    why: 'leaves days out',
    code: 'PERIOD-GAP',
    imports: after({ period: { from: '2026-04-04', to: '2026-04-10' } }),
  },
  { why: 'read at the same moment', code: 'TIME-BACKWARDS', imports: after({ asOf: '2026-04-01T00:00:00+07:00' }) },
  {
    why: 'a category changes without a word',
    code: 'SILENT-EDIT',
    imports: changed({ cases: [caseRow(1, { category: 'discrimination' }), caseRow(2)] }),
  },
  { why: 'a case is gone', code: 'SILENT-DELETE', imports: changed({ cases: [caseRow(2)] }) },
  {
    why: 'closed long before it was said',
    code: 'BACKDATED-CLOSE',
    imports: changed({ cases: [caseRow(1, { status: 'closed', closed_at: '2026-03-03T09:00:00+07:00' }), caseRow(2)] }),
  },
  {
    why: 'a case received long ago appears',
    code: 'BACKDATED-INSERT',
    imports: changed({ cases: [ONE, caseRow(2), caseRow(3)] }),
  },
  {
    why: 'a correction of nothing',
    code: 'CORRECTION-PHANTOM',
    imports: changed({
      corrections: [correctionRow(1), correctionRow(2, { old_value: 'letter', new_value: 'email' })],
    }),
  },
  {
    why: 'a change that was declared',
    code: 'CORRECTION-DECLARED',
    imports: changed({
      cases: [caseRow(1, { channel: 'email' }), caseRow(2)],
      corrections: [correctionRow(1), correctionRow(2, { old_value: 'whatsapp', new_value: 'email' })],
    }),
  },
]
