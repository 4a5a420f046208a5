/** Imports through the real intake, into workspaces that are thrown away. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RESOURCES } from '../../../shared/export/enums'
import { sha256, writeWhole } from '../../engine/archive/files'
import { readSealed } from '../../engine/archive/sealed'
import { layoutOf } from '../../engine/archive/layout'
import { DEMO_REGISTRY_FILE, demoRegistry, exportsOfUnit, planDemo, type DemoOptions } from '../../engine/demo'
import type { Engine } from '../../engine/engine'
import { openEngine } from '../../engine/openEngine'
import { readStoredCase } from '../../engine/queries/caseDetail'
import { columnNames } from '../../engine/store/schema'
import { createDatabase, type SqlRow } from '../../engine/store/sqlite'
import { UnitStore } from '../../engine/store/unitStore'
import { RegistryModel } from '../../engine/registry/model'
import { median, timed, type ImportLine, type WindowLines } from './types'
import { verifyAlone } from './verify'

/** Cases of the large unit and of the one that is saved and opened; the smaller bench takes less of both. */
const LARGE = 40_000
const MIDDLE = 1850
const SHARE = 0.4
/** A unit of the plan without anything planted. */
export const UNIT = 'POLRES-33.02'
const WORKERS = 2

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

async function withWorkspace<T>(
  dir: string,
  workers: number,
  registry: string,
  roots: readonly string[],
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  // prettier-ignore
  const workerFile = join(__dirname, 'worker.cjs')
  const engine = valueOf(
    await openEngine({ dir, workers, ...(existsSync(workerFile) && workers > 0 ? { workerFile } : {}) }),
  )
  try {
    valueOf(await engine.trustRegistry({ path: registry, thumbprints: roots }))
    return await work(engine)
  } finally {
    await engine.close()
  }
}

interface UnitRun {
  ms: number
  rows: number
  dir: string
  /** the export that was imported, and by whose registry */
  path: string
  registry: RegistryModel
}

/** One unit with this many cases, imported by one thread into a workspace of its own. */
export async function importUnit(folder: string, options: DemoOptions, cases: number): Promise<UnitRun> {
  const plan = planDemo(options)
  const at = plan.reporting.findIndex(({ unit }) => unit.code === UNIT)
  const reporting = plan.reporting.map((desk) => (desk.unit.code === UNIT ? { ...desk, cases } : desk))
  const [file] = exportsOfUnit({ ...plan, reporting }, at).files
  if (!file) throw new Error(`${UNIT} reports nothing`)
  const dir = join(folder, `unit-${cases}`)
  const [path, registry] = [join(folder, `${cases}-${file.name}`), join(folder, `${cases}-${DEMO_REGISTRY_FILE}`)]
  const { zip, roots } = demoRegistry(plan)
  writeFileSync(path, file.zip)
  writeFileSync(registry, zip)
  const { value, ms } = await withWorkspace(dir, 0, registry, roots, (engine) =>
    timed(() => engine.importPaths([path])),
  )
  const { rows, accepted, accepted_with_flags: flagged } = valueOf(value)
  if (accepted + flagged !== 1) throw new Error('the unit was not accepted')
  return { ms, rows, dir, path, registry: new RegistryModel(plan.registry, sha256(JSON.stringify(plan.registry))) }
}

async function openStore(dir: string): Promise<UnitStore> {
  const bytes = readSealed(layoutOf(dir).storeFile(UNIT))
  const store = bytes && (await UnitStore.open(UNIT, bytes))
  if (!store) throw new Error('the store cannot be read')
  return store
}

/** The same rows into five tables without keys, as plainly as sql.js can. */
async function rawInsert(dir: string): Promise<number> {
  const store = await openStore(dir)
  const tables = RESOURCES.map((name) => {
    const columns = columnNames(name).map((column) => `"${column}"`)
    return {
      name,
      columns,
      rows: store.database.prepare(`SELECT ${columns.join(', ')} FROM ${name}`).all() as SqlRow[],
    }
  })
  store.close()
  const database = await createDatabase({ plain: true })
  const { ms } = await timed(() => {
    for (const { name, columns } of tables) database.exec(`CREATE TABLE ${name} (${columns.map((column) => `${column} TEXT`).join(', ')})`) // prettier-ignore
    database.begin()
    for (const { name, columns, rows } of tables) {
      const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
      for (const row of rows) insert.run(row)
    }
    database.commit()
  })
  database.close()
  return ms
}

