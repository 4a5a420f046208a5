/** Dates and times of a source, written in its own way, as those of the format. */
import { epochSeconds, parseDay } from '../../../../shared/export/time'

const PARTS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
  hh: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  '*': '.*',
}

/** `YYYY/MM/DD hh:mm:ss*` as a regular expression. */
export function momentPattern(format: string): RegExp {
  const pattern = format.replaceAll(/YYYY|MM|DD|hh|mm|ss|\*|[^]/g, (part) =>
    Object.hasOwn(PARTS, part) ? PARTS[part]! : part.replaceAll(/[\\^$.|?*+()[\]{}/-]/g, String.raw`\$&`),
  )
  return new RegExp(`^${pattern}$`)
}

/** `YYYY-MM-DD`, or with a zone `YYYY-MM-DDThh:mm:ss+hh:mm`; null when the text does not fit or the day does not exist. */
export function readMoment(text: string, pattern: RegExp, zone: string | null): string | null {
  const part = pattern.exec(text.trim())?.groups
  if (!part) return null
  const two = (name: string) => (part[name] ?? '0').padStart(2, '0')
  const day = `${part['year'] ?? ''}-${two('month')}-${two('day')}`
  if (zone === null) return Number.isNaN(parseDay(day)) ? null : day
  const time = `${day}T${two('hour')}:${two('minute')}:${two('second')}${zone}`
  return Number.isNaN(epochSeconds(time)) ? null : time
}
