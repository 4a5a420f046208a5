/** A nation made by hand: one Polda, some Polres, cases as a test says. */
import { createContext, type ExportFacts, type QueryContext } from '../../electron/engine/analytics/context'
import { buildSegment } from '../../electron/engine/columns/build'
import { buildIndex } from '../../electron/engine/columns/nation'
import { RegistryModel } from '../../electron/engine/registry/model'
import type { Finding } from '../../shared/export/codes'
import type { Registry, RegistryUnit } from '../../shared/export/registry'
import { addDays } from '../../shared/export/time'
import { sourceOf } from './columns'
import { caseRows, eventRows, randomNation, sessionRows, type CaseRecord, type EventRecord, type SessionRecord } from './randomNation' // prettier-ignore

export interface SmallUnit {
  code: string
  level?: RegistryUnit['level']
  parent?: string
  population?: number | null
  /** months of 2025 that were delivered, 1 to 12; all without it */
  months?: readonly number[]
  /** exports that end in the middle of a month: first and last day of each, in their place */
  periods?: readonly (readonly [from: string, to: string])[]
  cases?: readonly Partial<CaseRecord>[]
  events?: readonly EventRecord[]
  sessions?: readonly SessionRecord[]
  findings?: readonly Finding[]
  quarantined?: readonly number[]
  coverageFrom?: string
}

const pad = (value: number) => String(value).padStart(2, '0')
const TEMPLATE = randomNation(1, 1).registry

const blank: CaseRecord = {
  channel: 'letter',
  subject: 'complaint',
  category: 'poor_service',
  oversight_grade: 'graded',
  district_code: '33.74.01',
  status: 'received',
  reopened_count: '0',
}

/** A case received on a day of 2025 at ten in the morning; `more` overrides. */
export function caseOn(day: string, more: Partial<CaseRecord> = {}): Partial<CaseRecord> {
  const received = `${day}T10:00:00+07:00`
  return { received_at: received, recorded_at: received, updated_at: received, ...more }
}

export function smallNation(
  units: readonly SmallUnit[],
  change: Partial<Registry> = {},
  today = '2026-02-01',
): QueryContext {
  // prettier-ignore
  const template = TEMPLATE.units[0]!
  const registry: Registry = {
    ...TEMPLATE,
    units: units.map(({ code, level = 'polres', parent = 'MABES', population = 500_000 }) => ({
      ...template, code, name: `Satuan ${code}`, level, parent, population, personnel: null, peer_group: 'a', channels: ['letter', 'jumat_curhat'], areas: [],
    })), // prettier-ignore
    keys: units.filter(({ level }) => level !== 'polsek').map(({ code }) => ({ ...TEMPLATE.keys[0]!, unit: code })),
    ...change,
  }
  const model = new RegistryModel(registry, '0'.repeat(64))
  const segments = units
    .filter(({ level }) => level !== 'polsek')
    .map(({ code, cases = [], events = [], sessions = [] }) => {
      const records = cases.map((item, i) => ({ ...blank, case_id: `CASE-${pad(i)}${code.replaceAll('.', '')}`, unit_code: code, ...item }) as CaseRecord) // prettier-ignore
      return buildSegment(code, sourceOf({ cases: caseRows(records), events: eventRows(events), sessions: sessionRows(sessions) })) // prettier-ignore
    })
  const ledger = units.map(
    ({ code, months, periods, quarantined = [], findings = [], coverageFrom = '2025-01-01' }) => ({
      unit: code,
      exports:
        periods?.map(([from, to], i): ExportFacts => {
          const asOf = `${addDays(to, 1)}T00:00:00+07:00`
          return { sequence: i + 1, state: 'accepted', created: asOf, as_of: asOf, period_from: from, period_to: to, coverage_from: coverageFrom, rows: { cases: 5 }, findings: [] } // prettier-ignore
        }) ??
        (months ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]).map((month, i): ExportFacts => {
          const asOf = `${month === 12 ? 2026 : 2025}-${pad(month === 12 ? 1 : month + 1)}-01T00:00:00+07:00`
          const end = new Date(Date.UTC(2025, month, 0)).toISOString().slice(0, 10)
          return {
        sequence: month, state: quarantined.includes(month) ? 'quarantined' : 'accepted', created: asOf, as_of: asOf,
        period_from: `2025-${pad(month)}-01`, period_to: end, coverage_from: coverageFrom, rows: { cases: 5 }, findings: i === 0 ? findings : [],
      } // prettier-ignore
        }),
    }),
  )
  return createContext({ index: buildIndex(segments, model.units), registry: model, ledger, dispositions: new Map(), settings: { cutiBersama: true }, today }) // prettier-ignore
}
