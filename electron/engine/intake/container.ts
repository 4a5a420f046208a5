/**
 * CONTAINER: exactly the expected entries in a well-formed ZIP, within the limits, each inflated once to its end with CRC,
 * length, SHA-256 and rows taken on the way. Source: the export format, section 1.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { DESCRIPTOR_NAME, REGISTRY_NAME, REGISTRY_SIGNATURE_NAME, SIGNATURE_NAME } from '../../../shared/export/tables'
import { crc32 } from '../export/crc32'
import { inflateEntry } from './inflate'
import type { IntakeLimits } from './limits'
import type { Received } from './receive'
import { RowCounter } from './rowCounter'
import { pass, stop, type Step } from './step'
import { readDirectory, type ZipDirectory } from './zipDirectory'
import type { ZipEntry } from './zipLayout'

/** Which entries an archive has: the signed document, its signature, and files listed in the document. */
export interface ContainerShape {
  document: string
  signature: string
  files: readonly string[]
  /** largest document in bytes */
  documentLimit: number
}

export interface Part {
  entry: ZipEntry
  bytes: number
  /** lower-case hex */
  sha256: string
  /** data rows of a CSV, by quotes and by line ends alone */
  rows: { records: number; lines: number }
  /** the inflated bytes, kept when small, so that a small file is inflated once */
  held: Buffer | null
}

export interface Container {
  path: string
  document: Buffer
  signature: Buffer
  files: ReadonlyMap<string, Part>
}

export interface ContainerOptions {
  /** keep small files inflated in memory, so that they are inflated once */
  keep: boolean
  signal: AbortSignal | undefined
}

/** Inflated bytes kept of one archive: a bound, whatever the size of the file. */
const HOLD_FILE = 48 << 20
const HOLD_ALL = 64 << 20
/** What was kept is handed on in windows of this size: what is made of one is gone before the next. */
const WINDOW = 256 * 1024

export async function openContainer(
  received: Received,
  shape: ContainerShape,
  limits: IntakeLimits,
  options: ContainerOptions,
): Promise<Step<Container>> {
  if (received.tooLarge) return stop('LIMIT-ARCHIVE', {}, { limit: limits.archive })
  const fd = openSync(received.path, 'r')
  try {
    const directory = await entriesOf(fd, received, shape, limits)
    return directory.ok ? await digest(fd, received.path, directory.value, shape, limits, options) : directory
  } finally {
    closeSync(fd)
  }
}

/**
 * The signed document and its signature alone, of an archive whose directory is in order; null when anything is wrong,
 * which `openContainer` then names. The other entries are not looked at.
 */
export async function openSigned(
  received: Received,
  shape: ContainerShape,
  limits: IntakeLimits,
): Promise<{ document: Buffer; signature: Buffer } | null> {
  if (received.tooLarge) return null
  const fd = openSync(received.path, 'r')
  try {
    const directory = await entriesOf(fd, received, shape, limits)
    if (!directory.ok) return null
    const entries = directory.value.entries.filter(({ name }) => name === shape.document || name === shape.signature)
    const options = { keep: false, signal: undefined }
    const opened = await digest(fd, received.path, { ...directory.value, entries }, shape, limits, options)
    return opened.ok ? opened.value : null
  } finally {
    closeSync(fd)
  }
}

async function entriesOf(
  fd: number,
  received: Received,
  shape: ContainerShape,
  limits: IntakeLimits,
): Promise<Step<ZipDirectory>> {
  const directory = await readDirectory(fd, received.bytes)
  if (!directory) return stop('ZIP-UNREADABLE')
  if (directory === 'encrypted') return stop('ZIP-METHOD', {}, { encrypted: true })
  return checkEntries(directory, shape) ?? checkDeclared(directory, shape, limits) ?? pass(directory)
}

/** Names, methods, comments, links: in the order of the code table, so that the earliest fitting code counts. */
function checkEntries(directory: ZipDirectory, shape: ContainerShape): Step<never> | null {
  const { entries } = directory
  const names = new Set(entries.map((entry) => entry.name))
  const allowed = new Set([shape.document, shape.signature, ...shape.files])
  const find = (test: (entry: ZipEntry) => boolean) => entries.find(test)
  const at = (entry: ZipEntry) => ({ file: printable(entry.name) })

  const badName = find(({ name }) => !/^[\x20-\x7e]+$/.test(name) || /[/\\]/.test(name))
  if (badName) return stop('ZIP-NAME', at(badName))
  const twice =
    names.size < entries.length && find(({ name }) => entries.filter((other) => other.name === name).length > 1)
  if (twice) return stop('ZIP-DUPLICATE', at(twice))
  const method = find((entry) => entry.encrypted || (entry.method !== 0 && entry.method !== 8))
  if (method) return stop('ZIP-METHOD', at(method), { method: method.method, encrypted: method.encrypted })
  if (directory.comment) return stop('ZIP-COMMENT')
  const link = find((entry) => entry.symlink)
  if (link) return stop('ZIP-SYMLINK', at(link))
  const unlisted = find((entry) => !allowed.has(entry.name))
  if (unlisted) {
    const is = otherKind(names, shape)
    return stop('ENTRY-UNLISTED', at(unlisted), is === null ? {} : { is })
  }
  if (!names.has(shape.document)) return stop('MISSING-DESCRIPTOR', { file: shape.document })
  if (!names.has(shape.signature)) return stop('MISSING-SIGNATURE', { file: shape.signature })
  const missing = shape.files.find((file) => !names.has(file))
  return missing === undefined ? null : stop('RESOURCE-MISSING', { file: missing })
}

