import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import type { QueryName, QueryParams, QueryResult } from '../../shared/contract/queries'
import type { Result } from '../../shared/contract/result'
import type { OverviewTotals } from '../../shared/contract/results/overview'
import type { Filter } from '../../shared/domain/filter'
import { translator, type Language } from '../../shared/messages/catalogue'
import { formats } from '../../shared/messages/format'
import { parsePeriod } from '../../shared/report/period'
import { writeFileAtomic } from './atomicFile'
import type { EngineClient } from './engineClient'
import { printReport } from './printing'

/** ms for the page to load, and for the overview to be painted once the demo nation is there */
const PATIENCE = 60_000

const valueOf = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`)
}

/** Until a frame with the page as it stands has been drawn: the second callback comes after the first one's frame. */
const FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))'

/** Waits until the page says that a room stands, and is painted. */
async function painted(window: BrowserWindow, room: string) {
  const page = window.webContents
  const until = Date.now() + PATIENCE
  while ((await page.executeJavaScript('document.documentElement.dataset.ready')) !== room) {
    if (Date.now() > until) throw new Error(`the room ${room} was not painted within ${PATIENCE / 1000} s`)
    await later(50)
  }
  await page.executeJavaScript(FRAMES)
}

/** A named query of the engine. */
async function ask<N extends QueryName>(
  engine: EngineClient,
  name: N,
  params: QueryParams<N>,
): Promise<QueryResult<N>> {
  return valueOf(await engine.call('query:run', { name, params })) as QueryResult<N>
}

/** The last quarter that was over on the first of a day's month, `2026-Q3`. */
function quarterBefore(day: string): string {
  const over = Math.floor((Number(day.slice(5, 7)) - 1) / 3)
  return over === 0 ? `${Number(day.slice(0, 4)) - 1}-Q4` : `${day.slice(0, 4)}-Q${over}`
}

/** What the tour's report is about: the Polda with most cases, in the last quarter that is over. */
async function reportFilter(engine: EngineClient): Promise<Filter> {
  const { last_day } = await ask(engine, 'workspace.state', {})
  const { units } = await ask(engine, 'overview.map', {})
  const [most] = units.toSorted((a, b) => b.received - a.received)
  return { ...parsePeriod(quarterBefore(last_day ?? '')), ...(most && { unit: most.unit }) }
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
  window.webContents.sendInputEvent({ type: 'mouseLeave', x: 0, y: 0 }) // no pointer rests on the picture
  await painted(window, 'ikhtisar')
  const picture = await window.webContents.capturePage()
  await writeFileAtomic(join(into, 'ikhtisar.png'), picture.toPNG())
  console.log(t('tour.painted', { seconds: seconds(), file: join(into, 'ikhtisar.png') }))

  const totals = await ask(engine, 'overview.totals', {})
  const filter = await reportFilter(engine)
  const model = valueOf(await engine.call('report:model', { kind: 'anev', filter, language }))
  const { pdf, pages } = valueOf(await printReport(model))
  await writeFileAtomic(join(into, 'anev.pdf'), pdf)
  console.log(
    t('tour.printed', { unit: model.subtitle, period: model.period.label, pages, file: join(into, 'anev.pdf') }),
  )
  for (const line of describe(totals, language)) console.log(line)
}
