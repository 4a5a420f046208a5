import { Suspense, useEffect, useRef } from 'react'
import { invalidateAnswers } from '../api/queryClient'
import { useAppEvent } from '../api/useAppEvent'
import { useUnits } from '../api/useUnits'
import { useWorkspace } from '../api/useWorkspace'
import { placeToKeep, rememberPlace } from '../state/lastPlace'
import { useFilter } from '../state/useFilter'
import { usePageTitle } from '../state/usePageTitle'
import { formatRoute } from '../state/route'
import { navigate, useRoute } from '../state/useRoute'
import type { RoomId } from '../state/roomIds'
import { useText } from '../text/useText'
import { announce } from '../ui/LiveRegion'
import { Loading } from '../ui/States'
import { ArchivedBanner } from './archived/ArchivedBanner'
import { ArchivedFrame } from './archived/ArchivedFrame'
import { DropZone } from './DropZone'
import { ErrorBoundary } from './ErrorBoundary'
import { FilterBar } from './FilterBar'
import { FigureMarks } from './FigureMarks'
import { FlagsAtFigures } from './FlagsLink'
import { HelpDialog } from './HelpDialog'
import { KnownFrame } from './known/KnownFrame'
import { Notices } from './Notices'
import { Palette } from './Palette'
import { Rail } from './Rail'
import { roomComponents, ROOMS } from './rooms'
import { StatusBar } from './StatusBar'
import { useCommands } from './useCommands'
import { useImportNews } from './useImportNews'

/** Names the window after room and unit, until the room gives a name of its own. */
function RoomTitle({ room }: { room: RoomId }) {
  const { t } = useText()
  const [{ unit }] = useFilter()
  const { name } = useUnits()
  usePageTitle(unit === undefined ? t(`room.${room}`) : `${t(`room.${room}`)}, ${name(unit)}`)
  return null
}

function Room({ room }: { room: RoomId }) {
  const Component = roomComponents[room]
  return (
    <>
      <RoomTitle room={room} />
      <ErrorBoundary key={room}>
        <ArchivedFrame room={room}>
          <KnownFrame>
            <Suspense fallback={<Loading />}>{Component && <Component />}</Suspense>
          </KnownFrame>
        </ArchivedFrame>
      </ErrorBoundary>
    </>
  )
}

/**
 * Writes the whole filter into a location that leaves parts of it to the default, so that every link is complete; keeps
 * the place for the next start.
 */
function useFullLocation() {
  const { room, filter, params } = useRoute()
  const { last_day } = useWorkspace()
  const full = formatRoute({ room, filter, params })
  useEffect(() => navigate(full, true), [full])
  const kept = placeToKeep(room, filter, last_day)
  useEffect(() => rememberPlace(kept), [kept])
}

/** Rail, filter bar, the room, status bar; a full-screen presentation stands alone. */
export function Shell() {
  const { t } = useText()
  const route = useRoute()
  const room = ROOMS.includes(route.room) ? route.room : 'data'
  const commands = useCommands()
  useImportNews()
  const main = useRef<HTMLElement>(null)
  const entered = useRef(room)
  useEffect(() => {
    if (entered.current === room) return
    entered.current = room
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
    announce(t(`room.${room}`))
  }, [room, t])
  useAppEvent('engine:restarted', ({ reason }) => {
    if (reason !== 'cancel') announce(t('app.restarted'))
    void invalidateAnswers()
  })
  useFullLocation()
  const bare = room === 'presentasi' && route.params['full'] === '1'
  return (
    <>
      {bare ? (
        <main className="app bare" ref={main} tabIndex={-1}>
          <Room room={room} />
        </main>
      ) : (
        <>
          <a className="skip" href="#isi" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
            {t('app.skip')}
          </a>
          <div className="app">
            <Rail />
            <div className="main">
              <FilterBar onPalette={() => commands.setOverlay('palette')} />
              <main className="wrap" id="isi" ref={main} tabIndex={-1}>
                <ArchivedBanner />
                <Notices />
                <FigureMarks>
                  <FlagsAtFigures room={room}>
                    <Room room={room} />
                  </FlagsAtFigures>
                </FigureMarks>
              </main>
            </div>
          </div>
          <StatusBar />
        </>
      )}
      <DropZone />
      <Palette commands={commands} />
      <HelpDialog isOpen={commands.overlay === 'help'} onClose={() => commands.setOverlay(null)} />
    </>
  )
}