/**
 * That an archive which does not fit is one of the other kind by its names, for a hint to the person who chose it: nothing is read of it, and
 * where the hint leads every check is made anew.
 */
function otherKind(names: ReadonlySet<string>, { document }: ContainerShape): 'registry' | 'export' | null {
  if (document !== REGISTRY_NAME)
    return names.size === 2 && names.has(REGISTRY_NAME) && names.has(REGISTRY_SIGNATURE_NAME) ? 'registry' : null
  return names.has(DESCRIPTOR_NAME) && names.has(SIGNATURE_NAME) ? 'export' : null
}

const printable = (name: string) => name.replaceAll(/[^\x20-\x7e]/g, '?').slice(0, 200)

/** An archive that itself declares too much is refused before a byte is inflated. */
function checkDeclared(directory: ZipDirectory, shape: ContainerShape, limits: IntakeLimits): Step<never> | null {
  let total = 0
  for (const entry of directory.entries) {
    total += entry.size
    const most = Math.min(sizeLimit(entry.name, shape, limits), limits.total - total + entry.size)
    if (entry.size > most) return stop('LIMIT-SIZE', { file: entry.name }, { bytes: entry.size, limit: most })
  }
  const bomb = directory.entries.find(({ size, packed }) => size > limits.ratioFrom && size > limits.ratio * packed)
  return bomb ? stop('LIMIT-RATIO', { file: bomb.name }, { limit: limits.ratio }) : null
}

function sizeLimit(name: string, shape: ContainerShape, limits: IntakeLimits): number {
  if (name === shape.document) return shape.documentLimit
  return name === shape.signature ? limits.jws : limits.entry
}

async function digest(
  fd: number,
  path: string,
  directory: ZipDirectory,
  shape: ContainerShape,
  limits: IntakeLimits,
  { keep, signal }: ContainerOptions,
): Promise<Step<Container>> {
  const parts = new Map<string, Part>()
  let total = 0
  let held = 0
  for (const entry of directory.entries) {
    const most = Math.min(sizeLimit(entry.name, shape, limits), limits.total - total)
    const isSigned = entry.name === shape.document || entry.name === shape.signature
    const hold = isSigned || (keep && entry.size <= HOLD_FILE && held + entry.size <= HOLD_ALL)
    const meter = new Meter(hold, entry.name.endsWith('.csv'))
    const trouble = await inflateEntry(fd, entry, limits, most, (chunk) => {
      signal?.throwIfAborted()
      meter.add(chunk)
    })
    if (trouble) return stop(trouble, { file: entry.name })
    const part = meter.part(entry)
    if (!part) return stop('ZIP-UNREADABLE', { file: entry.name })
    total += part.bytes
    if (part.held && !isSigned) held += part.bytes
    parts.set(entry.name, part)
  }
  const crowded = RESOURCES.find((name) => tooManyRows(name, parts.get(`${name}.csv`), limits))
  if (crowded) return stop('LIMIT-ROWS', { file: `${crowded}.csv` }, { limit: limits.rows[crowded] })
  const [document, signature] = [parts.get(shape.document)?.held, parts.get(shape.signature)?.held]
  if (!document || !signature) throw new Error('signed parts are always held')
  return pass({ path, document, signature, files: parts })
}

const tooManyRows = (name: ResourceName, part: Part | undefined, limits: IntakeLimits) =>
  part !== undefined && part.rows.records > limits.rows[name]

/** Takes CRC, length, hash, rows and, when asked, the bytes of one entry. */
class Meter {
  #crc = 0
  #bytes = 0
  readonly #hash: Hash = createHash('sha256')
  readonly #rows = new RowCounter()
  readonly #chunks: Buffer[] | null
  readonly #isCsv: boolean

  constructor(hold: boolean, isCsv: boolean) {
    this.#chunks = hold ? [] : null
    this.#isCsv = isCsv
  }

  add(chunk: Buffer): void {
    this.#crc = crc32(chunk, this.#crc)
    this.#bytes += chunk.length
    this.#hash.update(chunk)
    if (this.#isCsv) this.#rows.add(chunk)
    this.#chunks?.push(chunk)
  }

  /** Null when the CRC is not the one that the headers give. */
  part(entry: ZipEntry): Part | null {
    if (this.#crc !== entry.crc32) return null
    const held = this.#chunks && (this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks))
    return { entry, bytes: this.#bytes, sha256: this.#hash.digest('hex'), rows: this.#rows.rows(), held }
  }
}

/** Streams one part a second time: from memory when it was kept, else from the private copy. */
export async function streamPart(
  container: Container,
  name: string,
  limits: IntakeLimits,
  onChunk: (chunk: Buffer) => void,
): Promise<boolean> {
  const part = container.files.get(name)
  if (!part) return false
  if (part.held) {
    for (let at = 0; at < part.held.length; at += WINDOW) onChunk(part.held.subarray(at, at + WINDOW))
    return true
  }
  const fd = openSync(container.path, 'r')
  try {
    return (await inflateEntry(fd, part.entry, limits, part.bytes, onChunk)) === null
  } finally {
    closeSync(fd)
  }
}
