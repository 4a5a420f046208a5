/** Results of the overview as tables: what "show as table" shows, and what CSV and XLSX hold. Pure. */
import type { CodeCount } from '../../../shared/contract/results/common'
import type { Flow, OverviewMap, Questions } from '../../../shared/contract/results/overview'
import { bySize } from '../../../shared/sentences/codes'
import { impliedClosing } from '../../../shared/sentences/flow'
import { chanceText, evidenceText, signalText, testText } from '../../../shared/sentences/questions'
import type { Words } from '../../../shared/sentences/words'
import type { Cell } from '../../../shared/report/model'
import type { FigureTable } from '../table'

export function flowTable(flow: Flow, caption: string, { t, f }: Words): FigureTable {
  const { opening, received, reopened, transferred_in, closed, transferred_out } = flow
  const lines: readonly (readonly [string, number])[] = [
    [t('flow.opening', { day: f.day(flow.from) }), opening],
    [t('flow.received'), received],
    [t('flow.reopened'), reopened],
    [t('flow.transferredIn'), transferred_in],
    [t('flow.closed'), 0 - closed],
    [t('flow.transferredOut'), 0 - transferred_out],
    ...(flow.difference === 0 ? [] : [[t('flow.difference'), flow.closing - impliedClosing(flow)] as const]),
  ]
  return {
    caption,
    columns: [
      { key: 'line', label: t('flow.line'), format: 'text' },
      { key: 'cases', label: t('flow.cases'), format: 'count' },
      { key: 'mismatch', label: t('flow.mismatchSize'), format: 'count' },
    ],
    rows: [
      ...lines.map(([line, cases]): Cell[] => [line, cases, '']),
      ...flow.mismatches.map(({ name, difference }): Cell[] => [name, '', difference]),
    ],
    total: [t('flow.closing', { day: f.day(flow.to) }), flow.closing, ''],
  }
}

export function mapTable({ units }: OverviewMap, caption: string, { t, f }: Words): FigureTable {
  return {
    caption,
    columns: [
      { key: 'unit', label: t('map.unit'), format: 'text' },
      { key: 'received', label: t('map.received'), format: 'count' },
      { key: 'population', label: t('map.population'), format: 'count' },
      { key: 'rate', label: t('map.rate'), format: 'rate' },
      { key: 'expected', label: t('map.expected'), format: 'rate' },
      { key: 'p_low', label: t('map.lowTail'), format: 'probability' },
      { key: 'p_high', label: t('map.highTail'), format: 'probability' },
      { key: 'flag', label: t('map.flag'), format: 'text' },
      { key: 'reported', label: t('map.reported'), format: 'text' },
    ],
    rows: units.map((unit) => [
      unit.name,
      unit.units_reported > 0 ? unit.received : null,
      unit.population ?? { notApplicable: true },
      unit.rate,
      unit.expected,
      unit.p_low,
      unit.p_high,
      t(`flag.${unit.flag}`),
      t('say.ofTotal', { n: f.count(unit.units_reported), total: f.count(unit.units_expected) }),
    ]),
    total: null,
  }
}

export function questionsTable({ items }: Questions, caption: string, words: Words): FigureTable {
  const { t } = words
  return {
    caption,
    columns: [
      { key: 'unit', label: t('overview.questions.unit'), format: 'text' },
      { key: 'what', label: t('overview.questions.what'), format: 'text' },
      { key: 'evidence', label: t('overview.questions.evidence'), format: 'text' },
      { key: 'test', label: t('overview.questions.test'), format: 'text' },
      { key: 'p', label: t('overview.questions.chance'), format: 'probability' },
      { key: 'disposition', label: t('overview.questions.disposition'), format: 'text' },
      { key: 'reason', label: t('overview.questions.reason'), format: 'text' },
    ],
    rows: items.map((question) => [
      question.name,
      signalText(question, words),
      evidenceText(question, words),
      testText(question, words),
      question.p ?? chanceText(question, words),
      t(`disposition.${question.disposition ?? 'none'}`),
      question.reason ?? '',
    ]),
    total: null,
  }
}

/** @param kind the enumeration whose words name the codes */
export function codesTable(codes: readonly CodeCount[], kind: string, caption: string, { t }: Words): FigureTable {
  const total = codes.reduce((sum, { count }) => sum + count, 0)
  return {
    caption,
    columns: [
      { key: 'name', label: t('bars.name'), format: 'text' },
      { key: 'count', label: t('bars.count'), format: 'count' },
      { key: 'share', label: t('bars.share'), format: 'share' },
    ],
    rows: bySize(codes).map(({ code, count }) => [t.code(kind, code), count, total === 0 ? null : count / total]),
    total: [t('chart.total'), total, total === 0 ? null : 1],
  }
}
