import { useState } from 'react'
import { invalidateAnswers } from '../../api/queryClient'
import { useAnswer } from '../../api/useAnswer'
import { useCall } from '../../api/useCall'
import { useKnownOn } from '../../state/knownOn'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { announce } from '../../ui/LiveRegion'
import { ReasonField } from '../../ui/ReasonField'
import { ErrorState } from '../../ui/States'

const MEGABYTE = 1e6

/** What archiving would change, before it is done. */
function Preview({ before }: { before: string }) {
  const { t, f } = useText()
  const { data, error } = useAnswer('years:preview', { before })
  if (error) return <ErrorState error={error} />
  return (
    <>
      <p role="status">
        {data
          ? t('years.preview', {
              leaving: f.count(data.leaving),
              cases: f.count(data.cases),
              size: f.number(data.bytes / MEGABYTE, 1),
            })
          : t('years.counting')}
      </p>
      <p className="find">{t('years.effect', { year: before.slice(0, 4) })}</p>
    </>
  )
}

/** Archives the years before a day, or brings all back (`before` null): with its reason, into the audit log. */
export function YearsDialog({ before, onClose }: { before: string | null; onClose: () => void }) {
  const { t } = useText()
  const known_on = useKnownOn() ?? null
  const [reason, setReason] = useState('')
  const { run, pending, error } = useCall('years:archive')
  const year = before?.slice(0, 4) ?? ''
  const act = before === null ? 'return' : 'archive'
  const save = async () => {
    const answer = await run({ before, reason: reason.trim(), known_on })
    if (!answer.ok) return
    announce(before === null ? t('years.returned') : t('years.archived', { year }))
    onClose()
    await invalidateAnswers()
  }
  return (
    <Dialog
      title={t(`years.${act}.title`, { year })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button kind="primary" isDisabled={pending || reason.trim() === ''} onPress={() => void save()}>
            {t(`years.${act}.save`)}
          </Button>
          <Button onPress={onClose}>{t('years.cancel')}</Button>
          {pending && <span className="mut sm">{t('years.working')}</span>}
        </>
      }
    >
      {before === null ? <p className="find">{t('years.return.text')}</p> : <Preview before={before} />}
      <ReasonField label={t('years.reason')} help={t('years.reason.help')} value={reason} onChange={setReason} />
      {error && <ErrorState error={error} />}
    </Dialog>
  )
}
