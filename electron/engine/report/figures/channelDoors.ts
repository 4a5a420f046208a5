import type { OversightLine } from '../../../../shared/contract/results/channels'
import type { CountBook } from '../countBook'
import { count, derived, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

const STATES = ['substantiated', 'partly_substantiated', 'unsubstantiated', 'other_closed', 'in_process'] as const

/** Formal doors and referrals: how the complaints of each stand. Doors are not added up. */
export function channelDoorsFigure({ oversight }: Material, book: CountBook, { t }: ReportText): DraftFigure | null {
  const doors = oversight.lines.filter(({ complaints }) => complaints > 0)
  if (doors.length === 0) return null
  const id = ({ channel }: OversightLine, state: string) => `door ${channel} ${state}`
  for (const door of doors) {
    const whole = book.enter(id(door, 'complaints'), door.complaints)
    book.sum(
      whole,
      STATES.map((state) => book.enter(id(door, state), door[state])),
    )
    const received = book.sameAs(`channels ${door.channel}`, id(door, 'received'), door.cases)
    book.partOf(whole, received)
  }
  return {
    id: 'channelDoors',
    title: t('report.channelDoors.title'),
    sentence: '',
    says: [],
    note: t('report.channelDoors.note'),
    table: {
      caption: t('report.channelDoors.caption'),
      columns: [
        { key: 'channel', label: t('report.column.channel'), format: 'text' },
        { key: 'complaints', label: t('channelKey.complaints'), format: 'count' },
        ...STATES.map((key) => ({ key, label: t(`report.door.${key}`), format: 'count' as const })),
        { key: 'share', label: t('report.door.share'), format: 'share' },
      ],
      rows: doors.map((door) => [
        plain(t.code('channel', door.channel)),
        count(book, id(door, 'complaints')),
        ...STATES.map((state) => count(book, id(door, state))),
        derived(door.substantiated / door.complaints, [id(door, 'complaints'), id(door, 'substantiated')]),
      ]),
      total: null,
    },
    chart: (hidden) => ({
      kind: 'bars',
      data: doors.map((door) => ({
        label: t.code('channel', door.channel),
        value: hidden.has(id(door, 'complaints')) ? null : door.complaints,
      })),
    }),
  }
}
