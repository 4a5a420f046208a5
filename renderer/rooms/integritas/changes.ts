/** Undeclared changes in words, and one change with both values side by side. Pure. */
import type { CaseDetail, CaseVersion } from '../../../shared/contract/results/cases'
import type { ExportLine } from '../../../shared/contract/results/data'
import type { ChangeLine } from '../../../shared/contract/results/integrity'
import { CASE_COLUMNS, fieldName, valueWords } from '../../../shared/sentences/caseFields'
import type { Words } from '../../../shared/sentences/words'

export const WHOLE_ROW = '*'

export const fieldWords = ({ resource, field, code }: ChangeLine, words: Words): string => {
  if (field !== WHOLE_ROW) return resource === 'cases' ? fieldName(field, words) : field
  return code === 'SILENT-EDIT' ? words.t(`resource.${resource}`) : words.t('integrity.wholeRow')
}

/** One of the two values; what is absent as a row and what is empty never look alike. */
export function sideWords(change: ChangeLine, side: 'first' | 'now', words: Words): string {
  const { t } = words
  const { code, field, resource } = change
  if (code === 'BACKDATED-INSERT') return t(side === 'first' ? 'integrity.value.absent' : 'integrity.value.present')
  if (field === WHOLE_ROW) return t(side === 'first' ? 'integrity.value.present' : 'integrity.value.removed')
  const value = side === 'first' ? change.reported_first : change.reported_now
  return valueIn(resource, field, value, words)
}

function valueIn(resource: string, field: string, value: string | null, words: Words): string {
  const said = resource === 'cases' ? valueWords(field, value, words, true) : value
  return said ?? words.t('integrity.value.empty')
}

/** What happened, in one sentence. */
export function changeSentence(change: ChangeLine, words: Words): string {
  const { t } = words
  const row = change.row_id
  if (change.code === 'BACKDATED-CLOSE') return t('integrity.change.close', { row })
  if (change.code === 'BACKDATED-INSERT') return t('integrity.change.insert', { row })
  return change.field === WHOLE_ROW
    ? t('integrity.change.delete', { row })
    : t('integrity.change.edit', { row, field: fieldWords(change, words) })
}

/** Which of the two values every figure uses today. */
export function countsWords(change: ChangeLine, words: Words): string {
  const { t } = words
  const [a, b] = change.exports
  if (change.code.startsWith('BACKDATED')) return t('integrity.change.countsReported')
  if (change.state === 'closed') return t('integrity.change.closedText')
  if (change.field === WHOLE_ROW || change.counts === change.reported_first || change.counts === change.reported_now) {
    const isNew = change.state === 'accepted'
    return isNew ? t('integrity.change.countsNow', { sequence: b }) : t('integrity.change.countsFirst', { sequence: a })
  }
  const value = valueIn(change.resource, change.field, change.counts, words)
  return t('integrity.change.countsOther', { value })
}

export interface SideLine {
  field: string
  before: string
  after: string
  differs: boolean
}
const CORE = ['received_at', 'category', 'first_response_at', 'progress_at', 'closed_at', 'status', 'outcome', 'respondent_function'] // prettier-ignore
const BOOKKEEPING = 'updated_at'

/** The version of a case that an export showed. */
const versionAt = (versions: readonly CaseVersion[], sequence: number) =>
  versions.findLast((version) => version.sequence <= sequence)

/** Fields of the row in both exports; without the case's versions only the one that changed. */
export function sideBySide(change: ChangeLine, detail: CaseDetail | null, words: Words): SideLine[] {
  const changed: SideLine = {
    field: fieldWords(change, words),
    before: sideWords(change, 'first', words),
    after: sideWords(change, 'now', words),
    differs: true,
  }
  const [a, b] = change.exports
  const before = detail && change.resource === 'cases' ? versionAt(detail.versions, a) : undefined
  const after = detail && versionAt(detail.versions, b)
  if (!before || !after || change.field === WHOLE_ROW) return [changed]
  const differing = CASE_COLUMNS.filter((name) => name !== BOOKKEEPING && before.values[name] !== after.values[name])
  const columns = [...CORE, ...differing.filter((name) => !CORE.includes(name))]
  return columns.map((name) =>
    name === change.field
      ? changed
      : {
          field: fieldName(name, words),
          before: valueIn('cases', name, before.values[name] ?? null, words),
          after: valueIn('cases', name, after.values[name] ?? null, words),
          differs: differing.includes(name),
        },
  )
}

/** Line of the row in the first export; null when that export is not the one that brought the row's version. */
export function firstRow({ resource, exports }: ChangeLine, detail: CaseDetail | null): number | null {
  const version = detail && resource === 'cases' ? versionAt(detail.versions, exports[0]) : undefined
  return version?.sequence === exports[0] ? version.row : null
}

export type Verdict = 'on_time' | 'late'
/** What the change does to a deadline that it decides; null when it decides none. */
export function consequence(
  change: ChangeLine,
  detail: CaseDetail | null,
): { rule: { id: string; en: string }; before: Verdict; after: Verdict } | null {
  const deadline = detail?.deadlines.find(({ to, due_at }) => change.resource === 'cases' && to === change.field && due_at !== null) // prettier-ignore
  if (!deadline?.due_at) return null
  const due = Date.parse(deadline.due_at)
  const judge = (value: string | null): Verdict => (value !== null && Date.parse(value) < due ? 'on_time' : 'late')
  const [before, after] = [judge(change.reported_first), judge(change.reported_now)]
  return before === after ? null : { rule: deadline.title, before, after }
}

/** The two exports that a change lies between, as the ledger has them. */
export function exportsOf(
  change: ChangeLine,
  lines: readonly ExportLine[],
): [ExportLine | undefined, ExportLine | undefined] {
  const find = (sequence: number) => lines.find((line) => line.sequence === sequence && line.state === 'accepted')
  return [find(change.exports[0]), find(change.exports[1])]
}
