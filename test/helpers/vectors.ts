/** Vectors of other projects under test/fixtures/vectors. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the document
export function vectorJson<T>(name: string): T {
  const path = join(import.meta.dirname, '../fixtures/vectors', `${name}.json.gz`)
  return JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as T
}

/** Files by name. */
export function vectorFiles(name: string): [name: string, bytes: Buffer][] {
  const files = vectorJson<Record<string, string>>(name)
  return Object.entries(files).map(([file, text]) => [file, Buffer.from(text, 'base64')])
}

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001F\u007F-\u009F]/
const strings = () => vectorJson<string[]>('naughty-strings')
/** The big list of naughty strings without the empty one: those that a field may hold, and those with control characters. */
export const naughtyStrings = (): string[] => strings().filter((text) => text !== '' && !CONTROL.test(text))
export const controlStrings = (): string[] => strings().filter((text) => CONTROL.test(text))
/** Formulas that spreadsheets have run. */
export const csvInjections = (): string[] => vectorJson<string[]>('csv-injection')
