/**
 * Patterns of personal data that neither an export nor a report may hold, and small counts in what people write. Pure.
 * Source: the export format, section 6, PRIVACY-PII; the metrics' section on privacy.
 */
const NIK = /(?<!\d)\d{16}(?!\d)/
const PHONE = /(?<!\d-?)(?:\+62|08)(?:[ -]*\d){8,11}(?!\d)/
const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/

/** Whether free text holds a 16-digit NIK, a telephone number or an e-mail address anywhere. */
export function holdsPersonalData(text: string): boolean {
  return (text.includes('@') && EMAIL.test(text)) || NIK.test(text) || PHONE.test(text)
}

const WHOLE = /^(?:\d{16}|08[ -]*(?:\d[ -]*){7,10}\d)$/

/** Whether an id or pseudonym as a whole is a NIK or a telephone number; a part of one may look like anything. */
export function isPersonalData(id: string): boolean {
  const first = id.charCodeAt(0)
  return first >= 48 && first <= 57 && WHOLE.test(id)
}

/** Which patterns stand in free text. */
const PERSONAL_KINDS = ['nik', 'phone', 'email'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]
const PATTERNS: Readonly<Record<PersonalKind, RegExp>> = { nik: NIK, phone: PHONE, email: EMAIL }
export const personalKindsIn = (text: string): PersonalKind[] =>
  PERSONAL_KINDS.filter((kind) => PATTERNS[kind].test(text))

/** A whole number by itself: no part of a date, a decimal, a share, a code or a range. */
const NUMBER = /(?<![\p{L}\d.,:/%#_-])\d{1,2}(?![\p{L}\d%:/_-]|[.,]\d|\s*(?:%|persen|percent))/gu
/** Numbers after these name something, they count nothing. */
const NAMING =
  /(?:pasal|ayat|angka|nomor|no\.?|urutan|triwulan|kuartal|semester|tahap|bab|huruf|lampiran|tabel|gambar|versi|ekspor|article|section|number|quarter|half|stage|table|figure|version|export|Q)\s*$/iu
/** Before these stands a day or a span of time. */
const TIME =
  /^\s*(?:jan|feb|mar|apr|mei|may|jun|jul|ag[us]|aug|sep|okt|oct|nov|des|dec|hari|jam|menit|minggu|bulan|tahun|day|hour|minute|week|month|year|working|x\b)/iu

/** Whole numbers in free text that read like counts of 1 to under `threshold`; each once, ascending. */
export function smallCountsIn(text: string, threshold: number): number[] {
  const found = new Set<number>()
  for (const { 0: digits, index } of text.matchAll(NUMBER)) {
    const value = Number(digits)
    if (value === 0 || value >= threshold) continue
    const isName = NAMING.test(text.slice(Math.max(0, index - 24), index))
    if (!isName && !TIME.test(text.slice(index + digits.length))) found.add(value)
  }
  return [...found].toSorted((a, b) => a - b)
}
