/** What grows with the number of cases: time and memory of the nation's columns, measured in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Filter } from '../../../shared/domain/filter'
import { layoutOf, type Layout } from '../../engine/archive/layout'
import { writeSegment } from '../../engine/archive/segments'
import type { DemoPlan } from '../../engine/demo'
import { Nation, type KeptUnit } from '../../engine/nation'
import type { RegistryModel } from '../../engine/registry/model'
import { runQuery } from '../../engine/analytics/run'
import type { QueryContext } from '../../engine/analytics/context'
import { pantauCells } from './cells'
import { collect } from './collect'
import { filtersOf } from './filters'
import { SECOND_YEAR, benchPlan, benchRegistry, ledgerOf, nationOf, segmentOf } from './nation'
import { median, timed, type GrowthLine } from './types'

const SIZES = [100_000, 1_000_000, 2_000_000, 5_000_000] as const
const ROUNDS = 5
const WARM = 3
const MEGABYTE = 2 ** 20
/** Turns in which garbage is collected at most, and how many without any mean that there is none. */
const TURNS = 40
const SAME = 6
const FAR = 100_000
const NO_STORE = '0'.repeat(64)

/** One size, in this process. The engine's own picture of the nation in a folder that is thrown away; no stores, no evidence. */
export async function growthOf(cases: number): Promise<GrowthLine> {
  const layout = layoutOf(mkdtempSync(join(tmpdir(), 'pantau-growth-')))
  try {
    const plan = benchPlan(cases)
    const registry = benchRegistry(plan)
    const join_ms = await written(layout, plan, registry)
    const file_mb = megabytes(statSync(layout.nation).size)
    const largest_unit = Math.max(...plan.reporting.map((desk) => desk.cases))
    return { cases, join_ms, file_mb, largest_unit, ...(await measured(layout, plan, registry)) }
  } finally {
    rmSync(layout.root, { recursive: true, force: true })
  }
}

/** Segments and their joined picture as imports leave them behind. @returns ms to join and save them */
async function written(layout: Layout, plan: DemoPlan, registry: RegistryModel): Promise<number> {
  mkdirSync(layout.columns, { recursive: true })
  mkdirSync(layout.library)
  plan.reporting.forEach((desk, at) => {
    writeFileSync(layout.storeFile(desk.unit.code), '')
    writeSegment(layout, desk.unit.code, segmentOf(desk, at), NO_STORE)
  })
  const nation = new Nation(layout)
  for (const { unit, exports } of ledgerOf(plan)) {
    nation.units.set(unit, { fingerprint: '', ledger: exports as unknown as KeptUnit['ledger'] })
  }
  return median([(await timed(() => nation.join(registry, true))).ms])
}

type Measured = Omit<GrowthLine, 'cases' | 'join_ms' | 'file_mb' | 'largest_unit'>

async function measured(layout: Layout, plan: DemoPlan, registry: RegistryModel): Promise<Measured> {
  const nation = new Nation(layout)
  const opened = await timed(() => nation.load(registry))
  if (!opened.value) throw new Error('the picture that was saved cannot be read')
  const whole = await asked(nationOf(plan, registry, nation.index).context, (round) => filtersOf(round, registry).all)
  const peak_rss_mb = Math.round(process.resourceUsage().maxRSS / 1024)

  nation.archivedBefore = SECOND_YEAR
  const archived = await timed(() => nation.join(registry, true))
  const rest = await asked(nationOf(plan, registry, nation.index).context, (round) => ({ ...filtersOf(round, registry).all, from: SECOND_YEAR })) // prettier-ignore
  const archived_cases = nation.archivedCases

  nation.archivedBefore = null
  const returned = await timed(() => nation.join(registry, true))
  return {
    open_ms: median([opened.ms]),
    ...whole,
    peak_rss_mb,
    archive_ms: median([archived.ms]),
    archived_cases,
    archived_columns_mb: rest.columns_mb,
    archived_redraw_ms: rest.redraw_ms,
    return_ms: median([returned.ms]),
  }
}

type Asked = Pick<GrowthLine, 'first_redraw_ms' | 'redraw_ms' | 'page_ms' | 'columns_mb'>

/** A first redraw with all that is derived once, later ones, pages from far behind, and what is held of all that. */
async function asked(context: QueryContext, filterOf: (round: number) => Filter): Promise<Asked> {
  const { rows } = context.index.cases
  const first = await timed(() => pantauCells(context, filterOf(0)))
  const [redraws, pages]: [number[], number[]] = [[], []]
  for (let round = 1; round <= ROUNDS + WARM; round++) {
    const redraw = await timed(() => pantauCells(context, filterOf(round)))
    const query = { ...filterOf(round), sort: 'age', offset: Math.max(0, Math.min(FAR, rows - 50)), limit: 50 } as const
    const page = await timed(() => runQuery('cases.page', query, context))
    if (round > WARM) redraws.push(redraw.ms)
    if (round > WARM) pages.push(page.ms)
  }
  const columns_mb = await held()
  // Still wanted: what is measured is not garbage yet.
  runQuery('overview.totals', filterOf(0), context)
  return { first_redraw_ms: median([first.ms]), redraw_ms: median(redraws), page_ms: median(pages), columns_mb }
}

const megabytes = (bytes: number) => Math.round(bytes / MEGABYTE)

/** MB of the columns and what is derived from them. Arrays are given back some turns after they were found to be garbage. */
async function held(): Promise<number> {
  let [least, same] = [Infinity, 0]
  for (let turn = 0; turn < TURNS && same < SAME; turn++) {
    collect('major')
    await pause(50)
    const now = process.memoryUsage().arrayBuffers
    same = now < least ? 0 : same + 1
    least = Math.min(least, now)
  }
  return megabytes(least)
}

/** Every size in a process of its own, one after the other. `say` hears of each before it begins. */
export function growthLines(say: (cases: number) => void): GrowthLine[] {
  return SIZES.map((cases) => {
    say(cases)
    const args = [process.argv[1] as string, 'bench', '--growth', '--size', String(cases), '--json']
    return JSON.parse(
      execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
    ) as GrowthLine
  })
}
