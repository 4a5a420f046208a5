/**
 * SCHEMA and PRIVACY over one table: each row is judged as it comes and handed on; only ids are remembered. Findings go to
 * the book. Source: the export format, sections 4 and 6.
 */
import type { ResourceName } from '../../../shared/export/enums'
import { TABLES, type Column } from '../../../shared/export/tables'
import { epochSeconds, parseDay, startOfDay } from '../../../shared/export/time'
import type { RegistryModel } from '../registry/model'
import { NOT_PLAIN, type CsvHandler, type CsvTrouble } from './csvReader'
import { fieldCheck, type FieldCheck } from './fieldCheck'
import type { FindingsBook } from './findingsBook'
import { IdSet } from './idSet'
import { PlainTable } from './plainTable'
import { holdsPersonalData, isPersonalData } from '../../../shared/domain/privacy'
import { ANSWERED_COLUMN, callsConflict, caseContradiction, caseTimeConflicts, columnAt } from './rowRules'

/** Rows of a verified file, in file order. The array is used again: copy what is kept. */
export type RowSink = (resource: ResourceName, fields: readonly string[], line: number) => void
/**
 * Asked of rows about which there is nothing to say, before they go to the sink: true when the bytes from `start` to
 * `end`, the line without its end, are held as they are, so that nobody needs the row.
 */
export type HeldAlready = (resource: ResourceName, bytes: Buffer, start: number, end: number, line: number) => boolean

/** What all tables of one export share. */
export interface ExportFrame {
  unit: string
  zone: string
  /** seconds since the epoch, and its day in the unit's zone */
  asOf: number
  asOfDay: number
  coverageFrom: string
  /** characters of a field at most */
  maxField: number
  /** unknown codes and extra columns at the end are allowed */
  lenient: boolean
  registry: RegistryModel
  book: FindingsBook
  /** ids by table, for what refers to them */
  ids: Record<ResourceName, IdSet>
  sink: RowSink | undefined
  isHeld?: HeldAlready | undefined
}

const PERSONAL_TEXT = new Set(['reason', 'old_value', 'new_value'])
const [RECEIVED, SESSION, PROGRAMME] = [
  columnAt('cases', 'received_at'),
  columnAt('cases', 'session_id'),
  columnAt('cases', 'programme'),
]
const SESSION_PROGRAMME = columnAt('community_sessions', 'programme')
const EVENT_CASE = columnAt('events', 'case_id')

/** Place of the digit in which `+07:00`, `+08:00` and `+09:00` differ. */
const ZONE_DIGIT = 2

export class TableJudge implements CsvHandler {
  rows = 0
  /** set when the table is not read to its end */
  halted = false
  readonly file: string
  readonly #columns: readonly Column[]
  readonly #checks: readonly FieldCheck[]
  readonly #timeColumns: readonly number[]
  readonly #isTime: Uint8Array
  /** by column: seconds since the epoch, NaN where empty or no time */
  readonly #seconds: Float64Array
  readonly #keyColumns: readonly number[]
  readonly #unitColumn: number
  readonly #dateColumn: number
  /** where personal data might stand: anywhere in free text, or as a whole id */
  readonly #personalColumns: readonly { at: number; whole: boolean }[]
  readonly #unitStanding = new Map<string, { known: boolean; zone: string }>()
  readonly #coverageStart: number
  /** the case of the event before, which is known: events often lie beside each other */
  #knownCase = ''
  readonly #plain: PlainTable | null
  readonly #texts: string[] = []

