/**
 * How much the console takes in before it says no: well before the first ceilings of the runtime. A file is read and
 * written in one piece up to 2 GiB, and one array has at most that many bytes: some 31 million cases of the nation's
 * columns. sql.js loses a database that grows past 1.9 GB; a load stages the export beside the rows that are held.
 */
export interface Capacity {
  /** cases of the whole nation */
  cases: number
  /** bytes of one unit's store and of the export that is loaded into it */
  store: number
}
export const CAPACITY: Capacity = { cases: 20_000_000, store: 1.5 * 2 ** 30 }

/** A file that would take more than there is room for; nothing of it is loaded. */
export class CapacityError extends Error {
  override readonly name = 'CapacityError'
  constructor(
    readonly of: keyof Capacity,
    readonly asked: number,
    readonly room: number,
  ) {
    super(`${of}: ${asked} where there is room for ${room}`)
  }
}
