/**
 * What only a real window can show: start, repainting, a report as PDF, memory. It drives the built console through
 * playwright-core, which is a development dependency: in an installed console there is neither that nor this command's use.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ReportRequest } from '../../../shared/contract/contract'
import { profileWithOne, type BenchFolder } from './folder'
import { importInWindow } from './windowImport'
import { median, timed, type WindowLines } from './types'

const ROUNDS = 5
const PATIENCE = 120_000
/** ms after which the first screen's answers are kept for the next start */
const SETTLED = 4000

/** Of the main process of a driven console. */
interface ElectronSide {
  app: { getAppMetrics: () => { type: string; name?: string; memory: { workingSetSize: number } }[] }
  dialog: {
    showSaveDialog: () => Promise<{ canceled: boolean; filePath: string }>
    showOpenDialog: () => Promise<{ canceled: boolean; filePaths: string[] }>
  }
}
/** Of the driver, what is used here. */
interface Page {
  evaluate: <T>(script: string) => Promise<T>
  waitForSelector: (selector: string, options: { state: 'attached'; timeout: number }) => Promise<unknown>
  waitForTimeout: (ms: number) => Promise<void>
}
interface Application {
  firstWindow: () => Promise<Page>
  evaluate: <T, A>(work: (electron: ElectronSide, argument: A) => T, argument?: A) => Promise<T>
  process: () => { pid?: number }
  close: () => Promise<void>
}
interface Driver {
  _electron: {
    launch: (options: { executablePath: string; args: string[]; cwd: string }) => Promise<Application>
  }
}

interface Tools {
  hasDisplay: () => boolean
  startDisplay: () => Promise<() => void>
  electronRuntime: (options: { quiet: boolean }) => Promise<{ exe: string }>
  rootFlags: () => string[]
  ensureBuilt: (programs: string[]) => Promise<unknown>
}

async function toolsOf(root: string): Promise<Tools> {
  const load = (name: string) =>
    import(pathToFileURL(join(root, 'electron/build', name)).href) as Promise<Partial<Tools>>
  const all = await Promise.all(['display.mjs', 'electron-runtime.mjs', 'stale.mjs'].map(load))
  return Object.assign({}, ...all) as Tools
}

/**
 * Until the frame after something stands, seen by the page itself: the driver's own wait looks every half second once it has
 * waited for a while, and would measure that.
 */
const painted = (selector: string) => `new Promise((done, fail) => {
  setTimeout(() => fail(new Error('never painted')), ${PATIENCE})
  const frame = () => requestAnimationFrame(() => requestAnimationFrame(done))
  const stands = () => document.querySelector(${JSON.stringify(selector)}) !== null
  if (stands()) return frame()
  const watch = new MutationObserver(() => { if (stands()) { watch.disconnect(); frame() } })
  watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-ready'] })
})`

/** The first document that a window has is left for its page: what was asked of it then is asked again. */
async function untilPainted(page: Page, selector: string, until = performance.now() + PATIENCE): Promise<void> {
  try {
    await page.evaluate(painted(selector))
  } catch (error) {
    if (performance.now() > until || !/context|navigat/i.test(String(error))) throw error
    await untilPainted(page, selector, until)
  }
}

const ELECTRON = 'electron'
const DRIVER = 'playwright-core'

/** An application with nothing but a window. */
const EMPTY = `const { app, BrowserWindow } = require('${ELECTRON}')
const profile = app.commandLine.getSwitchValue('user-data-dir')
if (profile) app.setPath('userData', profile)
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadURL('data:text/html,<h1>x</h1>'))`

function emptyApplication(folder: string): string {
  const at = join(folder, 'empty')
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'package.json'), '{"name":"empty","version":"1.0.0","main":"main.js"}')
  writeFileSync(join(at, 'main.js'), EMPTY)
  return at
}

/** Quarters and units that are asked for one after the other. */
const UNITS = ['POLDA-JATENG', 'POLDA-JATIM', 'POLDA-BALI', 'POLDA-ACEH', 'POLRES-33.02', 'POLDA-METRO', 'POLDA-SUMUT', 'POLDA-RIAU', 'POLRES-33.74', 'POLDA-NTB'] // prettier-ignore
const LENGTHS = [3, 6, 12]

const day = (moment: Date) => moment.toISOString().slice(0, 10)
function periods(): string[] {
  const now = new Date()
  const end = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0))
  return LENGTHS.map((months) => {
    const from = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1 - months, 1))
    return `from=${day(from)}&to=${day(end)}`
  })
}

/** ms after which a screen that is not painted counts as painted then */
const LATEST = 20_000

/**
 * From the change of the location to the frame after the last figure in sight has its new answer: no part of the room
 * that the window shows says any more that it is busy. `whole`: until that is so of the whole page.
 */
