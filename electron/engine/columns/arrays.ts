/** The arrays of cases by name: one list for storing, reading and copying them. */
import type { Numbers } from './bundle'
import { CODE_COLUMNS, TIME_COLUMNS, type CaseColumns, type CodeColumn, type TimeColumn } from './layout'

const SMALL = ['reopened', 'bits', 'flags', 'zone'] as const

/** Every array that has one entry a case. */
export function arraysOf(cases: CaseColumns): Record<string, Int32Array | Uint8Array> {
  return { ...cases.times, ...cases.codes, ...Object.fromEntries(SMALL.map((name) => [name, cases[name]])) }
}

export const storedArrays = (cases: CaseColumns): Record<string, Numbers> => ({
  ...arraysOf(cases),
  ids: cases.ids,
  idEnd: cases.idEnd,
})

/** The cases that stored arrays hold. */
export function casesFrom(rows: number, arrays: Readonly<Record<string, Numbers>>): CaseColumns {
  const pick = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, arrays[name] as Numbers]))
  return {
    rows,
    times: pick(TIME_COLUMNS) as unknown as Record<TimeColumn, Int32Array>,
    codes: pick(CODE_COLUMNS) as unknown as Record<CodeColumn, Uint8Array>,
    ...(pick([...SMALL, 'ids']) as unknown as Record<(typeof SMALL)[number] | 'ids', Uint8Array>),
    idEnd: arrays['idEnd'] as Uint32Array,
  }
}

/** Cases with room for `rows` rows and `idBytes` bytes of ids. */
export function emptyCases(rows: number, idBytes: number): CaseColumns {
  const arrays: Record<string, Numbers> = { ids: new Uint8Array(idBytes), idEnd: new Uint32Array(rows) }
  for (const name of TIME_COLUMNS) arrays[name] = new Int32Array(rows)
  for (const name of [...CODE_COLUMNS, ...SMALL]) arrays[name] = new Uint8Array(rows)
  return casesFrom(rows, arrays)
}
