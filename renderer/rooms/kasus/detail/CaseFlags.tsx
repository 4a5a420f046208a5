import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useText } from '../../../text/useText'
import { StateMark } from '../../../ui/StateMark'
import { fieldName } from '../../../../shared/sentences/caseFields'
import { detailsText, flagsOf } from './reference'
import { Section } from './Section'

/** The flags that touch this case: each a question to the unit. */
export function CaseFlags({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  const flags = flagsOf(detail).length
  const answer =
    flags === 0
      ? t('case.findings.none')
      : flags === 1
        ? t('case.findings.one')
        : t('case.findings.answer', { n: f.count(flags) })
  return (
    <Section title={t('case.findings')} answer={answer} note={t('case.findings.note')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('case.findings.flag')}</th>
            <th scope="col">{t('case.findings.field')}</th>
            <th scope="col">{t('case.findings.says')}</th>
          </tr>
        </thead>
        <tbody>
          {detail.findings.map((finding, at) => (
            // Flags have no id of their own, and one code may stand at several fields.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={`${finding.code}-${finding.field}-${at}`}>
              <td>
                {finding.severity === 'info' ? (
                  <StateMark state="verified" word={t('case.findings.declared')} />
                ) : (
                  <StateMark state="flagged" word={t('case.findings.clarify')} />
                )}
                <div className="code mut sm">{finding.code}</div>
              </td>
              <td>{finding.field === null ? t('case.findings.wholeRow') : fieldName(finding.field, { t, f })}</td>
              <td>
                {t.code('code', finding.code)}
                <div className="sm mut">{detailsText(finding, { t, f })}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
