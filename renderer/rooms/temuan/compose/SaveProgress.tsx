import { useState } from 'react'
import { PRINT_PHASES } from '../../../../shared/contract/choices'
import type { PrintProgress } from '../../../../shared/contract/contract'
import { call } from '../../../api/client'
import { useAppEvent } from '../../../api/useAppEvent'
import { useText } from '../../../text/useText'
import { CancelButton } from '../../../ui/CancelButton'
import { ProgressBar } from '../../../ui/Progress'

/** The report being saved: which step, how long, how long still by the one before, and a way out. */
export function SaveSteps({ progress, onCancel }: { progress: PrintProgress; onCancel: () => void }) {
  const { t, f } = useText()
  const { phase, seconds, left } = progress
  const share = left === null ? PRINT_PHASES.indexOf(phase) / PRINT_PHASES.length : seconds / (seconds + left)
  return (
    <div className="under-text">
      <p>
        {`${t(`compose.phase.${phase}`)}, ${t('compose.elapsed', { seconds: f.count(Math.floor(seconds)) })}`}
        {left !== null && `, ${t('import.left.seconds', { n: f.count(left) })}`}.
      </p>
      <ProgressBar share={share} label={t('compose.saving')} />
      <CancelButton onCancel={onCancel} />
    </div>
  )
}

/** Stands while a report is being saved; nothing before its place was chosen. */
export function SaveProgress({ onCancel }: { onCancel: () => void }) {
  const [progress, setProgress] = useState<PrintProgress | null>(null)
  useAppEvent('report:progress', setProgress)
  const cancel = () => {
    onCancel()
    void call('report:cancel', {})
  }
  return progress && <SaveSteps progress={progress} onCancel={cancel} />
}
