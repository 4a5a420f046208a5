/** The first sentences of a case's page. Pure. */
import type { CaseDetail } from '../../../../shared/contract/results/cases'
import { OPEN_STATUSES } from '../../../../shared/export/enums'
import type { Words } from '../../../../shared/sentences/words'
import { elapsedWords } from './duration'
import { deadlineWords } from './verdicts'

function whatWords({ case: values }: CaseDetail, { t }: Words): string {
  const parts = {
    subject: t.code('subject', values['subject'] ?? ''),
    category: t.code('category', values['category'] ?? 'unknown').toLocaleLowerCase(t.language),
    channel: t.code('channel', values['channel'] ?? ''),
  }
  const respondent = values['respondent_function'] ?? null
  if (respondent === null) return t('case.lead.what', parts)
  return t('case.lead.whatAgainst', { ...parts, function: t.code('respondent', respondent) })
}

function answeredWords({ case: values, provenance }: CaseDetail, words: Words): string {
  const [received, answered] = [values['received_at'] ?? '', values['first_response_at'] ?? null]
  if (answered === null) return words.t('case.lead.unanswered', { day: words.f.day(provenance.as_of) })
  if (Date.parse(answered) < Date.parse(received)) return words.t('case.lead.answerBefore')
  return words.t('case.lead.answered', { time: elapsedWords(received, answered, words) })
}

function endWords({ case: values, provenance }: CaseDetail, words: Words): string {
  const { t, f } = words
  const status = values['status'] ?? ''
  const closed = values['closed_at'] ?? null
  if (OPEN_STATUSES.some((open) => open === status) || closed === null)
    return t('case.lead.open', {
      status: t.code('status', status).toLocaleLowerCase(t.language),
      day: f.day(provenance.as_of),
    })
  const outcome = values['outcome'] ? t.code('outcome', values['outcome']) : t.code('status', status)
  const received = values['received_at'] ?? ''
  if (Date.parse(closed) < Date.parse(received)) return t('case.lead.closedBefore', { outcome })
  return t('case.lead.closed', { outcome, time: elapsedWords(received, closed, words) })
}

/** What it is about; whether it was answered and in time; how it stands. */
export function leadSentence(detail: CaseDetail, words: Words): string {
  const deadlines = detail.deadlines
    .filter(({ to }) => to === 'progress_at')
    .map((deadline) => deadlineWords(deadline, detail.provenance.as_of, words))
    .filter((text) => text !== null)
  const handled = [answeredWords(detail, words), ...deadlines].join('; ')
  return [whatWords(detail, words), `${handled}.`, endWords(detail, words)].join(' ')
}
