/** What hostile archives are made with: a good export's entries, and ways to write one of them otherwise. */
import { deflateRawSync } from 'node:zlib'
import type { FindingCode } from '../../../shared/export/codes'
import { zipOf, type Files } from '../hostileExports'
import { rawZip, u32, type RawEntry, type RawOptions } from '../rawZip'

export interface HostileZip {
  why: string
  code: FindingCode
  zip: () => Buffer
}

/** Bytes of a data descriptor: CRC, packed and inflated size after an entry. */
export const descriptor = (crc: number, packed: number, size: number): Buffer =>
  Buffer.concat([u32(0x08074b50), u32(crc), u32(packed), u32(size)])

export const packedSize = (entry: RawEntry): number => deflateRawSync(entry.bytes).length

export class Kit {
  readonly entries: RawEntry[]

  constructor(readonly files: Files) {
    this.entries = Object.entries(files).map(([name, bytes]) => ({ name, bytes }))
  }

  /** The archive with one entry written otherwise. */
  change(how: (entry: RawEntry) => Partial<RawEntry>, options: RawOptions = {}, name = 'cases.csv'): Buffer {
    return zipOf(this.files, options, (entry) => (entry.name === name ? { ...entry, ...how(entry) } : entry))
  }

  renamed(name: string | Buffer, more: Partial<RawEntry> = {}): Buffer {
    return this.change(() => ({ name, ...more }))
  }

  /** The archive with an entry more. */
  added(name: string | Buffer, bytes: Buffer = Buffer.from('x')): Buffer {
    return rawZip([...this.entries, { name, bytes }])
  }
}
