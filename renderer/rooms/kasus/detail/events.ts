/** The events of a case and how long after they happened they were recorded. Pure. */
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import type { Words } from '../../../../shared/sentences/words'

/** Same tolerance as the registry's usual policy for entries in the past. */
const PROMPT_DAYS = 3

export interface EventLine {
  id: string
  occurred: string
  event: string
  actor: string
  recorded: string
  late: boolean
  place: string
}
export interface EventsModel {
  finding: string
  lines: EventLine[]
}

export function eventsModel({ events }: CaseDetail, { t, f }: Words): EventsModel {
  const lines = events.map((item) => ({
    id: item.event_id,
    occurred: f.moment(item.occurred_at, true),
    event: t.code('event', item.event_type),
    actor: t.code('actor', item.actor_role),
    recorded: f.moment(item.recorded_at, true),
    late: Date.parse(item.recorded_at) - Date.parse(item.occurred_at) > PROMPT_DAYS * 86_400_000,
    place: `${f.count(item.sequence)}, ${f.count(item.row)}`,
  }))
  const late = lines.filter((line) => line.late).length
  const params = { total: f.count(lines.length), days: PROMPT_DAYS }
  if (lines.length === 0) return { finding: t('case.events.none'), lines }
  return {
    finding: late > 0 ? t('case.events.late', { ...params, n: f.count(late) }) : t('case.events.prompt', params),
    lines,
  }
}
