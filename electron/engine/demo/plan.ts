/**
 * The plan of a demo nation: registry, keys, calendar and how many cases each unit receives. Deterministic in its
 * options, so workers rebuild it instead of receiving it.
 */
import { createHash } from 'node:crypto'
import { keyFromSeed, type SigningKey } from '../export/keys'
import { REGISTRY_FORMAT } from '../../../shared/export/tables'
import type { Registry, RegistryUnit } from '../../../shared/export/registry'
import { dayNumber, dayText, workingDays } from './clock'
import { demoHolidays } from './holidays'
import { planted, REGION_FACTOR } from './oddities'
import { PROGRAMMES } from './programmes'
import { cumulate, random } from './random'
import { demoUnits } from './units'

export interface DemoOptions {
  cases: number
  seed: string
  purpose: 'demo' | 'training'
  now: Date
}
export interface DemoPlan {
  options: DemoOptions
  registry: Registry
  rootKeys: SigningKey[]
  keyOf: (unit: string) => SigningKey
  /** first day of the window and the day after its last, as day numbers since 1970 */
  from: number
  end: number
  /** reporting units in code order, with the number of cases each simulates */
  reporting: { unit: RegistryUnit; polsek: RegistryUnit[]; cases: number }[]
  due: (received: number, limit: number) => number
}

export const DEMO_DEFAULTS = { cases: 100_000, seed: 'pantau', purpose: 'demo' } as const
const MONTHS = 24
/** exports of a month are there by this day of the next */
const READY_DAY = 12
const REGISTRY_VERSION = 1

/** First day of the month that lies `months` after the month of `day`. */
function monthStart(year: number, month: number): number {
  return Math.round(Date.UTC(year, month, 1) / 86_400_000)
}

function registryOf(
  options: DemoOptions,
  units: RegistryUnit[],
  keys: Registry['keys'],
  rootKeys: SigningKey[],
  end: number,
): Registry {
  const issued = `${dayText(end)}T00:00:00+07:00`
  const lastYear = Number(dayText(end).slice(0, 4)) + 1
  return {
    format: REGISTRY_FORMAT,
    version: REGISTRY_VERSION,
    issued,
    expires: `${dayText(end + 730)}T00:00:00+07:00`,
    purpose: options.purpose,
    previous_sha256: null,
    root: { threshold: 2, keys: rootKeys.map((key) => key.publicJwk) },
    policy: { coverage_months: MONTHS, due_day: 10, grace_days: 5, max_sequence_step: 24, backdate_tolerance_days: 3 },
    units,
    programmes: PROGRAMMES,
    rules: [
      {
        code: 'sp3d-20',
        title: { id: 'SP3D paling lambat 20 hari kerja', en: 'Progress letter within 20 working days' },
        basis: 'Perpol 2/2024',
        kind: 'regulation',
        from: 'received_at',
        to: 'progress_at',
        limit: { value: 20, unit: 'working_days' },
        applies: { subject: ['complaint'], oversight_grade: ['graded'] },
        effective_from: '2024-03-01',
        effective_to: null,
      },
      {
        code: 'hasil-40',
        title: {
          id: 'Hasil paling lambat 40 hari kerja sesudah SP3D',
          en: 'Result within 40 working days after the progress letter',
        },
        basis: 'Perpol 2/2024',
        kind: 'regulation',
        from: 'progress_at',
        to: 'closed_at',
        limit: { value: 40, unit: 'working_days' },
        applies: { subject: ['complaint'], oversight_grade: ['graded'] },
        effective_from: '2024-03-01',
        effective_to: null,
      },
      {
        code: 'medsos-3',
        title: { id: 'Aduan media sosial direspons dalam 3 hari', en: 'Social-media matters answered within 3 days' },
        basis: 'Arahan Kapolri 31 Januari 2025',
        kind: 'directive',
        from: 'received_at',
        to: 'first_response_at',
        limit: { value: 72, unit: 'hours' },
        applies: { channel: ['social_media'] },
        effective_from: '2025-01-31',
        effective_to: null,
      },
    ],
    holidays: demoHolidays(lastYear),
    keys,
  }
}

/** Splits `total` over the weights so that the parts add up to it (largest remainder). */
function apportion(total: number, weights: readonly number[]): number[] {
  const sum = cumulate(weights).at(-1) ?? 1
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((value, at) => ({ at, rest: value - Math.floor(value) }))
    .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
  let left = total - parts.reduce((a, b) => a + b, 0)
  for (const { at } of order) {
    if (left-- <= 0) break
    parts[at] = (parts[at] ?? 0) + 1
  }
  return parts
}

function weightOf(unit: RegistryUnit): number {
  const people = unit.population ?? 25_000
  const noise = random('volume', unit.code).lognormal(1, 0.35)
  const region = REGION_FACTOR[unit.level === 'polda' ? unit.code : unit.parent] ?? 1
  const own = planted(unit.code, 'volume')?.factor ?? 1
  // a Polda's own desk takes what is sent to the headquarters: little beside the sum of its Polres
  const size = unit.level === 'polda' ? people * 0.1 : people < 120_000 ? people * 0.35 : people
  return size * noise * region * own
}

/** Plans the nation. The window is the 24 months up to the last month whose exports can be expected by now. */
export function planDemo(options: DemoOptions): DemoPlan {
  const jakarta = new Date(options.now.getTime() + 7 * 3_600_000)
  const back = jakarta.getUTCDate() >= READY_DAY ? 0 : 1
  const end = monthStart(jakarta.getUTCFullYear(), jakarta.getUTCMonth() - back)
  const from = monthStart(jakarta.getUTCFullYear(), jakarta.getUTCMonth() - back - MONTHS)
  const units = demoUnits(dayText(from))
  const seedOf = (name: string) => createHash('sha256').update(`${options.seed}\n${options.purpose}\n${name}`).digest()
  const made = new Map<string, SigningKey>()
  const keyOf = (unit: string) => {
    const key = made.get(unit) ?? keyFromSeed(seedOf(`key ${unit}`))
    made.set(unit, key)
    return key
  }
  const rootKeys = [keyFromSeed(seedOf('root 1')), keyFromSeed(seedOf('root 2'))]
  const desks = units.filter((unit) => unit.level !== 'polsek').toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const keys = desks.map((unit): Registry['keys'][number] => {
    const { kid, publicJwk } = keyOf(unit.code)
    return {
      kid,
      jwk: publicJwk,
      unit: unit.code,
      scope: 'self',
      not_before: `${dayText(from)}T00:00:00+07:00`,
      not_after: `${dayText(end + 730)}T00:00:00+07:00`,
      revoked: null,
    }
  })
  const registry = registryOf(options, units, keys, rootKeys, end)
  const polsek = new Map<string, RegistryUnit[]>()
  for (const unit of units)
    if (unit.level === 'polsek') polsek.set(unit.parent, [...(polsek.get(unit.parent) ?? []), unit])
  const counts = apportion(options.cases, desks.map(weightOf))
  const holidays = new Set(registry.holidays.map((holiday) => holiday.date))
  return {
    options,
    registry,
    rootKeys,
    keyOf,
    from,
    end,
    reporting: desks.map((unit, at) => ({ unit, polsek: polsek.get(unit.code) ?? [], cases: counts[at] ?? 0 })),
    due: workingDays(holidays).due,
  }
}

/** First day of the period that a later second export begins with: three months before the end. */
export function cutBefore(plan: DemoPlan, months: number): number {
  const last = new Date(plan.end * 86_400_000)
  return dayNumber(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - months, 1)).toISOString().slice(0, 10))
}
