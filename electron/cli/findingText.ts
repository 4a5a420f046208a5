/** Findings and outcomes as lines for people: the code first, so that it can be searched for; what to do under it. */
import type { Finding, IntakeOutcome } from '../../shared/export/codes'
import type { Translate } from '../../shared/messages/catalogue'
import { whatHappened, whatToDo } from '../../shared/sentences/advice'

interface Judged {
  file: string
  unit: string | null
  sequence: number | null
  outcome: IntakeOutcome
  findings: readonly Finding[]
}

export function findingText(finding: Finding, t: Translate): string {
  const { code, place, details } = finding
  const where = [
    place.file,
    place.row === undefined ? undefined : t('cli.row', { row: place.row }),
    place.column === undefined ? undefined : t('cli.column', { column: place.column }),
    details['count'] === undefined ? undefined : `×${String(details['count'])}`,
  ].filter((part) => part !== undefined)
  const said = `  ${code}${where.length > 0 ? ` (${where.join(', ')})` : ''}: ${whatHappened(finding, t)}`
  return `${said}\n    ${whatToDo(finding, t)}`
}

export function judgedText({ file, unit, sequence, outcome, findings }: Judged, t: Translate): string[] {
  const name = unit === null ? '' : ` ${unit} #${String(sequence)}`
  return [`${file}:${name} ${t(`cli.outcome.${outcome}`)}`, ...findings.map((item) => findingText(item, t))]
}
