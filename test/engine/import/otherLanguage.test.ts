/** Packages of another language (Python's standard library and openssl) are taken here; those made here verify there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoRegistry, exportsOfUnit, planDemo } from '../../../electron/engine/demo'
import { PLANTED } from '../../../electron/engine/demo/oddities'
import { edit, tampered, unzip, zipOf, type Files } from '../../helpers/hostileExports'
import { makeExport, nextExport, onDisk, registryOf, registryZip, ROOT, seedKey } from '../../helpers/signedExports'
import { freshFolder, open, valueOf } from '../../helpers/workspaces'

const script = (name: string) => resolve(import.meta.dirname, '../../oracle', name)
const has = (program: string, argument: string) => spawnSync(program, [argument]).status === 0
// Without them the check skips and says so; in CI it then fails, for there both are installed.
const isPossible = process.env['CI'] === 'true' || (has('python3', '--version') && has('openssl', 'version'))

interface Made {
  unit: string
  roots: string[]
  sha256: string[]
}

test.skipIf(!isPossible)('registry and exports of Python and openssl: trusted, loaded, compared', async () => {
  const folder = freshFolder('python')
  const made = JSON.parse(execFileSync('python3', [script('make_export.py'), folder]).toString()) as Made
  const engine = await open({ dir: freshFolder('workspace') })
  const registry = join(folder, 'registry.dumas-registry.zip')
  const wrong = valueOf(await engine.trustRegistry({ path: registry, thumbprints: made.roots.slice(1) }))
  expect([wrong.outcome, wrong.findings[0]?.code]).toEqual(['rejected', 'REG-THUMBPRINT'])
  expect(valueOf(await engine.trustRegistry({ path: registry, thumbprints: made.roots })).findings).toEqual([])

  const { files } = valueOf(await engine.importPaths([folder]))
  expect(files.map(({ file, outcome }) => [file, outcome])).toEqual([
    ['1.dumas.zip', 'accepted'],
    ['2.dumas.zip', 'accepted_with_flags'],
  ])
  expect(files[1]?.findings.map(({ code, details }) => [code, details['row_id'], details['new_value']])).toEqual([
    ['SILENT-EDIT', 'PY-00000001', 'discrimination'],
    ['CORRECTION-DECLARED', 'PY-00000002', 'email'],
  ])
  expect(engine.heads().exports).toEqual([{ unit: made.unit, sequence: 2, descriptor_sha256: made.sha256[1] }])
  expect(valueOf(await engine.query('overview.totals', {})).received).toBe(3)
  await engine.close()
})

/** What Python says of packages: its exit code, and the problems of each. */
function verdict(registry: string, roots: readonly string[], files: readonly string[]) {
  const run = spawnSync('python3', [script('verify_export.py'), registry, roots.join(), ...files], { encoding: 'utf8' })
  const lines = run.stdout.split('\n').filter((line) => line !== '')
  const problems = lines.map((line) => (JSON.parse(line) as { problems: string[] }).problems)
  return { status: run.status, problems }
}

describe.skipIf(!isPossible)('packages of ours, judged by Python and openssl', () => {
  test('a chain of one unit, and units of the demo nation, verify', () => {
    const first = makeExport()
    const files = [first.zip, nextExport(first, 2).zip].map((zip) => onDisk(zip))
    const registry = onDisk(registryZip(registryOf()), 'r.zip')
    expect(verdict(registry, [ROOT.kid], files)).toEqual({ status: 0, problems: [[], []] })

    const plan = planDemo({ cases: 20_000, seed: 'python', purpose: 'demo', now: new Date('2026-11-01T00:00:00Z') })
    const { zip, roots } = demoRegistry(plan)
    const plain = plan.reporting.flatMap(({ unit }, index) => (PLANTED[unit.code] ? [] : [index])).slice(0, 4)
    const folder = freshFolder('demo')
    const demo = plain.flatMap((index) =>
      exportsOfUnit(plan, index).files.map((file) => {
        const path = join(folder, file.name)
        writeFileSync(path, file.zip)
        return path
      }),
    )
    expect(demo.length).toBeGreaterThanOrEqual(4)
    expect(verdict(onDisk(zip, 'demo.zip'), roots, demo)).toEqual({ status: 0, problems: demo.map(() => []) })
  })

  const changed = (change: (files: Files) => void) => {
    const files = unzip(makeExport().zip)
    change(files)
    return zipOf(files)
  }
  test.for<[string, () => Buffer, string[]]>([
    ['a digit of a table', () => changed(edit('daily_calls.csv', ',10,', ',11,')), ['daily_calls: hash']],
    ['a word of the descriptor', () => changed(edit('datapackage.json', 'snapshot', 'snapshoT')), ['signature']],
    ['a key that is not in the registry', () => tampered({ keys: [seedKey(99)] }), ['no key of the unit signed']],
    ['a file too many', () => changed((files) => (files['catatan.txt'] = Buffer.from('x'))), ['entries']],
    ['a chain that begins in its middle', () => nextExport(makeExport(), 2).zip, ['previous']],
  ])('%s is seen there too', ([, zip, problems]) => {
    const registry = onDisk(registryZip(registryOf()), 'r.zip')
    expect(verdict(registry, [ROOT.kid], [onDisk(zip())])).toEqual({ status: 1, problems: [problems] })
  })

  test('roots that are not those on the paper: nothing is judged', () => {
    const registry = onDisk(registryZip(registryOf()), 'r.zip')
    expect(verdict(registry, [seedKey(7).kid], [onDisk(makeExport().zip)])).toEqual({ status: 1, problems: [] })
  })
})
