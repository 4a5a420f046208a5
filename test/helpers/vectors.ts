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
