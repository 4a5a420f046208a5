/** Units month by month as a table: a line a unit, a column a month. Pure. */
import type { UnitMonths } from '../../../shared/contract/results/region'
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../table'

export function unitMonthsTable({ months, units }: UnitMonths, caption: string, { t, f }: Words): FigureTable {
  return {
    caption,
    columns: [
      { key: 'unit', label: t('months.unit'), format: 'text' },
      ...months.map((month) => ({ key: month, label: f.month(month, true), format: 'count' as const })),
    ],
    rows: units.map(({ name, received }) => [name, ...received]),
    total: null,
  }
}
