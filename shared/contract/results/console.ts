/** What a console signs with its own key: receipts to units, and the list of its heads to other consoles. */
import { z } from 'zod'
import { OUTCOMES_OF_INTAKE } from '../../export/codes'
import { publicJwkSchema } from '../../export/registry'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1).max(80)
const sequence = z.number().int().min(1)
/** `key` is the public half, so that the file can be verified alone; whose it is, its thumbprint on paper says. */
const signer = { kid: z.string().length(43), key: publicJwkSchema }

const receiptSchema = z.strictObject({
  unit: text,
  sequence,
  descriptor_sha256: hash,
  archive_sha256: hash,
  /** ISO 8601, by the console's clock */
  received_at: text,
  outcome: z.enum(OUTCOMES_OF_INTAKE),
  /** in force when the export was judged */
  registry_version: z.number().int(),
  console: z.strictObject(signer),
})
export type Receipt = z.infer<typeof receiptSchema>

const headSchema = z.strictObject({ unit: text, sequence, descriptor_sha256: hash })
export type Head = z.infer<typeof headSchema>
const many = z.array(headSchema).max(1_000_000)

export const headsListSchema = z.strictObject({
  /** as printed in the footer of every report; null when there are none */
  fingerprint: z.string().max(40).nullable(),
  /** the accepted export with the highest sequence of each unit */
  exports: many,
  /** accepted exports before the heads */
  earlier: many,
  made_at: text,
  console: z.strictObject(signer),
})
export type HeadsList = z.infer<typeof headsListSchema>

/** A signed file as text, and what is in it. */
export interface Signed<T> {
  /** proposed name, without extension */
  name: string
  /** JWS General JSON with its payload inside */
  file: string
  payload: T
  /** SHA-256 of the payload, its first 32 hex digits in groups of four */
  fingerprint: string
}

/**
 * same: the same head. ours_ahead, theirs_ahead: one console has received less. conflict: one number, two contents.
 * unproven: neither list holds the other's head, so that it cannot be told whether both are one history.
 */
export const HEAD_STATES = [
  'conflict',
  'unproven',
  'ours_only',
  'theirs_only',
  'ours_ahead',
  'theirs_ahead',
  'same',
] as const
export type HeadState = (typeof HEAD_STATES)[number]

export interface HeadLine {
  unit: string
  state: HeadState
  /** sequences of the heads; null where the unit is not known */
  ours: number | null
  theirs: number | null
  /** each sequence that both hold with different contents */
  conflicts: { sequence: number; ours: string; theirs: string }[]
}
export interface HeadsComparison {
  /** who signed their list; null: it was not signed */
  signer: string | null
  made_at: string | null
  fingerprints: { ours: string | null; theirs: string | null }
  /** how many units are in each state */
  counts: Readonly<Record<HeadState, number>>
  /** every unit that is not the same, in the order of HEAD_STATES, then of unit codes */
  lines: HeadLine[]
}
