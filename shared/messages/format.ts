/**
 * Numbers, dates and zones in words, the Indonesian way first. Explicit about zones: every moment is shown in the
 * unit's own zone with its name (WIB, WITA, WIT), so the computer's zone never matters.
 */
import type { Language } from './catalogue'

const LOCALE: Record<Language, string> = { id: 'id-ID', en: 'en-GB' }
const ZONE_NAME: Readonly<Record<string, string>> = { '+07:00': 'WIB', '+08:00': 'WITA', '+09:00': 'WIT' }
/** The console's own moments are kept in UTC; they are told in the capital's time, whatever the computer's zone is. */
const CAPITAL = '+07:00'
const CAPITAL_MS = 7 * 3_600_000
const zoned = (moment: string) =>
  moment.endsWith('Z') ? `${new Date(Date.parse(moment) + CAPITAL_MS).toISOString().slice(0, 19)}${CAPITAL}` : moment
const MINUS = '\u2212'

export interface Format {
  /** whole number, grouped */
  count: (value: number) => string
  /** at most `digits` decimals (default 1) */
  number: (value: number, digits?: number) => string
  /** share 0..1 as a percentage; `digits` decimals (default 1) */
  share: (value: number, digits?: number) => string
  /** a chance: 0,0004 with two significant digits; below 0,0001 "kurang dari 0,0001" */
  probability: (value: number) => string
  /** `2025-03` → "Maret 2025"; short: "Mar 2025" */
  month: (month: string, short?: boolean) => string
  /** `2025-03-31` or a moment's own day → "31 Maret 2025"; short: "31 Mar 2025" */
  day: (day: string, short?: boolean) => string
  /** ISO moment with offset → "31 Januari 2025 pukul 10.05 WIB", in that offset; a UTC moment in WIB */
  moment: (moment: string, short?: boolean) => string
  /** names joined: "a, b dan c" */
  list: (items: readonly string[]) => string
}

/** Formatters of one language; made once a language, they hold Intl objects. */
export function formats(language: Language): Format {
  const locale = LOCALE[language]
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const decimals = [0, 1, 2, 3, 4].map(
    (digits) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const shares = [0, 1, 2].map(
    (digits) =>
      new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })
  const date = (month: 'long' | 'short', withDay: boolean) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      month,
      ...(withDay && { day: 'numeric' as const }),
    })
  const [dayLong, dayShort, monthLong, monthShort] = [
    date('long', true),
    date('short', true),
    date('long', false),
    date('short', false),
  ]
  const joined = new Intl.ListFormat(locale, { type: 'conjunction' })
  const utc = (day: string) => new Date(`${day}T00:00:00Z`)
  const minus = (text: string) => text.replace('-', MINUS)
  return {
    count: (value) => minus(whole.format(value)),
    number: (value, digits = 1) => minus((decimals[digits] ?? significant).format(value)),
    share: (value, digits = 1) => minus((shares[digits] ?? significant).format(value)),
    probability: (value) =>
      value < 0.0001
        ? `${language === 'id' ? 'kurang dari' : 'below'} ${decimals[4]?.format(0.0001)}`
        : significant.format(value),
    month: (month, short) => (short ? monthShort : monthLong).format(utc(`${month}-01`)),
    day: (day, short) => (short ? dayShort : dayLong).format(utc(day.slice(0, 10))),
    moment: (given, short) => {
      const moment = zoned(given)
      const day = (short ? dayShort : dayLong).format(utc(moment.slice(0, 10)))
      const clock = language === 'id' ? moment.slice(11, 16).replace(':', '.') : moment.slice(11, 16)
      const zone = ZONE_NAME[moment.slice(19)] ?? moment.slice(19)
      return short ? `${day} ${clock}` : `${day} ${language === 'id' ? 'pukul' : 'at'} ${clock} ${zone}`
    },
    list: (items) => joined.format(items),
  }
}
