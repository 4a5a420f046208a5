import type { ReactNode } from 'react'
import type { FileReport } from '../../../shared/contract/results/data'
import { LIMITS } from '../../../shared/export/limits'
import { useText } from '../../text/useText'
import { CopyButton } from '../CopyButton'
import { StateMark, stateOfIntake } from '../StateMark'
import {
  baseName,
  columnWords,
  isRegistryFile,
  replyText,
  rowWords,
  whatHappened,
  whatToDo,
  type UnitReports,
} from '../../../shared/sentences/advice'

function Findings({ report }: { report: FileReport }) {
  const { t, f } = useText()
  const { findings } = report
  if (findings.length === 0) return null
  const placed = findings.some((finding) => finding.place.row !== undefined || finding.place.column !== undefined)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('import.column.file')}</th>
          {placed && (
            <>
              <th scope="col" className="r">
                {t('import.column.row')}
              </th>
              <th scope="col">{t('import.column.column')}</th>
            </>
          )}
          <th scope="col" className="third">
            {t('import.column.what')}
          </th>
          <th scope="col">{t('import.column.todo')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, index) => (
          // Findings carry no number of their own, and two may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={index}>
            <td className="nw">{finding.place.file ?? ''}</td>
            {placed && (
              <>
                <td className="r b">{rowWords(finding, t, f)}</td>
                <td>{columnWords(finding, t, f)}</td>
              </>
            )}
            <td>{whatHappened(finding, t)}</td>
            <td>{whatToDo(finding, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Props {
  group: UnitReports
  unitName: string
  /** the deed offered for a file that is a registry package */
  asRegistry?: ((file: string) => ReactNode) | undefined
}

/** One unit's files of an import: outcome, what was kept, findings, and the text to send back. */
export function FileFindings({ group, unitName, asRegistry }: Props) {
  const { t, f } = useText()
  const codes = [...new Set(group.files.flatMap((file) => file.findings.map((finding) => finding.code)))]
  const isRegistry = group.files.every(isRegistryFile)
  const count = group.files.reduce((sum, file) => sum + file.findings.length, 0)
  return (
    <section className="fig">
      {group.files.map((report) => (
        <div key={report.file} className="one-file">
          <div className="rowline spread">
            <h3>
              {t(`import.file.${report.outcome}`, {
                what:
                  report.sequence === null
                    ? baseName(report.file)
                    : t('import.file.what', { unit: unitName, sequence: f.count(report.sequence) }),
              })}
            </h3>
            <StateMark
              state={stateOfIntake(report.outcome)}
              word={report.outcome === 'duplicate' ? t('import.duplicate') : t(`outcomeOfIntake.${report.outcome}`)}
            />
          </div>
          <p className="find">
            <b>{t(`import.kept.${report.outcome}`)}</b> <span className="code mut">{baseName(report.file)}</span>
          </p>
          <Findings report={report} />
          {asRegistry && isRegistryFile(report) && <div className="rowline under-text">{asRegistry(report.file)}</div>}
        </div>
      ))}
      {count > 0 && !isRegistry && (
        <div className="rowline under-text">
          <CopyButton kind="primary" text={replyText(unitName, group.files, t, f)} label={t('import.copy')} />
          <span className="mut sm">
            {t('import.codes')} <span className="code">{codes.join(', ')}</span>.{' '}
            {group.files.some((file) => file.findings.length >= LIMITS.findings)
              ? t('import.count.full', { n: f.count(LIMITS.findings) })
              : t('import.count.findings', { n: f.count(count) })}
          </span>
        </div>
      )}
    </section>
  )
}
