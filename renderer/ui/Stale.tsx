import type { ReactNode } from 'react'

/** Shows that what stands here answers the previous question and the present one is being computed. */
export function Stale({ on, className = '', children }: { on: boolean; className?: string; children: ReactNode }) {
  return (
    <div className={on ? `${className} stale`.trim() : className} aria-busy={on}>
      {children}
    </div>
  )
}
