/** A day as people here write it, dd/mm/yyyy, whatever the system's own order is. Pure. */

const pad = (value: string | number, width = 2) => String(value).padStart(width, '0')

/** "2026-02-03" → "03/02/2026"; '' for '' and for what is no day. */
export function localDay(day: string): string {
  const [year, month, date] = day.split('-')
  return year && month && date ? `${date}/${month}/${year}` : ''
}

/** "3/2/2026", "03-02-2026", "3.2.2026" or "2026-02-03" → "2026-02-03"; '' when it is not a day of the calendar. */
export function dayOfText(text: string): string {
  const local = /^(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})$/.exec(text.trim())
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  const [year, month, date] = local ? [local[3], local[2], local[1]] : iso ? [iso[1], iso[2], iso[3]] : []
  if (year === undefined || month === undefined || date === undefined) return ''
  const day = `${year}-${pad(month)}-${pad(date)}`
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : ''
}
