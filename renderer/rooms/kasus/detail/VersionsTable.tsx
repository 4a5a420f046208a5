import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { useText } from '../../../text/useText'
import { StateMark } from '../../../ui/StateMark'
import { Section } from './Section'
import { versionsModel, type VersionLine } from './versions'

function Cell({ line, at }: { line: VersionLine; at: number }) {
  const { t } = useText()
  const text = line.cells[at] ?? <span className="mut">{t('case.values.empty')}</span>
  if (line.difference === 'same' || line.difference === 'touched')
    return <span className={at === 0 ? '' : 'mut'}>{text}</span>
  return <mark className={`${line.changed[at] ? 'n' : ''} ${line.counts[at] ? 'b' : ''}`}>{text}</mark>
}

/** The same fields as successive exports tell them; what differs is tinted and says so. */
export function VersionsTable({ detail }: { detail: CaseDetail }) {
  const { t, f } = useText()
  const model = versionsModel(detail, { t, f })
  const several = model.heads.length > 1
  return (
    <Section
      title={t('case.versions')}
      answer={model.finding}
      note={t(several ? 'case.versions.note' : 'case.versions.noteOne')}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('case.versions.field')}</th>
            {model.heads.map((head) => (
              <th key={head.label} scope="col">
                {head.label}
                {head.gone && <span className="tag">{t('case.versions.gone')}</span>}
              </th>
            ))}
            {several && (
              <th scope="col">
                <span className="hidden-text">{t('case.versions.different')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {model.lines.map((line) => (
            <tr key={line.column}>
              <th scope="row">{line.field}</th>
              {model.heads.map((head, at) => (
                <td key={head.label}>
                  <Cell line={line} at={at} />
                </td>
              ))}
              {several && (
                <td className="sm">
                  {line.difference === 'clarify' && <StateMark state="flagged" word={t('case.versions.clarify')} />}
                  {line.difference === 'different' && t('case.versions.different')}
                  {line.difference === 'touched' && <span className="mut">{t('case.versions.different')}</span>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
