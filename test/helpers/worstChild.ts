/** A process that imports files, each into a workspace of its own, and says what became of it, in what time and memory. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openEngine } from '../../electron/engine/openEngine'

export interface Taken {
  outcome: string
  codes: string[]
  /** processor time of the import with all its threads, ms */
  cpu: number
  /** the most memory that was resident, MiB; null where the system does not tell */
  memory: number | null
  /** what is left: exports in the ledger, files of evidence, private copies, what `check` finds */
  left: { ledger: number; evidence: number; incoming: number; damage: number }
}

const [template = '', workerFile = '', now = '', ...paths] = process.argv.slice(2)

const isLinux = process.platform === 'linux'
/** From here on the peak is counted anew. */
const forgetPeak = () => isLinux && writeFileSync('/proc/self/clear_refs', '5')
const peak = () => Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024

async function take(path: string): Promise<Taken> {
  const dir = `${path}.workspace`
  cpSync(template, dir, { recursive: true })
  const opened = await openEngine({ dir, now: () => new Date(now), ...(workerFile === '' ? {} : { workerFile }) })
  if (!opened.ok) throw new Error(opened.error.code)
  const engine = opened.value
  forgetPeak()
  const before = process.cpuUsage()
  const summary = await engine.importPaths([path])
  const { user, system } = process.cpuUsage(before)
  const memory = isLinux ? peak() : null
  if (!summary.ok) throw new Error(summary.error.code)
  const [file] = summary.value.files
  if (!file) throw new Error(`${basename(path)} was not taken`)
  const held = await engine.query('exports.list', {})
  const checked = await engine.check()
  if (!held.ok || !checked.ok) throw new Error(`${basename(path)}: cannot be asked for`)
  await engine.close()
  const count = (folder: string) => readdirSync(join(dir, folder)).length
  return {
    outcome: file.outcome,
    codes: file.findings.map(({ code }) => code),
    cpu: (user + system) / 1000,
    memory,
    left: {
      ledger: held.value.length,
      evidence: count('evidence'),
      incoming: count('incoming'),
      damage: checked.value.findings.length,
    },
  }
}

async function main(): Promise<void> {
  for (const path of paths) process.stdout.write(`${JSON.stringify(await take(path))}\n`)
}

void main()
