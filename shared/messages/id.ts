/** Bahasa Indonesia: the source catalogue. One file an area; a key stands once. */
import { domain } from './id/domain'

export const id = { ...domain } as const
