/** Imports through the real intake, into workspaces that are thrown away. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeWhole } from '../../engine/archive/files'
import { layoutOf } from '../../engine/archive/layout'
import type { DemoOptions } from '../../engine/demo'
import { readStoredCase } from '../../engine/queries/caseDetail'
import { importFolder, makeFolder, type BenchFolder } from './folder'
import { median, shareOf, timed, type ImportLine, type UnitLine, type WindowLines } from './types'
import { UNIT, benchUnit, type BenchUnit } from './units'
import { rawInsert, verifyAlone, verifyAndCompare } from './verify'
import { openStore, valueOf, withWorkspace } from './workspace'

/** Cases of the large unit and of the one that is saved and opened; a bench of few cases takes less of both. */
const LARGE = 40_000
const MIDDLE = 1850
const FULL_SIZE_FROM = 10_000
const SHARE = 0.4
/** Least events a case beside the demo nation’s own 3.7: 345,000 in the large unit, 14,800 in the other. */
const MORE_EVENTS = { large: 4.43, middle: 3.8 }
/** Of the large unit: half a second each. */
const UNIT_ROUNDS = 5

/** ms to import the unit's first export by one thread into `dir`. */
export async function importUnit(dir: string, unit: BenchUnit): Promise<number> {
  const { value, ms } = await withWorkspace(dir, 0, unit, (engine) =>
    timed(async () => valueOf(await engine.importPaths([unit.first.path]))),
  )
  if (value.accepted + value.accepted_with_flags !== 1) throw new Error('the unit was not accepted')
  return ms
}

async function largeUnit(dir: string, unit: BenchUnit): Promise<UnitLine> {
  const unit_ms = await importUnit(dir, unit)
  const { first, next, registry } = unit
  const layout = layoutOf(dir)
  const times = { verify: [] as number[], same: [] as number[], next: [] as number[], raw: [] as number[], rawNext: [] as number[] } // prettier-ignore
  let changed = 0
  for (let round = 0; round < UNIT_ROUNDS; round++) {
    const store = await openStore(dir, UNIT)
    times.verify.push(await verifyAlone(first.path, layout, registry))
    times.same.push((await verifyAndCompare(first.path, layout, registry, store)).ms)
    times.raw.push(await rawInsert(first.path, layout, registry))
    const after = await verifyAndCompare(next.path, layout, registry, store)
    changed = after.changed
    times.next.push(after.ms)
    times.rawNext.push(await rawInsert(next.path, layout, registry))
    store.close()
  }
  const [verify_ms, verify_compare_ms, raw_insert_ms] = [median(times.verify), median(times.same), median(times.raw)]
  const [next_verify_compare_ms, next_raw_insert_ms] = [median(times.next), median(times.rawNext)]
  return {
    unit_ms: median([unit_ms]),
    unit_rows: first.rows,
    unit_cases: first.cases,
    unit_events: first.events,
    verify_ms,
    verify_compare_ms,
    raw_insert_ms,
    next_rows: next.rows,
    next_changed: changed,
    next_verify_compare_ms,
    next_raw_insert_ms,
    rows_per_second: Math.round(first.rows / (verify_ms / 1000)),
    raw_rows_per_second: Math.round(first.rows / (raw_insert_ms / 1000)),
    verify_share: shareOf(verify_ms, raw_insert_ms),
    verify_compare_share: shareOf(verify_compare_ms, raw_insert_ms),
    next_share: shareOf(next_verify_compare_ms, next_raw_insert_ms),
  }
}

async function saveAndOpen(
  folder: string,
  dir: string,
  rounds: number,
): Promise<{ save_ms: number; open_case_ms: number }> {
  const store = await openStore(dir, UNIT)
  const ids = store.database.prepare('SELECT case_id FROM cases').all().map(([id]) => String(id)) // prettier-ignore
  const [saves, opens]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    saves.push((await timed(() => writeWhole(join(folder, 'saved.sqlite'), store.bytes()))).ms)
    const id = ids[(round * 7919) % ids.length] as string
    const opened = await timed(async () => {
      const fresh = await openStore(dir, UNIT)
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

/** The console's folder in which the nation is imported, so that a window can open it. */
const PROFILE = 'profile'

/** All that is measured with files, in a folder of its own that is removed afterwards. */
export async function imports(
  cases: number,
  rounds: number,
  inWindow: (profile: string, folder: BenchFolder) => Promise<WindowLines>,
): Promise<{ import: ImportLine; save_ms: number; open_case_ms: number } & WindowLines> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-bench-'))
  const options: DemoOptions = { cases, seed: 'bench', purpose: 'training', now: new Date() }
  const sized = (full: number) => (cases < FULL_SIZE_FROM ? Math.min(full, Math.round(cases * SHARE)) : full)
  try {
    const made = makeFolder(folder, options)
    const nation = await importFolder(made, join(folder, PROFILE, 'workspace'))
    const middle = join(folder, 'middle')
    await importUnit(middle, await benchUnit(folder, options, sized(MIDDLE), MORE_EVENTS.middle))
    const cost = await saveAndOpen(folder, middle, rounds)
    const large = await benchUnit(folder, options, sized(LARGE) + 1, MORE_EVENTS.large)
    const line: ImportLine = {
      ...(await largeUnit(join(folder, 'large'), large)),
      folder_ms: median([nation.ms]),
      folder_files: made.files,
      folder_cases: made.cases,
      folder_cpu_ms: nation.cpu_ms,
      cores_busy: nation.cpu_ms === null ? null : shareOf(nation.cpu_ms, nation.ms),
      peak_rss_mb: nation.peak_mb,
    }
    return { import: line, ...cost, ...(await inWindow(join(folder, PROFILE), made)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
