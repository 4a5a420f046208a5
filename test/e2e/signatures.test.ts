/** Published signatures, judged by our own code inside the Electron that users run: its crypto is not Node's. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { rootFlags } from '../../electron/build/electron-runtime.mjs'
import { bundle } from '../helpers/bundle'
import { projectRoot } from '../helpers/electron'
import { SPEC_CHECK, vectors, type Judged } from '../helpers/signatureVectors'

const folder = mkdtempSync(join(tmpdir(), 'pantau-signatures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  const program = await bundle('test/helpers/signatureChild.ts', 'signatures', folder)
  const file = join(folder, 'vectors.json')
  writeFileSync(file, JSON.stringify(vectors()))
  env = { ...process.env, PROGRAM: program, VECTORS: file }
})

/** Runs Electron and returns what each place said of the vectors. */
function judgedBy(args: string[], more: NodeJS.ProcessEnv = {}): Map<string, Judged> {
  const { status, stdout, stderr } = spawnSync(inject('electronExe'), args, {
    encoding: 'utf8',
    env: { ...env, ...more },
  })
  if (status !== 0) throw new Error(`${status} ${stderr}`)
  const said = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { place: string; judged: Judged })
  return new Map(said.map(({ place, judged }) => [place, judged]))
}

const app = join(projectRoot, 'test/fixtures/signatureApp.cjs')
const flags = [...rootFlags(), '--disable-gpu', '--log-level=3', `--user-data-dir=${join(folder, 'profile')}`]

test('all 151 of Wycheproof and the twelve of ed25519-speccheck, in the main process and in a utility process', () => {
  const places = judgedBy([...flags, app])
  expect([...places.keys()].toSorted()).toEqual(['main', 'utility'])
  for (const [place, { judged, wrong, specCheck, keys, versions }] of places) {
    expect({ place, judged, wrong, specCheck, keys }).toEqual({ place, judged: 151, wrong: [], ...SPEC_CHECK })
    expect(versions['electron']).toBe(inject('electronVersion'))
  }
})

test('the same where Electron runs as Node', () => {
  const { judged, wrong, specCheck, keys } = judgedBy([env['PROGRAM']!], { ELECTRON_RUN_AS_NODE: '1' }).get('node')!
  expect({ judged, wrong, specCheck, keys }).toEqual({ judged: 151, wrong: [], ...SPEC_CHECK })
})
