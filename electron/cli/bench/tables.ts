/** The bench's reports as tables for people; every number is one of the JSON. */
import { startTarget, type BenchReport, type GrowthReport } from './types'

const times = (ratio: number | null) => (ratio === null ? '' : `${ratio}×`)

const row = (...cells: (string | number | null)[]) => cells.map((cell) => String(cell ?? '–').padStart(15)).join('')

const GROWN = [
  ['cases', 'join_ms', 'file_mb', 'open_ms', 'first_redraw_ms', 'redraw_ms', 'page_ms', 'columns_mb', 'peak_rss_mb'],
  ['cases', 'archive_ms', 'archived_cases', 'archived_columns_mb', 'archived_redraw_ms', 'return_ms', 'largest_unit'],
] as const // prettier-ignore

export function growthTable({
  growth: grown,
  case_bytes: bytes,
  ceilings,
  refused_above: limit,
}: GrowthReport): string[] {
  return [
    ...GROWN.flatMap((names) => [
      names.map((name) => name.padStart(20)).join(''),
      ...grown.map((line) => names.map((name) => String(line[name]).padStart(20)).join('')),
    ]),
    `one case more: ${bytes.store} bytes in its unit's store, ${bytes.evidence} bytes in its export`,
    ...ceilings.map(({ of, cases }, i) => `${i === 0 ? 'first ceiling' : 'then'}: ${of}, at about ${cases} cases`),
    `imports are refused above ${limit} cases`,
  ]
}

/** With what is to be reached, where something is. */
function importLines({ import: loaded, save_ms: save, open_case_ms: open, targets }: BenchReport): string[] {
  const { raw_insert_ms: raw, next_raw_insert_ms: rawNext } = loaded
  const share = `≤ ${targets.verify_compare_share}×`
  return [
    row('import', 'ms', 'raw sql.js', 'ratio', 'target'),
    row(`${loaded.unit_rows} rows`, loaded.unit_ms, `${loaded.unit_cases} cases`, `${loaded.unit_events} events`),
    row('verify', loaded.verify_ms, raw, times(loaded.verify_share)),
    row('and compare', loaded.verify_compare_ms, raw, times(loaded.verify_compare_share), share),
    row('next export', loaded.next_verify_compare_ms, rawNext, times(loaded.next_share), share, `${loaded.next_changed} of ${loaded.next_rows} rows not as before`), // prettier-ignore
    row('rows/s', loaded.rows_per_second, loaded.raw_rows_per_second),
    row(`${loaded.folder_files} files`, loaded.folder_ms, `${loaded.folder_cases} cases`, '', `≤ ${targets.folder_ms}`),
    row('cores busy', loaded.cores_busy, '', '', String(targets.cores_busy)),
    row('peak MB', loaded.peak_rss_mb, '', '', `< ${targets.peak_rss_mb}`),
    row('save', save, '', '', `≤ ${targets.save_ms}`),
    row('open case', open, '', '', `≤ ${targets.open_case_ms}`),
  ]
}

function windowLines({
  window_import: imported,
  start: { pantau_ms: ours, empty_ms: empty },
  repaint_median_ms: repaint,
  repaint_p95_ms: late,
  repaint_whole_p95_ms: whole,
  pdf_ms: pdf,
  pdf_pages: pages,
  memory_mb: memory,
  targets,
}: BenchReport): string[] {
  const ratio = ours === null || empty === null ? null : Math.round((ours / empty) * 100) / 100
  return [
    row('window', 'ms', '', 'ratio', 'target'),
    ...(imported === null
      ? []
      : [
          row('import', imported.ms, '', '', `≤ ${targets.folder_ms}`),
          row('peak MB', imported.peak_mb, '', '', `< ${targets.peak_rss_mb}`),
          row('page task', imported.page_longest_ms, `${imported.page_over_100_ms} longer`, '', `≤ ${targets.task_ms}`),
          row('main task', imported.main_longest_ms, `${imported.main_latest_ms} late`, '', `≤ ${targets.task_ms}`),
        ]),
    row('start', ours, '', times(ratio), empty === null ? '' : `≤ ${startTarget(empty)}`),
    row('empty window', empty),
    row('repaint', repaint),
    row('repaint p95', late, '', '', `≤ ${targets.repaint_p95_ms}`),
    row('whole page p95', whole),
    row(`PDF, ${pages ?? '?'} pages`, pdf),
    ...Object.entries(memory ?? {}).map(([name, megabytes]) => row(`${name} MB`, megabytes)),
    row('together MB', memory && Object.values(memory).reduce((sum, megabytes) => sum + megabytes, 0)),
  ]
}

/** With the window's lines where there was one. */
export function benchTable(report: BenchReport): string[] {
  const { polda } = report
  return [
    `${report.machine}; ${report.cases} cases, ${report.rounds} rounds, medians in ms`,
    row('redraw', 'pantau', 'duckdb', '', 'better-sqlite3', '', 'sql.js', '', 'equal'),
    ...report.redraw.map((line) =>
      row(line.filter, line.pantau_ms, line.duckdb_ms, times(line.duckdb_ratio), line.better_sqlite3_ms, times(line.better_sqlite3_ratio), line.sql_js_ms, times(line.sql_js_ratio), String(line.equal)),
    ),
    `each of ${polda.count} Polda by itself: median ${polda.median_ms} ms, the largest (${polda.largest.unit}, ${polda.largest.cases} cases) ${polda.largest.ms} ms, the slowest (${polda.slowest.unit}, ${polda.slowest.cases} cases) ${polda.slowest.ms} ms`,
    row('page of 50', 'offset', 'ms'),
    ...report.page.map(({ sort, offset, ms }) => row(sort, offset, ms)),
    ...importLines(report),
    ...(report.start.pantau_ms === null ? [] : windowLines(report)),
  ] // prettier-ignore
}
