import { useMemo } from 'react'
import type { AppError } from '../../../shared/contract/result'
import type { QueryResult } from '../../../shared/contract/queries'
import type { Filter } from '../../../shared/domain/filter'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useWorkspace } from '../../api/useWorkspace'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { masked, standIns } from './anonymise'

/** Two years show the same season twice. */
const MONTHS = 24

/** Everything the slides are made of; names are already replaced when units are hidden. */
export interface DeckData {
  unit: string
  /** word for the units compared, such as "Polres" */
  level: string
  /** false: no unit is chosen, so the Polda can be drawn on the map */
  chosen: boolean
  anonymous: boolean
  heads: string | null
  period: { from: string; to: string }
  coverage: QueryResult<'overview.coverage'>
  keyFigures: QueryResult<'overview.keyFigures'>
  trend: QueryResult<'overview.trend'>
  map: QueryResult<'overview.map'>
  rates: QueryResult<'funnel.rate'>
  curve: QueryResult<'durations.curve'>
  flow: QueryResult<'overview.flow'>
  backlog: QueryResult<'region.backlog'>
  questions: QueryResult<'overview.questions'>
  sp3d: QueryResult<'funnel.proportion'>
  /** of the nation's Polres; like `sp3d` where a unit is chosen */
  sp3dBelow: QueryResult<'funnel.proportion'>
  unitMonths: QueryResult<'region.unitMonths'>
  filter: Filter
}
export interface Deck {
  data: DeckData | null
  error: AppError | null
  retry: () => void
}

/** Asks the deck's queries for the filter in force. */
export function useDeck(anonymous: boolean): Deck {
  const { t } = useText()
  const [filter] = useFilter()
  const { heads } = useWorkspace()
  const { tree, name, byCode, isPending } = useUnits()
  const answers = {
    coverage: useNamedQuery('overview.coverage', filter),
    keyFigures: useNamedQuery('overview.keyFigures', filter),
    trend: useNamedQuery('overview.trend', filter),
    map: useNamedQuery('overview.map', filter),
    rates: useNamedQuery('funnel.rate', { ...filter, metric: 'received_per_100k' }),
    curve: useNamedQuery('durations.curve', { ...filter, stage: 'first_response' }),
    flow: useNamedQuery('overview.flow', filter),
    backlog: useNamedQuery('region.backlog', filter),
    questions: useNamedQuery('overview.questions', filter),
    sp3d: useNamedQuery('funnel.proportion', { ...filter, metric: 'share_sp3d_in_time' }),
    sp3dBelow: useNamedQuery('funnel.proportion', {
      ...filter,
      metric: 'share_sp3d_in_time',
      ...(filter.unit === undefined && { level: 'polres' as const }),
    }),
    unitMonths: useNamedQuery('region.unitMonths', { ...filter, months: MONTHS }),
  }
  const names = useMemo(
    () => (anonymous ? standIns(tree, heads ?? '', (level) => t.code('level', level)) : new Map<string, string>()),
    [anonymous, tree, heads, t],
  )
  const all = Object.values(answers)
  const results = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, answer.data]))
  const complete = !isPending && all.every(({ data }) => data !== undefined)
  const code = filter.unit
  const data = complete
    ? {
        ...(masked(results, names) as unknown as Omit<
          DeckData,
          'unit' | 'level' | 'chosen' | 'anonymous' | 'period' | 'heads' | 'filter'
        >),
        unit: code === undefined ? t('level.nation') : (names.get(code) ?? name(code)),
        level: t.code('level', byCode.get(answers.sp3d.data?.units[0]?.unit ?? '')?.level ?? 'polres'),
        chosen: code !== undefined,
        anonymous,
        heads,
        filter,
        period: { from: filter.from ?? '', to: filter.to ?? '' },
      }
    : null
  return {
    data,
    error: all.find(({ error }) => error !== null)?.error ?? null,
    retry: () => all.forEach(({ refetch }) => refetch()),
  }
}