/** Units of the folder: all, unless each would have fewer cases than this. */
const LEAST_CASES = 20

/** The console's folder in which the nation is imported, so that a window can open it. */
const PROFILE = 'profile'

async function importFolder(folder: string, options: DemoOptions): Promise<{ ms: number; files: number }> {
  const from = join(folder, 'exports')
  const registry = join(folder, DEMO_REGISTRY_FILE)
  const plan = planDemo(options)
  const { zip, roots } = demoRegistry(plan)
  writeFileSync(registry, zip)
  mkdirSync(from)
  const units = Math.min(plan.reporting.length, Math.ceil(options.cases / LEAST_CASES))
  const files = Array.from({ length: units }, (_, at) => exportsOfUnit(plan, at).files).flat()
  for (const { name, zip: bytes } of files) writeFileSync(join(from, name), bytes)
  const imported = (engine: Engine) => timed(() => engine.importPaths([from]))
  const { value, ms } = await withWorkspace(join(folder, PROFILE, 'workspace'), WORKERS, registry, roots, imported)
  valueOf(value)
  return { ms, files: files.length }
}

async function saveAndOpen(
  folder: string,
  dir: string,
  rounds: number,
): Promise<{ save_ms: number; open_case_ms: number }> {
  // prettier-ignore
  const store = await openStore(dir)
  const ids = store.database.prepare('SELECT case_id FROM cases').all().map(([id]) => String(id)) // prettier-ignore
  const [saves, opens]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    saves.push((await timed(() => writeWhole(join(folder, 'saved.sqlite'), store.bytes()))).ms)
    const id = ids[(round * 7919) % ids.length] as string
    const opened = await timed(async () => {
      const fresh = await openStore(dir)
      const found = readStoredCase(fresh, id)
      fresh.close()
      return found
    })
    if (opened.value === null) throw new Error('a case that was imported is not there')
    opens.push(opened.ms)
  }
  store.close()
  return { save_ms: median(saves), open_case_ms: median(opens) }
}

/** All that is measured with files, in a folder of its own that is removed afterwards. */
export async function imports(
  cases: number,
  rounds: number,
  inWindow: (profile: string) => Promise<WindowLines>,
): Promise<{ import: ImportLine; save_ms: number; open_case_ms: number } & WindowLines> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-'))
  const options: DemoOptions = { cases, seed: 'bench', purpose: 'training', now: new Date() }
  try {
    const middle = await importUnit(folder, options, Math.min(MIDDLE, Math.round(cases * SHARE)))
    const cost = await saveAndOpen(folder, middle.dir, rounds)
    const large = await importUnit(folder, options, Math.min(LARGE, Math.round(cases * SHARE)) + 1)
    const [verifies, compares, raws]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      const store = await openStore(large.dir)
      const { verify_ms: verify, compare_ms: compare } = await verifyAlone(
        large.path,
        layoutOf(large.dir),
        large.registry,
        store,
      )
      store.close()
      verifies.push(verify)
      compares.push(compare)
      raws.push(await rawInsert(large.dir))
    }
    const nation = await importFolder(folder, options)
    const line: ImportLine = {
      unit_ms: median([large.ms]),
      unit_rows: large.rows,
      verify_ms: median(verifies),
      compare_ms: median(compares),
      raw_insert_ms: median(raws),
      rows_per_second: Math.round(large.rows / (median(verifies) / 1000)),
      folder_ms: median([nation.ms]),
      folder_files: nation.files,
      peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    }
    return { import: line, ...cost, ...(await inWindow(join(folder, PROFILE))) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
