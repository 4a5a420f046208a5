import { useState } from 'react'
import type { CheckFinding, CheckProgress } from '../../../shared/contract/results/check'
import { useAppEvent } from '../../api/useAppEvent'
import { call } from '../../api/client'
import { useCall } from '../../api/useCall'
import { invalidateAnswers } from '../../api/queryClient'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { ProgressBar } from '../../ui/Progress'
import { StateMark } from '../../ui/StateMark'
import { ErrorState } from '../../ui/States'

function Found({ findings }: { findings: readonly CheckFinding[] }) {
  const { t } = useText()
  return (
    <ul className="codes">
      {findings.map(({ code, subject, repaired }) => (
        <li key={`${code} ${subject}`}>
          <StateMark state={repaired ? 'verified' : 'rejected'} word={t(repaired ? 'check.repaired' : 'check.left')} />{' '}
          {t.code('check', code, { subject })} <span className="code mut sm">{code}</span>
        </li>
      ))}
    </ul>
  )
}

/** Every file of the workspace looked at again, and what is derived made anew: what was damaged, and what became of it. */
export function CheckPart() {
  const { t, f } = useText()
  const { run, pending, error, data } = useCall('workspace:check')
  const [progress, setProgress] = useState<CheckProgress | null>(null)
  useAppEvent('check:progress', setProgress)
  const [stopping, setStopping] = useState(false)
  const begin = async (repair: boolean) => {
    setProgress(null)
    setStopping(false)
    const answer = await run({ repair })
    if (!answer.ok) return
    announce(t('check.done', { n: f.count(answer.value.checked) }))
    if (repair) await invalidateAnswers()
  }
  const stop = () => {
    setStopping(true)
    void call('check:cancel', {})
  }
  const left = data?.findings.filter(({ repaired }) => !repaired).length ?? 0
  return (
    <section className="fig" aria-label={t('check.title')}>
      <header>
        <h2>{t('check.title')}</h2>
      </header>
      <p className="find">{t('check.lead')}</p>
      {pending && (
        <div className="stack">
          <ProgressBar share={progress && progress.done / Math.max(1, progress.total)} label={t('check.title')} />
          <p className="sm mut">
            {stopping
              ? t('check.stopping')
              : progress
                ? t('check.progress', { done: f.count(progress.done), total: f.count(progress.total) })
                : t('check.started')}
          </p>
        </div>
      )}
      {data && (
        <p>
          <b>
            {data.findings.length === 0 && !data.stopped
              ? t('check.sound', { n: f.count(data.checked) })
              : t('check.found', {
                  n: f.count(data.checked),
                  found: f.count(data.findings.length),
                  left: f.count(left),
                })}
          </b>{' '}
          {data.stopped && t('check.stopped')}
        </p>
      )}
      {data && data.findings.length > 0 && <Found findings={data.findings} />}
      {error && <ErrorState error={error} />}
      <div className="rowline under-text">
        <Button kind="primary" isDisabled={pending} onPress={() => void begin(true)}>
          {t('check.repair')}
        </Button>
        <Button isDisabled={pending} onPress={() => void begin(false)}>
          {t('check.only')}
        </Button>
        {pending && (
          <Button isDisabled={stopping} onPress={stop}>
            {t('ui.cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}
