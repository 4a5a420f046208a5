/**
 * The engine is killed in the middle of a decision, of its undoing, or of saving a finding: every acknowledged step stands,
 * the one that ran stands whole or not at all, and figures, journal and audit log tell the same.
 */
import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '../../../electron/engine/engine'
import { bundle } from '../../helpers/bundle'
import { inLanes } from '../../helpers/lanes'
import { caseRow, makeExport, nextExport } from '../../helpers/signedExports'
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../../helpers/workspaces'

/** Once after each step of a round in the ordinary run; `npm run test:faults` asks for more. */
const KILLS = Number(process.env['PANTAU_KILLS'] ?? 7)
const STEPS_OF_A_ROUND = 7
const MOST_MS = 25

const first = makeExport({ tables: { cases: [caseRow(1), caseRow(2)] } })
const edited = nextExport(first, 2, { tables: { cases: [caseRow(1, { category: 'discrimination' }), caseRow(2)] } })
const backwards = nextExport(edited, 3, { tables: { cases: [caseRow(1), caseRow(2), caseRow(3)] } })

let child = ''
let template = ''
beforeAll(async () => {
  child = await bundle('test/helpers/decisionChild.ts', 'child', freshFolder('programs'))
  const engine = await openTrusted()
  valueOf(await engine.importPaths([exportFolder([first, edited, backwards].map((packed, n) => ({ packed, name: String(n) })))])) // prettier-ignore
  template = engine.dir
  await engine.close()
})

/** The steps that were acknowledged before the kill, `ms` after the given number of them. */
function run(dir: string, steps: number, ms: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const deciding = spawn(process.execPath, [child, dir, CLOCK().toISOString()], { stdio: ['ignore', 'pipe', 'inherit'] }) // prettier-ignore
    let text = ''
    let isCounted = false
    deciding.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8')
      if (isCounted || text.split('\n').length - 2 < steps) return
      isCounted = true
      setTimeout(() => deciding.kill('SIGKILL'), ms)
    })
    deciding.on('error', reject)
    deciding.on('close', () => resolve(text.slice(0, text.lastIndexOf('\n') + 1).split('\n').slice(1, -1))) // prettier-ignore
  })
}

async function pictureOf(engine: Engine) {
  const categories = valueOf(await engine.query('overview.byCategory', {}))
  const [change] = valueOf(await engine.query('integrity.changes', {})).lines
  const [line] = valueOf(await engine.query('integrity.quarantine', {}))
  return {
    discrimination: categories.find(({ code }) => code === 'discrimination')?.count ?? 0,
    received: valueOf(await engine.query('overview.totals', {})).received,
    change: change?.state,
    desk: line?.state,
  }
}
type Picture = Awaited<ReturnType<typeof pictureOf>>

const BEFORE: Picture = { discrimination: 0, received: 2, change: 'open', desk: 'open' }
/** What each step makes of the picture before it. */
const EFFECT: Readonly<Record<string, Partial<Picture>>> = {
  'change.accept': { discrimination: 1, change: 'accepted' },
  'change.undo': { discrimination: 0, change: 'open' },
  'quarantine.reject': { desk: 'rejected' },
  'quarantine.undo': { desk: 'open', received: 2 },
  'quarantine.accept': { desk: 'accepted', received: 3 },
  'finding.create': {},
}
const ROUND = ['change.accept', 'finding.create', 'change.undo', 'quarantine.reject', 'quarantine.undo', 'quarantine.accept', 'quarantine.undo'] // prettier-ignore
const after = (steps: readonly string[]) => steps.reduce((picture, step) => ({ ...picture, ...EFFECT[step] }), BEFORE)
const countOf = (steps: readonly string[], step: string) => steps.filter((one) => one === step).length

test(`killed ${KILLS} times inside a decision`, { timeout: KILLS * 15_000 }, async () => {
  await inLanes(KILLS, async (kill) => {
    const dir = freshFolder('killed')
    cpSync(template, dir, { recursive: true })
    const steps = await run(dir, kill % (2 * STEPS_OF_A_ROUND), Math.random() * MOST_MS)
    const running = ROUND[steps.length % STEPS_OF_A_ROUND]!
    const engine = await open({ dir })
    const picture = await pictureOf(engine)
    expect([after(steps), after([...steps, running])]).toContainEqual(picture)

    const { valid, entries } = valueOf(await engine.query('audit.page', { offset: 0, limit: 500 }))
    const acts = entries.map(({ action }) => action).filter((action) => action in EFFECT).toReversed() // prettier-ignore
    expect([valid, [steps, [...steps, running]]]).toEqual([true, expect.arrayContaining([acts])])
    const findings = valueOf(await engine.findings.list()).length
    expect([countOf(steps, 'finding.create'), countOf([...steps, running], 'finding.create')]).toContain(findings)
    expect(valueOf(await engine.check()).findings.filter(({ repaired }) => !repaired)).toEqual([])
    // the log tells what the figures show
    expect(after(acts)).toEqual(picture)
    await engine.close()
    const again = await open({ dir })
    expect(await pictureOf(again)).toEqual(picture)
    await again.close()
  })
})
