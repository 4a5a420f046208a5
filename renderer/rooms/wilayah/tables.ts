/** The tables behind the region's own figures: the same numbers, for readers, CSV and XLSX. Pure. */
import type { ExportLine } from '../../../shared/contract/results/data'
import type { RegionChannel, RegionProfile, UnitLine } from '../../../shared/contract/results/region'
import type { Cell } from '../../../shared/report/model'
import { valueKind } from '../../../shared/sentences/figure'
import { dayNumber, rateText, shareText, type Words } from '../../../shared/sentences/words'
import type { FigureTable } from '../../charts/table'
import { shortCode, totalsOf } from './units'

type Column = FigureTable['columns'][number]
const column = (key: string, label: string, format: Column['format'] = 'text'): Column => ({ key, label, format })

/** Rows of different measures stand in one column, so their numbers are written out. */
export function profileTable({ rows }: RegionProfile, caption: string, words: Words): FigureTable {
  const { t, f } = words
  return {
    caption,
    columns: [
      column('measure', t('region.profile.measure')),
      column('value', t('region.profile.value'), 'words'),
      column('low', t('curve.low'), 'words'),
      column('high', t('curve.high'), 'words'),
      column('target', t('region.profile.target'), 'words'),
      column('peerLow', `${t('region.profile.peers')}, −`, 'words'),
      column('peerHigh', `${t('region.profile.peers')}, +`, 'words'),
      column('nation', t('region.profile.nation'), 'words'),
      column('lastYear', t('ui.legend.lastYear'), 'words'),
      column('numerator', t('funnel.observed'), 'count'),
      column('denominator', t('funnel.n'), 'count'),
    ],
    rows: rows.map(({ metric, figure, peers, nation }) => {
      const kind = valueKind(metric)
      const text = (value: number | null | undefined): Cell => {
        if (value === null || value === undefined) return { notApplicable: true }
        if (kind === 'share') return shareText(value, figure.denominator, words)
        return kind === 'days' ? dayNumber(value, words) : kind === 'rate' ? rateText(value, words) : f.count(value)
      }
      return [
        t.code('metric', metric),
        text(figure.value),
        text(figure.low),
        text(figure.high),
        text(figure.target?.value),
        text(peers?.low),
        text(peers?.high),
        text(nation),
        text(figure.last_year?.value),
        figure.numerator ?? { notApplicable: true },
        figure.denominator ?? { notApplicable: true },
      ]
    }),
    total: null,
  }
}

export function channelsTable(rows: readonly RegionChannel[], caption: string, { t }: Words): FigureTable {
  return {
    caption,
    columns: [
      column('channel', t('region.channels.channel')),
      column('received', t('region.units.received'), 'count'),
      column('lastYear', t('ui.legend.lastYear'), 'count'),
      column('response', t('region.channels.response'), 'days'),
      column('followed', t('region.channels.followed'), 'share'),
      column('of', t('funnel.n'), 'count'),
      column('operating', t('region.channels.units'), 'count'),
      column('reporting', t('trend.reported'), 'count'),
    ],
    rows: rows.map((row) => {
      const none: Cell = { notApplicable: true }
      const operating = row.units_operating > 0 || row.received > 0
      const reported = !operating ? none : row.units_operating > 0 && row.units_reporting === 0 ? null : undefined
      const cell = (value: number | null): Cell => (reported === undefined ? (value ?? none) : reported)
      return [
        t.code('channel', row.channel),
        cell(row.received),
        operating ? (row.last_year ?? none) : none,
        cell(row.first_response_median_days),
        cell(row.followed_up.value),
        cell(row.followed_up.denominator),
        row.units_operating,
        row.units_reporting,
      ]
    }),
    total: null,
  }
}

export function unitsTable(lines: readonly UnitLine[], caption: string, { t, f }: Words): FigureTable {
  const months = lines[0]?.monthly.map(({ month }) => month) ?? []
  const totals = totalsOf(lines)
  const blank: Cell = ''
  return {
    caption,
    columns: [
      column('code', t('region.units.code')),
      column('name', t('region.units.name')),
      ...months.map((month) => column(month, f.month(month, true), 'count')),
      column('received', t('region.units.received'), 'count'),
      column('met', t('funnel.observed'), 'count'),
      column('matured', t('funnel.n'), 'count'),
      column('share', t('region.units.sp3d'), 'share'),
      column('low', t('curve.low'), 'share'),
      column('high', t('curve.high'), 'share'),
      column('open', t('region.units.open'), 'count'),
      column('over90', t('region.units.over90'), 'count'),
      column('flag', t('funnel.flag')),
    ],
    rows: lines.map((line) => {
      const part = (value: number | null): Cell => value ?? { notApplicable: true }
      return [
        shortCode(line.unit),
        line.name,
        ...months.map((month): Cell => line.monthly.find((item) => item.month === month)?.received ?? null),
        line.received,
        part(line.sp3d.numerator),
        part(line.sp3d.denominator),
        part(line.sp3d.value),
        part(line.sp3d.low),
        part(line.sp3d.high),
        line.open,
        line.over_90,
        t.code('flag', line.flag),
      ]
    }),
    total: [
      t('region.units.total'),
      blank,
      ...months.map((): Cell => blank),
      totals.received,
      totals.met,
      totals.matured,
      blank,
      blank,
      blank,
      totals.open,
      totals.over90,
      blank,
    ],
  }
}

export const exportsTable = (lines: readonly ExportLine[], caption: string, { t, f }: Words): FigureTable => ({
  caption,
  columns: [
    column('sequence', t('region.leaf.sequence'), 'count'),
    column('from', t('chart.from'), 'date'),
    column('to', t('chart.to'), 'date'),
    column('asOf', t('region.leaf.asOf')),
    column('cases', t('region.leaf.cases.rows'), 'count'),
    column('state', t('region.leaf.state')),
    column('sha', t('region.leaf.sha')),
  ],
  rows: lines.map((line) => [
    line.sequence,
    line.period.from,
    line.period.to,
    f.day(line.as_of, true),
    line.rows['cases'] ?? 0,
    intakeWord(line, t),
    line.descriptor_sha256,
  ]),
  total: null,
})

/** What became of an export, in a word. */
export const intakeWord = ({ state, outcome }: ExportLine, t: Words['t']): string =>
  t(`outcomeOfIntake.${state === 'quarantined' ? 'quarantined' : outcome}`)
