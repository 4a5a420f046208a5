import { ok } from '../../../shared/contract/result'
import { usage } from '../args'
import { bench as measure } from '../bench'
import type { BenchReport } from '../bench/types'
import type { Command } from '../command'

const DEFAULT_CASES = '100000'
const LEAST_CASES = 1000

/** Measures the analytics beside the peers that are installed; fails when any cell differs. */
export const bench: Command = {
  name: 'bench',
  usage: ['bench [--cases N]'],
  options: { cases: { type: 'string' } },
  run: async ({ option, positionals, t, note, progress }) => {
    const count = option('cases') ?? DEFAULT_CASES
    if (positionals.length > 0) return usage(bench.usage[0]!)
    if (!/^[1-9]\d{0,7}$/.test(count) || Number(count) < LEAST_CASES) return usage(`--cases N, N ≥ ${LEAST_CASES}`)
    const report = await measure(Number(count), {
      step: (name) => progress(t(`cli.bench.${name}`)),
      differs: (line) => note(t('cli.bench.differs', { line })),
      missing: (command) => note(t('cli.bench.missing', { command })),
    })
    note(t('cli.bench.window'))
    return ok({ json: report, text: lines(report), failed: report.redraw.some(({ equal }) => !equal) })
  },
}

const times = (theirs: number | null, ours: number) =>
  theirs === null ? '' : `${Math.round((10 * theirs) / ours) / 10}×`

/** A table for people; the numbers are those of the JSON. */
function lines(report: BenchReport): string[] {
  const row = (...cells: (string | number | null)[]) => cells.map((cell) => String(cell ?? '–').padStart(15)).join('')
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
    row('raw sql.js', loaded.raw_insert_ms),
    row(`${loaded.folder_files} files`, loaded.folder_ms),
    row('peak MB', loaded.peak_rss_mb),
    row('save', report.save_ms),
    row('open case', report.open_case_ms),
  ] // prettier-ignore
}
