/** Fetches all cases that match, thousand by thousand, and makes one CSV file of them. */
import type { QueryParams } from '../../../shared/contract/queries'
import { fail, ok, type Result } from '../../../shared/contract/result'
import type { Words } from '../../../shared/sentences/words'
import { runQuery } from '../../api/client'
import { csvHead, csvRows } from './csv'

/** More rows than a spreadsheet is pleasant with, and what one message to the main process may hold. */
export const MOST_ROWS = 200_000
const CHUNK = 1000

interface Options {
  query: QueryParams<'cases.page'>
  total: number
  words: Words
  onProgress: (done: number) => void
  signal: AbortSignal
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * UTF-8 bytes of the CSV; null when it was cancelled. Errors: those of `cases.page`, CASES-CHANGED when the number of
 * matching rows changed on the way, so that the file would be a mixture.
 */
export async function casesCsv({
  query,
  total,
  words,
  onProgress,
  signal,
}: Options): Promise<Result<Uint8Array<ArrayBuffer> | null>> {
  const encoder = new TextEncoder()
  const parts = [encoder.encode(csvHead(words))]
  for (let offset = 0; offset < total; offset += CHUNK) {
    // One after another: each is quick, and the console stays usable meanwhile.
    // oxlint-disable-next-line no-await-in-loop
    const page = await runQuery('cases.page', { ...query, offset, limit: CHUNK })
    if (signal.aborted) return ok(null)
    if (!page.ok) return page
    if (page.value.total !== total) return fail('CASES-CHANGED', 'input')
    parts.push(encoder.encode(csvRows(page.value.rows, words)))
    onProgress(Math.min(total, offset + CHUNK))
  }
  return ok(concatenated(parts))
}
