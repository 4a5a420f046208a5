/** The bench's reports as tables for people; every number is one of the JSON. */
import type { BenchReport, GrowthReport } from './types'

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

/** With the window's lines where there was one. */
export function benchTable(report: BenchReport): string[] {
  const { import: loaded, polda } = report
  return [
    `${report.machine}; ${report.cases} cases, ${report.rounds} rounds, medians in ms`,
    row('redraw', 'pantau', 'duckdb', '', 'better-sqlite3', '', 'sql.js', '', 'equal'),
    ...report.redraw.map((line) =>
      row(line.filter, line.pantau_ms, line.duckdb_ms, times(line.duckdb_ratio), line.better_sqlite3_ms, times(line.better_sqlite3_ratio), line.sql_js_ms, times(line.sql_js_ratio), String(line.equal)),
    ),
    `each of ${polda.count} Polda by itself: median ${polda.median_ms} ms, the largest (${polda.largest.unit}, ${polda.largest.cases} cases) ${polda.largest.ms} ms, the slowest (${polda.slowest.unit}, ${polda.slowest.cases} cases) ${polda.slowest.ms} ms`,
    row('page of 50', 'offset', 'ms'),
    ...report.page.map(({ sort, offset, ms }) => row(sort, offset, ms)),
    row('import', 'ms'),
    row(`${loaded.unit_rows} rows`, loaded.unit_ms),
    row('verify', loaded.verify_ms),
    row('compare', loaded.compare_ms),
    row('raw sql.js', loaded.raw_insert_ms, times(loaded.raw_insert_ratio)),
    row('rows/s', loaded.rows_per_second),
    row(`${loaded.folder_files} files`, loaded.folder_ms),
    row('peak MB', loaded.peak_rss_mb),
    row('save', report.save_ms),
    row('open case', report.open_case_ms),
    ...(report.start.pantau_ms === null ? [] : windowLines(report)),
  ] // prettier-ignore
}
