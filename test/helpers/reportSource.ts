/** Answers of the named queries for the invented Polda of `inventedCounts`. `scale` makes its counts smaller or larger. */
import type { AuditFinding } from '../../shared/contract/findings'
import type { Figure, RuleInForce } from '../../shared/contract/results/common'
import type { QueryName, QueryResult } from '../../shared/contract/queries'
import { ok, type Result } from '../../shared/contract/result'
import type { ReportSource } from '../../electron/engine/report/material'
import { channelAnswers } from './channelAnswers'
import { code, inventedCounts, MONTHS, PERIOD, split } from './inventedCounts'

const RULE: RuleInForce = {
  code: 'sp3d-20',
  title: {
    id: 'SP3D paling lambat 20 hari kerja sejak diterima',
    en: 'Progress notice within 20 working days of receipt',
  },
  basis: 'Perpol 2/2024',
  kind: 'regulation',
  limit: { value: 20, unit: 'working_days' },
  effective_from: '2024-03-01',
  effective_to: null,
}

export function reportSource(scale = 1, findings: AuditFinding[] = []): ReportSource {
  const { byUnit, received, total, months, over90, buckets, sp3d, matured, inTime } = inventedCounts(scale)
  const estimate = (numerator: number, denominator: number) => ({
    value: numerator / denominator,
    missing: null,
    low: (numerator / denominator) * 0.97,
    high: Math.min(1, (numerator / denominator) * 1.03),
    numerator,
    denominator,
  })
  const count = (value: number) => ({
    value,
    missing: null,
    low: value * 0.95,
    high: value * 1.05,
    numerator: value,
    denominator: null,
  })
  const figures: Figure[] = [
    {
      metric: 'received',
      method: 'poisson',
      ...count(total.received),
      last_year: count(total.received + 120),
      target: null,
      extra: { per_100k: 6.4, per_1000_personnel: 61 },
    },
    {
      metric: 'sp3d_on_time',
      method: 'wilson',
      ...estimate(inTime, matured),
      last_year: estimate(inTime + 1, matured + 3),
      target: { value: 0.8, kind: 'regulation', rule: 'sp3d-20' },
      extra: { pending: 40, blocked: 0 },
    },
    {
      metric: 'first_response_median_days',
      method: 'kaplan_meier',
      value: 2.5,
      missing: null,
      low: 2.1,
      high: 3,
      numerator: Math.floor(total.received * 0.9),
      denominator: total.received,
      last_year: null,
      target: null,
      extra: { censored: 20, mean_of_closed: 2 },
    },
    {
      metric: 'open_over_90_days',
      method: 'wilson',
      ...estimate(over90, total.open),
      last_year: estimate(over90 - 2, total.open - 5),
      target: null,
      extra: {},
    },
  ]
  const curve = {
    n: total.received,
    events: Math.floor(total.received * 0.9),
    median: 2.5,
    lower: 2.1,
    upper: 3,
    q1: 0.9,
    q3: 7.25,
    mean_of_closed: 3.1,
    left_out_negative: 0,
    left_truncated: 0,
    points: Array.from({ length: 60 }, (_, index) => {
      const survival = Math.exp(-index / 6) * 0.95 + 0.05
      return {
        t: index / 1.5,
        survival,
        lower: survival * 0.95,
        upper: Math.min(1, survival * 1.04),
        at_risk: Math.round(total.received * survival),
        censored: 0,
      }
    }),
  }
  const answers: { [N in QueryName]?: QueryResult<N> } = {
    ...channelAnswers(),
    'units.tree': [
      { code: 'POLDA-JATENG', name: 'Polda Jawa Tengah', level: 'polda', type: 'A', parent: 'MABES', reporting: true },
      ...byUnit.map(({ unit, name }) => ({
        code: unit,
        name,
        level: 'polres',
        type: 'B',
        parent: 'POLDA-JATENG',
        reporting: true,
      })),
    ],
    'overview.coverage': {
      units_expected: 13,
      units_reported: 12,
      units_quarantined: 0,
      unit_months_expected: 39,
      unit_months_delivered: 38,
      share: 38 / 39,
      missing: [{ unit: code(4), name: 'Polres Kebumen', months: ['2026-03'], last_as_of: '2026-02-28' }],
      as_of_min: '2026-02-28',
      as_of_max: '2026-04-01',
      common_day: '2026-03-31',
      period: PERIOD,
      registry_version: 42,
      purpose: 'demo',
      rules: [RULE],
      unknown: { category: 0, district: 0.02, matching: 0 },
    },
    'exports.list': [
      ['POLDA-JATENG', 21] as const,
      ...byUnit.map(({ unit }, index) => [unit, 14 + (index % 3)] as const),
    ].map(([unit, sequence], index) => ({
      unit,
      name: unit,
      sequence,
      state: 'accepted' as const,
      outcome: index === 5 ? ('accepted_with_flags' as const) : ('accepted' as const),
      file_name: `${unit}.dumas.zip`,
      imported_at: '2026-04-16T09:00:00+07:00',
      created: '2026-04-01T08:00:00+07:00',
      as_of: '2026-03-31T23:59:59+07:00',
      period: PERIOD,
      coverage_from: '2024-04-01',
      rows: { cases: 100 },
      descriptor_sha256: (index + 11).toString(16).repeat(64).slice(0, 64),
      archive_sha256: 'a'.repeat(64),
      kid: `9d8a6c${'Ab_-'.repeat(9)}${index}`,
      findings: index === 5 ? [{ code: 'SEMANTIC' as const, severity: 'flag' as const, place: {}, details: {} }] : [],
    })),
    'workspace.state': {
      revision: '1',
      purpose: 'demo',
      registry: null,
      cases: 1,
      exports: 13,
      units_reporting: 13,
      first_month: null,
      archived_before: null,
      last_month: null,
      last_day: null,
      heads: '7f3a 91c2 08de 4b65',
      quarantined: 0,
      findings: 0,
      questions: 0,
    },
    'overview.totals': {
      ...total,
      overdue: Math.floor(total.open * 0.4),
      units_expected: 13,
      units_reported: 12,
      as_of_min: null,
      as_of_max: null,
    },
    'overview.byMonth': months.filter(({ month }) => month >= '2026-01'),
    'overview.trend': {
      kind: 'xmr',
      points: months.map((point, index) => ({
        ...point,
        complete: true,
        reported: 13,
        expected: 13,
        signal: index === 20 ? 'outside' : null,
      })),
      baseline: { from: MONTHS[0] ?? '', to: MONTHS[11] ?? '', points: 12 },
      mean: 340 * scale,
      upper: 410 * scale,
      lower: 270 * scale,
      moving_range: 26 * scale,
      signals: [{ kind: 'outside', from: MONTHS[20] ?? '', to: MONTHS[20] ?? '', direction: 'up' }],
    },
    'overview.keyFigures': { period: PERIOD, last_year: { from: '2025-01-01', to: '2025-03-31' }, figures },
    'overview.flow': {
      from: PERIOD.from,
      to: PERIOD.to,
      opening: total.open - total.received + total.closed - 12,
      received: total.received,
      reopened: 12,
      transferred_in: 30,
      closed: total.closed,
      transferred_out: 30,
      closing: total.open,
      referred_open: 25,
      difference: 0,
      mismatches: [],
    },
    'overview.byChannel': ['jumat_curhat', 'whatsapp', 'call_110', 'walk_in', 'letter'].map((channel, index) => ({
      code: channel,
      count: split(total.received, [30, 40, 20, 9, 1])[index] ?? 0,
    })),
    'overview.byCategory': ['poor_service', 'abuse_of_authority', 'traffic', 'unknown'].map((category, index) => ({
      code: category,
      count: split(total.received, [45, 30, 20, 5])[index] ?? 0,
    })),
    'overview.byOutcome': ['action_taken', 'unsubstantiated', 'substantiated'].map((outcome, index) => ({
      code: outcome,
      count: split(total.closed, [50, 30, 20])[index] ?? 0,
    })),
    'overview.questions': {
      tests: 96,
      items: [
        {
          id: 'q1',
          unit: code(1),
          name: 'Polresta Banyumas',
          signal: 'sp3d_below_target',
          evidence: { on_time: 18, matured: 34, share: 18 / 34, target: 0.8 },
          p: 0.0004,
          strength: 'alarm',
          link: { room: 'wilayah', unit: code(1) },
          disposition: null,
        },
        {
          id: 'q2',
          unit: code(4),
          name: 'Polres Kebumen',
          signal: 'silent_edit',
          evidence: { changed: 6, comparable: 400 },
          p: null,
          strength: 'alert',
          link: { room: 'integritas', unit: code(4) },
          disposition: 'clarification_asked',
        },
      ],
    },
    'region.units': byUnit,
    'region.backlog': {
      as_of: '2026-03-31',
      total: total.open,
      over_90: over90,
      last_year: { as_of: '2025-03-31', total: total.open - 5, over_90: over90 - 2 },
      buckets: [
        [0, 30],
        [31, 60],
        [61, 90],
        [91, 180],
        [181, null],
      ].map(([from, to], index) => ({
        from_days: from ?? 0,
        to_days: to ?? null,
        count: buckets[index] ?? 0,
        last_year: split(total.open - 5, [3, 3, 2, 1, 1])[index] ?? 0,
      })),
      oldest: {
        days: 412,
        unit: code(2),
        unit_name: 'Polres Purbalingga',
        reporting_unit: code(2),
        case_id: 'A1B2C3D4-1',
      },
    },
    'region.unitMonths': {
      months: MONTHS,
      units: byUnit.map(({ unit, name, level }, at) => ({ unit, name, level, received: received[at] ?? [] })),
    },
    'overview.map': {
      target: 5,
      units: byUnit.map((line, at) => ({
        unit: line.unit,
        name: line.name,
        received: line.received,
        population: 1_000_000,
        rate: line.received / 10,
        expected: 50,
        p_low: at === 1 ? 0.0004 : 0.3,
        p_high: 0.6,
        flag: at === 1 ? ('low_alarm' as const) : ('none' as const),
        units_expected: 1,
        units_reported: at === 4 ? 0 : 1,
        areas: [`33.${String(at + 1).padStart(2, '0')}`],
      })),
      fdr: { level: 0.05, tested: 12, kept: [code(1)] },
    },
    'durations.curve': curve,
    'funnel.proportion': {
      metric: 'share_sp3d_in_time',
      kind: 'proportion',
      target: 0.8,
      phi: 1.1,
      tau2: 0,
      units: sp3d,
      limits: [10, 20, 40, 60, 80, 120].map((n) => ({
        n,
        low95: 0.8 - 0.8 / Math.sqrt(n),
        high95: Math.min(1, 0.8 + 0.8 / Math.sqrt(n)),
        low998: Math.max(0, 0.8 - 1.3 / Math.sqrt(n)),
        high998: Math.min(1, 0.8 + 1.3 / Math.sqrt(n)),
      })),
      fdr: { level: 0.05, tested: 12, kept: [code(1)] },
    },
  }
  return {
    query: <N extends QueryName>(name: N): Promise<Result<QueryResult<N>>> => {
      const answer = answers[name]
      if (answer === undefined) throw new Error(`no answer for ${name}`)
      return Promise.resolve(ok(answer as QueryResult<N>))
    },
    findings: { list: () => Promise.resolve(ok(findings)) },
  }
}
