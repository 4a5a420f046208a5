import { NO_PROGRAMME } from '../../../shared/domain/filterCodes'
import type { Filter } from '../../../shared/domain/filter'
import type { ReportText } from './material'

/** The filter beyond unit and period: the day of knowledge first, one line for each part that is not "all". */
export function filterWords(filter: Filter, { t, f }: ReportText): string[] {
  const part = (
    label: `report.filter.${'channels' | 'subjects' | 'categories' | 'statuses' | 'addressees'}`,
    prefix: string,
    codes: readonly string[] | undefined,
  ) => (codes && codes.length > 0 ? [t(label, { names: f.list(codes.map((code) => t.code(prefix, code))) })] : [])
  const { known_on } = filter
  const programme = (code: string) => (code === NO_PROGRAMME ? t('filter.noProgramme') : code)
  return [
    ...(known_on === undefined ? [] : [t('report.filter.knownOn', { day: f.day(known_on) })]),
    ...part('report.filter.channels', 'channel', filter.channels),
    ...part('report.filter.subjects', 'subject', filter.subjects),
    ...part('report.filter.categories', 'category', filter.categories),
    ...part('report.filter.statuses', 'status', filter.statuses),
    ...part('report.filter.addressees', 'addressee', filter.addressees),
    ...(filter.programmes ? [t('report.filter.programmes', { names: f.list(filter.programmes.map(programme)) })] : []),
  ]
}
