/** Where things lie inside a workspace folder. Unit codes are safe as file names by their pattern (registry schema). */
import { join } from 'node:path'

export interface Layout {
  root: string
  lock: string
  /** append-only, one JSON object a line, a hash chain */
  audit: string
  /** what people wrote; `backup` holds the same, for when the file is damaged */
  workspace: string
  backup: string
  /** private JWK, mode 600: signs receipts and lists of heads */
  consoleKey: string
  registry: string
  /** which registry is in force, and the roots that it was trusted by */
  pinned: string
  /** private copies of files under judgement; emptied at each start */
  incoming: string
  /** accepted and quarantined exports, read-only, by content hash */
  evidence: string
  library: string
  columns: string
  /** units as they were known on earlier days: ledger and columns, made again from the evidence when absent */
  known: string
  /** the nation's columns and ledgers in one file, so that the first screen opens no database */
  nation: string
  /** the number of open questions, and what it was counted from */
  questions: string
  /** answers of the first screen, and what they follow from */
  answers: string
  evidenceFile: (sha256: string) => string
  storeFile: (unit: string) => string
  segmentFile: (unit: string) => string
  registryFile: (version: number) => string
}

export const EVIDENCE_SUFFIX = '.dumas.zip'
export const STORE_SUFFIX = '.sqlite'

export function layoutOf(root: string): Layout {
  const at = (...names: string[]) => join(root, ...names)
  return {
    root,
    lock: at('lock'),
    audit: at('audit.jsonl'),
    workspace: at('workspace.sqlite'),
    backup: at('workspace.backup.sqlite'),
    consoleKey: at('console.jwk'),
    registry: at('registry'),
    pinned: at('registry', 'pinned.json'),
    incoming: at('incoming'),
    evidence: at('evidence'),
    library: at('library'),
    columns: at('columns'),
    known: at('known'),
    nation: at('columns', 'nation.cache'),
    questions: at('columns', 'questions.count'),
    answers: at('columns', 'answers.cache'),
    evidenceFile: (sha256) => at('evidence', `${sha256}${EVIDENCE_SUFFIX}`),
    storeFile: (unit) => at('library', `${unit}${STORE_SUFFIX}`),
    segmentFile: (unit) => at('columns', `${unit}.seg`),
    registryFile: (version) => at('registry', `${version}.dumas-registry.zip`),
  }
}
