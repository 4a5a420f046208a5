import { call } from './client'

/** Stops what the engine is computing; the questions asked fail with QUERY-CANCELLED and can be asked again. */
export const cancelQueries = (): void => void call('query:cancel', {})
