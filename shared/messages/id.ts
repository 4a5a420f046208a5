/** Bahasa Indonesia: the source catalogue. One file an area; a key stands once. */
import { desktop } from './id/desktop'
import { domain } from './id/domain'
import { ui } from './id/ui'
import { charts } from './id/charts'
import { overview } from './id/overview'
import { sentences } from './id/sentences'

export const id = { ...desktop, ...domain, ...ui, ...charts, ...overview, ...sentences } as const
