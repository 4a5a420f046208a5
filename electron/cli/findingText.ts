/** Findings and outcomes as lines for people: the code first, so that it can be searched for. */
import type { Finding, IntakeOutcome } from '../../shared/export/codes'
import type { Translate } from '../../shared/messages/catalogue'

interface Judged {
  file: string
  unit: string | null
  sequence: number | null
  outcome: IntakeOutcome
  findings: readonly Finding[]
}

export function findingText({ code, place, details }: Finding, t: Translate): string {
  const where = [
    place.file,
    place.row === undefined ? undefined : t('cli.row', { row: place.row }),
    place.column === undefined ? undefined : t('cli.column', { column: place.column }),
    details['count'] === undefined ? undefined : `×${String(details['count'])}`,
  ].filter((part) => part !== undefined)
  return `  ${code}${where.length > 0 ? ` (${where.join(', ')})` : ''}: ${t.code('code', code)}`
}

export function judgedText({ file, unit, sequence, outcome, findings }: Judged, t: Translate): string[] {
  const name = unit === null ? '' : ` ${unit} #${String(sequence)}`
  return [`${file}:${name} ${t(`cli.outcome.${outcome}`)}`, ...findings.map((item) => findingText(item, t))]
}
