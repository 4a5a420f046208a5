import { useWorkspace } from '../api/useWorkspace'
import { useRoute } from '../state/useRoute'
import { useText } from '../text/useText'
import { Icon } from '../ui/Icon'
import { ROOMS } from './rooms'

/** The rail on the left: name, what kind of data these are, the rooms. */
export function Rail() {
  const { t, f } = useText()
  const { room: present, href } = useRoute()
  const { purpose, findings } = useWorkspace()
  const counts: Readonly<Record<string, number>> = { temuan: findings }
  return (
    <nav className="rail" aria-label={t('app.rooms')}>
      <div className="wm">Pantau</div>
      <div className="sub sm">{t('app.tagline')}</div>
      {purpose === 'demo' && <span className="demo">{t('app.demoNation')}</span>}
      {purpose === 'training' && <span className="demo">{t('app.demo')}</span>}
      <ul>
        {ROOMS.map((room) => (
          <li key={room}>
            <a
              href={href(room)}
              title={t(`room.${room}`)}
              {...(room === present && { 'aria-current': 'page' as const })}
            >
              <Icon name={room} />
              <span className="room-name">{t(`room.${room}`)}</span>
              {(counts[room] ?? 0) > 0 && <span className="n">{f.count(counts[room] ?? 0)}</span>}
            </a>
          </li>
        ))}
      </ul>
      <div className="ft sm">
        {t('app.hint.present')}
        <br />
        {t('app.hint.print')}
        <br />
        {t('app.hint.help')}
      </div>
    </nav>
  )
}
