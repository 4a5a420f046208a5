/** The rooms' code, loaded when a room is first entered. */
import { createElement, lazy, useState, type ComponentType } from 'react'
import type { Filter } from '../../shared/domain/filter'
import type { Question } from '../api/askAhead'
import type { Units } from '../api/useUnits'
import { ROOM_IDS, type RoomId } from '../state/roomIds'
import type { RoomParams } from '../state/route'

interface RoomModule {
  default: ComponentType
  /** what the room asks as soon as it stands, the most important first */
  questions?: (filter: Filter, params: RoomParams, units: Pick<Units, 'byCode'>) => readonly Question[]
}
const modules = import.meta.glob<RoomModule>('../rooms/*/index.tsx')

/** Rooms that exist, in the order of the rail. */
export const ROOMS: readonly RoomId[] = ROOM_IDS.filter((room) => `../rooms/${room}/index.tsx` in modules)

const loaded = new Map<RoomId, RoomModule>()

/** Begins to load a room's code before it is asked for: while the workspace is being opened there is nothing else to do. */
export async function loadRoom(room: RoomId): Promise<RoomModule | undefined> {
  const load = modules[`../rooms/${room}/index.tsx`]
  const module = loaded.get(room) ?? (await load?.())
  if (module) loaded.set(room, module)
  return module
}

/** A room: at once if its code is here, otherwise as soon as it is loaded. `lazy` would wait a turn in either case. */
function roomComponent(room: RoomId): ComponentType {
  const Lazy = lazy(modules[`../rooms/${room}/index.tsx`] as () => Promise<RoomModule>)
  return function Room() {
    const [Chosen] = useState<ComponentType>(() => loaded.get(room)?.default ?? Lazy)
    return createElement(Chosen)
  }
}

/** Each room's component. */
export const roomComponents: Partial<Record<RoomId, ComponentType>> = Object.fromEntries(
  ROOMS.map((room) => [room, roomComponent(room)]),
)
