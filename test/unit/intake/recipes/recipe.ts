/** A recipe: how to make a file that provokes one code, and where the finding must point. */
import type { FindingCode, Place } from '../../../../shared/export/codes'
import type { Registry } from '../../../../shared/export/registry'
import { EXPORT_TYP } from '../../../../shared/export/tables'
import { unzip, zipOf, type Files, type Tamper } from '../../../helpers/hostileExports'
import type { RawEntry } from '../../../helpers/rawZip'
import { keyEntry, makeExport, registryOf, sessionRow, UNIT, UNIT_KEY } from '../../../helpers/signedExports'

export interface Recipe {
  why: string
  zip: () => Buffer
  code: FindingCode
  place?: Place
  registry?: Partial<Registry>
  /** the clock, seconds since the epoch */
  now?: number
}

const good = () => unzip(makeExport().zip)
/** The entries of a good export, changed. */
export const files = (change: (all: Files) => void): Buffer => {
  const all = good()
  change(all)
  return zipOf(all)
}
export const goodFiles = good
export const rename = (from: string, to: string) =>
  files((all) => {
    all[to] = all[from]!
    delete all[from]
  })
/** A good export with one ZIP entry written otherwise. */
export const entry = (change: (entry: RawEntry) => RawEntry, name = 'cases.csv') =>
  zipOf(good(), {}, (item) => (item.name === name ? change(item) : item))
/** A protected header of one's own. */
export const header = (more: object) => ({ alg: 'EdDSA', kid: UNIT_KEY.kid, typ: EXPORT_TYP, ...more })
export const cases = (...rows: string[][]): Buffer =>
  makeExport({ tables: { cases: rows, community_sessions: [sessionRow(1)] } }).zip
export const policy = (limits: Record<string, number>): Partial<Registry> => ({
  policy: { ...registryOf().policy, limits },
})
export const key = (more: Parameters<typeof keyEntry>[2]): Partial<Registry> => ({
  keys: [keyEntry(UNIT_KEY, UNIT, more)],
})
export const row2 = (column: string, file = 'cases.csv'): Place => ({ file, row: 2, column })
/** Bytes in place of a text in one file. */
export const bytes = (name: string, from: string, to: number[]): Tamper => ({
  files: (all) => {
    const at = all[name]!.indexOf(from)
    all[name] = Buffer.concat([all[name]!.subarray(0, at), Buffer.from(to), all[name]!.subarray(at + from.length)])
  },
})
