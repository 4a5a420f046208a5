/** Texts about a case to paste elsewhere: its reference, and the question to the unit. Pure. */
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import type { Words } from '../../../../shared/sentences/words'
import { fieldName, valueWords } from '../../../../shared/sentences/caseFields'
import { versionsModel } from './versions'

/** One line that finds the case again in the signed export it came from. */
export function referenceText(
  { case: values, reporting_unit, reporting_unit_name, provenance }: CaseDetail,
  { t }: Words,
): string {
  return t('case.reference', {
    id: values['case_id'] ?? '',
    unit: reporting_unit_name,
    code: reporting_unit,
    sequence: provenance.sequence,
    row: provenance.row,
    sha: provenance.descriptor_sha256,
    kid: provenance.kid,
  })
}

type CaseFinding = CaseDetail['findings'][number]

/** Findings that need clarification; a correction that the unit declared is none. */
export const flagsOf = ({ findings }: Pick<CaseDetail, 'findings'>): CaseFinding[] =>
  findings.filter(({ severity }) => severity !== 'info')

/** Details of a finding as "name: value" pairs: values of a field in its own words, the rest as they are. */
export function detailsText({ field, details }: CaseFinding, words: Words): string {
  const { t } = words
  // The page names the case already; a row of another table is named.
  const known = details['resource'] === 'cases' ? ['resource', 'row_id'] : []
  return Object.entries(details)
    .filter(([name, value]) => !known.includes(name) && (name.endsWith('_value') || (value !== null && value !== '')))
    .map(([name, value]) => {
      const text = value === null ? null : String(value)
      const said = field !== null && name.endsWith('_value') ? valueWords(field, text, words, true) : text
      return `${t.code('case.detail', name)}: ${said ?? t('case.values.empty')}`
    })
    .join('; ')
}

/** Asks the unit about every flag: what each export said, and which value is used meanwhile. */
export function clarificationText(detail: CaseDetail, words: Words): string {
  const { t, f } = words
  const { versions, provenance } = detail
  const [first, last] = [versions[0], versions.at(-1)]
  const head = t('case.clarification', {
    id: detail.case['case_id'] ?? '',
    unit: detail.unit_name,
    sequence: provenance.sequence,
    asOf: f.day(provenance.as_of),
  })
  const flags = flagsOf(detail).map(({ code, field }) => {
    const flag = t.code('code', code)
    return t('case.clarificationFlag', { flag: field === null ? flag : `${fieldName(field, words)}: ${flag}` })
  })
  const changes =
    first && last && first !== last
      ? versionsModel(detail, words).differing.map((column) =>
          t('case.clarificationChange', {
            field: fieldName(column, words),
            first: first.sequence,
            last: last.sequence,
            before: valueWords(column, first.values[column] ?? null, words) ?? t('case.values.empty'),
            after: valueWords(column, last.values[column] ?? null, words) ?? t('case.values.empty'),
          }),
        )
      : []
  return [head, ...flags, ...changes, t('case.clarificationEnd')].join('\n')
}
