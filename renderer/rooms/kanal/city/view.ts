/** SOS 112 and city services: key figures and transfers. Pure. */
import type { ChannelCity } from '../../../../shared/contract/results/channelCalls'
import type { Words } from '../../../../shared/sentences/words'
import type { FigureTable } from '../../../charts/table'
import { column, none, shareCells, shareColumns } from '../cells'
import { medianKey, shareKey, type KeyView } from '../keys'

export const cityKeys = (data: ChannelCity, words: Words): KeyView[] => [
  shareKey('prank', data.line.prank, 'line.prank', words),
  shareKey('emergency', data.line.emergency, 'line.emergency', words),
  shareKey('cameIn', data.came_in, 'came_in', words),
  medianKey('transferTime', data.transfer_to_response, 'transfer_to_response', words),
  shareKey('reportedBack', data.reported_back, 'reported_back', words),
]

export function transfersTable(data: ChannelCity, caption: string, words: Words): FigureTable {
  const { t } = words
  const { line } = data
  const count = (value: number | null) => [
    none,
    value ?? (line.state === 'not_reported' ? null : none),
    none,
    none,
    none,
  ]
  return {
    caption,
    columns: [column('step', t('channels.step')), ...shareColumns('share', t('bars.share'), words)],
    rows: [
      [t('channels.city.lineIn'), ...count(line.transferred_in)],
      [t('channels.city.lineOut'), ...count(line.transferred_out)],
      [t('channelKey.cameIn'), ...shareCells(data.came_in)],
      [t('channels.city.out'), ...shareCells(data.sent_out)],
      [t('channels.city.toCity'), none, data.sent_to_city, none, none, none],
      [t('channelKey.reportedBack'), ...shareCells(data.reported_back)],
    ],
    total: null,
  }
}
