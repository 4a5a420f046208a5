/** Counting rows by a small number each has: the inner loop of most figures. */
import { lowerBound } from './search'

export type Keys = Uint16Array | Uint32Array

/**
 * Adds one to `counts[keys[row]]` for places `from` … `to - 1` of `rows` (null: a place is the row itself). Four keys are
 * read before they are counted, so that equal neighbours wait less for one another.
 * @returns all bits of the keys that were counted: none of them is greater
 */
export function tally(keys: Keys, rows: Uint32Array | null, from: number, to: number, counts: Int32Array): number {
  return rows === null ? tallyRange(keys, from, to, counts) : tallyList(keys, rows, from, to, counts)
}

function tallyRange(keys: Keys, from: number, to: number, counts: Int32Array): number {
  let bits = 0
  let i = from
  for (; i + 3 < to; i += 4) {
    const a = keys[i] as number
    const b = keys[i + 1] as number
    const c = keys[i + 2] as number
    const d = keys[i + 3] as number
    bits |= a | b | c | d
    counts[a]! += 1
    counts[b]! += 1
    counts[c]! += 1
    counts[d]! += 1
  }
  for (; i < to; i++) {
    const key = keys[i] as number
    bits |= key
    counts[key]! += 1
  }
  return bits
}

function tallyList(keys: Keys, rows: Uint32Array, from: number, to: number, counts: Int32Array): number {
  let bits = 0
  for (let i = from; i < to; i++) {
    const key = keys[rows[i] as number] as number
    bits |= key
    counts[key]! += 1
  }
  return bits
}

/** Rows that follow one another and have the same key: run i is rows `starts[i]` … `starts[i + 1] - 1`. */
export interface Runs {
  readonly starts: Uint32Array
  readonly keys: Uint32Array
}

export function runsOf(keys: Keys): Runs {
  let count = 0
  for (let row = 0; row < keys.length; row++) if (row === 0 || keys[row] !== keys[row - 1]) count++
  const runs = { starts: new Uint32Array(count + 1).fill(keys.length), keys: new Uint32Array(count) }
  let at = 0
  for (let row = 0; row < keys.length; row++) {
    if (row > 0 && keys[row] === keys[row - 1]) continue
    runs.starts[at] = row
    runs.keys[at++] = keys[row] as number
  }
  return runs
}

/** What `tally` does, a run at a time: for keys that follow the order of the rows. Pieces are asked for in rising order. */
export class RunTally {
  #run = -1

  constructor(private readonly runs: Runs) {}

  add(from: number, to: number, counts: Int32Array): void {
    const { starts, keys } = this.runs
    let run = this.#run < 0 ? lowerBound(starts, from + 1) - 1 : this.#run
    let begin = from
    while (begin < to) {
      while ((starts[run + 1] as number) <= begin) run++
      const end = Math.min(starts[run + 1] as number, to)
      counts[keys[run] as number]! += end - begin
      begin = end
    }
    this.#run = run
  }
}
