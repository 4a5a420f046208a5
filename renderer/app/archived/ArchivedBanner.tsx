import { useWorkspace } from '../../api/useWorkspace'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'

/** Above every room while years are archived: which, what that means, and the way to bring them back. */
export function ArchivedBanner() {
  const { t } = useText()
  const { href } = useRoute()
  const { archived_before } = useWorkspace()
  if (archived_before === null) return null
  const year = archived_before.slice(0, 4)
  return (
    <section className="known-banner years-banner" aria-label={t('years.label')}>
      <p>
        <b>{t('years.banner', { year })}</b> {t('years.banner.more', { year })}
      </p>
      <a href={href('data', { params: { tab: 'pengaturan' } })}>{t('years.manage')}</a>
    </section>
  )
}
