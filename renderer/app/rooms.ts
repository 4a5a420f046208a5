/** The rooms' code, loaded when a room is first entered. */
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { ROOM_IDS, type RoomId } from '../state/roomIds'

type RoomModule = { default: ComponentType }
const modules = import.meta.glob<RoomModule>('../rooms/*/index.tsx')

/** Rooms that exist, in the order of the rail. */
export const ROOMS: readonly RoomId[] = ROOM_IDS.filter((room) => `../rooms/${room}/index.tsx` in modules)

/** Each room's component. */
export const roomComponents: Partial<Record<RoomId, LazyExoticComponent<ComponentType>>> = {}
for (const room of ROOMS) {
  const load = modules[`../rooms/${room}/index.tsx`]
  if (load) roomComponents[room] = lazy(load)
}

/** Begins to load a room's code before it is asked for: while the workspace is being opened there is nothing else to do. */
export function preloadRoom(room: RoomId): void {
  modules[`../rooms/${room}/index.tsx`]?.().catch(() => undefined)
}
