/** The command line inside a test, with the files that its commands need. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { run } from '../../electron/cli/run'
import { encodeTable } from '../../electron/engine/export/csvWriter'
import type { Finding } from '../../shared/export/codes'
import { RESOURCES } from '../../shared/export/enums'
import {
  exportInput,
  keyEntry,
  makeExport,
  onDisk,
  registryOf,
  registryZip,
  scratch,
  UNIT,
  UNIT_KEY,
} from './signedExports'

interface Said {
  code: number
  out: string
  err: string
}
export async function pantau(...argv: string[]): Promise<Said> {
  const said: Said = { code: -1, out: '', err: '' }
  said.code = await run(argv, {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    interactive: false,
    language: 'en',
  })
  return said
}
/** Runs with --json: stdout must be one document and nothing else. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the document
export async function json<T>(...argv: string[]): Promise<{ code: number; json: T; err: string }> {
  const { code, out, err } = await pantau(...argv, '--json')
  expect(out.endsWith('\n')).toBe(true)
  return { code, json: JSON.parse(out) as T, err }
}
export interface Judged {
  file: string
  unit: string | null
  sequence: number | null
  outcome: string
  findings: Finding[]
}
/** valid for the clock of any machine that runs this */
export const lastingRegistry = registryOf({
  issued: '2024-01-01T00:00:00+07:00',
  expires: '2090-01-01T00:00:00+07:00',
  keys: [keyEntry(UNIT_KEY, UNIT, { not_after: '2090-01-01T00:00:00+07:00' })],
})
export const registryFile = onDisk(registryZip(lastingRegistry), 'r.dumas-registry.zip')
export const goodExport = onDisk(makeExport().zip)
export const folderOfCsv = () => {
  const folder = scratch('csv')
  mkdirSync(folder)
  for (const name of RESOURCES)
    writeFileSync(join(folder, `${name}.csv`), encodeTable(name, exportInput().tables[name] as string[][]).bytes)
  return folder
}
export const keyFile = async () => {
  const file = scratch('unit.jwk')
  const { json: made } = await json<{ kid: string }>('keygen', '--out', file)
  return { file, kid: made.kid }
}
