/** WhatsApp programmes: key figures, curves and tables by addressee and by programme. Pure. */
import type { ChannelMessages, MessageLine } from '../../../../shared/contract/results/channels'
import { ASKED_ADDRESSEES } from '../../../../shared/domain/filterCodes'
import type { Cell } from '../../../../shared/report/model'
import { tells } from '../../../../shared/sentences/channels/estimate'
import { addresseeName } from '../../../../shared/sentences/channels/messages'
import type { Words } from '../../../../shared/sentences/words'
import type { CurveLine } from '../../../charts/channel/Curves'
import type { FigureTable } from '../../../charts/table'
import type { FilterPatch } from '../../../state/route'
import { column, medianCells, medianColumns, none, shareCells, shareColumns } from '../cells'
import { countKey, medianKey, shareKey, type KeyView } from '../keys'

export const messageKeys = ({ cases, all }: ChannelMessages, words: Words): KeyView[] => [
  countKey('messages', cases, 'cases', '', words),
  medianKey('firstResponse', all.first_response, 'all.first_response', words),
  shareKey('resolved', all.resolved, 'all.resolved', words),
  shareKey('resolved30', all.resolved_30_days, 'all.resolved_30_days', words),
  shareKey('sentOn', all.sent_on, 'all.sent_on', words),
]

/** The filter of the messages to an addressee; null for one that the format does not know. */
export function addressedTo({ addressee }: MessageLine): FilterPatch | null {
  const known = ASKED_ADDRESSEES.find((code) => code === (addressee ?? 'none'))
  return known === undefined ? null : { channels: ['whatsapp'], addressees: [known] }
}

/** Curves of the addressees with enough cases to draw one. */
export const addresseeCurves = ({ by_addressee }: ChannelMessages, words: Words): CurveLine[] =>
  by_addressee
    .filter(({ first_response }) => tells(first_response))
    .map(({ addressee, first_response: curve }) => ({
      id: addressee ?? 'none',
      name: addresseeName(addressee, words),
      curve,
    }))

const handledCells = ({ handled }: MessageLine): Cell[] =>
  handled ? [handled.above, handled.same, handled.below] : [none, none, none]

export function addresseeTable({ by_addressee }: ChannelMessages, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      column('addressee', t('caseField.addressee')),
      column('cases', t('bars.count'), 'count'),
      ...medianColumns('median', t('channels.firstResponse'), words),
      ...shareColumns('resolved', t('channelKey.resolved'), words),
      column('above', t('channels.messages.aboveColumn'), 'count'),
      column('same', t('channels.messages.sameColumn'), 'count'),
      column('below', t('channels.messages.belowColumn'), 'count'),
      ...shareColumns('sent_on', t('channelKey.sentOn'), words),
      ...shareColumns('came_in', t('channels.messages.cameIn'), words),
    ],
    rows: by_addressee.map((line) => [
      addresseeName(line.addressee, words),
      line.cases,
      ...medianCells(line.first_response),
      ...shareCells(line.resolved),
      ...handledCells(line),
      ...shareCells(line.sent_on),
      ...shareCells(line.came_in),
    ]),
    total: null,
  }
}
