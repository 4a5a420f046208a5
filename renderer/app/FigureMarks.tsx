import type { ReactNode } from 'react'
import { joined } from '../../shared/sentences/words'
import { useWorkspace } from '../api/useWorkspace'
import { MarksContext } from '../charts/marks'
import { useKnownOn } from '../state/knownOn'
import { useText } from '../text/useText'

/** What the shell says on the screen goes along with a figure that is copied or saved. */
export function FigureMarks({ children }: { children: ReactNode }) {
  const { t, f } = useText()
  const { purpose, archived_before: archived } = useWorkspace()
  const day = useKnownOn()
  const marks = joined(
    purpose !== null && purpose !== 'production' && `${t(`report.purpose.${purpose}`)}.`,
    day !== undefined && t('known.banner', { day: f.day(day) }),
    archived !== null && t('years.banner', { year: archived.slice(0, 4) }),
  )
  return <MarksContext.Provider value={marks}>{children}</MarksContext.Provider>
}
