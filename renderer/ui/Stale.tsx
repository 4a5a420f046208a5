import type { ReactNode } from 'react'

/** Shows that what stands here answers the previous question and the present one is being computed. */
export function Stale({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <div className={on ? 'stale' : ''} aria-busy={on}>
      {children}
    </div>
  )
}
