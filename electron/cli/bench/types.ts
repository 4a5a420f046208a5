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
  /** how many times as long a peer takes */
  duckdb_ratio: number | null
  better_sqlite3_ratio: number | null
  sql_js_ratio: number | null
  /** every peer gave the same cells in every round */
  equal: boolean
}
/** The same for every Polda by itself, ours alone: one is much larger than another. */
export interface PoldaLine {
  count: number
  median_ms: number
  slowest: { unit: string; cases: number; ms: number }
  largest: { unit: string; cases: number; ms: number }
}
export interface PageLine {
  sort: string
  offset: number
  ms: number
}
export interface UnitLine {
  /** the whole import of one unit, from the file to the saved store and its columns */
  unit_ms: number
  unit_rows: number
  unit_cases: number
  unit_events: number
  /** of it: copy, hashes, signature, CSV and every rule */
  verify_ms: number
  /** the same and the comparison, of the same rows again */
  verify_compare_ms: number
  /** the same rows into five tables without keys or indexes, by sql.js as it comes */
  raw_insert_ms: number
  /** the unit's export three months later: its rows, how many of them are not as they were, verification and comparison, the insert */
  next_rows: number
  next_changed: number
  next_verify_compare_ms: number
  next_raw_insert_ms: number
  /** verified, and inserted */
  rows_per_second: number
  raw_rows_per_second: number
  /** how many times as long as the insert of the same rows: verification, with the comparison, of the next export */
  verify_share: number
  verify_compare_share: number
  next_share: number
}
export interface ImportLine extends UnitLine {
  folder_ms: number
  folder_files: number
  folder_cases: number
  /** processor time of all threads, and memory of all processes at most; null where that cannot be told */
  folder_cpu_ms: number | null
  cores_busy: number | null
  peak_rss_mb: number | null
}
/** A folder imported while a window is open. */
export interface WindowImport {
  ms: number
  /** of all processes of the console: memory at most, MB, and processor time; null where that cannot be told */
  peak_mb: number | null
  cpu_ms: number | null
  /** the longest task of the page, and how many were over 100 ms */
  page_longest_ms: number
  page_over_100_ms: number
  /** the longest that the main process worked without coming back, and that a timer of its came late for whatever reason */
  main_longest_ms: number
  main_latest_ms: number
}
/** What only a window can show; all null without one. */
export interface WindowLines {
  /** the folder of the nation, imported by the button of the room Data */
  window_import: WindowImport | null
  /** from the program's start to the painted overview; an empty window of the same Electron beside it */
  start: { pantau_ms: number | null; empty_ms: number | null }
  /** from a change of the filter to the painted screen: every figure in sight has its new answer */
  repaint_median_ms: number | null
  repaint_p95_ms: number | null
  /** the same of the whole page */
  repaint_whole_p95_ms: number | null
  /** a report saved as PDF, and its pages */
  pdf_ms: number | null
  pdf_pages: number | null
  /** resident memory of each process after all that, in MB */
  memory_mb: Record<string, number> | null
}
export const NO_WINDOW: WindowLines = {
  window_import: null,
  start: { pantau_ms: null, empty_ms: null },
  repaint_median_ms: null,
  repaint_p95_ms: null,
  repaint_whole_p95_ms: null,
  pdf_ms: null,
  pdf_pages: null,
  memory_mb: null,
}
/** What is to be reached on two cores. */
export const TARGETS = {
  verify_compare_share: 1,
  folder_ms: 120_000,
  cores_busy: 2,
  peak_rss_mb: 2048,
  save_ms: 15,
  open_case_ms: 10,
  task_ms: 100,
  repaint_p95_ms: 150,
} as const
/** ms that a start may take beside an empty window of the same run. */
export const startTarget = (emptyMs: number): number => Math.round(1.5 * emptyMs + 500)

export interface BenchReport extends WindowLines {
  targets: typeof TARGETS
  cases: number
  rounds: number
  machine: string
  redraw: RedrawLine[]
  polda: PoldaLine
  page: PageLine[]
  /** `raw_insert_ratio`: the plain insert beside verification and comparison together, in tenths */
  import: ImportLine & { raw_insert_ratio: number }
  save_ms: number
  open_case_ms: number
}

export interface GrowthLine {
  cases: number
  /** joining the units' segments from the disk, and saving the picture */
  join_ms: number
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
  /** while the index was being joined from its segments, too */
  peak_rss_mb: number
  /** cases of the largest unit */
  largest_unit: number
  /** the first of the two years archived: how long it takes, what leaves, and what the columns take then */
  archive_ms: number
  archived_cases: number
  archived_columns_mb: number
  archived_redraw_ms: number
  /** the year brought back */
  return_ms: number
}
/** What one more case takes on the disk, with its events; measured on one unit that is imported at two sizes. */
export interface CaseBytes {
  /** in its unit's store, which sql.js holds in memory while it is open */
  store: number
  /** in the export that brought it */
  evidence: number
}
export interface Ceiling {
  /** cases of the nation at which it is met, in the proportions of the largest size measured */
  cases: number
  of: string
}
export interface GrowthReport {
  growth: GrowthLine[]
  case_bytes: CaseBytes
  /** the first limit that a larger nation would meet, and all of them in order */
  ceiling: Ceiling
  ceilings: Ceiling[]
  /** cases from which an import is refused, well before it */
  refused_above: number
}

/** Middle of some times, rounded to hundredths of a millisecond. */
export function median(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? NaN
  return Math.round(middle * 100) / 100
}

/** How many times as long as `ours`, in tenths. */
export const ratio = (theirs: number, ours: number): number => Math.round((10 * theirs) / ours) / 10

/** How many times as much as `theirs`, in hundredths. */
export const shareOf = (ours: number, theirs: number): number => Math.round((100 * ours) / theirs) / 100

export async function timed<T>(work: () => T | Promise<T>): Promise<{ value: Awaited<T>; ms: number }> {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}
