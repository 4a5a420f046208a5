import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect } from 'react'
import type { WorkspaceState } from '../../shared/contract/results/data'
import { errorOf, runQuery, unwrap } from './client'
import { setRevision } from './revision'
import { useAppEvent } from './useAppEvent'

const KEY = ['workspace']

/** Reads the workspace's state and follows its changes. For the shell, once; rooms use `useWorkspace`. */
export function useWorkspaceState() {
  const client = useQueryClient()
  const query = useQuery({ queryKey: KEY, queryFn: () => unwrap(runQuery('workspace.state', {})) })
  useEffect(() => {
    if (query.data) setRevision(query.data.revision)
  }, [query.data])
  const refresh = () => void client.invalidateQueries({ queryKey: KEY })
  useAppEvent('workspace:changed', ({ revision }) => {
    setRevision(revision)
    refresh()
  })
  useAppEvent('engine:restarted', refresh)
  return { data: query.data, error: errorOf(query.error), refetch: () => void query.refetch() }
}

export const WorkspaceContext = createContext<WorkspaceState | null>(null)

/** The workspace's state; the shell draws rooms only when it is known. */
export function useWorkspace(): WorkspaceState {
  const state = useContext(WorkspaceContext)
  if (!state) throw new Error('useWorkspace outside of the shell')
  return state
}
