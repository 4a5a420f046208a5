/** The channels' table in words: every row has a denominator of its own, and they are never summed. Pure. */
import type { Estimate } from '../../../shared/contract/results/common'
import type { RegionChannel } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { daysText, shareText, type Words } from '../../../shared/sentences/words'

/** Three kinds of nothing and a number: they never look alike. */
export type Shown =
  | { kind: 'value'; text: string; detail?: string }
  | { kind: 'not_applicable' }
  | { kind: 'not_reported' }
  | { kind: 'words'; text: string }

export interface ChannelLine {
  channel: string
  name: string
  counted: string
  received: Shown
  lastYear: Shown
  response: Shown
  followed: Shown
  units: string
  /** false: no unit here operates it, so nothing can be opened */
  operating: boolean
}

const CALLS = new Set(['call_centre', 'call_110', 'gov_112'])

/** The subjects asked for, and where they come from when that is no single written complaint. */
function countedWords(channel: string, subjects: Filter['subjects'], { t, f }: Words): string {
  const subject = subjects
    ? f.list(subjects.map((code) => t.code('subject', code).toLocaleLowerCase(t.language)))
    : t('region.channels.allSubjects')
  if (channel === 'jumat_curhat') return t('region.channels.sessions', { subject })
  return CALLS.has(channel) ? t('region.channels.calls', { subject }) : subject
}

function followedShown({ value, missing, numerator, denominator }: Estimate, words: Words): Shown {
  if (value !== null) {
    const detail =
      numerator !== null && denominator !== null
        ? words.t('region.channels.detail', { n: words.f.count(numerator), total: words.f.count(denominator) })
        : undefined
    return { kind: 'value', text: shareText(value, denominator, words), ...(detail !== undefined && { detail }) }
  }
  if (missing === 'not_applicable' || missing === 'not_reported') return { kind: missing }
  return { kind: 'words', text: words.t.code('missing', missing ?? 'unknown') }
}

function unitsWords({ units_operating: total, units_reporting: n }: RegionChannel, { t, f }: Words): string {
  if (total === 0) return t('region.channels.unlisted')
  const counts = { n: f.count(n), total: f.count(total) }
  return n < total
    ? t('region.channels.unitsMissing', { ...counts, missing: f.count(total - n) })
    : t('region.channels.unitsAll', counts)
}

function line(row: RegionChannel, subjects: Filter['subjects'], words: Words): ChannelLine {
  const { t, f } = words
  const operating = row.units_operating > 0 || row.received > 0
  const silent = operating && row.units_operating > 0 && row.units_reporting === 0
  const nothing: Shown = operating ? { kind: 'not_reported' } : { kind: 'not_applicable' }
  const count = (value: number): Shown => ({ kind: 'value', text: f.count(value) })
  const response = (): Shown => {
    if (row.first_response_median_days !== null)
      return { kind: 'value', text: daysText(row.first_response_median_days, words) }
    return {
      kind: 'words',
      text: t(row.first_response_n > 0 ? 'region.channels.unreached' : 'region.channels.noCases'),
    }
  }
  const empty = !operating || silent
  return {
    channel: row.channel,
    name: t.code('channel', row.channel),
    counted: countedWords(row.channel, subjects, words),
    received: empty ? nothing : count(row.received),
    lastYear: !operating
      ? nothing
      : row.last_year === null
        ? { kind: 'words', text: t('region.channels.noRecord') }
        : count(row.last_year),
    response: empty ? nothing : response(),
    followed: empty ? nothing : followedShown(row.followed_up, words),
    units: operating ? unitsWords(row, words) : t('missing.not_applicable'),
    operating,
  }
}

export const channelLines = (
  rows: readonly RegionChannel[],
  subjects: Filter['subjects'],
  words: Words,
): ChannelLine[] => rows.map((row) => line(row, subjects, words))
