/** Texts about a case to paste elsewhere: its reference, and the question to the unit. Pure. */
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { PATTERNS } from '../../../../shared/export/tables'
import type { Words } from '../../../../shared/sentences/words'
import { fieldName, valueWords } from './fields'
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

/** Details of a finding as "name: value" pairs, moments in words. */
export function detailsText(details: CaseDetail['findings'][number]['details'], { t, f }: Words): string {
  const said = (value: string | number | boolean | null) =>
    value === null || value === ''
      ? t('case.values.empty')
      : PATTERNS.time.test(String(value))
        ? f.moment(String(value), true)
        : String(value)
  return Object.entries(details)
    .map(([name, value]) => `${t.code('case.detail', name)}: ${said(value)}`)
    .join('; ')
}

/** Asks the unit about every flag: what each export said, and which value is used meanwhile. */
export function clarificationText(detail: CaseDetail, words: Words): string {
  const { t, f } = words
  const { versions, provenance, findings } = detail
  const [first, last] = [versions[0], versions.at(-1)]
  const head = t('case.clarification', {
    id: detail.case['case_id'] ?? '',
    unit: detail.unit_name,
    sequence: provenance.sequence,
    asOf: f.day(provenance.as_of),
  })
  const flags = findings.map(({ code, field }) => {
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
