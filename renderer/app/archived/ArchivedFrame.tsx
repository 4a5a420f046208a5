import type { ReactNode } from 'react'
import { useWorkspace } from '../../api/useWorkspace'
import type { RoomId } from '../../state/roomIds'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'

/** Rooms that show what is held, whatever the period. */
const WITHOUT_PERIOD: ReadonlySet<RoomId> = new Set<RoomId>(['data', 'temuan'])

/** In place of a room whose period reaches into archived years: said once, with both ways out. */
function Refused({ room, day, before }: { room: RoomId; day: string; before: string }) {
  const { t, f } = useText()
  const { last_day } = useWorkspace()
  const { go } = useRoute()
  const [{ to, known_on }, setFilter] = useFilter()
  useReady(room, true)
  const year = before.slice(0, 4)
  const period = { from: before, to: to !== undefined && to >= before ? to : (last_day ?? before) }
  const since = { ...period, ...(known_on !== undefined && known_on < before && { known_on: undefined }) }
  return (
    <div className="state-box" role="alert">
      <h3>{t('years.refused')}</h3>
      <p>{t('years.refused.text', { day: f.day(day), year })}</p>
      <div className="rowline">
        <Button kind="primary" onPress={() => setFilter(since)}>
          {t('years.since', { year })}
        </Button>
        <Button onPress={() => go('data', { params: { tab: 'pengaturan' } })}>{t('years.manage')}</Button>
      </div>
    </div>
  )
}

/** A room, unless its period reaches into archived years. */
export function ArchivedFrame({ room, children }: { room: RoomId; children: ReactNode }) {
  const { archived_before: before } = useWorkspace()
  const [{ from, to, known_on }] = useFilter()
  const day = before === null ? undefined : [from, to, known_on].find((one) => one !== undefined && one < before)
  const isRefused = day !== undefined && !WITHOUT_PERIOD.has(room)
  if (!isRefused || before === null) return children
  return <Refused room={room} day={day} before={before} />
}
