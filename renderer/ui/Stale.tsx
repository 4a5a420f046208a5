import { createContext, useContext, type ReactNode } from 'react'

/** Whether everything around answers the previous question; given where a whole part is held. */
export const StaleContext = createContext(false)

interface Props {
  on?: boolean
  className?: string
  children: ReactNode
}

/** Shows that what stands here answers the previous question and the present one is being computed. */
export function Stale({ on = false, className = '', children }: Props) {
  const around = useContext(StaleContext)
  const isStale = on || around
  return (
    <div className={isStale ? `${className} stale`.trim() : className} aria-busy={isStale}>
      {children}
    </div>
  )
}
