/** Findings (temuan) and pinned figures in the workspace. A pinned figure is never changed, only compared. */
import type { AuditFinding, FindingText, FrozenFigure } from '../../../shared/contract/findings'
import type { Database, SqlValue } from '../store/sqlite'

const TEXTS = [
  'title', 'condition', 'criteria', 'cause', 'effect', 'recommendation', 'response', 'due_on', 'state',
] as const satisfies readonly (keyof FindingText)[] // prettier-ignore
const EMPTY: FindingText = {
  title: '', condition: '', criteria: '', cause: '', effect: '', recommendation: '', response: '', due_on: null, state: 'draft',
} // prettier-ignore

const idOf = (number: SqlValue | undefined) => `T-${String(number).padStart(4, '0')}`
const numberOf = (id: string) => Number(/^T-(\d{4,9})$/.exec(id)?.[1] ?? Number.NaN)

function findingFrom(database: Database, row: Record<string, SqlValue>): AuditFinding {
  const { number, ...rest } = row
  const figures = database
    .prepare('SELECT frozen FROM figures WHERE finding = ? ORDER BY position')
    .all([number ?? null])
  return {
    ...(rest as unknown as Omit<AuditFinding, 'id' | 'figures'>),
    id: idOf(number),
    figures: figures.map(([frozen]) => JSON.parse(String(frozen)) as FrozenFigure),
  }
}

/** In the order in which they were begun. */
export function listFindings(database: Database): AuditFinding[] {
  return database
    .prepare('SELECT * FROM findings ORDER BY number')
    .objects()
    .map((row) => findingFrom(database, row))
}

/** The next finding gets a number above `last`, which the audit log names already. */
export function keepNumbersAfter(database: Database, last: number): void {
  const held = Number(
    database.prepare("SELECT max(seq) FROM sqlite_sequence WHERE name = 'findings'").first()?.[0] ?? 0,
  )
  if (held >= last) return
  database.exec("DELETE FROM sqlite_sequence WHERE name = 'findings'")
  database.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('findings', ?)").run([last])
}

export function getFinding(database: Database, id: string): AuditFinding | null {
  const row = database.prepare('SELECT * FROM findings WHERE number = ?').objects([numberOf(id)])[0]
  return row ? findingFrom(database, row) : null
}

/** `at` = now, ISO 8601. The finding's unit is that of its first figure. */
export function createFinding(
  database: Database,
  text: Partial<FindingText>,
  figures: readonly FrozenFigure[],
  at: string,
): string {
  const whole = { ...EMPTY, ...text }
  const names = [...TEXTS, 'unit', 'created_at', 'updated_at']
  database
    .prepare(`INSERT INTO findings (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
    .run([...TEXTS.map((name) => whole[name]), figures[0]?.unit ?? null, at, at])
  const id = idOf(database.prepare('SELECT last_insert_rowid()').first()?.[0])
  for (const figure of figures) addFigure(database, id, figure, at)
  return id
}

/** Only the texts given are changed. False = no such finding. */
export function updateFinding(database: Database, id: string, text: Partial<FindingText>, at: string): boolean {
  const held = getFinding(database, id)
  if (!held) return false
  const whole = { ...held, ...text }
  database
    .prepare(`UPDATE findings SET ${TEXTS.map((name) => `${name} = ?`).join(', ')}, updated_at = ? WHERE number = ?`)
    .run([...TEXTS.map((name) => whole[name]), at, numberOf(id)])
  return true
}

export function addFigure(database: Database, id: string, figure: FrozenFigure, at: string): boolean {
  const number = numberOf(id)
  if (!database.prepare('SELECT 1 FROM findings WHERE number = ?').first([number])) return false
  database
    .prepare(
      `INSERT INTO figures (finding, position, frozen)
       SELECT :number, coalesce(max(position), -1) + 1, :frozen FROM figures WHERE finding = :number`,
    )
    .run({ number, frozen: JSON.stringify(figure) })
  database
    .prepare('UPDATE findings SET updated_at = ?, unit = coalesce(unit, ?) WHERE number = ?')
    .run([at, figure.unit, number])
  return true
}

export function removeFinding(database: Database, id: string): boolean {
  const number = numberOf(id)
  const held = database.prepare('SELECT 1 FROM findings WHERE number = ?').first([number]) !== undefined
  database.prepare('DELETE FROM findings WHERE number = ?').run([number])
  return held
}
