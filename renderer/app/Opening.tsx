import { useEffect, useRef, useState } from 'react'
import type { RebuildProgress } from '../../shared/contract/results/check'
import { call } from '../api/client'
import { useAppEvent } from '../api/useAppEvent'
import { useText } from '../text/useText'
import { CancelButton } from '../ui/CancelButton'
import { secondsLeft } from '../ui/imports/timeLeft'
import { announce } from '../ui/LiveRegion'
import { ProgressBar } from '../ui/Progress'
import { Loading } from '../ui/States'

/** Damaged stores being made again: how far, how fast, how long, and a way out that loses nothing. */
export function Rebuilding({ progress, onCancel }: { progress: RebuildProgress; onCancel: () => void }) {
  const { t, f } = useText()
  const { done, total, seconds, unit } = progress
  const left = secondsLeft(progress)
  const title = t('app.rebuilding')
  const said = useRef(false)
  useEffect(() => {
    if (!said.current) announce(t('app.rebuilding.count', { done: f.count(done), total: f.count(total) }))
    said.current = true
  }, [t, f, done, total])
  return (
    <section className="fig" aria-label={title}>
      <header>
        <h1>{title}</h1>
      </header>
      <p className="find">
        <b>{t('app.rebuilding.count', { done: f.count(done), total: f.count(total) })}</b>
        {left !== null &&
          `, ${left < 90 ? t('import.left.seconds', { n: f.count(left) }) : t('import.left.minutes', { n: f.count(Math.round(left / 60)) })}`}
      </p>
      <ProgressBar share={total > 0 ? done / total : null} label={title} />
      <p className="sm mut progress-note">
        {`${t('app.rebuilding.now', { unit })} `}
        {done > 0 && `${t('app.rebuilding.rate', { rate: f.number(done / Math.max(0.1, seconds)) })} `}
        {t('app.rebuilding.kept')}
      </p>
      <CancelButton onCancel={onCancel} />
    </section>
  )
}

/** While the engine opens the workspace; that can take long only when stores have to be made again. */
export function Opening() {
  const { t } = useText()
  const [progress, setProgress] = useState<RebuildProgress | null>(null)
  useAppEvent('rebuild:progress', setProgress)
  return (
    <main className="wrap">
      {progress && progress.total > 0 ? (
        <Rebuilding progress={progress} onCancel={() => void call('rebuild:cancel', {})} />
      ) : (
        <Loading label={t('app.opening')} />
      )}
    </main>
  )
}
