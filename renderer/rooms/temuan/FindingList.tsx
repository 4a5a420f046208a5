import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import type { FindingLine } from './model'
import { useScopeName } from './useScopeName'

/** All findings with unit, state and follow-up; the title leads to the finding. */
export function FindingList({ lines, selected }: { lines: readonly FindingLine[]; selected: string | undefined }) {
  const { t, f } = useText()
  const { href } = useRoute()
  const scopeName = useScopeName()
  return (
    <table className="finding-list" aria-label={t('findings.list')}>
      <thead>
        <tr>
          <th scope="col">{t('findings.column.finding')}</th>
          <th scope="col">{t('findings.column.state')}</th>
          <th scope="col">{t('findings.column.due')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ finding, differing, overdue }) => (
          <tr key={finding.id} className={finding.id === selected ? 'on' : ''}>
            <th scope="row">
              <a
                href={href('temuan', { params: { id: finding.id } })}
                {...(finding.id === selected && { 'aria-current': 'true' })}
              >
                {finding.title}
              </a>
              <span className="sm mut">{scopeName(finding)}</span>
              {differing > 0 && <span className="tag x-flag">{t('findings.differs')}</span>}
            </th>
            <td>{t(`findings.state.${finding.state}`)}</td>
            <td className="nw">
              {finding.due_on === null ? (
                <span className="mut">{t('findings.noDue')}</span>
              ) : (
                f.day(finding.due_on, true)
              )}
              {overdue && <span className="sm x-over">{` ${t('findings.overdue')}`}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
