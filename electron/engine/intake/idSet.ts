/**
 * A set of short strings for millions of ids: 12 bytes an entry instead of some hundred. It keeps 96 bits of a hash with a
 * random seed, not the strings, so a file cannot be made to collide and no id is ever in memory twice; among three
 * million ids the chance of any false hit is below 1e-15.
 */
import { randomBytes } from 'node:crypto'

const FIRST_SIZE = 1 << 10
const SEED = randomBytes(12)
const SEEDS = [SEED.readUInt32LE(0), SEED.readUInt32LE(4), SEED.readUInt32LE(8)] as const

export class IdSet {
  #table: Uint32Array
  #mask: number
  #size = 0
  #a = 0
  #b = 0
  #c = 0

  /** `expected`: entries for which there is room at once. */
  constructor(expected = 0) {
    let slots = FIRST_SIZE
    while (slots * 3 <= expected * 4) slots *= 2
    this.#table = new Uint32Array(slots * 3)
    this.#mask = slots - 1
  }

  get size(): number {
    return this.#size
  }

  /** Adds `id`; false when it was there already. */
  add(id: string): boolean {
    this.#hash(id)
    return this.#add()
  }

  /** As `add`, of the ASCII text that the bytes from `start` to `end` are. */
  addBytes(bytes: Uint8Array, start: number, end: number): boolean {
    this.#hashBytes(bytes, start, end)
    return this.#add()
  }

  #add(): boolean {
    const slot = this.#find(this.#a, this.#b, this.#c)
    if (this.#table[slot] !== 0) return false
    this.#put(slot, this.#a, this.#b, this.#c)
    // three quarters full: three million ids fit into 50 MB
    if (++this.#size * 4 > this.#mask * 3) this.#grow()
    return true
  }

  has(id: string): boolean {
    this.#hash(id)
    return this.#table[this.#find(this.#a, this.#b, this.#c)] !== 0
  }

  hasBytes(bytes: Uint8Array, start: number, end: number): boolean {
    this.#hashBytes(bytes, start, end)
    return this.#table[this.#find(this.#a, this.#b, this.#c)] !== 0
  }

  /**
   * Three 32-bit hashes in the manner of MurmurHash3, each with its own seed and multiplier, over four characters at a
   * time. (A character beyond one byte runs into its neighbours: no id of the format holds one.)
   */
  #hash(id: string): void {
    this.#start()
    const { length } = id
    let i = 0
    for (; i + 3 < length; i += 4)
      this.#take(
        id.charCodeAt(i) | (id.charCodeAt(i + 1) << 8) | (id.charCodeAt(i + 2) << 16) | (id.charCodeAt(i + 3) << 24),
      )
    let rest = 0
    for (let shift = 0; i < length; i++, shift += 8) rest |= id.charCodeAt(i) << shift
    this.#take(rest)
    this.#end(length)
  }

  /** The same of bytes as of the characters that they are. */
  #hashBytes(bytes: Uint8Array, start: number, end: number): void {
    this.#start()
    let i = start
    for (; i + 3 < end; i += 4)
      this.#take(
        (bytes[i] as number) |
          ((bytes[i + 1] as number) << 8) |
          ((bytes[i + 2] as number) << 16) |
          ((bytes[i + 3] as number) << 24),
      )
    let rest = 0
    for (let shift = 0; i < end; i++, shift += 8) rest |= (bytes[i] as number) << shift
    this.#take(rest)
    this.#end(end - start)
  }

  #start(): void {
    this.#a = SEEDS[0]
    this.#b = SEEDS[1]
    this.#c = SEEDS[2]
  }

  #take(word: number): void {
    const a = Math.imul(this.#a ^ word, 0xcc9e2d51)
    this.#a = (a << 15) | (a >>> 17)
    const b = Math.imul(this.#b ^ word, 0x1b873593)
    this.#b = (b << 13) | (b >>> 19)
    const c = Math.imul(this.#c ^ word, 0x85ebca6b)
    this.#c = (c << 16) | (c >>> 16)
  }

  #end(length: number): void {
    // the first word is never zero: zero marks an empty slot
    this.#a = (mix(this.#a ^ length) | 1) >>> 0
    this.#b = mix(this.#b)
    this.#c = mix(this.#c)
  }

  /** Slot (index into the table) of the hash, or the empty one where it belongs. */
  #find(a: number, b: number, c: number): number {
    const table = this.#table
    let slot = (b & this.#mask) * 3
    while (table[slot] !== 0 && !(table[slot] === a && table[slot + 1] === b && table[slot + 2] === c)) {
      slot = slot + 3 < table.length ? slot + 3 : 0
    }
    return slot
  }

  #put(slot: number, a: number, b: number, c: number): void {
    this.#table[slot] = a
    this.#table[slot + 1] = b
    this.#table[slot + 2] = c
  }

  #grow(): void {
    const old = this.#table
    this.#mask = this.#mask * 2 + 1
    this.#table = new Uint32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 3) {
      const [a, b, c] = [old[i]!, old[i + 1]!, old[i + 2]!]
      if (a !== 0) this.#put(this.#find(a, b, c), a, b, c)
    }
  }
}

function mix(h: number): number {
  let x = h
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
