import type { ImportProgress as Progress } from '../../../shared/contract/results/data'
import { OUTCOMES_OF_INTAKE } from '../../../shared/export/codes'
import { useText } from '../../text/useText'
import { Button } from '../Button'
import { ProgressBar } from '../Progress'
import { StateMark, stateOfIntake } from '../StateMark'
import { baseName } from '../../../shared/sentences/advice'
import { secondsLeft } from './timeLeft'

interface Props {
  kind: 'import' | 'demo'
  progress: Progress | null
  cancelling: boolean
  onCancel: () => void
}

/** Long work in sight: what, how many, how fast, how long, and a way out. */
export function ImportProgress({ kind, progress, cancelling, onCancel }: Props) {
  const { t, f } = useText()
  const title = t(kind === 'demo' ? 'import.running.demo' : 'import.running')
  const left = progress ? secondsLeft(progress) : null
  const leftWords =
    left === null
      ? ''
      : left < 90
        ? t('import.left.seconds', { n: f.count(left) })
        : t('import.left.minutes', { n: f.count(Math.round(left / 60)) })
  const share = progress && progress.total > 0 ? progress.done / progress.total : null
  return (
    <section className="fig" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      <p className="find">
        <b>
          {progress && progress.total > 0
            ? t('import.count', { done: f.count(progress.done), total: f.count(progress.total) })
            : t('import.started')}
        </b>
        {leftWords !== '' && `, ${leftWords}`}
      </p>
      <ProgressBar share={share} label={title} />
      <p className="sm mut progress-note">
        {progress && `${t(`import.phase.${progress.phase}`)}. `}
        {progress?.file && `${t('import.now', { file: baseName(progress.file) })} `}
        {progress &&
          progress.rows > 0 &&
          `${t('import.rate', {
            rows: f.count(progress.rows),
            rate: f.count(progress.rows / Math.max(1, progress.seconds)),
            seconds: f.count(progress.seconds),
          })} `}
        {t('import.kept')}
      </p>
      {progress && (
        <div className="leg">
          {OUTCOMES_OF_INTAKE.filter((outcome) => progress.counts[outcome] > 0).map((outcome) => (
            <span key={outcome}>
              <StateMark state={stateOfIntake(outcome)} word={t(`outcomeOfIntake.${outcome}`)} />{' '}
              {f.count(progress.counts[outcome])}
            </span>
          ))}
        </div>
      )}
      <div className="rowline under-text">
        <Button onPress={onCancel} isDisabled={cancelling}>
          {cancelling ? t('import.cancelling') : t('import.cancel')}
        </Button>
      </div>
    </section>
  )
}
