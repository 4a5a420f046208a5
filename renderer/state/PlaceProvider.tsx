import type { ReactNode } from 'react'
import { LivePlaceContext, PlaceContext, useLocatedPlace } from './useRoute'

/** Reads the location once for everything within. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const place = useLocatedPlace()
  return (
    <LivePlaceContext value={place}>
      <PlaceContext value={place}>{children}</PlaceContext>
    </LivePlaceContext>
  )
}
