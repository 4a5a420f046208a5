/** The widgets of the overview as cells: what our analytics show, under names that the peers' answers have too. */
import type { Filter } from '../../../shared/domain/filter'
import type { MetricId } from '../../../shared/contract/results/common'
import type { QueryContext } from '../../engine/analytics/context'
import { runQuery } from '../../engine/analytics/run'

/** Name of a cell → its number; a count of zero has no cell. */
export type Cells = Map<string, number | null>

export function put(cells: Cells, name: string, value: number | null): void {
  if (value !== 0) cells.set(name, value)
}

/** Every widget whose figures SQL can give, asked by the named queries of the screen. */
export function pantauCells(context: QueryContext, filter: Filter): Cells {
  const cells: Cells = new Map()
  const { received, open, closed, overdue } = runQuery('overview.totals', filter, context)
  for (const [name, value] of Object.entries({ received, open, closed, overdue })) put(cells, name, value)
  for (const month of runQuery('overview.byMonth', filter, context)) {
    put(cells, `received ${month.month}`, month.received)
    put(cells, `closed ${month.month}`, month.closed)
  }
  for (const { code, count } of runQuery('overview.byChannel', filter, context)) put(cells, `channel ${code}`, count)
  for (const { code, count } of runQuery('overview.byCategory', filter, context)) put(cells, `category ${code}`, count)
  for (const { code, count } of runQuery('overview.byOutcome', filter, context)) put(cells, `outcome ${code}`, count)
  const { figures } = runQuery('overview.keyFigures', filter, context)
  const of = (metric: MetricId) => figures.find((figure) => figure.metric === metric)
  put(cells, 'notices on time', of('sp3d_on_time')?.numerator ?? 0)
  put(cells, 'notices judged', of('sp3d_on_time')?.denominator ?? 0)
  put(cells, 'answered', of('first_response_median_days')?.numerator ?? 0)
  put(cells, 'watched', of('first_response_median_days')?.denominator ?? 0)
  put(cells, 'median days to answer', of('first_response_median_days')?.value ?? null)
  put(cells, 'open over 90 days', of('open_over_90_days')?.numerator ?? 0)
  put(cells, 'substantiated', of('substantiated')?.numerator ?? 0)
  for (const unit of runQuery('overview.map', filter, context).units) put(cells, `unit ${unit.unit}`, unit.received)
  const flow = runQuery('overview.flow', filter, context)
  put(cells, 'opening', flow.opening)
  put(cells, 'closing', flow.closing)
  put(cells, 'flow received', flow.received)
  put(cells, 'flow closed', flow.closed)
  return cells
}

/** The first cell in which two answers differ; null when they are equal. */
export function difference(ours: Cells, theirs: Cells): string | null {
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const [a, b] = [ours.get(name) ?? 0, theirs.get(name) ?? 0]
    if (Math.abs(a - b) > 1e-9) return `${name}: ${a} ≠ ${b}`
  }
  return null
}
