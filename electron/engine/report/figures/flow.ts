import { joined } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import { count, plain, type DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'

/** opening + received + reopened + transferred in − closed − transferred out = closing. */
export function flowFigure(
  { flow, totals }: Material,
  book: CountBook,
  { t, f }: ReportText,
  sentence: string,
): DraftFigure {
  const ids = {
    opening: book.enter('flow opening', flow.opening, 'total'),
    received: book.sameAs('received', 'flow received', flow.received),
    reopened: book.enter('flow reopened', flow.reopened),
    transferred_in: book.enter('flow transferred in', flow.transferred_in),
    closed: book.sameAs('closed', 'flow closed', flow.closed),
    transferred_out: book.enter('flow transferred out', flow.transferred_out),
    closing: book.sameAs('open', 'flow closing', flow.closing, 'total'),
  }
  book.sum(
    ids.closing,
    [ids.opening, ids.received, ids.reopened, ids.transferred_in],
    [ids.closed, ids.transferred_out],
  )
  const referred = book.enter('flow referred', flow.referred_open)
  book.partOf(referred, ids.closing)
  const all = [...Object.values(ids), referred]
  const rows = ['opening', 'received', 'reopened', 'transferred_in', 'closed', 'transferred_out'] as const
  return {
    id: 'flow',
    title: t('report.flow.title'),
    sentence,
    says: all,
    note: joined(t('report.flow.note'), flow.closing !== totals.open && t('report.flow.transferred')),
    table: {
      caption: t('report.flow.caption', { from: f.day(flow.from), to: f.day(flow.to) }),
      columns: [
        { key: 'part', label: t('report.column.part'), format: 'text' },
        { key: 'count', label: t('report.column.count'), format: 'count' },
      ],
      rows: [
        ...rows.map((row) => [plain(t(`report.flow.${row}`)), count(book, ids[row])]),
        ...(flow.difference === 0 ? [] : [[plain(t('report.flow.difference')), plain(flow.difference)]]),
      ],
      total: [plain(t('report.flow.closing')), count(book, ids.closing)],
    },
    chart: (hidden) =>
      all.some((id) => hidden.has(id))
        ? { kind: 'none', reason: t('report.chart.suppressed') }
        : { kind: 'flow', data: flow },
  }
}