  constructor(
    readonly resource: ResourceName,
    readonly frame: ExportFrame,
  ) {
    const table = TABLES[resource]
    this.file = `${resource}.csv`
    this.#columns = table.columns
    this.#checks = table.columns.map((column) => fieldCheck(column, frame.lenient))
    this.#timeColumns = table.columns.flatMap((column, i) => (column.type === 'time' ? [i] : []))
    this.#isTime = Uint8Array.from(table.columns, (column) => (column.type === 'time' ? 1 : 0))
    this.#seconds = new Float64Array(table.columns.length)
    this.#keyColumns = table.key.map((name) => columnAt(resource, name))
    this.#unitColumn = table.columns.findIndex((column) => column.type === 'unit')
    this.#coverageStart = startOfDay(frame.coverageFrom, frame.zone)
    this.#dateColumn = table.columns.findIndex((column) => column.type === 'date')
    this.#personalColumns = table.columns.flatMap((column, at): { at: number; whole: boolean }[] => {
      if (PERSONAL_TEXT.has(column.name)) return [{ at, whole: false }]
      return column.type === 'id' || column.name === 'row_id' ? [{ at, whole: true }] : []
    })
    this.#plain = PlainTable.of(resource, frame)
  }

  get plainWidth(): number {
    return this.#plain ? this.#columns.length : 0
  }

  /** A row about which there is nothing to say: the same as `row` comes to, without its strings. */
  plain(bytes: Buffer, at: number, eol: number, line: number): number {
    const { book, sink, isHeld, ids } = this.frame
    if (!this.#plain || this.halted || book.isFull) return NOT_PLAIN
    const end = this.#plain.read(bytes, at, eol)
    if (end < 0) return NOT_PLAIN
    this.rows++
    if (!ids[this.resource].addBytes(bytes, at, this.#plain.keyEnd))
      this.#error('SCHEMA-KEY', line, this.#keyColumns[0]!)
    if (!sink || book.hasErrors || isHeld?.(this.resource, bytes, at, end, line)) return end
    const text = bytes.toString('latin1', at, end)
    let start = 0
    for (let i = 0; i < this.#columns.length; i++) {
      const stop = this.#plain.endOf(i) - at
      this.#texts[i] = stop === start ? '' : text.substring(start, stop)
      start = stop + 1
    }
    sink(this.resource, this.#texts, line)
    return end
  }

  trouble(code: CsvTrouble, line: number, column: number | null): boolean {
    const name = column === null || line === 1 ? column : (this.#columns[column - 1]?.name ?? column)
    this.frame.book.error(code, this.file, line, name)
    return !this.frame.book.isFull
  }

  /** True when the header is the format's; a higher minor version may add columns at the end. */
  header(fields: readonly string[]): boolean {
    const wrong = this.#columns.findIndex((column, i) => column.name !== fields[i])
    const extra = !this.frame.lenient && fields.length > this.#columns.length ? this.#columns.length : -1
    const column = wrong >= 0 ? wrong : extra
    if (column < 0) return true
    const details = { expected: this.#columns[column]?.name ?? '', found: (fields[column] ?? '').slice(0, 60) }
    this.frame.book.error('SCHEMA-HEADER', this.file, 1, column + 1, details)
    this.halted = true
    return false
  }

  row(fields: string[], line: number): void {
    if (line === 1) {
      this.header(fields)
      return
    }
    const { book, sink } = this.frame
    if (this.halted || book.isFull) return
    this.rows++
    if (fields.length > this.#columns.length) fields.length = this.#columns.length
    this.#remember(fields, line)
    if (!this.#fieldsFit(fields, line)) return
    this.#rowFits(fields, line)
    if (!book.hasErrors) sink?.(this.resource, fields, line)
  }

  #error(code: 'SCHEMA-VALUE' | 'SCHEMA-KEY' | 'SCHEMA-FK' | 'UNIT-SCOPE', line: number, column: number): void {
    this.frame.book.error(code, this.file, line, this.#columns[column]!.name)
  }

  #flag(code: 'SEMANTIC' | 'TIME-ZONE' | 'PRIVACY-PII', line: number, column: number): void {
    this.frame.book.flag(code, this.file, line, this.#columns[column]!.name)
  }

  /** Ids are remembered even of a row that is wrong elsewhere, so that one error does not become many. */
  #remember(fields: readonly string[], line: number): void {
    const keys = this.#keyColumns
    const key = keys.length === 1 ? fields[keys[0]!]! : keys.map((i) => fields[i]).join()
    if (key !== '' && !this.frame.ids[this.resource].add(key)) this.#error('SCHEMA-KEY', line, keys[0]!)
  }

  /** Each field by itself; times are converted here once, for the rules that compare them. */
  #fieldsFit(fields: readonly string[], line: number): boolean {
    let fits = true
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]!
      if (field === '') {
        this.#seconds[i] = NaN
        if (this.#columns[i]!.optional) continue
      } else if (this.#isTime[i] === 1) {
        const seconds = epochSeconds(field)
        this.#seconds[i] = seconds
        if (!Number.isNaN(seconds)) continue
      } else if (this.#checks[i]!(field)) continue
      this.#error('SCHEMA-VALUE', line, i)
      fits = false
    }
    return fits
  }

  #rowFits(fields: readonly string[], line: number): void {
    this.#timesFit(fields, line, this.#unitFits(fields, line))
    this.#personal(fields, line)
    switch (this.resource) {
      case 'cases':
        return this.#caseFits(fields, line)
      case 'events':
        return this.#eventFits(fields[EVENT_CASE]!, line)
      case 'community_sessions':
        return this.#programmeFits(fields, line, SESSION_PROGRAMME)
      case 'daily_calls':
        if (callsConflict(fields)) this.#flag('SEMANTIC', line, ANSWERED_COLUMN)
    }
  }

  #eventFits(caseId: string, line: number): void {
    if (caseId === this.#knownCase) return
    if (this.frame.ids.cases.has(caseId)) this.#knownCase = caseId
    else this.#error('SCHEMA-FK', line, EVENT_CASE)
  }

  /** UNIT-SCOPE when the row's unit is neither the reporting unit nor under it. Returns the zone of the row's unit. */
  #unitFits(fields: readonly string[], line: number): string {
    if (this.#unitColumn < 0) return this.frame.zone
    const code = fields[this.#unitColumn]!
    let standing = this.#unitStanding.get(code)
    if (!standing) {
      const { registry, unit } = this.frame
      standing = { known: registry.wasUnder(code, unit), zone: registry.unit(code)?.current.zone ?? this.frame.zone }
      this.#unitStanding.set(code, standing)
    }
    if (!standing.known) this.#error('UNIT-SCOPE', line, this.#unitColumn)
    return standing.zone
  }

  /**
   * TIME-ZONE: an offset that is neither the reporting unit's nor that of the unit that handles the row. The times are
   * well-formed by now: offsets differ in one digit.
   */
  #timesFit(fields: readonly string[], line: number, rowZone: string): void {
    const { asOf, asOfDay, zone } = this.frame
    const [own, handling] = [zone.charCodeAt(ZONE_DIGIT), rowZone.charCodeAt(ZONE_DIGIT)]
    for (const i of this.#timeColumns) {
      const field = fields[i]!
      if (field === '') continue
      if (this.#seconds[i]! > asOf) this.#flag('SEMANTIC', line, i)
      const offset = field.charCodeAt(field.length - zone.length + ZONE_DIGIT)
      if (offset !== own && offset !== handling) this.#flag('TIME-ZONE', line, i)
    }
    const day = this.#dateColumn >= 0 ? parseDay(fields[this.#dateColumn]!) : NaN
    if (day > asOfDay) this.#flag('SEMANTIC', line, this.#dateColumn)
  }

  #personal(fields: readonly string[], line: number): void {
    for (const { at, whole } of this.#personalColumns) {
      const field = fields[at]!
      if (field !== '' && (whole ? isPersonalData(field) : holdsPersonalData(field)))
        this.#flag('PRIVACY-PII', line, at)
    }
  }

  #caseFits(fields: readonly string[], line: number): void {
    const contradiction = caseContradiction(fields)
    if (contradiction >= 0) this.#error('SCHEMA-VALUE', line, contradiction)
    const session = fields[SESSION]!
    if (
      session !== '' &&
      this.#seconds[RECEIVED]! >= this.#coverageStart &&
      !this.frame.ids.community_sessions.has(session)
    ) {
      this.#error('SCHEMA-FK', line, SESSION)
    }
    this.#programmeFits(fields, line, PROGRAMME)
    caseTimeConflicts(this.#seconds, (column) => this.#flag('SEMANTIC', line, column))
  }

  #programmeFits(fields: readonly string[], line: number, column: number): void {
    const programme = fields[column]!
    if (programme !== '' && !this.frame.registry.hasProgramme(programme)) this.#error('SCHEMA-FK', line, column)
  }
}
