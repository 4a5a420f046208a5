/** Small registries and exports made by the project's own writer, for tests that need something to judge. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyFromSeed, type SigningKey } from '../../electron/engine/export/keys'
import { packExport, sha256Hex, signRegistry, type PackInput, type Packed } from '../../electron/engine/export/pack'
import { RegistryModel } from '../../electron/engine/registry/model'
import type { ResourceName } from '../../shared/export/enums'
import { registrySchema, type Registry, type RegistryKey, type RegistryUnit } from '../../shared/export/registry'
import { TABLES } from '../../shared/export/tables'
import { epochSeconds } from '../../shared/export/time'
import { freshFolder } from './scratch'

export const seedKey = (n: number): SigningKey => keyFromSeed(Buffer.alloc(32, n))
export const ROOT = seedKey(1)
export const UNIT_KEY = seedKey(2)
export const OTHER_KEY = seedKey(3)
export const POLDA_KEY = seedKey(4)
export const UNIT = 'POLRES-33.74'
/** in the validity of registry and keys, after the first exports were made */
export const NOW = epochSeconds('2026-04-15T12:00:00+07:00')

export function unitEntry(
  code: string,
  parent: string,
  level: RegistryUnit['level'],
  more: Partial<RegistryUnit> = {},
): RegistryUnit {
  return {
    code,
    name: code,
    level,
    type: level,
    parent,
    peer_group: level,
    zone: '+07:00',
    areas: [],
    population: null,
    personnel: null,
    channels: ['whatsapp'],
    sessions_per_week: 1,
    valid_from: '2020-01-01',
    valid_to: null,
    ...more,
  }
}

export function keyEntry(key: SigningKey, unit: string, more: Partial<RegistryKey> = {}): RegistryKey {
  return {
    kid: key.kid,
    jwk: key.publicJwk,
    unit,
    scope: 'self',
    not_before: '2024-01-01T00:00:00+07:00',
    not_after: '2027-01-01T00:00:00+07:00',
    revoked: null,
    ...more,
  }
}

export function registryOf(more: Partial<Registry> = {}): Registry {
  return {
    format: 'dumas-registry/1.0',
    version: 1,
    issued: '2026-01-01T00:00:00+07:00',
    expires: '2026-12-31T00:00:00+07:00',
    purpose: 'training',
    previous_sha256: null,
    root: { threshold: 1, keys: [ROOT.publicJwk] },
    policy: { coverage_months: 24, due_day: 10, grace_days: 5, max_sequence_step: 24, backdate_tolerance_days: 3 },
    units: [
      unitEntry('POLDA-JATENG', 'MABES', 'polda'),
      unitEntry(UNIT, 'POLDA-JATENG', 'polres'),
      unitEntry('POLSEK-33.74.01', UNIT, 'polsek'),
      unitEntry('POLRES-33.75', 'POLDA-JATENG', 'polres'),
    ],
    programmes: [{ code: 'matur-pak', name: 'Matur Pak', channel: 'whatsapp', units: [UNIT] }],
    rules: [],
    holidays: [],
    keys: [
      keyEntry(UNIT_KEY, UNIT),
      keyEntry(OTHER_KEY, 'POLRES-33.75'),
      keyEntry(POLDA_KEY, 'POLDA-JATENG', { scope: 'subtree' }),
    ],
    ...more,
  }
}

export const registryBytes = (registry: unknown) => Buffer.from(JSON.stringify(registry))
export const registryZip = (registry: unknown, keys: readonly SigningKey[] = [ROOT]) =>
  signRegistry(registryBytes(registry), keys)
export function modelFrom(registry: Registry): RegistryModel {
  return new RegistryModel(registrySchema.parse(registry), sha256Hex(registryBytes(registry)))
}

type Fields = Readonly<Record<string, string>>
/** A row of a table from named values; what is not named is empty. */
export const row = (table: ResourceName, fields: Fields): string[] =>
  TABLES[table].columns.map((column) => fields[column.name] ?? '')

