import { useEffect, useState, type ReactNode } from 'react'
import type { Events } from '../../../shared/contract/contract'
import { useAnswer } from '../../api/useAnswer'
import { useAppEvent } from '../../api/useAppEvent'
import { KnownOnContext } from '../../state/knownOn'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { announce } from '../../ui/LiveRegion'
import { ProgressBar } from '../../ui/Progress'
import { ErrorState } from '../../ui/States'

/** A room while everything is shown as known on an earlier day: the day above it, and its preparation before it. */
function KnownRoom({ day, children }: { day: string; children: ReactNode }) {
  const { t, f } = useText()
  const [, setFilter] = useFilter()
  const { data, error, refetch } = useAnswer('known:prepare', { day })
  const [progress, setProgress] = useState<Events['known:progress'] | null>(null)
  useAppEvent('known:progress', setProgress)
  const words = t('known.banner', { day: f.day(day) })
  useEffect(() => announce(words), [words])
  const isReady = data?.day === day
  const share = progress?.day === day && progress.total > 0 ? progress.done / progress.total : null
  return (
    <>
      <section className="known-banner" aria-label={t('known.label')}>
        <p>
          <b>{words}</b>{' '}
          {isReady &&
            t('known.held', { units: f.count(data.units), exports: f.count(data.exports), later: f.count(data.later) })}
        </p>
        <Button onPress={() => setFilter({ known_on: undefined })}>{t('known.back')}</Button>
      </section>
      {error && !isReady && <ErrorState error={error} onRetry={refetch} />}
      {!error && !isReady && (
        <div className="known-wait" role="status">
          <p>
            {progress?.day === day
              ? t('known.preparing', { done: f.count(progress.done), total: f.count(progress.total) })
              : t('known.starting')}
          </p>
          <ProgressBar share={share} label={t('known.starting')} />
        </div>
      )}
      {isReady && <KnownOnContext.Provider value={day}>{children}</KnownOnContext.Provider>}
    </>
  )
}

/** Puts the day of knowledge around a room; without one the room stands alone. */
export function KnownFrame({ children }: { children: ReactNode }) {
  const [{ known_on }] = useFilter()
  return known_on === undefined ? children : <KnownRoom day={known_on}>{children}</KnownRoom>
}
