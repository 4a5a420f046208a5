import { RESOURCES } from '../../../shared/export/enums'
import type { ExportLine } from '../../../shared/contract/results/data'
import { periodWords } from '../../../shared/messages/period'
import { useText } from '../../text/useText'
import { CopyButton } from '../../ui/CopyButton'
import { Dialog } from '../../ui/Dialog'
import { columnWords, replyText, rowWords, whatHappened, whatToDo } from '../../../shared/sentences/advice'
import { StateMark, stateOfIntake } from '../../ui/StateMark'
import { ReceiptPart } from './ReceiptPart'

/** One export to the last digit: period, times, hashes, signer, rows, findings, and the text to send back. */
export function ExportDetail({ line, onClose }: { line: ExportLine | null; onClose: () => void }) {
  const { t, f } = useText()
  if (!line) return null
  const { unit, name, sequence, findings, outcome } = line
  const report = { file: line.file_name, unit, sequence, outcome, findings }
  const facts: [string, string, boolean?][] = [
    [t('exports.file'), line.file_name],
    [t('exports.period'), periodWords(line.period.from, line.period.to, t, f)],
    [t('exports.coverage'), f.day(line.coverage_from)],
    [t('exports.asOf'), f.moment(line.as_of)],
    [t('exports.created'), f.moment(line.created)],
    [t('exports.imported'), f.moment(line.imported_at)],
    [t('exports.rowsOf'), RESOURCES.map((each) => `${each} ${f.count(line.rows[each] ?? 0)}`).join(', ')],
    [t('exports.descriptor'), line.descriptor_sha256, true],
    [t('exports.archive'), line.archive_sha256, true],
    [t('exports.kid'), line.kid, true],
  ]
  return (
    <Dialog
      title={t('exports.detail', { unit: name, sequence: f.count(sequence) })}
      isOpen
      onClose={onClose}
      width="wide"
    >
      <div className="stack">
        <StateMark state={stateOfIntake(outcome)} word={t(`outcomeOfIntake.${outcome}`)} />
        <dl className="kv">
          {facts.map(([label, value, code]) => (
            <div className="contents" key={label}>
              <dt>{label}</dt>
              <dd className={code ? 'code' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
        {findings.length === 0 ? (
          <p className="mut">{t('exports.noFindings')}</p>
        ) : (
          <>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('import.column.file')}</th>
                  <th scope="col" className="r">
                    {t('import.column.row')}
                  </th>
                  <th scope="col">{t('import.column.column')}</th>
                  <th scope="col">{t('import.column.what')}</th>
                  <th scope="col">{t('import.column.todo')}</th>
                </tr>
              </thead>
              <tbody>
                {findings.map((finding, index) => (
                  // Findings carry no number of their own, and two may be alike.
                  // oxlint-disable-next-line react/no-array-index-key
                  <tr key={index}>
                    <td>{finding.place.file ?? ''}</td>
                    <td className="r">{rowWords(finding, t, f)}</td>
                    <td>{columnWords(finding, t, f)}</td>
                    <td>
                      {whatHappened(finding, t)} <span className="code mut sm">{finding.code}</span>
                    </td>
                    <td>{whatToDo(finding, t)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div className="rowline">
              <CopyButton kind="primary" text={replyText(name, [report], t, f)} label={t('import.copy')} />
            </div>
          </>
        )}
        <ReceiptPart line={line} />
      </div>
    </Dialog>
  )
}
