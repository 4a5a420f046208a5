import { useEffect, useRef } from 'react'
import type { EventName, Events } from '../../shared/contract/contract'
import { currentBridge } from './bridge'

/** Listens to an event of the main process for as long as the component stands. */
export function useAppEvent<E extends EventName>(event: E, listener: (payload: Events[E]) => void): void {
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  useEffect(() => currentBridge()?.on(event, (payload) => latest.current(payload)), [event])
}
