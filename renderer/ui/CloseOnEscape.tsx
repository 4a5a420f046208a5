import { useEffect, useRef, type ReactNode } from 'react'

/** Closes on the first Escape what a search field inside would take for itself. */
export function CloseOnEscape({
  onClose,
  className,
  children,
}: {
  onClose: () => void
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onClose()
    }
    const element = box.current
    element?.addEventListener('keydown', listen, true)
    return () => element?.removeEventListener('keydown', listen, true)
  }, [onClose])
  return (
    <div ref={box} className={className}>
      {children}
    </div>
  )
}
