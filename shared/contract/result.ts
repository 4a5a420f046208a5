/** Errors are data: a code with a text in both languages (`error.<code>`), never a thrown string. */
export type ErrorKind = 'input' | 'integrity' | 'environment' | 'engine' | 'bug'
export interface AppError {
  code: string
  kind: ErrorKind
  params: Readonly<Record<string, string | number>>
  /** the same call may succeed when repeated */
  retry?: boolean
}
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppError }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const fail = (
  code: string,
  kind: ErrorKind,
  params: AppError['params'] = {},
  retry = false,
): { ok: false; error: AppError } => ({
  ok: false,
  error: retry ? { code, kind, params, retry } : { code, kind, params },
})
