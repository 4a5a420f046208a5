import { useState } from 'react'
import { useNamedQuery } from '../api/useNamedQuery'
import { useWorkspace } from '../api/useWorkspace'
import { useImportJob } from '../state/importJob'
import { expiryOf } from '../state/expiry'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'

/** The line below: registry, fingerprint of the heads, offline, the rule in force, a running import. */
export function StatusBar() {
  const { t, f } = useText()
  const { href } = useRoute()
  const { registry, heads } = useWorkspace()
  const { data: view } = useNamedQuery('registry.current', {})
  const [now] = useState(() => Date.now())
  const { running, progress } = useImportJob()
  const rule = view?.rules.find((each) => each.kind === 'regulation' && each.effective_to === null)
  return (
    <footer className="status">
      <span>
        {registry
          ? t(`status.${expiryOf(registry, now)}`, { version: registry.version, day: f.day(registry.expires) })
          : t('status.noRegistry')}
      </span>
      {heads !== null && (
        <span>
          {t('status.heads')} <span className="code">{heads.toUpperCase()}</span>
        </span>
      )}
      <span>{t('status.offline')}</span>
      {rule && <span>{t('status.rule', { basis: rule.basis, day: f.day(rule.effective_from) })}</span>}
      {running && (
        <a className="end" href={href('data')}>
          {t('app.importing', { done: f.count(progress?.done ?? 0), total: f.count(progress?.total ?? 0) })}
        </a>
      )}
    </footer>
  )
}
