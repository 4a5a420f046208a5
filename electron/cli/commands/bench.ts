import { ok } from '../../../shared/contract/result'
import { usage } from '../args'
import { bench as measure } from '../bench'
import { growth, growthOf, growthReport } from '../bench/growth'
import type { BenchReport, GrowthReport } from '../bench/types'
import type { Command } from '../command'

const DEFAULT_CASES = '100000'
const LEAST_CASES = 1000

/** Measures the analytics beside the peers that are installed; fails when any cell differs. */
export const bench: Command = {
  name: 'bench',
  usage: ['bench [--cases N] [--window]', 'bench --growth [--cases N]'],
  options: { cases: { type: 'string' }, growth: { type: 'boolean' }, window: { type: 'boolean' } },
  run: async ({ option, flag, positionals, t, note, progress }) => {
    const count = option('cases') ?? DEFAULT_CASES
    if (positionals.length > 0) return usage(bench.usage[0]!)
    if (!/^[1-9]\d{0,7}$/.test(count) || Number(count) < LEAST_CASES) return usage(`--cases N, N ≥ ${LEAST_CASES}`)
    if (flag('growth')) {
      const say = (cases: number) => progress(t('cli.bench.growth', { count: cases }))
      const grown = option('cases') === undefined ? growth(say) : growthReport([await growthOf(Number(count))])
      return ok({ json: grown, text: growthLines(grown) })
    }
    const report = await measure(Number(count), flag('window'), {
      step: (name) => progress(t(`cli.bench.${name}`)),
      differs: (line) => note(t('cli.bench.differs', { line })),
      missing: (command) => note(t('cli.bench.missing', { command })),
    })
    if (!flag('window')) note(t('cli.bench.noWindow'))
    return ok({ json: report, text: lines(report), failed: report.redraw.some(({ equal }) => !equal) })
  },
}

const times = (theirs: number | null, ours: number) =>
  theirs === null ? '' : `${Math.round((10 * theirs) / ours) / 10}×`

const row = (...cells: (string | number | null)[]) => cells.map((cell) => String(cell ?? '–').padStart(15)).join('')

function growthLines({ growth: grown, ceiling, refused_above: limit }: GrowthReport): string[] {
  const names = ['cases', 'build_ms', 'file_mb', 'open_ms', 'first_redraw_ms', 'redraw_ms', 'page_ms', 'columns_mb', 'peak_rss_mb'] as const // prettier-ignore
  return [
    row(...names),
    ...grown.map((line) => row(...names.map((name) => line[name]))),
    `first ceiling: ${ceiling.of}, at about ${ceiling.cases} cases; imports are refused above ${limit}`,
  ]
}

function windowLines({
  start,
  repaint_p95_ms: repaint,
  pdf_ms: pdf,
  pdf_pages: pages,
  memory_mb: memory,
}: BenchReport): string[] {
  return [
    row('window', 'ms'),
    row('start', start.pantau_ms),
    row('empty window', start.empty_ms),
    row('repaint p95', repaint),
    row(`PDF, ${pages ?? '?'} pages`, pdf),
    ...Object.entries(memory ?? {}).map(([name, megabytes]) => row(`${name} MB`, megabytes)),
  ]
}

/** A table for people; the numbers are those of the JSON. */
function lines(report: BenchReport): string[] {
  const { import: loaded } = report
  return [
    `${report.machine}; ${report.cases} cases, ${report.rounds} rounds, medians in ms`,
    row('redraw', 'pantau', 'duckdb', '', 'better-sqlite3', '', 'sql.js', '', 'equal'),
    ...report.redraw.map(({ filter, pantau_ms: ours, duckdb_ms: duck, better_sqlite3_ms: better, sql_js_ms: wasm, equal }) =>
      row(filter, ours, duck, times(duck, ours), better, times(better, ours), wasm, times(wasm, ours), String(equal)),
    ),
    row('page of 50', 'offset', 'ms'),
    ...report.page.map(({ sort, offset, ms }) => row(sort, offset, ms)),
    row('import', 'ms'),
    row(`${loaded.unit_rows} rows`, loaded.unit_ms),
    row('verify', loaded.verify_ms),
    row('compare', loaded.compare_ms),
    row('raw sql.js', loaded.raw_insert_ms, times(loaded.raw_insert_ms, loaded.verify_ms + loaded.compare_ms)),
    row('rows/s', loaded.rows_per_second),
    row(`${loaded.folder_files} files`, loaded.folder_ms),
    row('peak MB', loaded.peak_rss_mb),
    row('save', report.save_ms),
    row('open case', report.open_case_ms),
    ...(report.start.pantau_ms === null ? [] : windowLines(report)),
  ] // prettier-ignore
}
