/** The filter in words, part by part: for the filter bar, notes, findings and reports. */
import { NO_PROGRAMME } from '../domain/filterCodes'
import type { Filter } from '../domain/filter'
import { groupOfChannels } from '../domain/channelGroups'
import { CATEGORIES, CHANNELS, COMPLAINT_CATEGORIES, STATUSES, SUBJECTS } from '../export/enums'
import type { Translate } from './catalogue'
import type { Format } from './format'
import { periodWords } from './period'

export interface FilterWords {
  period: string
  unit: string
  channels: string
  subjects: string
  categories: string
  statuses: string
  /** '' unless asked for */
  addressees: string
  programmes: string
}

/** Codes that can be chosen as categories: a complaint's five when only complaints are asked for. */
export const categoriesFor = (subjects: Filter['subjects']) =>
  subjects?.length === 1 && subjects[0] === 'complaint' ? COMPLAINT_CATEGORIES : CATEGORIES

function some(
  codes: readonly string[] | undefined,
  all: number,
  name: (code: string) => string,
  t: Translate,
  f: Format,
): string {
  if (!codes || codes.length >= all) return t('filter.all', { n: f.count(all) })
  if (codes.length <= 2) return codes.map(name).join(', ')
  return t('filter.some', { n: f.count(codes.length), N: f.count(all) })
}

function channelWords(channels: Filter['channels'], t: Translate, f: Format): string {
  const name = (code: string) => t.code('channel', code)
  const group = channels && groupOfChannels(channels)
  if (!group || group.channels.length === 1) return some(channels, CHANNELS.length, name, t, f)
  const names = group.channels.map(name).map((word) => (group.id === 'formal' ? word.toLowerCase() : word))
  return `${t(`channelGroup.${group.id}`)}: ${names.join(', ')}`
}

/** `unitName`: name of the filter's unit; ignored when the filter has none. */
export function filterWords(filter: Filter, unitName: string, t: Translate, f: Format): FilterWords {
  const { from, to, unit, channels, subjects, categories, statuses, addressees, programmes } = filter
  const programme = (code: string) => (code === NO_PROGRAMME ? t('filter.noProgramme') : code)
  return {
    period: from && to ? periodWords(from, to, t, f) : t('filter.anyTime'),
    unit: unit === undefined ? t('level.nation') : unitName,
    channels: channelWords(channels, t, f),
    subjects: some(subjects, SUBJECTS.length, (code) => t.code('subject', code), t, f),
    categories: some(categories, categoriesFor(subjects).length, (code) => t.code('category', code), t, f),
    statuses: some(statuses, STATUSES.length, (code) => t.code('status', code), t, f),
    addressees: addressees ? f.list(addressees.map((code) => t(`addressee.${code}`))) : '',
    programmes: programmes ? f.list(programmes.map(programme)) : '',
  }
}

/** One sentence for notes and papers: "Triwulan I 2026; Polda Jawa Tengah; Resmi: loket, surat, surel; Pengaduan". */
export function filterSentence(filter: Filter, unitName: string, t: Translate, f: Format): string {
  const words = filterWords(filter, unitName, t, f)
  const parts = [words.period, words.unit, words.channels]
  const named = [
    [filter.subjects, t('filter.subjects'), words.subjects],
    [filter.categories, t('filter.categories'), words.categories],
    [filter.statuses, t('filter.statuses'), words.statuses],
    [filter.addressees, t('caseField.addressee'), words.addressees],
    [filter.programmes, t('caseField.programme'), words.programmes],
  ] as const
  for (const [asked, label, text] of named) if (asked) parts.push(`${label}: ${text}`)
  if (filter.known_on !== undefined) parts.push(t('known.words', { day: f.day(filter.known_on) }))
  return parts.join('; ')
}
