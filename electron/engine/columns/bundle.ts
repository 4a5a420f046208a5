/**
 * Typed arrays in one block of bytes: `PCOL`, a version, the length of a JSON header, the header, then the arrays, each
 * on a multiple of 8 so that reading copies nothing. Little-endian, as every machine that the console runs on.
 */
const MAGIC = 0x4c4f4350
const PREFIX = 12
const KINDS = { i32: Int32Array, u32: Uint32Array, u16: Uint16Array, i16: Int16Array, u8: Uint8Array } as const
type Kind = keyof typeof KINDS
export type Numbers = Int32Array | Uint32Array | Uint16Array | Int16Array | Uint8Array
interface Entry {
  name: string
  kind: Kind
  length: number
}
export interface Bundle<M> {
  meta: M
  arrays: Record<string, Numbers>
}

const kindOf = (array: Numbers) => (Object.keys(KINDS) as Kind[]).find((kind) => array instanceof KINDS[kind]) as Kind
const aligned = (bytes: number) => (bytes + 7) & ~7

export function encodeBundle<M>(version: number, { meta, arrays }: Bundle<M>): Uint8Array {
  const entries: Entry[] = Object.entries(arrays).map(([name, array]) => ({ name, kind: kindOf(array), length: array.length })) // prettier-ignore
  const header = new TextEncoder().encode(JSON.stringify({ meta, entries }))
  let size = aligned(PREFIX + header.length)
  for (const array of Object.values(arrays)) size = aligned(size + array.byteLength)
  const bytes = new Uint8Array(size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, version, true)
  view.setUint32(8, header.length, true)
  bytes.set(header, PREFIX)
  let at = aligned(PREFIX + header.length)
  for (const array of Object.values(arrays)) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at = aligned(at + array.byteLength)
  }
  return bytes
}

/** null: another version, cut off, or no bundle at all. The arrays are views on `bytes` where it is aligned. */
export function decodeBundle<M>(version: number, given: Uint8Array): Bundle<M> | null {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice()
  if (bytes.length < PREFIX) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== version) return null
  const headerLength = view.getUint32(8, true)
  if (PREFIX + headerLength > bytes.length) return null
  const header = parse<M>(bytes.subarray(PREFIX, PREFIX + headerLength))
  if (header === null) return null
  const arrays: Record<string, Numbers> = {}
  let at = aligned(PREFIX + headerLength)
  for (const { name, kind, length } of header.entries) {
    const Kind = KINDS[kind]
    if (at + length * Kind.BYTES_PER_ELEMENT > bytes.length) return null
    arrays[name] = new Kind(bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length)
    at = aligned(at + length * Kind.BYTES_PER_ELEMENT)
  }
  return { meta: header.meta, arrays }
}

function parse<M>(bytes: Uint8Array): { meta: M; entries: Entry[] } | null {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as { meta: M; entries: Entry[] }
  } catch {
    return null
  }
}
