/** A disk that is full, and a folder that cannot be written: said as such, nothing half done, and all is there afterwards. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openEngine } from '../../electron/engine/openEngine'
import type { Engine } from '../../electron/engine/engine'
import { translator } from '../../shared/messages/catalogue'
import { callRow, caseRow, eventRow, makeExport, nextExport } from '../helpers/signedExports'
import { CLOCK, exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const isRoot = process.getuid?.() === 0
const mounted: string[] = []
const run = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
afterAll(() => mounted.forEach((folder) => run('umount', folder)))
/** A small file system of its own; null where nothing may be mounted. */
function smallDisk(kilobytes: number): string | null {
  const folder = freshFolder('disk')
  if (process.platform !== 'linux' || !isRoot) return null
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) return null
  mounted.push(folder)
  return folder
}
const canMount = smallDisk(64) !== null

const picture = async (engine: Engine) => ({
  totals: valueOf(await engine.query('overview.totals', {})),
  months: valueOf(await engine.query('overview.byMonth', {})),
  heads: engine.heads(),
})
const CASES = 400
/** Snapshots that grow: each takes more room than the one before. */
const tables = (count: number) => {
  const cases = Array.from({ length: count }, (_, at) => caseRow(at))
  return { cases, events: cases.map((row, at) => eventRow(at, { case_id: row[0] ?? '' })), daily_calls: [callRow()] }
}
const first = makeExport({ tables: tables(CASES) })
const second = nextExport(first, 2, { tables: tables(CASES * 4) })
const folder = () => exportFolder([{ packed: first, name: 'a' }, { packed: second, name: 'b' }]) // prettier-ignore

test.skipIf(!canMount)('a disk that fills up in the middle of an import (needs root, to mount one)', async () => {
  const clean = await openTrusted()
  const source = folder()
  valueOf(await clean.importPaths([source]))
  const whole = await picture(clean)
  await clean.close()
  const empty = await openTrusted()
  await empty.close()
  const outcomes = new Set<string>()
  for (const kilobytes of [500, 900, 1100, 1800]) {
    const disk = smallDisk(kilobytes)!
    const dir = join(disk, 'workspace')
    cpSync(empty.dir, dir, { recursive: true })
    const engine = await open({ dir })
    const imported = await engine.importPaths([source])
    const codes = imported.ok
      ? imported.value.files.map(({ outcome, findings }) => (outcome === 'rejected' ? findings[0]?.code : outcome))
      : [imported.error.code]
    codes.forEach((code) => outcomes.add(code ?? ''))
    console.info(`${kilobytes} KiB: ${codes.join(', ')}`)
    const accepted = imported.ok ? imported.value.files.filter(({ outcome }) => outcome.startsWith('accepted')) : []
    await engine.close()

    expect(run('mount', '-o', 'remount,size=64m', disk)).toBe(true)
    const after = await open({ dir })
    const held = valueOf(await after.query('exports.list', {})).map(({ sequence }) => sequence)
    expect(held).toEqual(expect.arrayContaining(accepted.map(({ sequence }) => sequence)))
    expect(valueOf(await after.check()).findings).toEqual([])
    valueOf(await after.importPaths([source]))
    expect(await picture(after)).toEqual(whole)
    await after.close()
  }
  expect(outcomes).toContain('DISK-FULL')
  expect([...outcomes].filter((code) => !['DISK-FULL', 'accepted', 'accepted_with_flags'].includes(code))).toEqual([])
  expect(translator('id').code('error', 'DISK-FULL')).toBe('Ruang simpan komputer penuh.')
}) // prettier-ignore

/** What a folder that cannot be written gives. */
async function refusesToWrite(dir: string, whole: Awaited<ReturnType<typeof picture>>) {
  const opened = await openEngine({ dir, now: CLOCK })
  if (opened.ok) await opened.value.close()
  expect(!opened.ok && [opened.error.code, opened.error.kind]).toEqual(['WORKSPACE-UNUSABLE', 'environment'])
  const words = translator('en')
  expect(words.code('error', 'WORKSPACE-UNUSABLE', { reason: 'EROFS' })).toContain(
    'cannot be opened or written (EROFS)',
  )
  expect(words.code('error', 'WORKSPACE-UNUSABLE.todo')).toContain('permissions')
  const reading = await open({ dir, mode: 'read' })
  expect(await picture(reading)).toEqual(whole)
  const refused = await reading.importPaths([folder()])
  expect(!refused.ok && refused.error.code).toBe('WORKSPACE-READONLY')
  const unsigned = await reading.papers.headsList()
  expect(!unsigned.ok && unsigned.error.code).toBe('WORKSPACE-UNUSABLE')
  await reading.close()
}

test.skipIf(!canMount && isRoot)('a folder that cannot be written opens for reading only', async () => {
  const engine = await openTrusted()
  valueOf(await engine.importPaths([folder()]))
  const whole = await picture(engine)
  await engine.close()
  if (!canMount) {
    chmodSync(engine.dir, 0o500)
    await refusesToWrite(engine.dir, whole)
    return chmodSync(engine.dir, 0o700)
  }
  const disk = smallDisk(32_768)!
  const dir = join(disk, 'workspace')
  cpSync(engine.dir, dir, { recursive: true })
  expect(run('mount', '-o', 'remount,ro', disk)).toBe(true)
  await refusesToWrite(dir, whole)
})
