/** English: the same keys as Indonesian, with the same holes. */
import type { id } from './id'
import { domain } from './en/domain'

export const en: Readonly<Record<keyof typeof id, string>> = { ...domain }
