/** Every command, in the order of the specification. */
import type { Command } from '../command'
import { archive } from './archive'
import { bench } from './bench'
import { changes } from './changes'
import { check } from './check'
import { demo } from './demo'
import { heads } from './heads'
import { importFiles } from './import'
import { keygen } from './keygen'
import { pack } from './pack'
import { quarantine } from './quarantine'
import { query } from './query'
import { receipt } from './receipt'
import { registry } from './registry'
import { report } from './report'
import { verify } from './verify'

export const COMMANDS: readonly Command[] = [
  keygen,
  registry,
  pack,
  verify,
  importFiles,
  quarantine,
  changes,
  query,
  report,
  heads,
  receipt,
  check,
  archive,
  demo,
  bench,
]
