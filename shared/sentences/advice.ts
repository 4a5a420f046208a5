/** What a unit's operator can act upon: findings with their place and what to do, and a text to send back. Pure. */
import type { FileReport } from '../contract/results/data'
import type { Finding } from '../export/codes'
import { TABLES, type Column } from '../export/tables'
import type { Translate } from '../messages/catalogue'
import type { Format } from '../messages/format'

const MOST_CODES = 12

/** The column that a finding points at; undefined where it points at none of the five tables. */
function columnOf({ place }: Finding): Column | undefined {
  const table = Object.values(TABLES).find(({ name }) => `${name}.csv` === place.file)
  return table?.columns.find(({ name }) => name === place.column)
}

function ruleOf(column: Column, t: Translate): string {
  const required = column.optional ? '' : ` ${t('rule.required')}`
  switch (column.type) {
    case 'code': {
      const codes = column.values.slice(0, MOST_CODES).join(', ') + (column.values.length > MOST_CODES ? ', …' : '')
      return t('rule.code', { codes }) + required
    }
    case 'text':
      return t('rule.text', { max: column.max }) + required
    default:
      return t(`rule.${column.type}`) + required
  }
}

/** An archive of the other kind, handed over at the wrong door; undefined for every other finding. */
function mistakenFor({ code, details: { is } }: Finding): 'registry' | 'export' | undefined {
  return code === 'ENTRY-UNLISTED' && (is === 'registry' || is === 'export') ? is : undefined
}

/** Whether a refused file is a registry package, which is loaded elsewhere. */
export const isRegistryFile = ({ findings }: Pick<FileReport, 'findings'>): boolean =>
  findings.some((finding) => mistakenFor(finding) === 'registry')

/** What happened, in words; with what was found where the check says so. */
export function whatHappened(finding: Finding, t: Translate): string {
  const kind = mistakenFor(finding)
  if (kind) return t(`code.ENTRY-UNLISTED.${kind}`)
  const { code, details } = finding
  const { found, expected } = details
  const more =
    typeof found === 'string' && typeof expected === 'string' && expected !== ''
      ? ` ${t('import.found', { found, expected })}`
      : ''
  return t.code('code', code) + more
}

/** What to do; for a cell's content the rule of its column. */
export function whatToDo(finding: Finding, t: Translate): string {
  const kind = mistakenFor(finding)
  if (kind) return t(`code.ENTRY-UNLISTED.${kind}.todo`)
  const column = finding.code === 'SCHEMA-VALUE' ? columnOf(finding) : undefined
  return column ? ruleOf(column, t) : t.code('code', `${finding.code}.todo`)
}

/** `row` of a finding, or for a flag how many rows and which is the first. */
export function rowWords({ place, details }: Finding, t: Translate, f: Format): string {
  if (place.row === undefined) return ''
  const count = details['count']
  if (typeof count === 'number' && count > 1) return t('import.rows', { n: f.count(count), first: f.count(place.row) })
  return f.count(place.row)
}

export function columnWords({ place }: Finding, t: Translate, f: Format): string {
  if (place.column === undefined) return ''
  return typeof place.column === 'number' ? t('import.columnNumber', { n: f.count(place.column) }) : place.column
}

function placeWords(finding: Finding, t: Translate, f: Format): string {
  const file = finding.place.file ?? ''
  const row = rowWords(finding, t, f)
  const column = columnWords(finding, t, f)
  if (file !== '' && row !== '' && column !== '') return t('reply.place', { file, row, column })
  if (file !== '' && row !== '') return t('reply.place.row', { file, row })
  return [file, column].filter((word) => word !== '').join(', ')
}

/** Base name of a path, whichever slashes it has. */
export const baseName = (file: string): string => file.split(/[/\\]/).at(-1) ?? file

/** The text for one unit about its files: what happened, where, what to do, with codes. Plain text, ready to send. */
export function replyText(unit: string, files: readonly FileReport[], t: Translate, f: Format): string {
  const lines = [t('reply.to', { unit }), '']
  for (const { file, sequence, outcome, findings } of files) {
    const words = { file: baseName(file), outcome: t(`outcomeOfIntake.${outcome}`) }
    lines.push(
      sequence === null ? t('reply.fileOnly', words) : t('reply.file', { ...words, sequence: f.count(sequence) }),
      t(`import.kept.${outcome}`),
    )
    for (const [index, finding] of findings.entries()) {
      const place = placeWords(finding, t, f)
      lines.push(
        `${index + 1}. ${place === '' ? '' : `${place}: `}${whatHappened(finding, t)}`,
        `   ${t('reply.todo', { todo: whatToDo(finding, t) })}`,
        `   ${t('reply.code', { code: finding.code })}`,
      )
    }
    lines.push('')
  }
  return [...lines, t('reply.close')].join('\n')
}

export interface UnitReports {
  unit: string | null
  files: FileReport[]
}

/** Files grouped by unit, in the order in which the units first appear; files of no known unit stand alone. */
export function byUnit(files: readonly FileReport[]): UnitReports[] {
  const groups = new Map<string, UnitReports>()
  for (const file of files) {
    const key = file.unit ?? `file ${file.file}`
    const group = groups.get(key)
    if (group) group.files.push(file)
    else groups.set(key, { unit: file.unit, files: [file] })
  }
  return [...groups.values()]
}
