/** The demo nation comes to its generator's own ledger, whichever way it arrives: as files, or opened by the console. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEMO_REGISTRY_FILE, writeDemo } from '../../electron/engine/demo'
import type { Engine } from '../../electron/engine/engine'
import { bundle } from '../helpers/bundle'
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
