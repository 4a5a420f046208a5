import { readFileSync, readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sha256 } from '../../../electron/engine/archive/files'
import type { Layout } from '../../../electron/engine/archive/layout'
import type { Packed } from '../../../electron/engine/export/pack'
import { UNIT, caseRow, correctionRow, makeExport, nextExport } from '../../helpers/signedExports'
import { freshLayout, openUnit } from '../../helpers/unitImports'

const outcomes = (settled: readonly { report: { outcome: string; findings: readonly { code: string }[] } }[]) =>
  settled.map(({ report }) => [report.outcome, ...report.findings.map(({ code }) => code)])

/** A chain of exports, one a month, in which case 1 changes its category without a word in the third. */
function chain(): Packed[] {
  const categories = ['poor_service', 'poor_service', 'discrimination', 'discrimination']
  const all: Packed[] = []
  for (const [at, category] of categories.entries()) {
    const added = Array.from({ length: at }, (_, n) => {
      const time = (hour: string) => `2026-04-0${n + 2}T${hour}:00:00+07:00`
      return caseRow(n + 2, { received_at: time('09'), recorded_at: time('10'), updated_at: time('10') })
    })
    const cases = [caseRow(1, { category }), ...added]
    const dates = { period: { from: `2026-04-0${at}`, to: `2026-04-0${at}` }, asOf: `2026-04-0${at + 1}T12:00:00+07:00`, created: `2026-04-0${at + 2}T08:00:00+07:00` } // prettier-ignore
    const before = all.at(-1)
    all.push(before ? nextExport(before, at + 1, { ...dates, tables: { cases } }) : makeExport({ tables: { cases } }))
  }
  return all
}

const files = (folder: string) => readdirSync(folder).toSorted()
/** Everything of the store but when and in which order things arrived. */
async function rowsOf(layout: Layout) {
  const { store, held } = await openUnit(layout)
  const read = (sql: string) => store().database.prepare(sql).all()
  const rows = {
    cases: read('SELECT case_id, category, undeclared, state, sequence, row, first_sequence, last_sequence, last_row FROM cases ORDER BY case_id'),
    versions: read('SELECT * FROM case_versions ORDER BY case_id, sequence'),
    findings: read('SELECT sequence, previous_sequence, code, row_id, field FROM row_findings ORDER BY sequence, row_id, field'),
    exports: store().ledger().map(({ sequence, state, findings }) => [sequence, state, findings.filter(({ code }) => code !== 'CHAIN-LATE').map(({ code }) => code)]),
  } // prettier-ignore
  held.close()
  return rows
}

test('accepted: evidence by its hash and read-only, the store saved, no copy left', async () => {
  const layout = await freshLayout()
  const { take, held } = await openUnit(layout)
  const packed = makeExport()
  expect(outcomes(await take(packed))).toEqual([['accepted']])
  expect(files(layout.evidence)).toEqual([`${packed.archiveSha256}.dumas.zip`])
  expect(statSync(layout.evidenceFile(packed.archiveSha256)).mode & 0o222).toBe(0)
  expect(sha256(readFileSync(layout.evidenceFile(packed.archiveSha256)))).toBe(packed.archiveSha256)
  expect(files(layout.library)).toEqual([`${UNIT}.sqlite`])
  expect(files(layout.incoming)).toEqual([])
  held.close()
  const again = await openUnit(layout)
  expect(again.store().ledger()).toMatchObject([
    { sequence: 1, state: 'accepted', descriptor_sha256: packed.descriptorSha256 },
  ])
  expect(outcomes(await again.take(packed))).toEqual([['duplicate', 'DUPLICATE']])
})

test('rejected: nothing of it is written, neither before nor after an accepted one', async () => {
  const layout = await freshLayout()
  const { take, store } = await openUnit(layout)
  const bad = makeExport({ tables: { cases: [caseRow(1), caseRow(2, { status: 'gone' })] } })
  expect(outcomes(await take(bad))).toEqual([['rejected', 'SCHEMA-VALUE']])
  expect([files(layout.evidence), files(layout.library), files(layout.incoming)]).toEqual([[], [], []])
  const good = makeExport()
  await take(good)
  const saved = readFileSync(layout.storeFile(UNIT))
  const later = nextExport(good, 2, { tables: { cases: [caseRow(1), caseRow(1)] } })
  expect(outcomes(await take(later))).toEqual([['rejected', 'SCHEMA-KEY']])
  expect(readFileSync(layout.storeFile(UNIT)).equals(saved)).toBe(true)
  expect(store().ledger()).toHaveLength(1)
  expect(outcomes(await take(nextExport(good, 2, { tables: { cases: [caseRow(1), caseRow(2, { channel: 'jumat_curhat', session_id: 'SESSION-0001' })] } }))).flat()).toContain('SCHEMA-FK') // prettier-ignore
})

test('quarantined: in ledger and evidence, out of every row; a fork keeps both', async () => {
  const layout = await freshLayout()
  const { take, store } = await openUnit(layout)
  const first = makeExport({ tables: { cases: [caseRow(1)] } })
  const personal = nextExport(first, 2, {
    tables: { cases: [caseRow(1), caseRow(2)], corrections: [correctionRow(5, { reason: 'a@b.co.id' })] },
  })
  const fork = makeExport({ tables: { cases: [caseRow(9)] } })
  expect(outcomes(await take(first, personal, fork))).toEqual([
    ['accepted'],
    ['quarantined', 'PRIVACY-PII', 'BACKDATED-INSERT', 'CORRECTION-PHANTOM'],
    ['quarantined', 'CHAIN-FORK'],
  ])
  expect(store().ledger().map(({ sequence, state }) => [sequence, state])).toEqual([[1, 'accepted'], [1, 'quarantined'], [2, 'quarantined']]) // prettier-ignore
  expect(store().database.prepare('SELECT case_id FROM cases').all()).toEqual([['CASE-000001']])
  expect(files(layout.evidence)).toHaveLength(3)
  expect(outcomes(await take(personal))).toEqual([['duplicate', 'DUPLICATE']])
})

test('a quarantined first export leaves no row behind', async () => {
  const { take, store } = await openUnit(await freshLayout())
  const personal = makeExport({
    tables: { cases: [caseRow(1)], corrections: [correctionRow(5, { reason: 'a@b.co.id' })] },
  })
  expect(outcomes(await take(personal))).toEqual([['quarantined', 'PRIVACY-PII']])
  expect(store().database.prepare('SELECT count(*) FROM cases').first()).toEqual([0])
})

test('whatever the order of arrival, the same rows, versions and comparisons', async () => {
  const [a, b, c, d] = chain() as [Packed, Packed, Packed, Packed]
  const inTurn = await freshLayout()
  const straight = await openUnit(inTurn)
  expect(outcomes(await straight.take(a, b, c, d)).map(([outcome]) => outcome)).toEqual([
    'accepted',
    'accepted',
    'accepted_with_flags',
    'accepted',
  ])
  straight.held.close()
  const expected = await rowsOf(inTurn)
  expect(expected.findings).toEqual([[3, 2, 'SILENT-EDIT', 'CASE-000001', 'category']])
  for (const order of [
    [a, c, d, b],
    [a, d, b, c],
    [a, b, d, c],
  ]) {
    const layout = await freshLayout()
    const mixed = await openUnit(layout)
    const said = outcomes(await mixed.take(...order))
    expect(said.flat()).toContain('CHAIN-GAP')
    expect(said.at(-1)).toContain('CHAIN-LATE')
    mixed.held.close()
    expect(await rowsOf(layout)).toEqual(expected)
  }
})
