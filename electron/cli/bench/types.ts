/** What the bench reports (the command line's specification), and how it measures. */

/** The filters of the overview that are measured. */
export const FILTERS = ['all', 'year', 'cells', 'polda', 'polres', 'combo', 'rare'] as const
export type FilterName = (typeof FILTERS)[number]

export interface RedrawLine {
  filter: FilterName
  pantau_ms: number
  /** null: the peer is not installed */
  duckdb_ms: number | null
  better_sqlite3_ms: number | null
  sql_js_ms: number | null
  /** every peer gave the same cells in every round */
  equal: boolean
}
export interface PageLine {
  sort: string
  offset: number
  ms: number
}
export interface ImportLine {
  unit_ms: number
  unit_rows: number
  raw_insert_ms: number
  folder_ms: number
  folder_files: number
  peak_rss_mb: number
}
export interface BenchReport {
  cases: number
  rounds: number
  machine: string
  redraw: RedrawLine[]
  page: PageLine[]
  import: ImportLine
  save_ms: number
  open_case_ms: number
  /** measured in a window only: null on plain Node */
  start: { pantau_ms: number | null; empty_ms: number | null }
  repaint_p95_ms: number | null
  pdf_ms: number | null
}

/** Middle of some times, rounded to hundredths of a millisecond. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return Math.round(middle * 100) / 100
}

export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: Awaited<T>; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}
