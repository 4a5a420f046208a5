/**
 * The demo nation comes to its generator's own ledger, whichever way it arrives: as files, or opened by the console. The
 * whole of it by `npm run test:faults`, a part of its units here.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addLedger, DEMO_REGISTRY_FILE, demoRegistry, emptyLedger, exportsOfUnit, planDemo, writeDemo } from '../../electron/engine/demo' // prettier-ignore
import type { Engine } from '../../electron/engine/engine'
import { bundle } from '../helpers/bundle'
import { isWholeRun } from '../helpers/wholeRun'
import { CLOCK, freshFolder, open, valueOf } from '../helpers/workspaces'

const OPTIONS = { cases: 2000, seed: 'uji', purpose: 'demo', now: CLOCK() } as const

async function figures(engine: Engine) {
  const months = valueOf(await engine.query('overview.byMonth', {}))
  const channels = valueOf(await engine.query('overview.byChannel', {}))
  const { received, open: unfinished, closed, overdue } = valueOf(await engine.query('overview.totals', {}))
  const community = valueOf(await engine.query('channel.community', {}))
  const { lines } = valueOf(await engine.query('channel.calls', {}))
  const byLine = (of: (line: (typeof lines)[number]) => number) => counts(lines.map((line) => [line.line, of(line)]))
  const counts = (entries: [string, number][]) => Object.fromEntries(entries.filter(([, count]) => count > 0))
  return {
    cases: received,
    open: unfinished,
    closed,
    overdue,
    received_by_month: counts(months.map((month) => [month.month, month.received])),
    closed_by_month: counts(months.map((month) => [month.month, month.closed])),
    by_channel: counts(channels.map(({ code, count }) => [code, count])),
    sessions: counts(community.kinds.map(({ kind, sessions }) => [kind, sessions])),
    attendees: community.attendance.total,
    issues: community.issues.total,
    call_days: byLine((line) => line.days_reported),
    offered: byLine((line) => line.funnel?.offered ?? 0),
    answered: byLine((line) => line.funnel?.answered ?? 0),
    pranks: byLine((line) => line.prank.numerator ?? 0),
  }
}

/** Every unit whose number in the plan has no remainder by this; planted units are among them. */
const EACH = 18

test('the files of some units: figures are those of their ledgers', async () => {
  const plan = planDemo({ ...OPTIONS, cases: 6000 })
  const dir = freshFolder('demo')
  mkdirSync(join(dir, 'exports'))
  const ledger = emptyLedger()
  for (let index = 0; index < plan.reporting.length; index += EACH) {
    const made = exportsOfUnit(plan, index)
    addLedger(ledger, made.ledger)
    for (const { name, zip } of made.files) writeFileSync(join(dir, 'exports', name), zip)
  }
  const { zip, roots } = demoRegistry(plan)
  writeFileSync(join(dir, DEMO_REGISTRY_FILE), zip)
  const engine = await open({ dir: freshFolder('workspace') })
  valueOf(await engine.trustRegistry({ path: join(dir, DEMO_REGISTRY_FILE), thumbprints: roots }))
  expect(valueOf(await engine.importPaths([join(dir, 'exports')])).rejected).toBe(0)
  expect(ledger.cases).toBeGreaterThan(100)
  expect(await figures(engine)).toEqual(ledger)
  await engine.close()
})

/** Takes half a minute: 540 units, twice. */
const wholeNation = () =>
  test('as files and as opened, figures are those of the ledger', { timeout: 300_000 }, async () => {
    const workerFile = await bundle('electron/engine/worker.ts', 'worker', freshFolder('programs'))
    const dir = freshFolder('demo')
    const { ledger, files } = await writeDemo(dir, OPTIONS)
    expect(JSON.parse(readFileSync(join(dir, 'ledger.json'), 'utf8'))).toEqual(ledger)
    const roots = readFileSync(join(dir, 'roots.txt'), 'utf8').trim().split('\n')
    const imported = await open({ dir: freshFolder('workspace'), workerFile })
    valueOf(await imported.trustRegistry({ path: join(dir, DEMO_REGISTRY_FILE), thumbprints: roots }))
    const summary = valueOf(await imported.importPaths([join(dir, 'exports')]))
    expect([summary.files.length, summary.rejected]).toEqual([files, 0])
    expect(ledger.cases).toBeGreaterThan(1900)
    expect(await figures(imported)).toEqual(ledger)

    const opened = await open({ dir: freshFolder('workspace'), workerFile })
    valueOf(await opened.openDemo({ demo: OPTIONS }))
    expect(await figures(opened)).toEqual(ledger)
    expect(opened.heads()).toEqual(imported.heads())
    await opened.close()
    await imported.close()
  })
if (isWholeRun) wholeNation()

test('the unit that corrects far more than others is asked about, with the counts of the revision rate', async () => {
  const plan = planDemo({ ...OPTIONS, cases: 60_000 })
  const dir = freshFolder('revised')
  for (const [index, { unit }] of plan.reporting.entries()) {
    if (!['POLRES-33.29', 'POLRES-33.01', 'POLRES-33.22'].includes(unit.code)) continue
    for (const { name, zip } of exportsOfUnit(plan, index).files) writeFileSync(join(dir, name), zip)
  }
  const { zip, roots } = demoRegistry(plan)
  const path = join(freshFolder('registry'), DEMO_REGISTRY_FILE)
  writeFileSync(path, zip)
  const engine = await open({ dir: freshFolder('workspace') })
  valueOf(await engine.trustRegistry({ path, thumbprints: roots }))
  expect(valueOf(await engine.importPaths([dir])).rejected).toBe(0)
  const { items } = valueOf(await engine.query('overview.questions', {}))
  const asked = items.filter(({ signal }) => signal === 'revision_rate')
  const rate = valueOf(await engine.query('integrity.revisionRate', { unit: 'POLRES-33.29' }))
  const { changed, comparable } = rate.total
  expect(changed).toBe(25)
  expect(asked).toMatchObject([{ unit: 'POLRES-33.29', evidence: { changed, comparable } }])
  await engine.close()
})
