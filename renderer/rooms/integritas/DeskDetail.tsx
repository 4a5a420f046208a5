import { useState } from 'react'
import type { QuarantineLine } from '../../../shared/contract/results/integrity'
import { periodWords } from '../../../shared/messages/period'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { columnWords, replyText, rowWords, whatHappened, whatToDo } from '../../../shared/sentences/advice'
import { StateMark } from '../../ui/StateMark'
import { Facts, type Fact } from './Facts'
import { DecideDialog, type Decision } from './DecideDialog'
import { reasonsOf } from './desk'

const MARK = { open: 'quarantined', accepted: 'verified', rejected: 'rejected' } as const

const OUTCOME = { open: 'quarantined', accepted: 'accepted_with_flags', rejected: 'rejected' } as const

/** One export in quarantine: why, what accepting it would do, and the decision. */
export function DeskDetail({ line }: { line: QuarantineLine }) {
  const { t, f } = useText()
  const [decision, setDecision] = useState<Decision | null>(null)
  const { id, unit, name, state, findings } = line
  const sequence = f.count(line.sequence)
  const report = { file: line.file_name, unit, sequence: line.sequence, outcome: OUTCOME[state], findings }
  const late =
    line.successors.length > 0 && state === 'open'
      ? t('integrity.desk.late', { numbers: f.list(line.successors.map((number) => f.count(number))) })
      : ''
  const facts: Fact[] = [
    [t('exports.period'), periodWords(line.period.from, line.period.to, t, f)],
    [t('exports.coverage'), f.day(line.coverage_from)],
    [t('exports.asOf'), f.moment(line.as_of)],
    [t('exports.created'), f.moment(line.created)],
    [t('exports.imported'), f.moment(line.imported_at)],
    [t('exports.rows'), f.count(line.rows['cases'] ?? 0)],
    [t('exports.file'), line.file_name],
    [t('integrity.desk.sha'), line.descriptor_sha256, true],
    [t('exports.kid'), line.kid, true],
  ]
  const decide = (accept: boolean) =>
    setDecision({
      title: t(accept ? 'integrity.decide.accept' : 'integrity.decide.reject', { sequence, unit: name }),
      text: accept && late !== '' ? late : t('integrity.desk.rule'),
      act: accept ? 'quarantine.accept' : 'quarantine.reject',
      ids: [id],
    })
  const undo = () =>
    setDecision({
      title: t('integrity.decide.undoExport', { sequence, unit: name }),
      text: t('integrity.desk.rule'),
      act: 'quarantine.undo',
      ids: [id],
    })
  return (
    <section className="fig">
      <header>
        <h2>{t('integrity.desk.file', { sequence, unit: name })}</h2>
        <StateMark state={MARK[state]} word={t(`deskState.${state}`)} />
      </header>
      {line.decision && (
        <p className="find">
          <b>{t('integrity.desk.reason', { reason: line.decision.reason, day: f.day(line.decision.at) })}</b>
        </p>
      )}
      {late !== '' && <p className="find">{late}</p>}
      <table className="sides">
        <thead>
          <tr>
            <th scope="col">{t('import.column.what')}</th>
            <th scope="col">{t('import.column.file')}</th>
            <th scope="col">{t('import.column.todo')}</th>
          </tr>
        </thead>
        <tbody>
          {reasonsOf(findings).map(({ finding, count }) => (
            <tr key={finding.code}>
              <td>
                {whatHappened(finding, t)} <span className="code mut sm">{finding.code}</span>
              </td>
              <td>
                {count > 1 ? (
                  t('integrity.desk.count', { n: f.count(count) })
                ) : (
                  <>
                    <span className="file">{finding.place.file}</span>
                    {[rowWords(finding, t, f), columnWords(finding, t, f)]
                      .filter(Boolean)
                      .map((words, at) => (at === 0 && !finding.place.file ? words : `, ${words}`))}
                  </>
                )}
              </td>
              <td>{whatToDo(finding, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="rowline under-text">
        {state === 'open' && (
          <>
            <Button kind="primary" onPress={() => decide(true)}>
              {t('integrity.desk.accept')}
            </Button>
            <Button onPress={() => decide(false)}>{t('integrity.desk.reject')}</Button>
          </>
        )}
        {line.decision && <Button onPress={undo}>{t('integrity.desk.undo')}</Button>}
        <CopyButton text={replyText(name, [report], t, f)} label={t('integrity.desk.copy')} />
      </div>
      <Facts facts={facts} under />
      {decision && <DecideDialog decision={decision} onClose={() => setDecision(null)} />}
    </section>
  )
}
