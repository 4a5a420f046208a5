/** Exports whose signer, times or listed files are not right. */
import { edit, tampered } from '../../../helpers/hostileExports'
import { epochSeconds } from '../../../../shared/export/time'
import { keyEntry, makeExport, OTHER_KEY, POLDA_KEY } from '../../../helpers/signedExports'
import { key, type Recipe } from './recipe'

export const AUTHORITY: readonly Recipe[] = [
  { why: 'unit not in the registry', zip: () => makeExport({ unit: 'POLRES-99.99' }).zip, code: 'UNIT-UNKNOWN' },
  { why: 'key of another unit', zip: () => makeExport({ key: OTHER_KEY }).zip, code: 'UNIT-SCOPE' },
  {
    why: 'key of the Polda without subtree',
    zip: () => makeExport({ key: POLDA_KEY }).zip,
    code: 'UNIT-SCOPE',
    registry: { keys: [keyEntry(POLDA_KEY, 'POLDA-JATENG')] },
  },
  {
    why: 'created before the key',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED',
    registry: key({ not_before: '2026-04-03T00:00:00+07:00' }),
  },
  {
    why: 'created after the key',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED',
    registry: key({ not_after: '2026-04-01T00:00:00+07:00' }),
  },
  {
    why: 'created after a key was superseded',
    zip: () => makeExport().zip,
    code: 'KEY-REVOKED',
    registry: key({ revoked: { at: '2026-04-02T00:00:00+07:00', reason: 'superseded' } }),
  },
  {
    why: 'compromised key, whatever created claims',
    zip: () => makeExport().zip,
    code: 'KEY-REVOKED',
    registry: key({ revoked: { at: '2026-04-10T00:00:00+07:00', reason: 'compromised' } }),
  },
  {
    why: 'key ended since',
    zip: () => makeExport().zip,
    code: 'KEY-EXPIRED-SINCE',
    registry: key({ not_after: '2026-04-10T00:00:00+07:00' }),
  },
  { why: 'the Polda delivers', zip: () => makeExport({ key: POLDA_KEY }).zip, code: 'KEY-SUBTREE' },
  {
    why: 'registry has expired',
    zip: () => makeExport().zip,
    code: 'REGISTRY-STALE',
    registry: { expires: '2026-04-10T00:00:00+07:00' },
  },
  {
    why: 'created in the future',
    zip: () => makeExport().zip,
    code: 'TIME-FUTURE',
    now: epochSeconds('2026-04-02T08:04:59+07:00'),
  },
  { why: 'as_of after created', zip: () => makeExport({ asOf: '2026-04-02T08:15:01+07:00' }).zip, code: 'TIME-ASOF' },
  {
    why: 'another size',
    zip: () =>
      tampered({
        keepList: true,
        files: (all) => (all['cases.csv'] = Buffer.concat([all['cases.csv']!, Buffer.from('\n')])),
      }),
    code: 'SIZE-MISMATCH',
    place: { file: 'cases.csv' },
  },
  {
    why: 'other bytes of the same size',
    zip: () => tampered({ keepList: true, files: edit('cases.csv', 'CASE-000001', 'CASE-000009') }),
    code: 'HASH-MISMATCH',
    place: { file: 'cases.csv' },
  },
  {
    why: 'another number of rows',
    zip: () => tampered({ descriptor: (d) => Object.assign(d['dumas']!['rows'], { cases: 3 }) }),
    code: 'ROWCOUNT',
    place: { file: 'cases.csv' },
  },
  {
    why: 'the first one seen is number 5',
    zip: () => makeExport({ sequence: 5, previous: { sequence: 4, descriptor_sha256: '0'.repeat(64) } }).zip,
    code: 'CHAIN-START',
  },
]
