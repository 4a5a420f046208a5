/** What a stage hands on: its value, or the finding that stops the file. */
import { finding, type Finding, type FindingCode, type Place } from '../../../shared/export/codes'

export type Step<T> = { ok: true; value: T } | { ok: false; finding: Finding }

export const pass = <T>(value: T): Step<T> => ({ ok: true, value })
export const stop = (code: FindingCode, place: Place = {}, details: Finding['details'] = {}): Step<never> => ({
  ok: false,
  finding: finding(code, place, details),
})
