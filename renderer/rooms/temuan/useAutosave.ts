import { useCallback, useEffect, useRef, useState } from 'react'
import type { AuditFinding, FindingText } from '../../../shared/contract/findings'
import type { AppError } from '../../../shared/contract/result'
import { call } from '../../api/client'

/** ms without a key before what was written is saved */
const PAUSE = 600

export interface Autosave {
  text: FindingText
  set: (patch: Partial<FindingText>) => void
  /** saves at once what is waiting */
  flush: () => void
  state: 'saved' | 'waiting' | 'saving'
  error: AppError | null
}

/** A finding's texts while they are written: saved after a pause, when a field is left, and when the page goes away. */
export function useAutosave(finding: AuditFinding): Autosave {
  const { id } = finding
  const [edits, setEdits] = useState<Partial<FindingText>>({})
  const [state, setState] = useState<Autosave['state']>('saved')
  const [error, setError] = useState<AppError | null>(null)
  const waiting = useRef<Partial<FindingText>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const { title, ...rest } = waiting.current
    // A finding has a title; an emptied field waits until something stands in it.
    const text = title?.trim() ? { ...rest, title } : rest
    if (Object.keys(text).length === 0) return
    waiting.current = title !== undefined && !title.trim() ? { title } : {}
    setState('saving')
    void call('findings:update', { id, text }).then((result) => {
      setError(result.ok ? null : result.error)
      if (!result.ok) waiting.current = { ...text, ...waiting.current }
      setState(Object.keys(waiting.current).length > 0 ? 'waiting' : 'saved')
    })
  }, [id])
  const set = useCallback(
    (patch: Partial<FindingText>) => {
      waiting.current = { ...waiting.current, ...patch }
      setEdits((before) => ({ ...before, ...patch }))
      setState('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, PAUSE)
    },
    [flush],
  )
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return { text: { ...finding, ...edits }, set, flush, state, error }
}
