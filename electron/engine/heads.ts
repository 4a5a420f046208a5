/** Heads: the last accepted export of each unit. Two consoles that compare them see whether they were told the same. */
import type { Head } from '../../shared/contract/results/console'
import { sha256 } from './archive/files'
import type { Nation } from './nation'

export interface Heads {
  /** SHA-256 over the lines `unit sequence hash`, its first 16 hex digits in groups of four; null when there are none */
  fingerprint: string | null
  exports: Head[]
}

/** In the order of unit codes. */
export function headsOf(nation: Nation): Heads {
  const exports = nation
    .heads()
    .map(({ unit, head: { sequence, descriptor_sha256 } }) => ({ unit, sequence, descriptor_sha256 }))
  return { fingerprint: fingerprintOfHeads(nation), exports }
}

export function fingerprintOfHeads(nation: Nation): string | null {
  const lines = nation.heads().map(({ unit, head }) => `${unit} ${head.sequence} ${head.descriptor_sha256}\n`)
  if (lines.length === 0) return null
  return sha256(lines.join('')).slice(0, 16).match(/.{4}/g)?.join(' ') ?? null
}
