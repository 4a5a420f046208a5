/** One check a column of the format: whether a field, by itself, is what the column asks. Source: the export format, section 4. */
import type { Column } from '../../../shared/export/tables'
import { PATTERNS } from '../../../shared/export/tables'
import { epochSeconds, parseDay } from '../../../shared/export/time'
import { isLonger } from './characters'

/** Takes a field that is not empty. Written for speed: called for each field of each row. */
export type FieldCheck = (field: string) => boolean

const ZERO = 48
const NINE = 57
const HYPHEN = 45
const UPPER_A = 65
const UPPER_Z = 90

/** The same as PATTERNS.id, without a regular expression. */
export function isId(field: string): boolean {
  if (field.length < 8 || field.length > 40 || field.charCodeAt(0) === HYPHEN) return false
  for (let i = 0; i < field.length; i++) {
    const c = field.charCodeAt(i)
    if (!((c >= ZERO && c <= NINE) || (c >= UPPER_A && c <= UPPER_Z) || c === HYPHEN)) return false
  }
  return true
}

/** The value of an integer of the format (`0|[1-9][0-9]*`, at most nine digits), or NaN. */
export function parseCount(field: string): number {
  if (field.length > 9 || field.length === 0 || (field.charCodeAt(0) === ZERO && field.length > 1)) return NaN
  let value = 0
  for (let i = 0; i < field.length; i++) {
    const digit = field.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

/** `lenient`: a higher minor version, whose enumerations may have grown; unknown values must still look like codes. */
export function fieldCheck(column: Column, lenient: boolean): FieldCheck {
  switch (column.type) {
    case 'id':
      return isId
    case 'unit':
      return (field) => PATTERNS.unit.test(field)
    case 'code': {
      const isKnown = oneOf(column.values)
      return lenient ? (field) => isKnown(field) || isCode(field) : isKnown
    }
    case 'programme':
      return isCode
    case 'district':
      return (field) => PATTERNS.district.test(field)
    case 'time':
      return (field) => !Number.isNaN(epochSeconds(field))
    case 'date':
      return (field) => !Number.isNaN(parseDay(field))
    case 'integer': {
      const { min = 0, max = Infinity } = column
      return (field) => {
        const value = parseCount(field)
        return value >= min && value <= max
      }
    }
    case 'text':
      return (field) => !isLonger(field, column.max)
  }
}

/** Like a Set of these values, but without hashing each field, which is a new string: values that look alike are few. */
function oneOf(values: readonly string[]): FieldCheck {
  const drawers: (readonly string[])[] = Array.from({ length: DRAWERS }, () => [])
  for (const value of values) drawers[drawerOf(value)] = [...drawers[drawerOf(value)]!, value]
  return (field) => {
    const drawer = drawers[drawerOf(field)]!
    for (let i = 0; i < drawer.length; i++) if (drawer[i] === field) return true
    return false
  }
}
const DRAWERS = 256
/** By length, first and last character. */
const drawerOf = (value: string) =>
  (value.length * 7 + value.charCodeAt(0) * 3 + value.charCodeAt(value.length - 1) * 31) & (DRAWERS - 1)

const isCode = (field: string) => field.length <= 60 && PATTERNS.code.test(field)
