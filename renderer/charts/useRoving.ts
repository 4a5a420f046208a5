import { useCallback, useState, type KeyboardEvent } from 'react'

interface Roving {
  /** index of the mark that Tab reaches */
  current: number
  /** for the element around the marks: arrows move, Home and End jump */
  onKeyDown: (event: KeyboardEvent) => void
  /** for each mark */
  mark: (at: number) => { tabIndex: 0 | -1; 'data-mark': number; onFocus: () => void }
}

/** Many marks, one stop for Tab: the arrows go from mark to mark. */
export function useRoving(count: number): Roving {
  const [current, setCurrent] = useState(0)
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
      const end = { Home: 0, End: count - 1 }[event.key]
      if (step === undefined && end === undefined) return
      event.preventDefault()
      const from = Number((event.target as Element).getAttribute('data-mark') ?? 0)
      const to = end ?? (from + (step ?? 0) + count) % count
      event.currentTarget.querySelector<SVGElement>(`[data-mark="${to}"]`)?.focus()
    },
    [count],
  )
  const safe = current < count ? current : 0
  const mark = (at: number) => ({
    tabIndex: at === safe ? (0 as const) : (-1 as const),
    'data-mark': at,
    onFocus: () => setCurrent(at),
  })
  return { current: safe, onKeyDown, mark }
}
