/** The demo nation as files on disk, for `pantau demo` and for the console's first run. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signRegistry } from '../export/pack'
import { exportsOfUnit } from './generate'
import { addLedger, emptyLedger, type Ledger } from './ledger'
import { PLANTED } from './oddities'
import { planDemo, type DemoOptions, type DemoPlan } from './plan'

export { DEMO_DEFAULTS, planDemo, type DemoOptions, type DemoPlan } from './plan'
export { exportsOfUnit, type DemoFile, type UnitExports } from './generate'
export { addLedger, emptyLedger, type Ledger } from './ledger'

export const DEMO_REGISTRY_FILE = 'demo.dumas-registry.zip'

/** The signed registry of a plan, and the thumbprints of its roots. */
export function demoRegistry(plan: DemoPlan): { zip: Buffer; roots: string[] } {
  return {
    zip: signRegistry(Buffer.from(JSON.stringify(plan.registry)), plan.rootKeys),
    roots: plan.rootKeys.map((key) => key.kid),
  }
}

/**
 * Writes a whole demo nation into a folder: registry, exports, `roots.txt` (thumbprints to trust), `ledger.json` (what
 * the figures must come to) and, for a training, `answers.json` (what is planted where).
 */
export async function writeDemo(
  dir: string,
  options: DemoOptions,
  onFile: (done: number, total: number) => void = () => undefined,
): Promise<{ files: number; cases: number; ledger: Ledger }> {
  const plan = planDemo(options)
  const registry = demoRegistry(plan)
  await mkdir(join(dir, 'exports'), { recursive: true })
  await writeFile(join(dir, DEMO_REGISTRY_FILE), registry.zip)
  await writeFile(join(dir, 'roots.txt'), `${registry.roots.join('\n')}\n`)
  const ledger = emptyLedger()
  let files = 0
  for (let index = 0; index < plan.reporting.length; index++) {
    const made = exportsOfUnit(plan, index)
    addLedger(ledger, made.ledger)
    for (const file of made.files) await writeFile(join(dir, 'exports', file.name), file.zip)
    files += made.files.length
    onFile(index + 1, plan.reporting.length)
  }
  await writeFile(join(dir, 'ledger.json'), `${JSON.stringify(ledger, null, 1)}\n`)
  if (options.purpose === 'training')
    await writeFile(join(dir, 'answers.json'), `${JSON.stringify(answers(plan), null, 1)}\n`)
  return { files, cases: ledger.cases, ledger }
}

/** The answer key: units of this plan with what is planted in them. */
function answers(plan: DemoPlan): { unit: string; name: string; planted: unknown }[] {
  return plan.reporting
    .flatMap(({ unit, polsek }) => [unit, ...polsek])
    .filter(({ code }) => PLANTED[code])
    .map(({ code, name }) => ({ unit: code, name, planted: PLANTED[code] }))
}
