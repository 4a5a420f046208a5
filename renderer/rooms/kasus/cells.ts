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

/** Days to the first answer with one decimal, or the word for "not yet". */
export const answerWords = (row: Pick<CaseRow, 'received_at' | 'first_response_at'>, { t, f }: Words): string =>
  row.first_response_at === null
    ? t('cases.unanswered')
    : f.number(elapsedDays(row.received_at, row.first_response_at), 1)
