/** The cache of answers. Its keys carry the workspace's revision, so an answer never grows old within its key. */
import { notifyManager, QueryClient } from '@tanstack/react-query'
import { tellTogether } from './burst'
import { errorOf } from './client'

const MINUTES = 60_000

notifyManager.setScheduler(tellTogether)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * MINUTES,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && errorOf(error)?.retry === true,
      retryDelay: 400,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asks again for everything on the screen; for changes that leave the revision as it was. */
export const invalidateAnswers = (): Promise<void> => queryClient.invalidateQueries()
