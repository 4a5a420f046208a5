/**
 * Every code of the format is provoked, and `verify --json`, `import --json` and the window's import say the same findings,
 * told in both languages with code, file, row, column and what to do.
 */
import { cpSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findingText } from '../../../electron/cli/findingText'
import { Dispatcher } from '../../../electron/engine/dispatch'
import { CapacityError } from '../../../electron/engine/capacity'
import { givenUp } from '../../../electron/engine/import/outcome'
import type { Engine } from '../../../electron/engine/engine'
import { LANGUAGES } from '../../../shared/contract/choices'
import {
  resultOf,
  type EngineAnswer,
  type EngineCall,
  type EngineMessage,
} from '../../../shared/contract/engineProtocol'
import { ok, type Result } from '../../../shared/contract/result'
import type { ImportSummary } from '../../../shared/contract/results/data'
import { FINDING_CODES, type Finding, type FindingCode } from '../../../shared/export/codes'
import type { Registry } from '../../../shared/export/registry'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { replyText } from '../../../shared/sentences/advice'
import { json, type Judged } from '../../helpers/cli'
import { makeExport, nextExport, NOW, onDisk, registryOf, registryZip, ROOT, UNIT } from '../../helpers/signedExports'
import { freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'
import { AUTHORITY } from '../../unit/intake/recipes/authority'
import { CHAINS } from '../../unit/intake/recipes/chains'
import { CONTAINER } from '../../unit/intake/recipes/container'
import { CSV } from '../../unit/intake/recipes/csv'
import { MEANING } from '../../unit/intake/recipes/meaning'
import { REGISTRIES } from '../../unit/intake/recipes/registries'
import { SCHEMA } from '../../unit/intake/recipes/schema'
import { SIGNED } from '../../unit/intake/recipes/signed'

const ALONE = [...CONTAINER, ...SIGNED, ...AUTHORITY, ...CSV, ...SCHEMA, ...MEANING]
const seen = new Set<FindingCode>()
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 }))
afterEach(() => void vi.useRealTimers())

/** A folder of its own that trusts `registry`; made once for each registry. */
const templates = new Map<string, Promise<string>>()
async function workspaceOf(registry: Registry): Promise<string> {
  const key = `${Date.now()} ${JSON.stringify(registry)}`
  const made = templates.get(key) ?? openTrusted(registry, { now: () => new Date() }).then(async (engine) => {
    await engine.close()
    return engine.dir
  }) // prettier-ignore
  templates.set(key, made)
  const dir = freshFolder('workspace')
  cpSync(await made, dir, { recursive: true })
  return dir
}

/** Asks as the window does: by messages. */
async function ask<T>(engine: Engine, call: EngineCall, args: unknown): Promise<Result<T>> {
  const answers: EngineMessage[] = []
  await new Dispatcher(Promise.resolve(ok(engine)), (message) => answers.push(message)).receive({ id: 1, call, args } as never) // prettier-ignore
  return answers.flatMap((message) => ('id' in message ? [resultOf(message) as Result<T>] : []))[0]!
}

type Told = { file: string; outcome: string; findings: readonly Finding[] }
const told = (files: readonly Told[]) => files.map(({ file, outcome, findings }) => ({ file: basename(file), outcome, findings })) // prettier-ignore

function written(imports: readonly Buffer[][]): string[][] {
  return imports.map((files, step) => {
    const folder = freshFolder('exports')
    return files.map((zip, n) => {
      const path = join(folder, `${step}${n}.dumas.zip`)
      writeFileSync(path, zip)
      return path
    })
  })
}

/** What each of the three says of the last import. */
async function threeAnswers(imports: readonly Buffer[][], registry: Registry) {
  const paths = written(imports)
  const registryFile = onDisk(registryZip(registry), 'r.dumas-registry.zip')
  const dir = await workspaceOf(registry)
  const engine = await open({ dir: await workspaceOf(registry), now: () => new Date() })
  const verify = (await json<Judged[]>('verify', ...paths.flat(), '--registry', registryFile)).json
  let byCommand: Told[] = []
  let byWindow: Told[] = []
  for (const files of paths) {
    byCommand = (await json<ImportSummary>('import', ...files, '--workspace', dir)).json.files
    byWindow = valueOf(await ask<ImportSummary>(engine, 'import:paths', { paths: files })).files
  }
  await engine.close()
  return { verify: told(verify), command: told(byCommand), window: told(byWindow) }
}

/** Code, file, row, column and what to do, in the lines of the command line and in the text for the unit. */
function isTold(finding: Finding): void {
  const { code, place } = finding
  seen.add(code)
  for (const language of LANGUAGES) {
    const [t, f] = [translator(language), formats(language)]
    const todo = t.code('code', `${code}.todo`)
    expect([t.code('code', code), todo].map((text) => [text.includes('code.'), text === code])).toEqual([[false, false], [false, false]]) // prettier-ignore
    const reply = replyText(UNIT, [{ file: 'x.zip', unit: UNIT, sequence: 1, outcome: 'rejected', findings: [finding] }], t, f) // prettier-ignore
    const parts = [code, place.file ?? '', String(place.row ?? ''), String(place.column ?? '')]
    for (const text of [findingText(finding, t), reply]) for (const part of parts) expect(text).toContain(part)
    // a cell's content is told by the rule of its column
    if (code !== 'SCHEMA-VALUE') expect(reply).toContain(todo)
    expect(findingText(finding, t).split('\n')).toHaveLength(2)
    expect(reply).not.toMatch(/\{\w+\}/)
  }
}

