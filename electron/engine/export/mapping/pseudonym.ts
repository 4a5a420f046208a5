/** Keyed pseudonyms and readable ids for the ids of the format. */
import { createHmac } from 'node:crypto'

/** RFC 4648 base 32 without padding: capitals and digits only, as the format's ids ask. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** 130 bits: two values never meet by chance */
const LENGTH = 26

/** HMAC-SHA-256 of the values under the unit's secret. Nobody without the secret can try names against it. */
export function pseudonymOf(secret: Uint8Array, values: readonly string[], prefix: string): string {
  const digest = createHmac('sha256', secret).update(JSON.stringify(values)).digest()
  let text = ''
  for (let bit = 0; text.length < LENGTH; bit += 5) {
    const pair = (digest[bit >> 3]! << 8) | digest[(bit >> 3) + 1]!
    text += ALPHABET[(pair >> (11 - (bit & 7))) & 31]!
  }
  return prefix + text
}

/** The values joined by hyphens, in capitals; anything but capitals and digits becomes a hyphen. */
export function readableId(values: readonly string[], prefix: string): string {
  const text = values
    .join('-')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
  return prefix + text.replaceAll(/^-+|-+$/g, '')
}
