/** Pinning a figure to a finding: any room may ask, one dialog answers. */
import { createContext, useContext } from 'react'
import type { FigureToPin } from '../../shared/contract/findings'

/** One figure, or several that belong together and go into the same finding. */
export type Pin = (figures: FigureToPin | readonly FigureToPin[]) => void

/** Holds the deed; the dialog that provides it stands around the rooms. */
export const PinContext = createContext<Pin>(() => undefined)

/** Opens the pin dialog for a figure. */
export const usePin = (): Pin => useContext(PinContext)
