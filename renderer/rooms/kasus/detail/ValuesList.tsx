import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useText } from '../../../text/useText'
import { CASE_COLUMNS, fieldName, isVerbatim, valueWords } from '../../../../shared/sentences/caseFields'
import { Section } from './Section'

/** Every column of the case in words, empty ones too. */
export function ValuesList({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  const filled = CASE_COLUMNS.filter((column) => (detail.case[column] ?? null) !== null).length
  const answer = t('case.values.answer', { filled: f.count(filled), total: f.count(CASE_COLUMNS.length) })
  return (
    <Section title={t('case.values')} answer={answer} note={t('case.values.note')} className="values">
      <dl className="kv values-list">
        {CASE_COLUMNS.map((column) => {
          const value = valueWords(column, detail.case[column] ?? null, { t, f })
          return (
            <div key={column}>
              <dt title={column}>{fieldName(column, { t, f })}</dt>
              <dd className={value !== null && isVerbatim(column) ? 'code' : ''}>
                {value ?? <span className="mut">{t('case.values.empty')}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
