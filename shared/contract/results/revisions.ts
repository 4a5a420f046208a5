/** What units changed afterwards in what they had reported. */

/** One column of the triangle: an accepted export. */
export interface RevisionExport {
  sequence: number
  period_to: string
  coverage_from: string
  /** ISO 8601, by this console's clock */
  imported_at: string
  cases: number
}
/** Rows month of receipt, columns export: a unit that reports steadily stops changing a month once it is over. */
export interface RevisionTriangle {
  unit: string
  name: string
  /** accepted ones, by sequence */
  exports: RevisionExport[]
  /** `counts[i]` = cases received in the month as export i held them; null = the export does not reach or cover the month */
  months: { month: string; counts: (number | null)[] }[]
  /** counts that differ from the export before, among months that were over when that one was made */
  changed_cells: number
  compared_cells: number
}

/**
 * Changed ÷ comparable fields of cases held in two accepted exports that follow one another. Comparable: I and F columns,
 * and S columns that had been set; changed: another value though nothing allows it, declared as a correction or not.
 */
export interface RevisionCounts {
  /** accepted exports, and pairs of them that were compared */
  exports: number
  pairs: number
  cases: number
  cases_changed: number
  comparable: number
  changed: number
  /** null without a comparable field */
  rate: number | null
}
export interface RevisionRate {
  /** units with an accepted export, in code order */
  units: ({ unit: string; name: string; level: string } & RevisionCounts)[]
  total: RevisionCounts
}
