/** The pages of the room: one for each kind of channel. */
import { OWN_CHANNELS, type ChannelPage } from '../../../shared/contract/results/channels'
import type { Channel } from '../../../shared/export/enums'

export const PAGES = [
  { id: 'jumat-curhat', page: 'community' },
  { id: 'whatsapp', page: 'messages' },
  { id: 'panggilan', page: 'calls' },
  { id: 'medsos', page: 'social' },
  { id: 'kota', page: 'city' },
  { id: 'pengawasan', page: 'oversight' },
] as const satisfies readonly { id: string; page: ChannelPage }[]
export type PageId = (typeof PAGES)[number]['id']

export const pageOf = (id: string | undefined): (typeof PAGES)[number] =>
  PAGES.find((page) => page.id === id) ?? PAGES[0]

/** The channels that a page is about. */
export const channelsOf = (page: ChannelPage): readonly Channel[] => OWN_CHANNELS[page]