const repaint = (hash: string) => `new Promise((done) => {
  const page = document.documentElement
  const inSight = (part) => { const { top, bottom } = part.getBoundingClientRect(); return bottom > 0 && top < innerHeight }
  const isBusy = () => [...document.querySelectorAll('main [aria-busy=true]')].some(inSight)
  const start = performance.now()
  let [begun, seen] = [false, null]
  const end = (whole) => { watch.disconnect(); done({ seen: seen ?? whole, whole }) }
  const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now() - start)))
  const watch = new MutationObserver(() => {
    if (page.dataset.ready === undefined) begun = true
    if (begun && seen === null && !isBusy()) { seen = -1; painted((ms) => (seen = ms)) }
    if (begun && page.dataset.ready !== undefined) { begun = false; painted(end) }
  })
  watch.observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-busy', 'data-ready'] })
  setTimeout(() => end(${LATEST}), ${LATEST})
  location.hash = ${JSON.stringify(hash)}
})`

interface Repaints {
  repaint_median_ms: number
  repaint_p95_ms: number
  repaint_whole_p95_ms: number
}

async function repaints(page: Page): Promise<Repaints> {
  const [seen, whole]: [number[], number[]] = [[], []]
  for (const period of periods())
    for (const unit of UNITS) {
      const ms = await page.evaluate<{ seen: number; whole: number }>(repaint(`#/ikhtisar?${period}&unit=${unit}`))
      seen.push(ms.seen)
      whole.push(ms.whole)
      await page.waitForTimeout(250)
    }
  const p95 = (times: number[]) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN)
  return { repaint_median_ms: Math.round(median(seen)), repaint_p95_ms: p95(seen), repaint_whole_p95_ms: p95(whole) }
}

async function report(app: Application, page: Page, folder: string): Promise<{ ms: number; pages: number }> {
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    join(folder, 'report.pdf'),
  )
  const request: ReportRequest = { kind: 'anev', language: 'id', filter: {}, suppress: 10 }
  const { value, ms } = await timed(() =>
    page.evaluate<{ ok: boolean; value?: { pages: number } }>(
      `window.pantau.call('report:save', ${JSON.stringify(request)})`,
    ),
  )
  if (!value.value) throw new Error('the report was not saved')
  return { ms: Math.round(ms), pages: value.value.pages }
}

async function memory(app: Application): Promise<Record<string, number>> {
  const found = await app.evaluate(({ app: application }) =>
    application.getAppMetrics().map(({ type, name, memory: { workingSetSize } }) => ({
      name: name ?? type,
      kilobytes: workingSetSize,
    })),
  )
  const sums: Record<string, number> = {}
  for (const { name, kilobytes } of found) sums[name] = (sums[name] ?? 0) + Math.round(kilobytes / 1024)
  return sums
}

/** `profile`: a console's folder with a nation in its workspace, which was imported from `folder`. */
export async function measureWindow(profile: string, folder: BenchFolder): Promise<WindowLines> {
  const root = join(__dirname, '../..')
  const tools = await toolsOf(root)
  await tools.ensureBuilt(['client', 'main', 'preload', 'whole', 'engine', 'worker'])
  const { exe } = await tools.electronRuntime({ quiet: true })
  const stop = tools.hasDisplay() ? () => undefined : await tools.startDisplay()
  const { _electron: electron } = createRequire(join(root, 'package.json'))(DRIVER) as Driver
  const open = async (program: string, folder: string, ready: string) => {
    const args = [...tools.rootFlags(), '--disable-gpu', `--user-data-dir=${folder}`, program]
    const start = performance.now()
    const app = await electron.launch({ executablePath: exe, args, cwd: root })
    const page = await app.firstWindow()
    await untilPainted(page, ready)
    return { app, page, ms: performance.now() - start }
  }
  const overview = 'html[data-ready=ikhtisar]'
  const [empty, emptyProfile] = [emptyApplication(profile), join(profile, 'empty-profile')]
  try {
    const importing = await open(root, await profileWithOne(folder, join(profile, 'importing')), 'html[data-ready]')
    const window_import = await importInWindow(importing, folder.from)
    await importing.app.close()
    const first = await open(root, profile, overview)
    await first.page.waitForTimeout(SETTLED)
    await first.app.close()
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      const bare = await open(empty, emptyProfile, 'h1')
      theirs.push(bare.ms)
      await bare.app.close()
      const console = await open(root, profile, overview)
      ours.push(console.ms)
      await console.app.close()
    }
    const { app, page } = await open(root, profile, overview)
    const lines = {
      window_import,
      start: { pantau_ms: Math.round(median(ours)), empty_ms: Math.round(median(theirs)) },
      ...(await repaints(page)),
    }
    const { ms: pdf_ms, pages: pdf_pages } = await report(app, page, profile)
    const memory_mb = await memory(app)
    await app.close()
    return { ...lines, pdf_ms, pdf_pages, memory_mb }
  } finally {
    stop()
    rmSync(join(profile, 'empty'), { recursive: true, force: true })
  }
}
