/** Findings of one file as they are made: errors one by one up to a bound, flags counted by code, file and column. */
import { FINDING_CODES, finding, type Finding, type FindingCode } from '../../../shared/export/codes'
import { RESOURCES } from '../../../shared/export/enums'

/** A flag at one row, told before the row itself goes to the sink. */
export type FlagSink = (code: FindingCode, file: string, row: number, column: string) => void

export class FindingsBook {
  readonly #errors: Finding[] = []
  readonly #flags = new Map<
    string,
    { code: FindingCode; file: string; row: number; column: string; count: number; last: number }
  >()

  /** `onFlag` hears of every flag at a row, also of those that are only counted. */
  constructor(
    readonly mostErrors: number,
    readonly onFlag?: FlagSink,
  ) {}

  get hasErrors(): boolean {
    return this.#errors.length > 0
  }

  get isFull(): boolean {
    return this.#errors.length >= this.mostErrors
  }

  error(
    code: FindingCode,
    file: string,
    row: number,
    column: string | number | null,
    details: Finding['details'] = {},
  ): void {
    if (!this.isFull) this.#errors.push(finding(code, column === null ? { file, row } : { file, row, column }, details))
  }

  /** Flags and quarantine reasons: one finding for each code and column, with the number of rows and the first of them. */
  flag(code: FindingCode, file: string, row: number, column: string): void {
    this.onFlag?.(code, file, row, column)
    const key = `${code}/${file}/${column}`
    const known = this.#flags.get(key)
    if (!known) this.#flags.set(key, { code, file, row, column, count: 1, last: row })
    else if (known.last !== row) {
      known.count++
      known.last = row
    }
  }

  /** Errors by file and row, then flags by the order of the code table, file and row. */
  findings(): Finding[] {
    const flags = [...this.#flags.values()].map(({ code, file, row, column, count }) =>
      finding(code, row > 0 ? { file, row, column } : { file, column }, { count }),
    )
    const byPlace = (a: Finding, b: Finding) => rank(a) - rank(b) || (a.place.row ?? 0) - (b.place.row ?? 0)
    return [...this.#errors.toSorted(byPlace), ...flags.toSorted((a, b) => codeRank(a) - codeRank(b) || byPlace(a, b))]
  }
}

const CODES = Object.keys(FINDING_CODES)
const FILES = RESOURCES.map((name) => `${name}.csv`)
const codeRank = (item: Finding) => CODES.indexOf(item.code)
const rank = (item: Finding) => FILES.indexOf(item.place.file ?? '')
