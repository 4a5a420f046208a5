/** Exports that are wrong in one way, and signed all the same where the wrong lies behind the signature. */
import { sign } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { signDetached } from '../../electron/engine/export/jwsWriter'
import type { SigningKey } from '../../electron/engine/export/keys'
import { sha256Hex, type PackInput } from '../../electron/engine/export/pack'
import { RESOURCES } from '../../shared/export/enums'
import { EXPORT_TYP } from '../../shared/export/tables'
import { rawZip, type RawEntry, type RawOptions } from './rawZip'
import { makeExport, UNIT_KEY } from './signedExports'

export type Files = Record<string, Buffer>

/** Entries of an archive that our own writer made. */
export function unzip(zip: Buffer): Files {
  const files: Files = {}
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [packed, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)]
    const start = at + 30 + name
    files[zip.toString('latin1', at + 30, start)] = inflateRawSync(zip.subarray(start, start + packed))
    at = start + packed
  }
  return files
}

export const zipOf = (
  files: Files,
  options: RawOptions = {},
  change: (entry: RawEntry) => RawEntry = (e) => e,
): Buffer =>
  rawZip(
    Object.entries(files).map(([name, bytes]) => change({ name, bytes })),
    options,
  )

// biome-ignore lint: tests reach into JSON
export type Loose = Record<string, never> & { [name: string]: Loose }

export interface Tamper {
  /** changes files before they are listed and signed */
  files?: (files: Files) => void
  /** changes the descriptor object before it is signed */
  descriptor?: (descriptor: Loose) => void
  /** replaces the descriptor's text before it is signed */
  text?: (text: string) => string | Buffer
  /** replaces the signature file */
  jws?: (descriptor: Buffer) => string | Buffer
  keys?: readonly SigningKey[]
  /** do not bring bytes, hashes and rows of the descriptor up to date */
  keepList?: boolean
  zip?: RawOptions
  entry?: (entry: RawEntry) => RawEntry
}

const lines = (bytes: Buffer) => bytes.toString('latin1').split('\n').length - (bytes.at(-1) === 10 ? 2 : 1)

/** An export of our writer, changed and signed again: only the wanted fault is in it. */
export function tampered(tamper: Tamper, input: Partial<PackInput> = {}): Buffer {
  const files = unzip(makeExport(input).zip)
  const descriptor = JSON.parse(files['datapackage.json']!.toString()) as Loose
  tamper.files?.(files)
  if (!tamper.keepList) {
    for (const [i, name] of RESOURCES.entries()) {
      const bytes = files[`${name}.csv`]
      if (!bytes) continue
      Object.assign(descriptor['resources']![i], { bytes: bytes.length, hash: `sha256:${sha256Hex(bytes)}` })
      Object.assign(descriptor['dumas']!['rows'], { [name]: Math.max(0, lines(bytes)) })
    }
  }
  tamper.descriptor?.(descriptor)
  const json = JSON.stringify(descriptor)
  const document = Buffer.from(tamper.text?.(json) ?? json)
  files['datapackage.json'] = document
  files['datapackage.json.jws'] = Buffer.from(
    tamper.jws?.(document) ?? signDetached(document, EXPORT_TYP, tamper.keys ?? [UNIT_KEY]),
  )
  return zipOf(files, tamper.zip, tamper.entry)
}

/** Signature file with a protected header of one's own, properly signed. */
export function jwsWith(document: Buffer, header: unknown, key: SigningKey = UNIT_KEY, more: object = {}): string {
  const text = typeof header === 'string' ? header : JSON.stringify(header)
  const encoded = Buffer.from(text).toString('base64url')
  const input = Buffer.from(`${encoded}.${document.toString('base64url')}`)
  const signature = sign(null, input, key.privateKey).toString('base64url')
  return JSON.stringify({ signatures: [{ protected: encoded, signature, ...more }] })
}

/** Replaces text in one CSV file. */
export const edit = (name: string, from: string | RegExp, to: string) => (files: Files) => {
  const before = files[name]!.toString('latin1')
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to replace in ${name}`)
  files[name] = Buffer.from(after, 'latin1')
}
