/** Rows repeated from the export before are not compared again; a replay, which compares every row, must come to the same store. */
import { writeFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { random, type Random } from '../../../electron/engine/demo/random'
import type { Packed } from '../../../electron/engine/export/pack'
import { HeldExport } from '../../../electron/engine/import/heldExport'
import { HeldLines } from '../../../electron/engine/import/heldLines'
import { replay } from '../../../electron/engine/import/replay'
import { computeSteps, keyOf, stepsOf } from '../../../electron/engine/revisions/steps'
import type { UnitStore } from '../../../electron/engine/store/unitStore'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import { UNIT, callRow, caseRow, correctionRow, eventRow, makeExport, modelFrom, nextExport, registryOf, sessionRow } from '../../helpers/signedExports' // prettier-ignore
import { freshLayout, openUnit } from '../../helpers/unitImports'

type Tables = Record<ResourceName, string[][]>
const TABLE_ORDER = ['case_versions', 'row_findings', ...RESOURCES]
const at = (resource: ResourceName, name: string) =>
  TABLES[resource].columns.findIndex((column) => column.name === name)

function dump(store: UnitStore): Record<string, unknown[]> {
  const read = (name: string) => store.database.prepare(`SELECT * FROM ${name}`).objects()
  return Object.fromEntries(TABLE_ORDER.map((name) => [name, read(name)]))
}

const day = (n: number) => `2026-03-${String((n % 27) + 1).padStart(2, '0')}`
const time = (n: number) => `${day(n)}T09:00:00+07:00`
let numbers = 0
const newCase = (dice: Random) => {
  const n = ++numbers
  return caseRow(n, { received_at: time(n), recorded_at: `${day(n)}T${dice.chance(0.1) ? '08' : '10'}:00:00+07:00`, updated_at: `${day(n)}T11:00:00+07:00` }) // prettier-ignore
}

function first(dice: Random): Tables {
  const cases = Array.from({ length: 12 }, () => newCase(dice))
  return {
    cases,
    events: cases.flatMap((row) => [1, 2].map(() => eventRow(++numbers, { case_id: row[0]! }))),
    community_sessions: [1, 2, 3].map((n) => sessionRow(n)),
    daily_calls: [2, 3, 4, 5].map((n) => callRow({ date: day(n) })),
    corrections: [correctionRow(1)],
  }
}

const VALUES: Partial<Record<ResourceName, Record<string, string[]>>> = {
  cases: { channel: ['email', 'letter'], category: ['discrimination', 'abuse_of_authority'], addressee: ['', 'unit'], status: ['in_review', 'referred'], updated_at: ['2026-03-30T10:00:00+07:00'], satisfaction: ['', '4'] },
  events: { event_type: ['reviewed', 'reopened'], actor_role: ['propam', 'humas'] },
  community_sessions: { attendees: ['41', '7'], led_by_role: ['kapolsek'] },
  daily_calls: { offered: ['12', '30'] },
  corrections: { reason: ['salah, "ketik"', 'keliru'] },
} // prettier-ignore

/** What a unit may say a month later: most rows as they were, some not, some gone, some new, in another order. */
function later(before: Tables, dice: Random): Tables {
  const copy = Object.fromEntries(RESOURCES.map((name) => [name, before[name].map((row) => [...row])])) as Tables
  const pick = <T>(from: readonly T[]): T => from[dice.between(0, from.length - 1)]!
  for (const name of RESOURCES)
    for (const row of copy[name])
      if (dice.chance(0.15)) {
        const [column, values] = pick(Object.entries(VALUES[name]!))
        row[at(name, column)] = pick(values)
      }
  const moved = copy.events.filter(() => dice.chance(0.1))
  for (const row of moved) row[1] = pick(copy.cases)[0]!
  for (const name of ['cases', 'community_sessions', 'daily_calls', 'corrections', 'events'] as const)
    copy[name] = copy[name].filter(() => !dice.chance(name === 'events' ? 0.05 : 0.1))
  for (let count = dice.between(0, 3); count > 0; count--) copy.cases.push(newCase(dice))
  const held = new Set(copy.cases.map(([id]) => id))
  copy.events = copy.events.filter((row) => held.has(row[1]!))
  for (let count = dice.between(0, 3); count > 0; count--) copy.events.push(eventRow(++numbers, { case_id: pick(copy.cases)[0]!, event_type: pick(['reopened', 'clarified']) })) // prettier-ignore
  if (dice.chance(0.5)) {
    const row = pick(copy.cases)
    const old = before.cases.find(([id]) => id === row[0])
    const column = pick(['channel', 'category', 'addressee'])
    const place = at('cases', column)
    copy.corrections.push(correctionRow(++numbers, { row_id: row[0]!, field: column, old_value: old?.[place] ?? 'email', new_value: row[place]! })) // prettier-ignore
  }
  if (dice.chance(0.3)) copy.cases.reverse()
  if (dice.chance(0.3)) copy.events.sort((a, b) => (a[0]! < b[0]! ? 1 : -1))
  return copy
}

function packed(tables: Tables, dice: Random, before: Packed | undefined, sequence: number): Packed {
  const date = (n: number) => `2026-04-${String(n).padStart(2, '0')}`
  const written: Partial<Record<ResourceName, string[][] | Buffer>> = { ...tables }
  // a writer that puts quotes around everything
  if (dice.chance(0.15))
    written.events = Buffer.from([TABLES.events.columns.map(({ name }) => name), ...tables.events].map((row) => `${row.map((field) => `"${field}"`).join()}\n`).join('')) // prettier-ignore
  const more = {
    tables: written,
    lineEnd: dice.chance(0.2) ? ('\r\n' as const) : ('\n' as const),
    coverageFrom: dice.chance(0.3) ? '2026-03-08' : '2024-01-01',
  }
  if (!before) return makeExport({ tables })
  const dates = { period: { from: date(sequence - 1), to: date(sequence - 1) }, asOf: `${date(sequence)}T12:00:00+07:00`, created: `${date(sequence + 1)}T08:00:00+07:00` } // prettier-ignore
  return nextExport(before, sequence, { ...more, ...dates })
}

test('24 chains of exports by chance: the store of a replay, row for row', async () => {
  const opened = vi.spyOn(HeldExport, 'open')
  const registry = modelFrom(registryOf())
  let loaded = 0
  let found = 0
  let revised = 0
  for (let round = 0; round < 24; round++) {
    const dice = random('held', String(round))
    const layout = await freshLayout()
    const unit = await openUnit(layout)
    let tables = first(dice)
    let last: Packed | undefined
    for (let sequence = 1; sequence <= 4; sequence++) {
      if (last) tables = later(tables, dice)
      last = packed(tables, dice, last, sequence)
      const [settled] = await unit.take(last)
      if (settled?.report.outcome.startsWith('accepted')) loaded++
      found += settled?.report.findings.length ?? 0
    }
    const entries = unit.store().ledger().map((entry) => ({ entry, path: layout.evidenceFile(entry.archive_sha256) })) // prettier-ignore
    const again = await replay(UNIT, entries, registry, { keepAll: false })
    expect(dump(unit.store()), `round ${round}`).toEqual(dump(again!))
    // changed and comparable cells, counted at the import, in the replay, and from both files read again
    const ledger = unit.store().ledger()
    const steps = stepsOf(ledger)
    const facts = await computeSteps(layout, { unit: UNIT, zone: '+07:00', steps })
    const accepted = ledger.filter(({ state }) => state === 'accepted')
    for (const [i, step] of steps.entries()) {
      const { comparable, changed } = facts?.[keyOf(step)]?.against ?? {}
      expect(accepted[i]?.revised, `round ${round}`).toEqual(i === 0 ? undefined : { comparable, changed })
      revised += changed ?? 0
    }
    expect(again?.ledger().map((entry) => entry.revised)).toEqual(ledger.map((entry) => entry.revised))
    again?.close()
    unit.held.close()
  }
  const repeated = (await Promise.all(opened.mock.results.map(({ value }) => value as Promise<HeldExport>))).flatMap((held) => [...held.repeated]) // prettier-ignore
  expect(loaded).toBeGreaterThan(72)
  expect(found).toBeGreaterThan(300)
  expect(revised).toBeGreaterThan(20)
  for (const resource of ['cases', 'events', 'community_sessions', 'daily_calls'] as const)
    expect(repeated.filter((name) => name === resource).length, resource).toBeGreaterThan(24)
})

test('evidence that is not what its hash says is not believed: every row is compared', async () => {
  const layout = await freshLayout()
  const unit = await openUnit(layout)
  const tables = { cases: [caseRow(1), caseRow(2)] }
  const before = makeExport({ tables })
  await unit.take(before)
  const silent = { cases: [caseRow(1, { category: 'discrimination' }), caseRow(2)] }
  const forged = makeExport({ tables: silent })
  const path = `${layout.root}/forged`
  writeFileSync(path, forged.zip)
  expect(await HeldExport.open(path, before.archiveSha256, new Map())).toBeNull()
  expect(await HeldExport.open(`${layout.root}/none`, before.archiveSha256, new Map())).toBeNull()
  expect(
    await HeldExport.open(layout.evidenceFile(before.archiveSha256), before.archiveSha256, new Map()),
  ).not.toBeNull()
  const [settled] = await unit.take(nextExport(before, 2, { tables: silent }))
  expect(settled?.report.findings.map(({ code }) => code)).toContain('SILENT-EDIT')
})

test('lines: each byte of a change is seen, wherever the line lies now', () => {
  const dice = random('held lines')
  const lines = Array.from({ length: 200 }, (_, n) => `KEY-${n},${'x'.repeat(dice.between(0, 60))},end`)
  const old = Buffer.from(`head,b,c\n${lines.join('\n')}\n`)
  const byKey = new Map(lines.map((line) => [line.split(',')[0], line]))
  for (let round = 0; round < 400; round++) {
    const now = lines.flatMap((line) => {
      const chance = dice.next()
      if (chance < 0.03) return []
      const place = line.indexOf(',') + 1 + dice.between(0, line.length - line.indexOf(',') - 2)
      if (chance < 0.06) return [line.slice(0, place) + 'y' + line.slice(place + 1)]
      if (chance < 0.08) return [line + 'z']
      if (chance < 0.1) return [line.slice(0, -1)]
      return chance < 0.12 ? [`NEW-${dice.next()},x,end`, line] : [line]
    })
    if (dice.chance(0.3)) now.reverse()
    const end = dice.chance(0.5) ? '\r\n' : '\n'
    const bytes = Buffer.from(`head,b,c${end}${now.join(end)}${end}`)
    const held = new HeldLines(old, 1)
    const repeated = new Set<string>()
    let start = bytes.indexOf('\n') + 1
    for (const [index, line] of now.entries()) {
      const isHeld = held.repeats(bytes, start, start + line.length, index + 2)
      expect(isHeld, line).toBe(byKey.get(line.split(',')[0]) === line)
      if (isHeld) repeated.add(line)
      start += line.length + end.length
    }
    const rest = held.rest().map(({ from, to }) => old.toString('utf8', from, to)).join('') // prettier-ignore
    expect(rest).toBe(lines.filter((line) => !repeated.has(line)).map((line) => `${line}\n`).join('')) // prettier-ignore
  }
})
