/** The states of a page or a figure that has nothing to show: empty, working, failed. */
import { useEffect, useState, type ReactNode } from 'react'
import type { AppError } from '../../shared/contract/result'
import { useText } from '../text/useText'
import { Button } from './Button'
import { CopyButton } from './CopyButton'

interface EmptyProps {
  title: string
  /** why, and what was reported all the same */
  text?: ReactNode
  action?: ReactNode
}

/** Nothing matches: says which nothing it is. */
export function Empty({ title, text, action }: EmptyProps) {
  return (
    <div className="state-box">
      <h3>{title}</h3>
      {text !== undefined && <p className="find">{text}</p>}
      {action !== undefined && <div className="rowline">{action}</div>}
    </div>
  )
}

/** Computing. Silent for a moment, so that what comes at once does not flash; after a while it can be cancelled. */
export function Loading({ label, onCancel }: { label?: string; onCancel?: () => void }) {
  const { t } = useText()
  const [stage, setStage] = useState<'silent' | 'shown' | 'slow'>('silent')
  useEffect(() => {
    const timers = [setTimeout(() => setStage('shown'), 250), setTimeout(() => setStage('slow'), 6000)]
    return () => timers.forEach(clearTimeout)
  }, [])
  if (stage === 'silent') return <div className="state-box" aria-busy="true" />
  return (
    <div className="state-box" role="status">
      <p className="mut">{label ?? t('ui.loading')}</p>
      {stage === 'slow' && <p className="sm mut">{t('ui.loading.slow')}</p>}
      {stage === 'slow' && onCancel && <Button onPress={onCancel}>{t('ui.cancel')}</Button>}
    </div>
  )
}

/** What happened, what was kept, what to do next; the code can be copied for whoever helps. */
export function ErrorState({ error, onRetry }: { error: AppError; onRetry?: () => void }) {
  const { t } = useText()
  const said = (part: string) => {
    const own = t.code('error', `${error.code}${part}`, error.params)
    return own === `${error.code}${part}` ? t.code('errorKind', `${error.kind}${part}`, error.params) : own
  }
  const details = Object.entries(error.params).map(([name, value]) => `${name}=${value}`)
  return (
    <div className="state-box" role="alert">
      <h3>{said('')}</h3>
      <p>{said('.kept')}</p>
      <p>{said('.todo')}</p>
      <div className="rowline">
        {onRetry && (
          <Button kind="primary" onPress={onRetry}>
            {t('ui.retry')}
          </Button>
        )}
        <CopyButton text={[error.code, ...details].join(' ')} label={t('ui.copyCode')} />
        <span className="mut sm">
          {t('ui.code')} <span className="code">{error.code}</span>
        </span>
      </div>
    </div>
  )
}
