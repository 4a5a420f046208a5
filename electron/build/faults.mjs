// npm run test:faults: what crashes, disks, flipped bytes and the largest files can do, at its whole size: 200 kills inside
// an import, each bit of an export, the whole demo nation.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './stale.mjs'

const KILLS = '200'
const engine = ['kill', 'faults', 'disk', 'recovery', 'process', 'demo', 'import/worstFiles', 'import/bitFlips', 'decisions/killed'] // prettier-ignore
const intake = ['archives', 'entryBits', 'hostileArchives', 'csvFuzz']
const files = [...engine.map((name) => `engine/${name}`), ...intake.map((name) => `unit/intake/${name}`)]
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const options = [
  'run',
  '--project',
  'engine',
  '--project',
  'unit',
  '--no-file-parallelism',
  ...files,
  ...process.argv.slice(2),
]
const env = { PANTAU_KILLS: KILLS, PANTAU_WHOLE: 'yes', ...process.env }
const run = spawnSync(process.execPath, [vitest, ...options], { cwd: root, stdio: 'inherit', env })
process.exit(run.status ?? 1)
