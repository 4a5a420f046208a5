import { useState } from 'react'
import type { Events } from '../../../../shared/contract/contract'
import { useAnswer } from '../../../api/useAnswer'
import { useAppEvent } from '../../../api/useAppEvent'
import { useUnits } from '../../../api/useUnits'
import { useFilter } from '../../../state/useFilter'
import { useReady } from '../../../state/useReady'
import { useText } from '../../../text/useText'
import { ProgressBar } from '../../../ui/Progress'
import { ErrorState } from '../../../ui/States'
import { RateFigure } from './RateFigure'
import { TriangleFigure } from './TriangleFigure'

/** What units changed afterwards in what they had reported. Exports that were never compared are read first. */
export function RevisionsTab() {
  const { t, f } = useText()
  const [filter] = useFilter()
  const { byCode } = useUnits()
  const { unit, known_on } = filter
  const asked = { ...(unit !== undefined && { unit }), ...(known_on !== undefined && { known_on }) }
  const { data, error, refetch } = useAnswer('revisions:prepare', asked)
  const [progress, setProgress] = useState<Events['revisions:progress'] | null>(null)
  useAppEvent('revisions:progress', setProgress)
  const isReady = data !== undefined
  useReady('integritas', isReady || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!isReady) {
    const words = progress
      ? t('revisions.preparing', { done: f.count(progress.done), total: f.count(progress.total) })
      : t('revisions.starting')
    return (
      <div className="known-wait" role="status">
        <p>{words}</p>
        <ProgressBar share={progress ? progress.done / progress.total : null} label={t('revisions.starting')} />
      </div>
    )
  }
  return (
    <div className="tab-body revisions">
      {unit !== undefined && byCode.get(unit)?.reporting === true && <TriangleFigure unit={unit} />}
      <RateFigure filter={asked} />
    </div>
  )
}
