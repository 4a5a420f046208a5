import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { WorkspaceState } from '../../shared/contract/results/data'
import { errorOf, runQuery, unwrap } from './client'
import { queryClient } from './queryClient'
import { setRevision } from './revision'
import { useAppEvent } from './useAppEvent'

const KEY = ['workspace']

/** The revision is known before anybody is told of the state: what is asked then is asked of it, and once. */
async function readState(): Promise<WorkspaceState> {
  const state = await unwrap(runQuery('workspace.state', {}))
  setRevision(state.revision)
  return state
}

/**
 * Asks for the state before anything is drawn. `prepare` is awaited before anybody is told of it: what the first screen
 * shows can be asked then, so that it is drawn once.
 */
export const askWorkspace = (prepare: (state: WorkspaceState) => Promise<void>): Promise<void> =>
  queryClient.prefetchQuery({
    queryKey: KEY,
    queryFn: async () => {
      const state = await readState()
      await prepare(state)
      return state
    },
  })

/** Reads the workspace's state and follows its changes. For the shell, once; rooms use `useWorkspace`. */
export function useWorkspaceState() {
  const client = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: readState })
  const refresh = () => void client.invalidateQueries({ queryKey: KEY })
  useAppEvent('workspace:changed', ({ revision }) => {
    setRevision(revision)
    refresh()
  })
  useAppEvent('engine:restarted', refresh)
  return { data: query.data, error: errorOf(query.error), refetch: () => void query.refetch() }
}

/** Nothing was ever imported. */
export const isEmptyWorkspace = ({ exports, quarantined }: WorkspaceState): boolean =>
  exports === 0 && quarantined === 0

export const WorkspaceContext = createContext<WorkspaceState | null>(null)

/** The workspace's state; the shell draws rooms only when it is known. */
export function useWorkspace(): WorkspaceState {
  const state = useContext(WorkspaceContext)
  if (!state) throw new Error('useWorkspace outside of the shell')
  return state
}
