/** Rows that are no rows of the format. */
import { caseRow, callRow, eventRow, makeExport } from '../../../helpers/signedExports'
import { edit, tampered } from '../../../helpers/hostileExports'
import { cases, row2, type Recipe } from './recipe'

export const SCHEMA: readonly Recipe[] = [
  {
    why: 'a renamed column',
    zip: () => tampered({ files: edit('events.csv', 'event_type', 'type') }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 3 },
  },
  {
    why: 'no header',
    zip: () => tampered({ files: (all) => (all['events.csv'] = Buffer.alloc(0)) }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 1 },
  },
  {
    why: 'an extra column in 1.0',
    zip: () =>
      tampered({
        files: (all) =>
          (all['events.csv'] = Buffer.from(
            all['events.csv']!.toString().replaceAll(/(actor_role|operator)\n/g, '$1,x\n'),
          )),
      }),
    code: 'SCHEMA-HEADER',
    place: { file: 'events.csv', row: 1, column: 7 },
  },
  {
    why: 'unknown code',
    zip: () => cases(caseRow(1, { channel: 'telegram' })),
    code: 'SCHEMA-VALUE',
    place: row2('channel'),
  },
  {
    why: 'required field empty',
    zip: () => cases(caseRow(1, { status: '' })),
    code: 'SCHEMA-VALUE',
    place: row2('status'),
  },
  {
    why: 'a time with Z',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00Z' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'another offset',
    zip: () => cases(caseRow(1, { received_at: '2026-03-02T09:00:00+06:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'the 30th of February',
    zip: () => cases(caseRow(1, { received_at: '2026-02-30T09:00:00+07:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('received_at'),
  },
  {
    why: 'leading zero',
    zip: () => cases(caseRow(1, { reopened_count: '01' })),
    code: 'SCHEMA-VALUE',
    place: row2('reopened_count'),
  },
  {
    why: 'satisfaction 6',
    zip: () => cases(caseRow(1, { satisfaction: '6' })),
    code: 'SCHEMA-VALUE',
    place: row2('satisfaction'),
  },
  {
    why: 'short id',
    zip: () => cases(caseRow(1, { complainant_ref: 'ABC' })),
    code: 'SCHEMA-VALUE',
    place: row2('complainant_ref'),
  },
  {
    why: 'district as number',
    zip: () => cases(caseRow(1, { district_code: '337401' })),
    code: 'SCHEMA-VALUE',
    place: row2('district_code'),
  },
  {
    why: 'open with closed_at',
    zip: () => cases(caseRow(1, { closed_at: '2026-03-03T09:00:00+07:00' })),
    code: 'SCHEMA-VALUE',
    place: row2('closed_at'),
  },
  {
    why: 'closed without closed_at',
    zip: () => cases(caseRow(1, { status: 'archived' })),
    code: 'SCHEMA-VALUE',
    place: row2('closed_at'),
  },
  {
    why: 'jumat_curhat without session',
    zip: () => cases(caseRow(1, { channel: 'jumat_curhat' })),
    code: 'SCHEMA-VALUE',
    place: row2('session_id'),
  },
  {
    why: 'session without jumat_curhat',
    zip: () => cases(caseRow(1, { session_id: 'SESSION-0001' })),
    code: 'SCHEMA-VALUE',
    place: row2('session_id'),
  },
  {
    why: 'complaint with a category of others',
    zip: () => cases(caseRow(1, { category: 'brawl' })),
    code: 'SCHEMA-VALUE',
    place: row2('category'),
  },
  {
    why: 'one id twice',
    zip: () => cases(caseRow(1), caseRow(1)),
    code: 'SCHEMA-KEY',
    place: { file: 'cases.csv', row: 3, column: 'case_id' },
  },
  {
    why: 'one day of a line twice',
    zip: () => makeExport({ tables: { daily_calls: [callRow(), callRow()] } }).zip,
    code: 'SCHEMA-KEY',
    place: { file: 'daily_calls.csv', row: 3, column: 'unit_code' },
  },
  {
    why: 'event of no case',
    zip: () => makeExport({ tables: { cases: [caseRow(1)], events: [eventRow(1, { case_id: 'CASE-999999' })] } }).zip,
    code: 'SCHEMA-FK',
    place: row2('case_id', 'events.csv'),
  },
  {
    why: 'session not held',
    zip: () => cases(caseRow(1, { channel: 'jumat_curhat', session_id: 'SESSION-9999' })),
    code: 'SCHEMA-FK',
    place: row2('session_id'),
  },
  {
    why: 'programme not in the registry',
    zip: () => cases(caseRow(1, { programme: 'tidak-ada' })),
    code: 'SCHEMA-FK',
    place: row2('programme'),
  },
  {
    why: 'row of a unit elsewhere',
    zip: () => cases(caseRow(1, { unit_code: 'POLRES-33.75' })),
    code: 'UNIT-SCOPE',
    place: row2('unit_code'),
  },
]
