import { useState, type ReactNode } from 'react'
import type { AppError, Result } from '../../../shared/contract/result'
import { invalidateAnswers } from '../../api/queryClient'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { TextField } from '../../ui/Field'
import { announce } from '../../ui/LiveRegion'
import { ErrorState } from '../../ui/States'

export interface Decision {
  title: string
  /** what it changes */
  text: ReactNode
  decide: (reason: string) => Promise<Result<null>>
}

/** A decision with its reason; both go into the audit log. */
export function DecideDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const save = async () => {
    setPending(true)
    const answer = await decision.decide(reason.trim())
    setPending(false)
    if (!answer.ok) {
      setError(answer.error)
      return
    }
    announce(t('integrity.decide.done'))
    onClose()
    await invalidateAnswers()
  }
  return (
    <Dialog
      title={decision.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" isDisabled={pending || reason.trim() === ''} onPress={() => void save()}>
            {t('integrity.decide.save')}
          </Button>
          <Button onPress={onClose}>{t('integrity.decide.cancel')}</Button>
          {pending && <span className="mut sm">{t('integrity.decide.working')}</span>}
        </>
      }
    >
      <p className="find">{decision.text}</p>
      <TextField
        label={t('integrity.decide.reason')}
        help={t('integrity.decide.reasonHelp')}
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={1000}
        autoFocus
      />
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
