import { useCallback, useRef, useState } from 'react'
import type { Answer, Args, Channel } from '../../shared/contract/contract'
import type { AppError, Result } from '../../shared/contract/result'
import { call } from './client'

interface CallState<T> {
  pending: boolean
  error: AppError | null
  data: T | undefined
}
export interface Caller<C extends Channel> extends CallState<Answer<C>> {
  run: (args: Args<C>) => Promise<Result<Answer<C>>>
  reset: () => void
}

/** A call that changes something or takes long: run it, watch it, show its error. The latest run counts. */
export function useCall<C extends Channel>(channel: C): Caller<C> {
  const idle: CallState<Answer<C>> = { pending: false, error: null, data: undefined }
  const [state, setState] = useState(idle)
  const latest = useRef(0)
  const run = useCallback(
    async (args: Args<C>) => {
      const mine = ++latest.current
      setState({ pending: true, error: null, data: undefined })
      const result: Result<Answer<C>> = await call(channel, args)
      if (mine === latest.current) {
        setState({
          pending: false,
          error: result.ok ? null : result.error,
          data: result.ok ? result.value : undefined,
        })
      }
      return result
    },
    [channel],
  )
  const reset = useCallback(() => {
    latest.current += 1
    setState({ pending: false, error: null, data: undefined })
  }, [])
  return { ...state, run, reset }
}
