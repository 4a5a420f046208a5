/** English: the same keys as Indonesian, with the same holes. */
import type { id } from './id'
import { desktop } from './en/desktop'
import { domain } from './en/domain'
import { ui } from './en/ui'
import { charts } from './en/charts'
import { overview } from './en/overview'
import { sentences } from './en/sentences'

export const en: Readonly<Record<keyof typeof id, string>> = {
  ...desktop,
  ...domain,
  ...ui,
  ...charts,
  ...overview,
  ...sentences,
}
