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

export interface GrowthLine {
  cases: number
  /** joining the units' segments */
  build_ms: number
  file_mb: number
  /** reading the kept index and its seal */
  open_ms: number
  /** the first redraw of a fresh process, with all that is derived once */
  first_redraw_ms: number
  redraw_ms: number
  /** page of 50 sorted by age at offset 100,000 */
  page_ms: number
  /** index and everything derived from it */
  columns_mb: number
  /** while the index was being made from its segments, too */
  peak_rss_mb: number
}
export interface GrowthReport {
  growth: GrowthLine[]
  /** the first limit of the runtime that a larger nation would meet */
  ceiling: { cases: number; of: string }
  /** cases from which an import is refused, well before it */
  refused_above: number
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
