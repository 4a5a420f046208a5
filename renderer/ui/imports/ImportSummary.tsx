import { useState, type ReactNode } from 'react'
import type { ImportSummary as Summary } from '../../../shared/contract/results/data'
import { OUTCOMES_OF_INTAKE, type IntakeOutcome } from '../../../shared/export/codes'
import { useText } from '../../text/useText'
import { Button, TextButton } from '../Button'
import { StateMark, stateOfIntake } from '../StateMark'
import { Empty } from '../States'
import { byUnit } from '../../../shared/sentences/advice'
import { FileFindings } from './FileFindings'

const PAGE = 20

/** The outcome that asks for a deed first. */
const worstOf = (summary: Summary): IntakeOutcome | null =>
  (['rejected', 'quarantined', 'accepted_with_flags'] as const).find((outcome) => summary[outcome] > 0) ?? null

interface Props {
  summary: Summary
  unitName: (code: string) => string
  onClear: () => void
  /** the deed offered for a file that is a registry package */
  asRegistry?: (file: string) => ReactNode
}

/** The end of an import: what became of each file, why, and what the units have to do. */
export function ImportSummary({ summary, unitName, onClear, asRegistry }: Props) {
  const { t, f } = useText()
  const [outcome, setOutcome] = useState<IntakeOutcome | null>(() => worstOf(summary))
  const [shown, setShown] = useState(PAGE)
  const word = (each: IntakeOutcome) => (each === 'duplicate' ? t('import.duplicate') : t(`outcomeOfIntake.${each}`))
  const groups = byUnit(summary.files.filter((file) => file.outcome === outcome))
  const total = OUTCOMES_OF_INTAKE.reduce((sum, each) => sum + summary[each], 0)
  const see = (each: IntakeOutcome) => {
    setOutcome(each)
    setShown(PAGE)
  }
  return (
    <div className="g summary">
      <div className="w2 stack">
        {total === 0 && <Empty title={t('import.nothing')} text={t('import.nothing.text')} />}
        {total > 0 && outcome === null && <Empty title={t('import.all.title')} text={t('import.all.text')} />}
        {groups.slice(0, shown).map((group) => (
          <FileFindings
            key={group.unit ?? group.files[0]?.file}
            group={group}
            unitName={group.unit === null ? '' : unitName(group.unit)}
            asRegistry={asRegistry}
          />
        ))}
        {groups.length > shown && (
          <Button onPress={() => setShown(shown + PAGE)}>
            {t('import.more', { n: f.count(Math.min(PAGE, groups.length - shown)) })}
          </Button>
        )}
      </div>
      <section className="fig side" aria-label={t('import.summary', { n: f.count(total) })}>
        <header>
          <h2>{t('import.summary', { n: f.count(total) })}</h2>
        </header>
        <p className="find">
          {t(summary.cancelled ? 'import.summary.cancelled' : 'import.summary.done', {
            seconds: f.number(summary.seconds),
          })}{' '}
          <b>{t('import.summary.counted', { n: f.count(summary.accepted + summary.accepted_with_flags) })}</b>
        </p>
        <table>
          <thead className="hidden-text">
            <tr>
              <th scope="col">{t('import.outcome')}</th>
              <th scope="col">{t('import.files')}</th>
              <th scope="col">{t('import.see')}</th>
            </tr>
          </thead>
          <tbody>
            {OUTCOMES_OF_INTAKE.map((each) => (
              <tr key={each} className={each === outcome ? 'on' : ''}>
                <td>
                  <StateMark state={stateOfIntake(each)} word={word(each)} />
                </td>
                <td className="r b">{f.count(summary[each])}</td>
                <td className="r">
                  {summary[each] > 0 && (
                    <TextButton label={t('import.seeOutcome', { outcome: word(each) })} onPress={() => see(each)}>
                      {t('import.see')}
                    </TextButton>
                  )}
                </td>
              </tr>
            ))}
            <tr className="tot">
              <td>{t('import.summary.total')}</td>
              <td className="r">{f.count(total)}</td>
              <td>{'\u00a0'}</td>
            </tr>
          </tbody>
        </table>
        <div className="rowline under-text">
          <Button onPress={onClear}>{t('import.clear')}</Button>
        </div>
      </section>
    </div>
  )
}
