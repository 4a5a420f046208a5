/** One table's plain rows: fields, rules and references, as `TableJudge` judges them; says only whether all is in order. */
import type { ResourceName } from '../../../shared/export/enums'
import { PATTERNS, TABLES } from '../../../shared/export/tables'
import { startOfDay } from '../../../shared/export/time'
import { NOT_PLAIN } from './csvReader'
import { PlainRows } from './plainRows'
import { callsAgree, caseAgrees } from './plainRules'
import { columnAt } from './rowRules'
import type { ExportFrame } from './tableJudge'
import { NO_WORD } from './words'

const [RECEIVED, SESSION] = [columnAt('cases', 'received_at'), columnAt('cases', 'session_id')]
const EVENT_CASE = columnAt('events', 'case_id')
/** From the end of a time to the digit in which `+07:00`, `+08:00` and `+09:00` differ. */
const ZONE_DIGIT = 4

export class PlainTable {
  readonly #timeColumns: Uint8Array
  readonly #dateColumn: number
  readonly #unitColumn: number
  readonly #lastKey: number
  readonly #coverageStart: number
  readonly #ownDigit: number

  private constructor(
    private readonly resource: ResourceName,
    private readonly frame: ExportFrame,
    private readonly rows: PlainRows,
    private readonly most: number,
  ) {
    const { columns, key } = TABLES[resource]
    const placesOf = (type: string) => columns.flatMap((column, i) => (column.type === type ? [i] : []))
    this.#timeColumns = Uint8Array.from(placesOf('time'))
    this.#dateColumn = placesOf('date')[0] ?? -1
    this.#unitColumn = placesOf('unit')[0] ?? -1
    this.#lastKey = key.length - 1
    this.#coverageStart = startOfDay(frame.coverageFrom, frame.zone)
    this.#ownDigit = zoneDigit(frame.zone)
  }

  /** Null for a table that is read as strings: one with free text, or whose key does not lead its row. */
  static of(resource: ResourceName, frame: ExportFrame): PlainTable | null {
    const { columns, key } = TABLES[resource]
    const { registry, unit, zone, maxField } = frame
    const rows = PlainRows.of(columns, {
      unit: (code) =>
        PATTERNS.unit.test(code) && registry.wasUnder(code, unit)
          ? zoneDigit(registry.unit(code)?.current.zone ?? zone)
          : NO_WORD,
      programme: (code) => (PATTERNS.code.test(code) && registry.hasProgramme(code) ? 0 : NO_WORD),
    })
    const keyLeads = key.every((name, i) => columns[i]?.name === name)
    return rows && keyLeads ? new PlainTable(resource, frame, rows, maxField) : null
  }

  /** Offset after the columns of the key, which lead the row that was read last. */
  get keyEnd(): number {
    return this.endOf(this.#lastKey)
  }

  endOf(column: number): number {
    return this.rows.ends[column] as number
  }

  /** As `PlainRows.read`, with all that the row must satisfy beside its fields but the uniqueness of its key. */
  read(bytes: Uint8Array, at: number, eol: number): number {
    const end = this.rows.read(bytes, at, eol)
    if (end < 0 || end - at > this.most || !this.#timesAgree(bytes)) return NOT_PLAIN
    switch (this.resource) {
      case 'cases':
        return caseAgrees(this.rows) && this.#sessionIsKnown(bytes) ? end : NOT_PLAIN
      case 'events':
        return this.#holds(bytes, EVENT_CASE, 'cases') ? end : NOT_PLAIN
      case 'daily_calls':
        return callsAgree(this.rows) ? end : NOT_PLAIN
      default:
        return end
    }
  }

  #timesAgree(bytes: Uint8Array): boolean {
    const { numbers, ends, words } = this.rows
    const { asOf, asOfDay } = this.frame
    const handling = this.#unitColumn < 0 ? this.#ownDigit : (words[this.#unitColumn] as number)
    for (let i = 0; i < this.#timeColumns.length; i++) {
      const column = this.#timeColumns[i] as number
      const seconds = numbers[column] as number
      if (seconds !== seconds) continue
      const digit = bytes[(ends[column] as number) - ZONE_DIGIT]
      if (seconds > asOf || (digit !== this.#ownDigit && digit !== handling)) return false
    }
    return this.#dateColumn < 0 || !((numbers[this.#dateColumn] as number) > asOfDay)
  }

  #sessionIsKnown(bytes: Uint8Array): boolean {
    const { ends, numbers } = this.rows
    const isEmpty = (ends[SESSION] as number) === (ends[SESSION - 1] as number) + 1
    if (isEmpty || (numbers[RECEIVED] as number) < this.#coverageStart) return true
    return this.#holds(bytes, SESSION, 'community_sessions')
  }

  #holds(bytes: Uint8Array, column: number, resource: ResourceName): boolean {
    const { ends } = this.rows
    return this.frame.ids[resource].hasBytes(bytes, (ends[column - 1] as number) + 1, ends[column] as number)
  }
}

const zoneDigit = (zone: string) => zone.charCodeAt(zone.length - ZONE_DIGIT)
