/** The earlier day that everything on the screen is shown as known on; undefined = now. Set by the shell, around the room, once that day is prepared. */
import { createContext, useContext } from 'react'

export const KnownOnContext = createContext<string | undefined>(undefined)
export const useKnownOn = (): string | undefined => useContext(KnownOnContext)