describe('the same findings by command and in the window', () => {
  test.for(ALONE)('$code: $why', async ({ code, zip, registry = {}, now = NOW, place }) => {
    vi.setSystemTime(now * 1000)
    const { verify, command, window } = await threeAnswers([[zip()]], registryOf(registry))
    expect(command).toEqual(verify)
    expect(window).toEqual(verify)
    const [finding] = window[0]?.findings ?? []
    expect(finding?.code).toBe(code)
    if (place) expect(finding?.place).toEqual(place)
    isTold(finding!)
  })

  test.for(CHAINS)('$code: $why', async ({ code, imports }) => {
    const { verify, command, window } = await threeAnswers(imports(), registryOf())
    expect(command).toEqual(window)
    const finding = window.at(-1)?.findings.find((one) => one.code === code)
    expect(finding, JSON.stringify(window)).toBeDefined()
    isTold(finding!)
    // `verify` keeps nothing: it neither compares rows nor knows what came late
    const { stage } = FINDING_CODES[code]
    const said = verify.flatMap(({ findings }) => findings.map((one) => one.code))
    expect(said.includes(code)).toBe(stage !== 'compare' && code !== 'CHAIN-LATE')
  })

  test.for(REGISTRIES)('$code: $why', async ({ code, registry, keys, held, thumbprints }) => {
    const path = onDisk(registryZip(registry, keys), 'uji.dumas-registry.zip')
    const named = thumbprints ?? (held ? [] : [ROOT.kid])
    const dir = held ? await workspaceOf(held) : freshFolder('workspace')
    const command = await json<EngineAnswer<'registry:trust'>>('registry', 'trust', path, ...named.map((kid) => `--root=${kid}`), '--workspace', dir) // prettier-ignore
    const engine = await open({ dir: held ? await workspaceOf(held) : freshFolder('workspace') })
    const window = valueOf(
      await ask<EngineAnswer<'registry:trust'>>(engine, 'registry:trust', { path, thumbprints: named }),
    )
    await engine.close()
    expect([command.json.outcome, command.json.findings]).toEqual([window.outcome, window.findings])
    expect([window.outcome, window.findings[0]?.code]).toEqual(['rejected', code])
    isTold(window.findings[0]!)
  })
})

describe('what is no fault of a file', () => {
  test('CLOCK: the whole import stops, everywhere', async () => {
    vi.setSystemTime('2025-12-01T00:00:00Z')
    const path = onDisk(makeExport().zip)
    const registry = onDisk(registryZip(registryOf()), 'r.dumas-registry.zip')
    vi.setSystemTime(NOW * 1000)
    const dir = await workspaceOf(registryOf())
    vi.setSystemTime('2025-12-01T00:00:00Z')
    const refused = { code: 2, json: { error: { code: 'CLOCK' } } }
    expect(await json('verify', path, '--registry', registry)).toMatchObject(refused)
    expect(await json('import', path, '--workspace', dir)).toMatchObject(refused)
    const engine = await open({ dir, now: () => new Date() })
    const answer = await ask<ImportSummary>(engine, 'import:paths', { paths: [path] })
    expect(!answer.ok && answer.error.code).toBe('CLOCK')
    await engine.close()
    for (const language of LANGUAGES) expect(translator(language).code('error', 'CLOCK')).not.toBe('CLOCK')
    seen.add('CLOCK')
  })

  test('INTERNAL: the store is gone under the import; nothing is written', async () => {
    const dir = await workspaceOf(registryOf())
    const engine = await open({ dir, now: () => new Date() })
    const first = makeExport()
    const [one, two] = [onDisk(first.zip), onDisk(nextExport(first, 2).zip)]
    valueOf(await engine.importPaths([one]))
    writeFileSync(join(dir, 'library', `${UNIT}.sqlite`), 'no store')
    const { files } = valueOf(await ask<ImportSummary>(engine, 'import:paths', { paths: [two] }))
    expect(files.map(({ outcome, findings }) => [outcome, findings[0]?.code])).toEqual([['rejected', 'INTERNAL']])
    isTold(files[0]!.findings[0]!)
    await engine.close()
  })

  // files that are really too large: test/engine/import/capacity.test.ts
  test('CAPACITY: more than there is room for', () => {
    const { outcome, findings } = givenUp('x.zip', UNIT, 1, new CapacityError('cases', 2, 1))
    expect([outcome, findings.map((one) => one.code)]).toEqual(['rejected', ['CAPACITY']])
    isTold(findings[0]!)
  })

  // a disk that is really full: test/engine/disk.test.ts
  test.for(['ENOSPC', 'EDQUOT'])('DISK-FULL: the system says %s', (code) => {
    const { outcome, findings } = givenUp('x.zip', UNIT, 1, Object.assign(new Error(code), { code }))
    expect([outcome, findings.map((one) => one.code)]).toEqual(['rejected', ['DISK-FULL']])
    isTold(findings[0]!)
  })
})

test('no code of the format was left out', () => {
  expect(Object.keys(FINDING_CODES).filter((code) => !seen.has(code as FindingCode))).toEqual([])
})
