/**
 * A folder of exports imported in a real window, by its own button: how long, what all processes take, and the longest
 * task of the page and of the main process meanwhile.
 */
import { watch } from './processes'
import type { WindowImport } from './types'

/** Of a driven console, what is used here. */
export interface Driven {
  app: {
    evaluate: <T, A>(work: (electron: { dialog: Dialog }, argument: A) => T, argument?: A) => Promise<T>
    process: () => { pid?: number }
  }
  page: {
    evaluate: <T>(script: string) => Promise<T>
    waitForSelector: (selector: string, options: { state: 'attached'; timeout: number }) => Promise<unknown>
  }
}
interface Dialog {
  showOpenDialog: () => Promise<{ canceled: boolean; filePaths: string[] }>
}

const PATIENCE = 900_000
const READY = 60_000

/** Tasks of the page over 50 ms, as the browser tells them. */
const WATCH_PAGE = `(() => {
  window.benchTasks = []
  new PerformanceObserver((list) => window.benchTasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ entryTypes: ['longtask'] })
})()`

/** Runs in the main process: how much later than asked a timer comes, and the processor time that passed meanwhile. */
function watchMain(): void {
  const seen = { late: 0, busy: 0 }
  Object.assign(globalThis, { benchMain: seen })
  const every = 10
  let last = performance.now()
  let cpu = process.cpuUsage()
  setInterval(() => {
    const now = performance.now()
    const used = process.cpuUsage(cpu)
    const late = now - last - every
    seen.late = Math.max(seen.late, late)
    seen.busy = Math.max(seen.busy, Math.min(late, (used.user + used.system) / 1000))
    last = now
    cpu = process.cpuUsage()
  }, every)
}
const mainSeen = () => (globalThis as unknown as { benchMain: { late: number; busy: number } }).benchMain

/** The console shows the import of its data room; the folder is what its dialog will answer. */
export async function importInWindow({ app, page }: Driven, folder: string): Promise<WindowImport> {
  await page.evaluate(`location.hash = '#/data'`)
  await page.waitForSelector('html[data-ready=data] .rowline button', { state: 'attached', timeout: READY })
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, folder)
  await page.evaluate(WATCH_PAGE)
  await app.evaluate(watchMain)
  const { pid } = app.process()
  const watched = pid === undefined ? null : watch(pid)
  const start = performance.now()
  await page.evaluate(`document.querySelector('.rowline button').click()`)
  await page.waitForSelector('.g.summary', { state: 'attached', timeout: PATIENCE })
  const ms = performance.now() - start
  const usage = watched?.end() ?? { peak_mb: null, cpu_ms: null }
  const tasks = await page.evaluate<number[]>('window.benchTasks')
  const main = await app.evaluate(mainSeen)
  return {
    ms: Math.round(ms),
    ...usage,
    page_longest_ms: Math.round(Math.max(0, ...tasks)),
    page_over_100_ms: tasks.filter((task) => task > 100).length,
    main_longest_ms: Math.round(main.busy),
    main_latest_ms: Math.round(main.late),
  }
}
