/** One byte of each kind of file flipped, first, middle and last: noticed, mended or named, and the figures as before. */
import { chmodSync, cpSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../electron/engine/engine'
import { translator } from '../../shared/messages/catalogue'
import { caseRow, makeExport, nextExport, onDisk, OTHER_KEY, registryOf, registryZip, ROOT, UNIT } from '../helpers/signedExports' // prettier-ignore
import { exportFolder, freshFolder, open, openTrusted, valueOf } from '../helpers/workspaces'

const OTHER = 'POLRES-33.75'
const first = makeExport()
const second = nextExport(first, 2)
const other = makeExport({ unit: OTHER, key: OTHER_KEY, tables: { cases: [caseRow(1, { unit_code: OTHER })] } })

const registry = registryOf({ version: 2 })

const picture = async (engine: Engine) => ({
  totals: valueOf(await engine.query('overview.totals', {})),
  units: valueOf(await engine.query('region.units', {})),
  exports: valueOf(await engine.query('exports.list', {})),
  findings: valueOf(await engine.findings.list()),
  heads: engine.heads(),
})
let template = ''
let before: Awaited<ReturnType<typeof picture>>
beforeAll(async () => {
  const engine = await openTrusted(registry)
  const folder = exportFolder([{ packed: first, name: 'a' }, { packed: second, name: 'b' }, { packed: other, name: 'c' }]) // prettier-ignore
  valueOf(await engine.importPaths([folder]))
  valueOf(await engine.findings.create({ text: { title: 'A' }, figures: [] }))
  valueOf(await engine.findings.create({ text: { title: 'B' }, figures: [] }))
  valueOf(await engine.papers.headsList())
  before = await picture(engine)
  await engine.close()
  template = engine.dir
})

const PLACES = ['first', 'middle', 'last'] as const
type Place = (typeof PLACES)[number]
function flip(path: string, place: Place): void {
  const bytes = readFileSync(path)
  const at = { first: 0, middle: bytes.length >> 1, last: bytes.length - 1 }[place]
  bytes[at] = bytes[at]! ^ 0x10
  chmodSync(path, 0o600)
  writeFileSync(path, bytes)
}
function copy(): { dir: string; at: (...names: string[]) => string } {
  const dir = freshFolder('faults')
  cpSync(template, dir, { recursive: true })
  return { dir, at: (...names) => join(dir, ...names) }
}
const found = async (engine: Engine, repair = false) =>
  valueOf(await engine.check({ repair })).findings.map(({ code, subject, repaired }) => [code, subject, repaired])
/** The screen's words for what was found, in both languages: its own text, with what it is about. */
function saysSo(code: string, subject: string): void {
  for (const language of ['id', 'en'] as const) {
    const text = translator(language).code('check', code, { subject })
    expect(text).not.toBe(code)
    expect(text).toContain(subject)
  }
}

type Said = [code: string, subject: string, repaired: boolean]
/** What is said after the start, for a file that is mended by then, and what a look finds that nobody has met yet. */
const MENDED: { what: string; file: string; said: Said[]; found?: Said[] }[] = [
  { what: 'store', file: `library/${UNIT}.sqlite`, said: [['STORE-REBUILT', UNIT, true]] },
  { what: 'column cache', file: 'columns/nation.cache', said: [] },
  {
    what: 'count of questions',
    file: 'columns/questions.count',
    said: [],
    // not asked for since the start: the look meets it first, and whoever asks makes it anew
    found: [['CACHE-DAMAGED', 'columns/questions.count', false]],
  },
  { what: 'workspace', file: 'workspace.sqlite', said: [['WORKSPACE-RESTORED', 'workspace.sqlite', true]] },
  { what: 'backup of the workspace', file: 'workspace.backup.sqlite', said: [] },
]
describe.each(PLACES)('%s byte', (place) => {
  test.each(MENDED)('of the $what: mended at the start', async ({ file, said, found: met = said }) => {
    const { dir, at } = copy()
    // The count is kept when the first screen asks for it.
    const prepared = await open({ dir })
    valueOf(await prepared.query('workspace.state', {}))
    await prepared.close()
    flip(at(file), place)
    const engine = await open({ dir })
    expect(await picture(engine)).toEqual(before)
    expect(valueOf(await engine.query('workspace.notices', {})).map((one) => [one.code, one.subject, one.repaired])).toEqual(said) // prettier-ignore
    for (const [code, subject] of said) saysSo(code, subject)
    expect(await found(engine)).toEqual(met)
    valueOf(await engine.query('workspace.state', {}))
    await engine.close()
    const again = await open({ dir })
    expect([await picture(again), await found(again)]).toEqual([before, []])
    await again.close()
  })

  test('of a column segment: found by the check, made again from the store', async () => {
    const { dir, at } = copy()
    const sound = readFileSync(at('columns', `${UNIT}.seg`))
    await (await open({ dir })).close()
    flip(at('columns', `${UNIT}.seg`), place)
    const engine = await open({ dir })
    expect(await found(engine)).toEqual([['COLUMNS-STALE', UNIT, false]])
    saysSo('COLUMNS-STALE', UNIT)
    expect(await found(engine, true)).toEqual([['COLUMNS-STALE', UNIT, true]])
    expect([await picture(engine), readFileSync(at('columns', `${UNIT}.seg`))]).toEqual([before, sound])
    await engine.close()
  })

  test('of an export in the archive: named by the check, figures stand', async () => {
    const { dir, at } = copy()
    flip(at('evidence', `${first.archiveSha256}.dumas.zip`), place)
    const engine = await open({ dir })
    expect(await found(engine)).toEqual([['EVIDENCE-ALTERED', first.archiveSha256, false]])
    saysSo('EVIDENCE-ALTERED', first.archiveSha256)
    expect(await picture(engine)).toEqual(before)
    await engine.close()
  })

  test.each(['2.dumas-registry.zip', 'pinned.json'])(
    'of the registry (%s): told, and the same one loads again',
    async (name) => {
      const { dir, at } = copy()
      flip(at('registry', name), place)
      const engine = await open({ dir })
      const refused = await engine.query('overview.totals', {})
      if (!refused.ok) {
        expect(refused.error.code).toBe('REGISTRY-DAMAGED')
        for (const language of ['id', 'en'] as const) {
          const text = translator(language).code('error', 'REGISTRY-DAMAGED', refused.error.params)
          expect(text).not.toBe('REGISTRY-DAMAGED')
        }
        expect(refused.error.params).toEqual({ version: 2 })
        const older = onDisk(registryZip(registryOf({ version: 1 })), 'r.dumas-registry.zip')
        const rolled = valueOf(await engine.trustRegistry({ path: older, thumbprints: [ROOT.kid] }))
        expect([rolled.outcome, rolled.findings[0]?.code]).toEqual(['rejected', 'REG-ROLLBACK'])
        const path = onDisk(registryZip(registry), 'r.dumas-registry.zip')
        expect(valueOf(await engine.trustRegistry({ path, thumbprints: [ROOT.kid] })).outcome).toBe('accepted')
      }
      expect(await picture(engine)).toEqual(before)
      expect(await found(engine)).toEqual([])
      await engine.close()
    },
  )

  test('of the audit log: told or mended, and the log goes on', async () => {
    const { dir, at } = copy()
    const log = readFileSync(at('audit.jsonl'), 'utf8')
    flip(at('audit.jsonl'), place)
    const engine = await open({ dir })
    const broken = [['AUDIT-BROKEN', 'audit.jsonl', false]]
    expect(await found(engine)).toEqual(place === 'last' ? [] : broken)
    saysSo('AUDIT-BROKEN', 'audit.jsonl')
    if (place === 'last') expect(readFileSync(at('audit.jsonl'), 'utf8')).toBe(log)
    valueOf(await engine.findings.create({ text: { title: 'C' }, figures: [] }))
    const page = valueOf(await engine.query('audit.page', { offset: 0, limit: 1 }))
    expect([page.entries[0]?.action, page.valid]).toEqual([expect.stringContaining('finding'), place === 'last']) // prettier-ignore
    // A damaged line that acknowledged an export is entered once more.
    expect(page.entries[0]?.number).toBeGreaterThanOrEqual(log.split('\n').length)
    await engine.close()
  })

  test('of the last line of the audit log: told at the start, and the log goes on', async () => {
    const { dir, at } = copy()
    const log = readFileSync(at('audit.jsonl'))
    const start = log.subarray(0, -1).lastIndexOf('\n') + 1
    const offset = { first: start, middle: (start + log.length) >> 1, last: log.length - 2 }[place]
    log[offset] = log[offset]! ^ 0x10
    writeFileSync(at('audit.jsonl'), log)
    const engine = await open({ dir })
    expect(valueOf(await engine.query('workspace.notices', {})).map(({ code }) => code)).toEqual(['AUDIT-BROKEN'])
    valueOf(await engine.findings.create({ text: { title: 'C' }, figures: [] }))
    expect(await found(engine)).toEqual([['AUDIT-BROKEN', 'audit.jsonl', false]])
    await engine.close()
    const again = await open({ dir })
    expect(await found(again)).toEqual([['AUDIT-BROKEN', 'audit.jsonl', false]])
    await again.close()
  })

  test('of the console key: told, never replaced', async () => {
    const { dir, at } = copy()
    flip(at('console.jwk'), place)
    const bytes = readFileSync(at('console.jwk'))
    const engine = await open({ dir })
    const made = await engine.papers.headsList()
    // The last byte is a line's end: the key itself may be whole.
    if (place !== 'last') expect(!made.ok && made.error.code).toBe('CONSOLE-KEY-DAMAGED')
    expect(readFileSync(at('console.jwk'))).toEqual(bytes)
    await engine.close()
  })
})

test('a store whose bytes changed behind an unchanged date is found by the check, and made again from evidence', async () => {
  const { dir, at } = copy()
  const file = at('library', `${UNIT}.sqlite`)
  const date = new Date('2026-05-01T00:00:00Z')
  utimesSync(file, date, date)
  await (await open({ dir })).close()
  flip(file, 'middle')
  utimesSync(file, date, date)
  expect(statSync(file).mtimeMs).toBe(date.getTime())
  const engine = await open({ dir })
  expect(await found(engine)).toEqual([['STORE-DAMAGED', UNIT, false]])
  saysSo('STORE-DAMAGED', UNIT)
  expect(await found(engine, true)).toEqual([['STORE-DAMAGED', UNIT, true]])
  expect(await picture(engine)).toEqual(before)
  await engine.close()
})

test('store and evidence of a unit damaged: what is lost is named, the other unit stands', async () => {
  const { dir, at } = copy()
  flip(at('library', `${UNIT}.sqlite`), 'middle')
  flip(at('evidence', `${second.archiveSha256}.dumas.zip`), 'middle')
  const engine = await open({ dir })
  expect(valueOf(await engine.query('workspace.notices', {}))).toEqual([{ code: 'STORE-LOST', subject: UNIT, repaired: false }]) // prettier-ignore
  saysSo('STORE-LOST', UNIT)
  expect(await found(engine)).toEqual([
    ['STORE-DAMAGED', UNIT, false],
    ['EVIDENCE-ALTERED', second.archiveSha256, false],
    ['STORE-LOST', UNIT, false],
  ])
  expect(engine.heads().exports).toEqual([{ unit: OTHER, sequence: 1, descriptor_sha256: other.descriptorSha256 }])
  await engine.close()
})

test('store and column cache of a unit damaged at once: loaded again from evidence by the repair', async () => {
  const { dir, at } = copy()
  flip(at('library', `${UNIT}.sqlite`), 'middle')
  flip(at('columns', 'nation.cache'), 'middle')
  const engine = await open({ dir })
  expect(valueOf(await engine.query('workspace.notices', {})).map(({ code }) => code)).toEqual(['STORE-LOST'])
  expect((await found(engine, true)).filter(([code]) => code !== 'STORE-LOST')).toEqual([['STORE-DAMAGED', UNIT, true]])
  const { totals, units, heads } = await picture(engine)
  expect({ totals, units, heads }).toEqual({ totals: before.totals, units: before.units, heads: before.heads })
  await engine.close()
  const again = await open({ dir })
  expect(await found(again)).toEqual([])
  await again.close()
})

test('workspace and backup damaged: said, and the damaged file is kept', async () => {
  const { dir, at } = copy()
  flip(at('workspace.sqlite'), 'middle')
  flip(at('workspace.backup.sqlite'), 'middle')
  const engine = await open({ dir })
  expect(valueOf(await engine.query('workspace.notices', {})).map(({ code, subject }) => [code, subject])).toEqual([
    ['FINDINGS-LOST', 'T-0001 A; T-0002 B'],
    ['WORKSPACE-LOST', 'workspace.sqlite'],
  ])
  saysSo('WORKSPACE-LOST', 'workspace.sqlite')
  expect(readdirSync(dir)).toContain('workspace.sqlite.damaged')
  expect({ ...(await picture(engine)), findings: before.findings }).toEqual(before)
  await engine.close()
})
