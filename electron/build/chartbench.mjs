/// <reference lib="dom" />
/**
 * How long charts with many marks take to be painted again, in the real window: `node electron/build/chartbench.mjs`
 * prints medians, 95th percentiles and the worst, and ends with 1 when a median is over its limit. The window is a demo
 * nation of 504 Polres; 60 months are put in front of the real ones where the nation holds fewer.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay, startDisplay } from './display.mjs'
import { electronRuntime, rootFlags } from './electron-runtime.mjs'
import { ensureBuilt, root } from './stale.mjs'

/** Repaints of each chart; the first ones warm the compiler and are not counted. */
const ROUNDS = 60
const WARM = 10
const CASES = 40_000
const MONTHS = 60

/** @typedef {{ name: string, limit_ms: number, marks: number, median_ms: number, p95_ms: number, worst_ms: number, script_ms: number }} PaintLine */

/** @param {string[]} args */
function cli(...args) {
  const run = spawnSync(process.execPath, [join(root, 'dist/main/cli.cjs'), ...args], { encoding: 'utf8' })
  if (run.error || (run.status ?? 2) > 1) throw run.error ?? new Error(run.stderr)
}

/** A user's folder with the demo nation, made by the command line. @param {string} folder */
function nation(folder) {
  const [demo, workspace] = [join(folder, 'demo'), join(folder, 'profile', 'workspace')]
  cli('demo', '--out', demo, '--cases', String(CASES))
  const roots = readFileSync(join(demo, 'roots.txt'), 'utf8').trim().split('\n')
  const registry = join(demo, 'demo.dumas-registry.zip')
  cli('registry', 'trust', registry, ...roots.map((key) => `--root=${key}`), '--workspace', workspace)
  cli('import', join(demo, 'exports'), '--workspace', workspace)
  return join(folder, 'profile')
}

/** Runs in the page: moves one end of a chart's range to and fro, and times each repaint to the frame that shows it. */
const MEASURE = async (/** @type {{ chart: string, rounds: number, warm: number }} */ { chart, rounds, warm }) => {
  const figure = document.querySelector(chart)?.closest('section.fig')
  const input = figure?.querySelector('input[type=range]')
  if (!figure || !(input instanceof HTMLInputElement)) throw new Error(`no range beside ${chart}`)
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', () => resolve(performance.now()), { once: true })
        port1.start()
        port2.postMessage(null)
      }),
    )
  const times = []
  for (let round = 0; round < rounds + warm; round++) {
    await painted()
    const start = performance.now()
    native?.set?.call(input, String(round % 2 === 0 ? 1 : 0))
    input.dispatchEvent(new Event('input', { bubbles: true }))
    const script = performance.now() - start
    const end = await painted()
    if (round >= warm) times.push({ painted: end - start, script })
  }
  const marks = figure.querySelectorAll('svg circle, svg path, svg rect, svg line, svg text').length
  return { times, marks }
}

/** @param {number[]} list @param {number} share */
const quantile = (list, share) => {
  const sorted = list.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN) * 10) / 10
}

/** Lines for the bench: one a chart. @returns {Promise<PaintLine[]>} */
export async function chartPaints() {
  await ensureBuilt()
  const { _electron } = await import('playwright-core')
  const { exe } = await electronRuntime({ quiet: true })
  const stop = hasDisplay() ? () => undefined : await startDisplay()
  const folder = mkdtempSync(join(tmpdir(), 'pantau-paint-'))
  const app = await _electron.launch({
    executablePath: exe,
    args: [...rootFlags(), '--disable-gpu', `--user-data-dir=${nation(folder)}`, root],
    cwd: root,
  })
  try {
    const page = await app.firstWindow()
    await app.evaluate(async ({ ipcMain }, months) => {
      // The real answer, with as many months before it as five years hold.
      const handlers = Reflect.get(ipcMain, '_invokeHandlers')
      const real = handlers.get('pantau:call')
      ipcMain.removeHandler('pantau:call')
      ipcMain.handle('pantau:call', async (event, name, args) => {
        const answer = await real(event, name, args)
        if (name !== 'query:run' || !answer.ok) return answer
        const { value } = answer
        if (args.name === 'funnel.proportion') {
          // Every unit at a place of its own, so that none is left out for standing upon another.
          const units = value.units.map((/** @type {object} */ unit, /** @type {number} */ at) => ({
            ...unit,
            n: 20 + 3 * at,
            value: 0.5 + ((at * 37) % 97) / 200,
          }))
          return { ...answer, value: { ...value, units } }
        }
        if (args.name !== 'region.unitMonths') return answer
        const missing = months - value.months.length
        const before = Array.from({ length: missing }, (_, at) => {
          const month = Number(value.months[0].slice(0, 4)) * 12 + Number(value.months[0].slice(5)) - 1 - missing + at
          return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
        })
        const lengthened = (/** @type {(number | null)[]} */ received) => [
          ...before.map((_, at) => received[at % received.length]),
          ...received,
        ]
        const units = value.units.map((/** @type {{ received: (number | null)[] }} */ unit) => ({
          ...unit,
          received: lengthened(unit.received),
        }))
        return { ...answer, value: { months: [...before, ...value.months], units } }
      })
    }, MONTHS)
    await page.waitForSelector('html[data-ready=ikhtisar]', { state: 'attached', timeout: 60_000 })
    /** @param {string} name @param {number} limit_ms @param {string} hash @param {string} chart @param {boolean} all */
    const measured = async (name, limit_ms, hash, chart, all) => {
      await page.evaluate((place) => window.location.assign(place), hash)
      await page.waitForSelector(chart, { state: 'attached', timeout: 60_000 })
      await page.waitForTimeout(1000)
      if (all) {
        // the first month, so that all sixty are drawn
        const thumb = page.locator(`section.fig:has(${chart}) input[type=range]`).first()
        await thumb.focus()
        await page.keyboard.press('Home')
      }
      await page.locator(chart).first().scrollIntoViewIfNeeded()
      const { times, marks } = await page.evaluate(MEASURE, { chart, rounds: ROUNDS, warm: WARM })
      const paints = times.map(({ painted }) => painted)
      return {
        name,
        limit_ms,
        marks,
        median_ms: quantile(paints, 0.5),
        p95_ms: quantile(paints, 0.95),
        worst_ms: quantile(paints, 1),
        script_ms: quantile(
          times.map(({ script }) => script),
          0.5,
        ),
      }
    }
    const year = 'from=2026-01-01&to=2026-09-30'
    return [
      await measured('funnel, 504 units', 30, `#/wilayah?${year}&level=polres`, '.funnel-field', false),
      await measured('36 lines × 60 months, one chart', 60, `#/wilayah?${year}&lines=one`, '.ln-pale', true),
      await measured(
        '36 lines × 60 months, small',
        60,
        `#/wilayah?${year}&lines=small`,
        '[data-chart=small-lines]',
        true,
      ),
    ]
  } finally {
    await app.close()
    stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const lines = await chartPaints()
  /** @param {string[]} cells */
  const print = (cells) =>
    process.stdout.write(`${cells.map((cell, at) => (at === 0 ? cell.padEnd(34) : cell.padStart(10))).join('')}\n`)
  print(['chart', 'marks', 'limit', 'median', 'p95', 'worst', 'script'])
  for (const { name, marks, limit_ms, median_ms, p95_ms, worst_ms, script_ms } of lines)
    print([name, String(marks), ...[limit_ms, median_ms, p95_ms, worst_ms, script_ms].map((time) => `${time} ms`)])
  process.exitCode = lines.every(({ median_ms, limit_ms }) => median_ms <= limit_ms) ? 0 : 1
}
