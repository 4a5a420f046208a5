/** Kinds of doors that are never added up with one another: a session or a chat is not a formal complaint. */
import type { Channel } from '../export/enums'

export interface ChannelGroup {
  id: 'formal' | 'app' | 'sp4n' | 'whatsapp' | 'community' | 'calls' | 'social' | 'government' | 'referral' | 'other'
  channels: readonly Channel[]
}

export const CHANNEL_GROUPS: readonly ChannelGroup[] = [
  { id: 'formal', channels: ['walk_in', 'letter', 'email'] },
  { id: 'app', channels: ['dumas_presisi', 'yanduan'] },
  { id: 'sp4n', channels: ['sp4n_lapor'] },
  { id: 'whatsapp', channels: ['whatsapp'] },
  { id: 'community', channels: ['jumat_curhat'] },
  { id: 'calls', channels: ['call_110', 'call_centre'] },
  { id: 'social', channels: ['social_media'] },
  { id: 'government', channels: ['gov_112', 'gov_complaint'] },
  { id: 'referral', channels: ['kompolnas', 'ombudsman'] },
  { id: 'other', channels: ['other'] },
]

/** The group whose channels are exactly these, in any order; null when there is none. */
export function groupOfChannels(channels: readonly Channel[]): ChannelGroup | null {
  const asked = new Set(channels)
  return (
    CHANNEL_GROUPS.find(
      (group) => group.channels.length === asked.size && group.channels.every((code) => asked.has(code)),
    ) ?? null
  )
}

/** How many groups the channels touch: more than one means that the sum is of unlike things. */
export const groupsTouched = (channels: readonly Channel[]): number =>
  CHANNEL_GROUPS.filter((group) => group.channels.some((code) => channels.includes(code))).length