export const caseRow = (n: number, more: Fields = {}) =>
  row('cases', {
    case_id: `CASE-${String(n).padStart(6, '0')}`,
    unit_code: UNIT,
    channel: 'whatsapp',
    subject: 'complaint',
    category: 'poor_service',
    received_at: '2026-03-02T09:00:00+07:00',
    status: 'received',
    reopened_count: '0',
    recorded_at: '2026-03-02T10:00:00+07:00',
    updated_at: '2026-03-03T10:00:00+07:00',
    ...more,
  })
export const eventRow = (n: number, more: Fields = {}) =>
  row('events', {
    event_id: `EVENT-${String(n).padStart(6, '0')}`,
    case_id: 'CASE-000001',
    event_type: 'received',
    occurred_at: '2026-03-02T09:00:00+07:00',
    recorded_at: '2026-03-02T10:00:00+07:00',
    actor_role: 'operator',
    ...more,
  })
export const sessionRow = (n: number, more: Fields = {}) =>
  row('community_sessions', {
    session_id: `SESSION-${String(n).padStart(4, '0')}`,
    unit_code: UNIT,
    kind: 'jumat_curhat',
    held_on: '2026-03-06',
    led_by_role: 'kapolres',
    attendees: '40',
    issues_raised: '3',
    recorded_at: '2026-03-06T15:00:00+07:00',
    ...more,
  })
export const callRow = (more: Fields = {}) =>
  row('daily_calls', {
    unit_code: UNIT,
    date: '2026-03-02',
    line: 'call_110',
    offered: '10',
    answered: '8',
    abandoned: '2',
    prank: '1',
    emergency: '1',
    transferred_out: '0',
    transferred_in: '0',
    median_answer_s: '12',
    ...more,
  })
export const correctionRow = (n: number, more: Fields = {}) =>
  row('corrections', {
    correction_id: `CORR-${String(n).padStart(6, '0')}`,
    resource: 'cases',
    row_id: 'CASE-000001',
    field: 'channel',
    old_value: 'email',
    new_value: 'whatsapp',
    reason_code: 'data_entry',
    reason: 'salah ketik',
    decided_by_role: 'propam',
    decided_at: '2026-03-05T10:00:00+07:00',
    recorded_at: '2026-03-05T10:00:00+07:00',
    ...more,
  })

export function exportInput(more: Partial<PackInput> = {}): PackInput {
  return {
    unit: UNIT,
    sequence: 1,
    previous: null,
    period: { from: '2026-03-01', to: '2026-03-31' },
    coverageFrom: '2024-01-01',
    asOf: '2026-04-01T00:00:00+07:00',
    created: '2026-04-02T08:15:00+07:00',
    registryVersion: 1,
    generator: { name: 'uji', version: '1.0' },
    tables: {
      cases: [caseRow(1), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })],
      events: [eventRow(1), eventRow(2, { event_type: 'acknowledged' })],
      community_sessions: [sessionRow(1)],
      daily_calls: [callRow()],
      corrections: [correctionRow(1)],
    },
    key: UNIT_KEY,
    ...more,
  }
}
export const makeExport = (more: Partial<PackInput> = {}): Packed => packExport(exportInput(more))

/** The export that follows `before` by one month and one number. */
export const nextExport = (before: Packed, sequence: number, more: Partial<PackInput> = {}): Packed =>
  makeExport({
    sequence,
    previous: { sequence: sequence - 1, descriptor_sha256: before.descriptorSha256 },
    period: { from: '2026-04-01', to: '2026-04-10' },
    asOf: '2026-04-11T00:00:00+07:00',
    created: '2026-04-12T08:15:00+07:00',
    ...more,
  })

const folder = freshFolder('files')
let files = 0
/** The path of a file that is not there yet. */
export const scratch = (name: string) => join(folder, `${files++}-${name}`)
/** Writes bytes to a new file that is gone after the run. */
export function onDisk(bytes: Uint8Array, name = 'ekspor.dumas.zip'): string {
  const path = scratch(name)
  writeFileSync(path, bytes)
  return path
}
