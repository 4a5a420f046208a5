import { useState } from 'react'
import type { Question } from '../../../shared/contract/results/overview'
import { evidenceText, signalText } from '../../../shared/sentences/questions'
import { invalidateAnswers } from '../../api/queryClient'
import { useCall } from '../../api/useCall'
import { useKnownOn } from '../../state/knownOn'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { announce } from '../../ui/LiveRegion'
import { ReasonField } from '../../ui/ReasonField'
import { ErrorState } from '../../ui/States'

export interface Choice {
  question: Question
  /** null = the disposition is taken back */
  disposition: Question['disposition']
}

/** A disposition with its reason; both go to the audit log. */
export function DisposeDialog({ choice, onClose }: { choice: Choice; onClose: () => void }) {
  const words = useText()
  const { t } = words
  const { question, disposition } = choice
  const [reason, setReason] = useState('')
  const known_on = useKnownOn() ?? null
  const { run, pending, error } = useCall('questions:dispose')
  const name = t(`disposition.${disposition ?? 'none'}`)
  const save = async () => {
    const answer = await run({ id: question.id, disposition, reason: reason.trim(), known_on })
    if (!answer.ok) return
    announce(t('overview.questions.disposed', { disposition: name }))
    onClose()
    await invalidateAnswers()
  }
  return (
    <Dialog
      title={t('overview.questions.reasonTitle', { disposition: name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" isDisabled={pending || reason.trim() === ''} onPress={() => void save()}>
            {t('overview.questions.save')}
          </Button>
          <Button onPress={onClose}>{t('overview.questions.cancel')}</Button>
        </>
      }
    >
      <p className="find">
        <b>{question.name}.</b> {signalText(question, words)}: {evidenceText(question, words)}
      </p>
      <ReasonField
        label={t('overview.questions.reason')}
        help={t('overview.questions.reasonHint')}
        value={reason}
        onChange={setReason}
      />
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
