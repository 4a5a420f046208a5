import type { ReportModel } from '../../../../shared/report/model'
import { findingWarnings } from '../../../../shared/sentences/outside'
import { useText } from '../../../text/useText'

/** What people wrote into the findings of the report that should be looked at before it leaves; nothing is changed. */
export function Warnings({ model, threshold }: { model: ReportModel; threshold: number | null }) {
  const words = useText()
  const { t, f } = words
  const found = model.findings.flatMap((finding) =>
    findingWarnings(finding, threshold, words).map(({ part, warning }) => ({ finding, part, warning })),
  )
  if (found.length === 0) return null
  return (
    <details className="note-box" open>
      <summary>{t('compose.warnings', { n: f.count(found.length) })}</summary>
      <ul>
        {found.map(({ finding, part, warning }) => (
          <li key={`${finding.id} ${part}`}>
            <b>{finding.title}</b>, {t(`findings.part.${part}`)}: {warning}
          </li>
        ))}
      </ul>
    </details>
  )
}
