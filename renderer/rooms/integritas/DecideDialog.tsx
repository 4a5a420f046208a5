import { useState, type ReactNode } from 'react'
import type { DecisionAct, DecisionOutcome } from '../../../shared/contract/contract'
import type { AppError } from '../../../shared/contract/result'
import { call } from '../../api/client'
import { invalidateAnswers } from '../../api/queryClient'
import { useKnownOn } from '../../state/knownOn'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { announce } from '../../ui/LiveRegion'
import { ReasonField } from '../../ui/ReasonField'
import { ErrorState } from '../../ui/States'

export interface Decision {
  title: string
  /** what it changes */
  text: ReactNode
  act: DecisionAct
  /** one export or change, or many */
  ids: readonly string[]
}

/** Of many decisions, how many were carried out, and why the others were not. */
function Outcomes({ outcomes }: { outcomes: readonly DecisionOutcome[] }) {
  const { t, f } = useText()
  const done = outcomes.filter(({ error }) => error === null).length
  return (
    <div className="note-box" role="status">
      <p className="b">{t('integrity.decide.some', { done: f.count(done), total: f.count(outcomes.length) })}</p>
      <ul>
        {outcomes.map(
          ({ id, error }) =>
            error && (
              <li key={id}>
                <span className="code sm">{id.slice(0, id.lastIndexOf(':') + 9)}</span>{' '}
                {t.code('error', error.code, error.params)}
              </li>
            ),
        )}
      </ul>
    </div>
  )
}

/** A decision with its reason; both go into the audit log. */
export function DecideDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const words = useText()
  const { t } = words
  const [reason, setReason] = useState('')
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [outcomes, setOutcomes] = useState<readonly DecisionOutcome[] | null>(null)
  const known_on = useKnownOn() ?? null
  const save = async () => {
    setPending(true)
    const { act, ids } = decision
    const answer = await call('decisions:take', { act, ids: [...ids], reason: reason.trim(), known_on })
    setPending(false)
    if (!answer.ok) return setError(answer.error)
    const refused = answer.value.filter((one) => one.error !== null)
    if (ids.length === 1 && refused[0]) return setError(refused[0].error)
    if (refused.length > 0) setOutcomes(answer.value)
    else {
      announce(t('integrity.decide.done'))
      onClose()
    }
    await invalidateAnswers()
  }
  return (
    <Dialog
      title={decision.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          {!outcomes && (
            <Button kind="primary" isDisabled={pending || reason.trim() === ''} onPress={() => void save()}>
              {t('integrity.decide.save')}
            </Button>
          )}
          <Button onPress={onClose}>{t(outcomes ? 'ui.close' : 'integrity.decide.cancel')}</Button>
          {pending && <span className="mut sm">{t('integrity.decide.working')}</span>}
        </>
      }
    >
      <p className="find">{decision.text}</p>
      {outcomes && <Outcomes outcomes={outcomes} />}
      {!outcomes && (
        <ReasonField
          label={t('integrity.decide.reason')}
          help={t('integrity.decide.reasonHelp')}
          value={reason}
          onChange={setReason}
        />
      )}
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
