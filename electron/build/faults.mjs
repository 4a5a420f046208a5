// npm run test:faults: what crashes, disks, flipped bytes and the largest files can do, with 200 kills inside an import.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './stale.mjs'

const KILLS = '200'
const files = ['kill', 'faults', 'disk', 'recovery', 'process', 'import/worstFiles', 'decisions/killed'].map(
  (name) => `test/engine/${name}.test.ts`,
)
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const options = ['run', '--project', 'engine', '--no-file-parallelism', ...files, ...process.argv.slice(2)]
const env = { PANTAU_KILLS: KILLS, PANTAU_WORST: 'whole', ...process.env }
const run = spawnSync(process.execPath, [vitest, ...options], { cwd: root, stdio: 'inherit', env })
process.exit(run.status ?? 1)
