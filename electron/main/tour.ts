import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { Result } from '../../shared/contract/result'
import type { OverviewTotals } from '../../shared/contract/results/overview'
import { translator, type Language } from '../../shared/messages/catalogue'
import { formats } from '../../shared/messages/format'
import { writeFileAtomic } from './atomicFile'
import type { EngineClient } from './engineClient'
import { printReport } from './printing'

/** ms for the page to load, and for the overview to be painted once the demo nation is there */
const PATIENCE = 60_000

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
}

/** Waits until the page says that a room is painted. */
async function painted(window: BrowserWindow, room: string) {
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    const ready: unknown = await window.webContents.executeJavaScript('document.documentElement.dataset.ready')
    if (ready === room) return
    await later(50)
  }
  throw new Error(`the ${room} was not painted within ${PATIENCE / 1000} s`)
}

function describe(totals: OverviewTotals, language: Language): string[] {
  const t = translator(language)
  const { count } = formats(language)
  const figures = ['received', 'open', 'closed', 'overdue', 'units_reported', 'units_expected'] as const
  return figures.map((figure) => `${t(`tour.${figure}`)}: ${count(totals[figure])}`)
}

/**
 * What `npm start` does where nobody can look: opens the demo nation by the calls that the window uses, writes a
 * picture of the overview and an Anev report into `folder`, and prints the key figures.
 */
export async function runTour(folder: string, window: BrowserWindow, engine: EngineClient, language: Language) {
  const started = Date.now()
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1)
  const t = translator(language)
  const into = resolve(folder)
  await mkdir(into, { recursive: true })
  const demo = valueOf(await engine.call('demo:open', {}))
  console.log(
    t('tour.demo', { exports: demo.accepted + demo.accepted_with_flags + demo.duplicate, seconds: seconds() }),
  )
  await painted(window, 'ikhtisar')
  const picture = await window.webContents.capturePage()
  await writeFileAtomic(join(into, 'ikhtisar.png'), picture.toPNG())
  console.log(t('tour.painted', { seconds: seconds(), file: join(into, 'ikhtisar.png') }))

  const totals = valueOf(await engine.call('query:run', { name: 'overview.totals', params: {} })) as OverviewTotals
  const model = valueOf(await engine.call('report:model', { kind: 'anev', filter: {}, language }))
  const { pdf, pages } = valueOf(await printReport(model))
  await writeFileAtomic(join(into, 'anev.pdf'), pdf)
  console.log(t('tour.printed', { pages, file: join(into, 'anev.pdf') }))
  for (const line of describe(totals, language)) console.log(line)
}
