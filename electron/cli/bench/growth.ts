/** What grows with the number of cases: time and memory of the nation's index, measured in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readSealed, sealed } from '../../engine/archive/sealed'
import { CAPACITY } from '../../engine/capacity'
import { decodeIndex, encodeIndex } from '../../engine/columns/indexCodec'
import { buildIndex } from '../../engine/columns/nation'
import { runQuery } from '../../engine/analytics/run'
import { pantauCells } from './cells'
import { filtersOf } from './filters'
import { benchPlan, benchRegistry, benchSegments, nationOf } from './nation'
import { median, timed, type GrowthLine, type GrowthReport } from './types'

const SIZES = [100_000, 1_000_000, 2_000_000, 5_000_000] as const
const ROUNDS = 5
const WARM = 3
const MEGABYTE = 2 ** 20
/** A file is read and written in one piece up to this size: what the nation's columns reach first. */
const FILE_LIMIT = 2 ** 31
const FAR = 100_000

/** One size, in this process. */
export async function growthOf(cases: number): Promise<GrowthLine> {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-growth-'))
  try {
    const path = join(folder, 'nation')
    const build_ms = await made(cases, path)
    return { cases, build_ms, file_mb: Math.round(statSync(path).size / MEGABYTE), ...(await measured(cases, path)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes the index as the engine keeps it; gives how long joining the segments took. */
async function made(cases: number, path: string): Promise<number> {
  const plan = benchPlan(cases)
  const segments = benchSegments(plan)
  const { value: index, ms } = await timed(() => buildIndex(segments, benchRegistry(plan).units))
  writeFileSync(path, '')
  for (const part of sealed(encodeIndex(index))) writeFileSync(path, part, { flag: 'a' })
  return median([ms])
}

async function measured(cases: number, path: string): Promise<Omit<GrowthLine, 'cases' | 'build_ms' | 'file_mb'>> {
  const opened = await timed(() => {
    const bytes = readSealed(path)
    const index = bytes && decodeIndex(bytes)
    if (!index) throw new Error('the index that was written cannot be read')
    return index
  })
  const plan = benchPlan(cases)
  const { context } = nationOf(plan, benchRegistry(plan), opened.value)
  const filter = (round: number) => filtersOf(round, context.registry).all
  const first = await timed(() => pantauCells(context, filter(0)))
  const [redraws, pages]: [number[], number[]] = [[], []]
  for (let round = 1; round <= ROUNDS + WARM; round++) {
    const redraw = await timed(() => pantauCells(context, filter(round)))
    const offset = Math.min(FAR, cases - 50)
    const page = await timed(() =>
      runQuery('cases.page', { ...filter(round), sort: 'age', offset, limit: 50 }, context),
    )
    if (round > WARM) redraws.push(redraw.ms)
    if (round > WARM) pages.push(page.ms)
  }
  // The columns and what is derived from them; making them took more, and that process would have ended.
  globalThis.gc?.()
  return {
    open_ms: median([opened.ms]),
    first_redraw_ms: median([first.ms]),
    redraw_ms: median(redraws),
    page_ms: median(pages),
    columns_mb: Math.round(process.memoryUsage().arrayBuffers / MEGABYTE),
    peak_rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

/** Every size in a process of its own, one after the other. `say` hears of each before it begins. */
export function growth(say: (cases: number) => void): GrowthReport {
  const lines = SIZES.map((cases): GrowthLine => {
    say(cases)
    const args = ['--expose-gc', process.argv[1] as string, 'bench', '--growth', '--cases', String(cases), '--json']
    return (JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as GrowthReport).growth[0] as GrowthLine // prettier-ignore
  })
  return growthReport(lines)
}

export function growthReport(lines: GrowthLine[]): GrowthReport {
  const last = lines.at(-1) as GrowthLine
  const most = Math.floor((FILE_LIMIT / (last.file_mb * MEGABYTE)) * last.cases)
  return { growth: lines, ceiling: { cases: most, of: 'index file, 2 GiB' }, refused_above: CAPACITY.cases }
}
