/** Programmes by their local names as a table. Pure. */
import type { ProgrammeLine } from '../../../shared/contract/results/channels'
import type { Estimate } from '../../../shared/contract/results/common'
import { programmeName } from '../../../shared/sentences/channels/messages'
import type { Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../../charts/table'
import { column, none, shareCells, shareColumns } from './cells'

export type ProgrammeRow = ProgrammeLine & { median_days: number | null; resolved: Estimate }

export function programmeTable(rows: readonly ProgrammeRow[], caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('programme', t('channels.programmes.name')),
      column('channel', t('region.channels.channel')),
      column('units', t('channels.programmes.units'), 'count'),
      column('cases', t('bars.count'), 'count'),
      column('median', t('channels.firstResponse'), 'days'),
      ...shareColumns('resolved', t('channelKey.resolved'), words),
    ],
    rows: rows.map((row) => [
      programmeName(row, words),
      t.code('channel', row.channel),
      row.code === null ? none : row.units,
      row.cases,
      row.median_days ?? none,
      ...shareCells(row.resolved),
    ]),
    total: null,
  }
}
