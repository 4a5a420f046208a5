import type { BoardCell, ExportLine } from '../../../shared/contract/results/data'
import { periodWords } from '../../../shared/messages/period'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { TextButton } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { replyText, whatHappened } from '../../../shared/sentences/advice'
import { StateMark, stateOfBoard, stateOfIntake } from '../../ui/StateMark'
import { ErrorState, Loading } from '../../ui/States'
import { Facts, type Fact } from './Facts'
import type { Picked } from './BoardGrid'
import { monthLetter } from './letters'

/** Exports whose period touches a month. */
const exportsOfMonth = (lines: readonly ExportLine[], unit: string, month: string): ExportLine[] =>
  lines.filter(
    (line) => line.unit === unit && line.period.from.slice(0, 7) <= month && line.period.to.slice(0, 7) >= month,
  )

const FINDINGS = 6

function Export({ line }: { line: ExportLine }) {
  const { t, f } = useText()
  const codes = [...new Map(line.findings.map((finding) => [finding.code, finding])).values()]
  const facts: Fact[] = [
    [t('exports.period'), periodWords(line.period.from, line.period.to, t, f)],
    [t('exports.asOf'), f.moment(line.as_of)],
    [t('exports.imported'), f.moment(line.imported_at)],
    [t('exports.rows'), f.count(line.rows['cases'] ?? 0)],
    [t('exports.file'), line.file_name],
    [t('exports.descriptor'), line.descriptor_sha256, true],
    [t('exports.kid'), line.kid, true],
  ]
  return (
    <div className="one-export">
      <h3 className="rowline spread">
        {t('integrity.board.export', { sequence: f.count(line.sequence) })}
        <StateMark state={stateOfIntake(line.outcome)} word={t(`outcomeOfIntake.${line.outcome}`)} />
      </h3>
      <Facts facts={facts} />
      {codes.length > 0 && (
        <ul className="codes">
          {codes.slice(0, FINDINGS).map((finding) => (
            <li key={finding.code}>
              {whatHappened(finding, t)} <span className="code mut sm">{finding.code}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** What stands behind one cell of the board: the unit's exports of that month, or that there are none. */
export function CellPanel({
  picked,
  cell,
  onBack,
}: {
  picked: Picked
  cell: BoardCell | undefined
  onBack: () => void
}) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const units = useUnits()
  const exports = useNamedQuery('exports.list', { unit: picked.unit })
  const name = units.name(picked.unit)
  const lines = exportsOfMonth(exports.data ?? [], picked.unit, picked.month)
  const reports = lines
    .filter(({ findings }) => findings.length > 0)
    .map(({ file_name: file, unit, sequence, outcome, findings }) => ({ file, unit, sequence, outcome, findings }))
  const inUnit = { filter: { unit: picked.unit } }
  return (
    <section className="fig" aria-live="polite">
      <header>
        <h2>{t('integrity.board.unitMonth', { name, month: f.month(picked.month) })}</h2>
        {cell && <StateMark state={stateOfBoard(cell.state)} word={t(`board.${cell.state}`)} />}
      </header>
      {exports.error && <ErrorState error={exports.error} onRetry={exports.refetch} />}
      {!exports.data && !exports.error && <Loading />}
      {exports.data && lines.length === 0 && <p className="find">{t('integrity.board.noExport')}</p>}
      {lines.map((line) => (
        <Export key={line.descriptor_sha256} line={line} />
      ))}
      <div className="rowline under-text">
        {cell?.state === 'missing' && (
          <CopyButton text={monthLetter(name, picked.month, words)} label={t('integrity.board.clarify')} />
        )}
        {reports.length > 0 && <CopyButton text={replyText(name, reports, t, f)} label={t('integrity.desk.copy')} />}
      </div>
      <p className="links">
        <a href={href('integritas', { ...inUnit, params: { tab: 'perubahan' } })}>{t('integrity.board.toChanges')}</a>
        <a href={href('wilayah', inUnit)}>{t('integrity.board.toRegion')}</a>
        <span>
          <TextButton onPress={onBack}>{t('integrity.open.back')}</TextButton>
        </span>
      </p>
    </section>
  )
}
