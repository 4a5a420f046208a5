/** Makes one value of the export out of one row of the source. Source of the language: schema.ts. */
import { epochSeconds } from '../../../../shared/export/time'
import { momentPattern, readMoment } from './moments'
import { pseudonymOf, readableId } from './pseudonym'
import type { Condition, Lookup, Moment, Value } from './schema'

/** What a mapping cannot make anything of; said with the line of the source. */
export class MappingTrouble extends Error {
  constructor(
    readonly problem: 'column' | 'code' | 'moment' | 'pseudonym_key',
    readonly subject: string,
    readonly value: string,
  ) {
    super(`${problem}: ${subject}: ${value}`)
  }
}

export interface MappingFacts {
  unit: string
  asOf: string
  zone: string
  /** secret for pseudonyms */
  secret: Uint8Array | null
}

export class ValueMaker {
  readonly #columns: ReadonlyMap<string, number>
  readonly #patterns = new Map<string, RegExp>()
  /** values that took a default or were unreadable: `column: value` → rows */
  readonly unmapped = new Map<string, number>()

  constructor(
    header: readonly string[],
    readonly facts: MappingFacts,
  ) {
    this.#columns = new Map(header.map((name, at) => [name.trim(), at]))
  }

  make(value: Value, row: readonly string[]): string {
    if (typeof value === 'string') return this.field(value, row)
    if ('constant' in value) return value.constant
    if ('reporting' in value) return value.reporting === 'unit' ? this.facts.unit : this.facts.asOf
    if ('from' in value) return isMoment(value) ? this.#moment(value, row) : this.#lookup(value, row)
    if ('id' in value) return this.#id(value.id, row, (fields) => readableId(fields, value.prefix ?? ''))
    if ('pseudonym' in value)
      return this.#id(value.pseudonym, row, (fields) => this.#pseudonym(fields, value.prefix ?? ''))
    if ('first_of' in value) return this.#all(value.first_of, row)[0] ?? ''
    if ('earliest_of' in value) return this.#sorted(value.earliest_of, row)[0] ?? ''
    if ('latest_of' in value) return this.#sorted(value.latest_of, row).at(-1) ?? ''
    return this.make(this.holds(value.if, row) ? value.use : value.else, row)
  }

  holds(condition: Condition, row: readonly string[]): boolean {
    if ('not' in condition) return !this.holds(condition.not, row)
    if ('all' in condition) return condition.all.every((part) => this.holds(part, row))
    if ('any' in condition) return condition.any.some((part) => this.holds(part, row))
    if ('earlier' in condition) {
      return epochSeconds(this.make(condition.earlier, row)) < epochSeconds(this.make(condition.than, row))
    }
    const field = this.field(condition.column, row)
    return 'in' in condition ? condition.in.includes(field) : (field === '') === condition.empty
  }

  /** A field of the source, trimmed. */
  field(column: string, row: readonly string[]): string {
    const at = this.#columns.get(column)
    if (at === undefined) throw new MappingTrouble('column', column, '')
    return (row[at] ?? '').trim()
  }

  #all(values: readonly Value[], row: readonly string[]): string[] {
    return values.map((value) => this.make(value, row)).filter((text) => text !== '')
  }

  #sorted(values: readonly Value[], row: readonly string[]): string[] {
    return this.#all(values, row).toSorted((a, b) => epochSeconds(a) - epochSeconds(b))
  }

  #id(columns: readonly string[], row: readonly string[], make: (fields: string[]) => string): string {
    const fields = columns.map((column) => this.field(column, row))
    return fields.every((field) => field === '') ? '' : make(fields)
  }

  #pseudonym(fields: readonly string[], prefix: string): string {
    if (!this.facts.secret) throw new MappingTrouble('pseudonym_key', 'pseudonym_key', '')
    return pseudonymOf(this.facts.secret, fields, prefix)
  }

  #lookup({ from, lower, codes, default: fallback }: Lookup, row: readonly string[]): string {
    const field = this.field(from, row)
    const key = lower ? field.toLowerCase() : field
    if (!codes) return key === '' ? (fallback ?? '') : key
    if (Object.hasOwn(codes, key)) return codes[key]!
    if (fallback === undefined) throw new MappingTrouble('code', from, field)
    this.#note(from, field)
    return fallback
  }

  #moment({ from, time, date, unreadable }: Moment, row: readonly string[]): string {
    const field = this.field(from, row)
    if (field === '') return ''
    const format = time ?? date ?? ''
    const pattern = this.#patterns.get(format) ?? momentPattern(format)
    this.#patterns.set(format, pattern)
    const moment = readMoment(field, pattern, time === undefined ? null : this.facts.zone)
    if (moment !== null) return moment
    if (unreadable === undefined) throw new MappingTrouble('moment', from, field)
    this.#note(from, field)
    return unreadable
  }

  #note(column: string, field: string): void {
    const key = `${column}: ${field}`
    this.unmapped.set(key, (this.unmapped.get(key) ?? 0) + 1)
  }
}

const isMoment = (value: Lookup | Moment): value is Moment => 'time' in value || 'date' in value
