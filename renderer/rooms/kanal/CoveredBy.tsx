import type { ReactNode } from 'react'
import type { ChannelCoverage } from '../../../shared/contract/results/channels'
import { PageContextHeld, usePageContext } from './context'

/** Figures that stand on less than their page: a line's tallies on the units of that line's channel. */
export function CoveredBy({ coverage, children }: { coverage: ChannelCoverage; children: ReactNode }) {
  return <PageContextHeld.Provider value={{ ...usePageContext(), coverage }}>{children}</PageContextHeld.Provider>
}
