/** The same case as successive exports tell it, side by side. Pure. */
import type { CaseDetail, CaseVersion } from '../../../../shared/contract/results/cases'
import type { Words } from '../../../../shared/sentences/words'
import { CASE_COLUMNS, fieldName, valueWords } from '../../../../shared/sentences/caseFields'

/** `touched`: only the moment of the last change differs, as it must */
export type Difference = 'same' | 'touched' | 'different' | 'clarify'
export interface VersionLine {
  column: string
  field: string
  /** one text a version, null = empty */
  cells: (string | null)[]
  difference: Difference
  /** which cells hold another value than the first version */
  changed: boolean[]
  /** which cells hold the value that figures use */
  counts: boolean[]
}
export interface VersionsModel {
  finding: string
  /** heads of the columns; `gone`: that export no longer holds the row */
  heads: { label: string; sequence: number; gone: boolean }[]
  lines: VersionLine[]
  /** columns that differ, bookkeeping left out */
  differing: string[]
}

/** Shown even when nothing changed; everything that differs comes to them. */
const CORE = [
  'received_at',
  'category',
  'oversight_grade',
  'first_response_at',
  'progress_at',
  'status',
  'respondent_function',
  'reopened_count',
]
/** Says only that the row was touched. */
const BOOKKEEPING = 'updated_at'
const UNDECLARED = new Set(['SILENT-EDIT', 'SILENT-DELETE', 'BACKDATED-CLOSE', 'BACKDATED-INSERT'])
/** More than this do not fit side by side: the first and the last ones are shown. */
const SHOWN = 3

function shownVersions(versions: readonly CaseVersion[]): { version: CaseVersion; number: number }[] {
  const numbered = versions.map((version, at) => ({ version, number: at + 1 }))
  return numbered.length <= SHOWN ? numbered : [...numbered.slice(0, 1), ...numbered.slice(1 - SHOWN)]
}

export function versionsModel(detail: CaseDetail, words: Words): VersionsModel {
  const { t, f } = words
  const shown = shownVersions(detail.versions)
  const present = detail.versions.filter(({ row }) => row !== null)
  const differs = (column: string) => new Set(present.map(({ values }) => values[column] ?? null)).size > 1
  const flagged = new Set(detail.findings.filter(({ code }) => UNDECLARED.has(code)).map(({ field }) => field))
  const declared = detail.findings.some(({ code }) => code === 'CORRECTION-DECLARED')
  const differing = CASE_COLUMNS.filter((column) => column !== BOOKKEEPING && differs(column))

  const differenceOf = (column: string): Difference => {
    if (!differs(column)) return 'same'
    if (column === BOOKKEEPING) return 'touched'
    return flagged.has(column) ? 'clarify' : 'different'
  }
  const columns = [...CORE, ...CASE_COLUMNS.filter((column) => !CORE.includes(column) && differs(column))]
  const lines = columns.map((column): VersionLine => {
    const counts = detail.case[column] ?? null
    const values = shown.map(({ version }) => (version.row === null ? null : (version.values[column] ?? null)))
    return {
      column,
      field: fieldName(column, words),
      cells: values.map((value) => valueWords(column, value, words, true)),
      changed: values.map((value) => value !== values[0]),
      counts: values.map((value) => value === counts),
      difference: differenceOf(column),
    }
  })

  const undeclared = differing.filter((column) => flagged.has(column)).length
  const [first, last] = [detail.versions[0], detail.versions.at(-1)]
  const range = { first: first?.sequence ?? '', last: last?.sequence ?? '' }
  const end =
    undeclared > 0
      ? t('case.versions.undeclared', { n: f.count(undeclared) })
      : t(declared ? 'case.versions.declared' : 'case.versions.plain')
  const finding =
    detail.versions.length <= 1
      ? t('case.versions.one', { sequence: range.last })
      : differing.length === 0
        ? t('case.versions.same', range)
        : t('case.versions.some', { ...range, n: f.count(differing.length), total: f.count(CASE_COLUMNS.length) }) + end
  return {
    finding,
    heads: shown.map(({ version, number }) => ({
      label: t('case.versions.version', { n: number, sequence: version.sequence }),
      sequence: version.sequence,
      gone: version.row === null,
    })),
    lines,
    differing,
  }
}
