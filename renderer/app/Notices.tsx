import { useState } from 'react'
import type { CheckFinding } from '../../shared/contract/results/check'
import { useNamedQuery } from '../api/useNamedQuery'
import { useText } from '../text/useText'
import { IconButton } from '../ui/Button'

/** Damage in words: what was found and what became of it. */
export function NoticeBox({ notices, onClose }: { notices: readonly CheckFinding[]; onClose: () => void }) {
  const { t } = useText()
  const isLeft = notices.some(({ repaired }) => !repaired)
  return (
    <section className={isLeft ? 'note-box bad notices' : 'note-box notices'} aria-label={t('check.notices')}>
      <div>
        {notices.map(({ code, subject }) => (
          <p key={`${code} ${subject}`}>
            {t.code('check', code, { subject })} <span className="code mut sm">{code}</span>
          </p>
        ))}
      </div>
      <IconButton icon="close" label={t('ui.close')} onPress={onClose} />
    </section>
  )
}

/** What was damaged when the workspace was opened; until it is closed. */
export function Notices() {
  const { data } = useNamedQuery('workspace.notices', {})
  const [isClosed, setClosed] = useState(false)
  if (!data || data.length === 0 || isClosed) return null
  return <NoticeBox notices={data} onClose={() => setClosed(true)} />
}
