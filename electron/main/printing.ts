import { setTimeout as later } from 'node:timers/promises'
import { BrowserWindow } from 'electron'
import type { ReportModel } from '../../shared/report/model'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { Handlers } from './calls'
import { pageUrl } from './origin'
import { pdfPages } from './pdfPages'
import { pagePreferences } from './windows'

/** ms for the page to load its model, its fonts and to draw its charts */
const READY_TIMEOUT = 60_000

interface Job {
  model: ReportModel
  ready: () => void
}
const jobs = new Map<number, Job>()

/** The two calls of a print page: the model that it was opened for (null for any other page), and that it is drawn. */
export const printHandlers: Pick<Handlers, 'print:model' | 'print:ready'> = {
  'print:model': (_, { page }) => ok(jobs.get(page.id)?.model ?? null),
  'print:ready': (_, { page }) => {
    jobs.get(page.id)?.ready()
    return ok(null)
  },
}

export interface PrintWatch {
  /** gives the printing up */
  signal?: AbortSignal
  /** the page is drawn: paper is next */
  onDrawn?: () => void
}

/**
 * Prints a frozen report model on A4: print.html in a hidden window, which asks for the model and says when it is
 * drawn. The page must not wait for requestAnimationFrame: a hidden window has none.
 * Errors: PRINT-FAILED {reason}; also when it was given up.
 */
export async function printReport(
  model: ReportModel,
  { signal, onDrawn = () => undefined }: PrintWatch = {},
): Promise<Result<{ pdf: Uint8Array; pages: number }>> {
  const window = new BrowserWindow({
    show: false,
    width: 1000,
    height: 1400,
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  })
  const page = window.webContents
  const { id } = page
  const giveUp = new AbortController()
  try {
    const drawn = new Promise<void>((ready) => jobs.set(id, { model, ready }))
    const tooLate = later(READY_TIMEOUT, undefined, { signal: giveUp.signal }).then(() => {
      throw new Error(`not drawn after ${READY_TIMEOUT / 1000} s`)
    })
    const gone = new Promise<never>((_, failed) => {
      page.once('render-process-gone', (__, { reason }) => failed(new Error(`page ${reason}`)))
    })
    const givenUp = new Promise<never>((_, failed) => {
      if (signal?.aborted) failed(new Error('given up'))
      signal?.addEventListener('abort', () => failed(new Error('given up')), { once: true })
    })
    for (const late of [tooLate, givenUp]) late.catch(() => undefined) // also reject when they are no longer waited for
    await Promise.race([window.loadURL(pageUrl('print.html')).then(() => drawn), tooLate, gone, givenUp])
    onDrawn()
    const printed = page.printToPDF({
      pageSize: 'A4',
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      // the page makes its own pages, with head, foot and margins in its own typeface
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
    printed.catch(() => undefined)
    const pdf = await Promise.race([printed, gone, givenUp])
    return ok({ pdf, pages: pdfPages(pdf) })
  } catch (error) {
    return fail('PRINT-FAILED', 'environment', { reason: error instanceof Error ? error.message : String(error) }, true)
  } finally {
    giveUp.abort()
    jobs.delete(id)
    window.destroy()
  }
}
