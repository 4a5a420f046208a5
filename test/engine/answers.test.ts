/** The first screen's answers at the next start: given when nothing changed that they follow from, else computed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { layoutOf } from '../../electron/engine/archive/layout'
import { sealed } from '../../electron/engine/archive/sealed'
import type { EngineConfig } from '../../electron/engine/engine'
import { readKept, writeKept } from '../../electron/engine/start/keptFile'
import { caseRow, makeExport, nextExport, registryOf } from '../helpers/signedExports'
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const first = makeExport()

test('kept answers are given to the same program on the same day over the same data, and to nobody else', async () => {
  const dir = freshFolder()
  const { answers } = layoutOf(dir)
  const trusted = await openTrusted(registryOf(), { dir })
  valueOf(await trusted.importPaths([exportFolder([{ packed: first, name: 'a' }])]))
  await trusted.close()
  const total = async (
    config: Partial<EngineConfig> = {},
    work?: (engine: Awaited<ReturnType<typeof open>>) => unknown,
  ) => {
    const engine = await open({ dir, program: 'this one', ...config })
    await work?.(engine)
    const found = valueOf(await engine.query('overview.totals', {}))
    await engine.close()
    return found.received
  }
  const right = await total()
  const planted = -1
  /** Writes another number into the file, so that it shows when it is used. */
  const plant = () => {
    const kept = readKept(answers)
    if (!kept) throw new Error('nothing is kept')
    const figures = kept.figures.map(([question]) => [question, JSON.stringify({ received: planted })] as const)
    writeKept(answers, { ...kept, figures })
  }
  plant()
  expect(await total()).toBe(planted)
  expect(await total({ program: 'another' })).toBe(right)
  expect(await total()).toBe(right)

  plant()
  expect(await total({ now: () => new Date(CLOCK().getTime() + 86_400_000) })).toBe(right)
  await total()
  plant()
  expect(await total({ settings: { cutiBersama: false, suppressionThreshold: 10 } })).toBe(right)
  await total()
  plant()
  expect(await total({ mode: 'read' })).toBe(right)
  const whole = readFileSync(answers)
  writeFileSync(answers, whole.subarray(0, -1))
  expect(await total()).toBe(right)
  writeFileSync(answers, Buffer.concat(sealed(Buffer.from('no JSON'))))
  expect(await total()).toBe(right)

  plant()
  const next = nextExport(first, 2)
  const more = await total({}, (engine) => engine.importPaths([exportFolder([{ packed: next, name: 'b' }])]))
  expect(more).toBeGreaterThanOrEqual(right as number)
})

test('a reason that is written anew is shown at once, in the same session and after a restart', async () => {
  const dir = freshFolder()
  const cases = Array.from({ length: 4 }, (_, n) => caseRow(n + 1))
  const edited = cases.map((_, n) => caseRow(n + 1, { category: 'discrimination' }))
  const one = makeExport({ tables: { cases } })
  const two = nextExport(one, 2, { tables: { cases: edited } })
  const engine = await openTrusted(registryOf(), { dir, program: 'this one' })
  valueOf(await engine.importPaths([exportFolder([{ packed: one, name: 'a' }, { packed: two, name: 'b' }])])) // prettier-ignore
  const reasonOf = async (held: typeof engine) => valueOf(await held.query('overview.questions', {})).items[0]?.reason
  const [question] = valueOf(await engine.query('overview.questions', {})).items
  for (const reason of ['surat 1', 'surat 2']) {
    valueOf(await engine.disposeQuestion({ id: question!.id, disposition: 'explained', reason }))
    expect(await reasonOf(engine)).toBe(reason)
  }
  await engine.close()
  const again = await open({ dir, program: 'this one' })
  expect(await reasonOf(again)).toBe('surat 2')
  await again.close()
})
