/** One row of the cases' table in words. Pure. */
import type { CaseRow } from '../../../shared/contract/results/cases'
import type { Words } from '../../../shared/sentences/words'

/** Days from receipt to `moment`: whole elapsed hours / 24, negative when it lies before. */
export const elapsedDays = (received: string, moment: string): number =>
  Math.floor((Date.parse(moment) - Date.parse(received)) / 3_600_000) / 24

/** "dalam proses", or for a closed case its outcome: "selesai tidak benar". */
export function statusWords(row: Pick<CaseRow, 'status' | 'outcome'>, { t }: Words): string {
  const words = row.outcome === null ? t.code('status', row.status) : t.code('outcome', row.outcome)
  return words.toLocaleLowerCase(t.language)
}

/**
 * Days to the first answer with one decimal, or the word for "not yet". An answer within the first hours is "< 0,1": a
 * bare 0,0 would read as a time that was never measured.
 */
export function answerWords(row: Pick<CaseRow, 'received_at' | 'first_response_at'>, { t, f }: Words): string {
  if (row.first_response_at === null) return t('cases.unanswered')
  const days = elapsedDays(row.received_at, row.first_response_at)
  return days >= 0 && days < 0.05 ? `< ${f.number(0.1, 1)}` : f.number(days, 1)
}
