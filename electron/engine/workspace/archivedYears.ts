/** Which years are archived: a journal that is only added to, whose last line counts. */
import type { Database } from '../store/sqlite'

/** How the audit log calls it; its details hold the line. */
export const ARCHIVED = 'years.archive'
const RETURNED = 'years.return'

export interface ArchiveLine {
  number: number
  /** first day that stays in the active columns; null: everything does */
  before: string | null
  reason: string
  /** ISO 8601, by this console's clock */
  at: string
}

const read = (database: Database, rest: string) =>
  database
    .prepare(`SELECT number, before, reason, at FROM archived_years ${rest}`)
    .objects() as unknown as ArchiveLine[]

export const readArchive = (database: Database): ArchiveLine | null =>
  read(database, 'ORDER BY number DESC LIMIT 1')[0] ?? null

export const unloggedArchive = (database: Database): ArchiveLine[] => read(database, 'WHERE logged = 0 ORDER BY number')

export function writeArchive(database: Database, { number, before, reason, at }: ArchiveLine): void {
  database
    .prepare('INSERT INTO archived_years (number, before, reason, at) VALUES (?, ?, ?, ?)')
    .run([number, before, reason, at])
}

export const markArchiveLogged = (database: Database): void => {
  database.exec('UPDATE archived_years SET logged = 1')
}

export const actOfArchive = ({ number, before, reason }: ArchiveLine) => ({
  action: before === null ? RETURNED : ARCHIVED,
  subject: before ?? '-',
  details: { archive: number, before, reason },
})

/** The line that a line of the audit log tells of; null for any other. */
export function archiveIn(action: string, details: Readonly<Record<string, unknown>>, at: string): ArchiveLine | null {
  const { archive: number, before, reason } = details
  if ((action !== ARCHIVED && action !== RETURNED) || typeof number !== 'number') return null
  return {
    number,
    before: typeof before === 'string' ? before : null,
    reason: typeof reason === 'string' ? reason : '',
    at,
  }
}
