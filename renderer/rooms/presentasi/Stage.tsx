import { useLayoutEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'

/** px: the width that the slide's own lengths are made for */
const LOGICAL = 1000

/** Room for one slide: tells it how much larger than its logical width it is drawn. */
export function Stage({ full, children }: { full: boolean; children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const fit = () => setScale(element.clientWidth / LOGICAL)
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const style = { '--slide': scale } as CSSProperties
  return (
    <div ref={stage} className={full ? 'stage full' : 'stage'} style={style}>
      {children}
    </div>
  )
}
