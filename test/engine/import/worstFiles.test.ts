/**
 * The worst files that a unit can hand over are refused or loaded in bounded time and memory, and leave nothing half done.
 * Measured in a process of its own. At their whole size, and in threads, by `npm run test:faults`.
 */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { bundle } from '../../helpers/bundle'
import { inLanes } from '../../helpers/lanes'
import { CLOCK, freshFolder, openTrusted } from '../../helpers/workspaces'
import type { Taken } from '../../helpers/worstChild'
import { isWholeRun } from '../../helpers/wholeRun'
import { GIANTS, STORMS, type WorstFile } from '../../helpers/worstFiles'

/** of processor time, for any file; a machine that is busy elsewhere does not count */
const MOST_MS = 30_000
/** for what is refused, or small */
const MOST_MIB = 600

let child = ''
/** none in the ordinary run: starting threads anew for each file takes longer than the files do */
let worker = ''
let template = ''
beforeAll(async () => {
  const built = freshFolder('programs')
  child = await bundle('test/helpers/worstChild.ts', 'child', built)
  if (isWholeRun) worker = await bundle('electron/engine/worker.ts', 'worker', built)
  const engine = await openTrusted()
  await engine.close()
  template = engine.dir
})

/** All files are imported by one process, one after the other. */
function take(paths: readonly string[]): Promise<Taken[]> {
  return new Promise((resolve, reject) => {
    const importing = spawn(process.execPath, [child, template, worker, CLOCK().toISOString(), ...paths], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let text = ''
    importing.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    importing.on('error', reject)
    importing.on('close', (code) => {
      if (code !== 0) return reject(new Error(`the process ended with ${code} after ${text}`))
      resolve(
        text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Taken),
      )
    })
  })
}

const tell = ({ why }: WorstFile, { outcome, codes, cpu, memory }: Taken) =>
  console.info(`${why}: ${outcome} ${codes[0] ?? ''}, ${cpu.toFixed(0)} ms, ${memory?.toFixed(0) ?? '?'} MiB`)

/** What came of each file, beside what was to come. */
async function judged(files: readonly WorstFile[]) {
  const folder = freshFolder('worst')
  const paths = files.map(({ zip }, n) => {
    const path = join(folder, `${n}.dumas.zip`)
    writeFileSync(path, zip())
    return path
  })
  const taken = await take(paths)
  files.forEach((file, n) => tell(file, taken[n]!))
  const found = taken.map(({ outcome, codes, cpu, memory, left }, n) => ({
    why: files[n]?.why, outcome, code: codes[0], isQuick: cpu < MOST_MS, isLean: (memory ?? 0) < (files[n]?.memory ?? MOST_MIB), left,
  })) // prettier-ignore
  const wanted = files.map(({ why, outcome, code }) => {
    const kept = outcome === 'accepted' ? 1 : 0
    return { why, outcome, code, isQuick: true, isLean: true, left: { ledger: kept, evidence: kept, incoming: 0, damage: 0 } } // prettier-ignore
  })
  return { found, wanted }
}

const storms = STORMS(isWholeRun)
const half = Math.ceil(storms.length / 2)
const giants = GIANTS(isWholeRun)
const groups = isWholeRun
  ? [storms.slice(0, half), storms.slice(half), ...giants.map((giant) => [giant])]
  : [[...storms, ...giants]]

test('storms of bytes, documents without end, giants', { timeout: 600_000 }, () =>
  inLanes(groups.length, async (n) => {
    const { found, wanted } = await judged(groups[n]!)
    expect(found).toEqual(wanted)
  }),
)
