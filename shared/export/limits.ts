/** Upper bounds of the format (section 1 and 4). A registry's policy may lower, never raise them. Bytes unless said. */
export const LIMITS = {
  archive: 100 * 1024 * 1024,
  descriptor: 1024 * 1024,
  registry: 32 * 1024 * 1024,
  jws: 64 * 1024,
  entry: 512 * 1024 * 1024,
  total: 1024 * 1024 * 1024,
  /** inflated : compressed, for entries over `ratioFrom` inflated bytes */
  ratio: 100,
  ratioFrom: 1024 * 1024,
  jsonDepth: 16,
  /** characters */
  field: 4096,
  /** characters */
  record: 65_536,
  rows: { cases: 300_000, events: 3_000_000, community_sessions: 500_000, daily_calls: 500_000, corrections: 500_000 },
  /** csv and schema findings collected before a file is given up */
  findings: 100,
  signatures: 4,
  /** minutes that `created` may lie ahead of this computer's clock */
  futureMinutes: 10,
} as const
