import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'

export interface Size {
  width: number
  height: number
}
export interface ChartProps {
  /** the finding in words: what a reader without the drawing is told */
  label: string
  /** explicit size, for print and pictures: drawn at once, nothing is measured */
  printing?: Size
}
interface Props extends ChartProps {
  /** height on screen in px; the width follows the column */
  height: number | ((width: number) => number)
  /** `group` when marks inside can be focused, `img` when the drawing is one picture */
  role?: 'img' | 'group'
  children: (size: Size) => ReactNode
}

/**
 * Gives a drawing its size. Measured before the first paint and on every change of the column, in whole pixels, so
 * that text keeps its size while the width changes.
 */
export function ChartBox({ label, printing, height, role = 'img', children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const measured = printing === undefined
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !measured) return
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [measured])
  const size = printing ?? { width, height: typeof height === 'number' ? height : Math.round(height(width)) }
  return (
    <div ref={box} className="chart-box" style={{ minHeight: size.height }} role={role} aria-label={label}>
      {size.width > 0 && children(size)}
    </div>
  )
}
