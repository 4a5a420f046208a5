/** One unit's first two exports for the bench: the demo nation's, with as many events a case as units that use them have. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import { sha256 } from '../../engine/archive/files'
import { DEMO_REGISTRY_FILE, demoRegistry, exportsOfUnit, planDemo, type DemoOptions } from '../../engine/demo'
import { packExport, type Packed } from '../../engine/export/pack'
import { receive } from '../../engine/intake/receive'
import { authenticate, judge, limitsFor } from '../../engine/intake/stateMachine'
import { RegistryModel } from '../../engine/registry/model'

/** A unit of the plan without anything planted. */
export const UNIT = 'POLRES-33.02'
export type Tables = Record<ResourceName, string[][]>
export interface BenchExport {
  path: string
  rows: number
  cases: number
  events: number
}
export interface BenchUnit {
  first: BenchExport
  /** three months later: new cases and events, cases that went on, nothing said otherwise than before */
  next: BenchExport
  registry: RegistryModel
  registryFile: string
  roots: readonly string[]
}

const at = (table: ResourceName, name: string) => TABLES[table].columns.findIndex((column) => column.name === name)
const RECORDED = at('cases', 'recorded_at')

/** `more` to one more event for each case beside its own, the same ones in every export. */
function withEvents({ cases, events, ...rest }: Tables, more: number): Tables {
  const byCase = new Map(cases.map(([id]) => [id as string, [] as string[][]]))
  for (const event of events) byCase.get(event[1] as string)?.push(event)
  const filled: string[][] = []
  for (const row of cases) {
    const id = row[0] as string
    const time = row[RECORDED] as string
    const share = (Number.parseInt(id.slice(-4), 16) % 1000) / 1000
    filled.push(...(byCase.get(id) as string[][]))
    for (let n = Math.floor(more + share); n > 0; n--)
      filled.push([`${id}-X${n}`, id, 'clarified', time, time, 'operator'])
  }
  return { ...rest, cases, events: filled }
}

/** What a unit's first export has of the cases that it knows three months later, near enough. */
const FIRST_SHARE = 0.862

/** Makes them in `folder`. `wanted`: cases of the first export, about; `more`: see `withEvents`. */
export async function benchUnit(
  folder: string,
  options: DemoOptions,
  wanted: number,
  more: number,
): Promise<BenchUnit> {
  const plan = planDemo(options)
  const cases = Math.round(wanted / FIRST_SHARE)
  const place = plan.reporting.findIndex(({ unit }) => unit.code === UNIT)
  const reporting = plan.reporting.map((desk) => (desk.unit.code === UNIT ? { ...desk, cases } : desk))
  const registry = new RegistryModel(plan.registry, sha256(JSON.stringify(plan.registry)))
  const registryFile = join(folder, `${cases}-${DEMO_REGISTRY_FILE}`)
  const { zip, roots } = demoRegistry(plan)
  writeFileSync(registryFile, zip)
  const made: BenchExport[] = []
  let before: Packed | null = null
  for (const file of exportsOfUnit({ ...plan, reporting }, place).files.slice(0, 2)) {
    const path = join(folder, `${cases}-${file.name}`)
    writeFileSync(path, file.zip)
    const { tables: plain, dumas } = await readRows(path, folder, registry)
    const tables = withEvents(plain, more)
    before = packExport({
      unit: UNIT, sequence: dumas.sequence, period: dumas.period, coverageFrom: dumas.coverage.from, asOf: dumas.as_of,
      previous: before && { sequence: dumas.sequence - 1, descriptor_sha256: before.descriptorSha256 },
      created: dumas.created, registryVersion: dumas.registry_version, generator: dumas.generator, tables, key: plan.keyOf(UNIT),
    }) // prettier-ignore
    writeFileSync(path, before.zip)
    made.push({ path, ...countsOf(tables) })
  }
  const [first, next] = made
  if (!first || !next) throw new Error(`${UNIT} has one export`)
  return { first, next, registry, registryFile, roots }
}

const countsOf = (tables: Tables) => ({
  rows: RESOURCES.reduce((sum, name) => sum + tables[name].length, 0),
  cases: tables.cases.length,
  events: tables.events.length,
})

/** All rows of an export as text. */
export async function readRows(path: string, folder: string, registry: RegistryModel) {
  const context = { registry, now: Math.floor(Date.now() / 1000) }
  const received = await receive(path, join(folder, 'reading'), limitsFor(registry).archive)
  if (!received.ok) throw new Error(received.error.code)
  const tables = Object.fromEntries(RESOURCES.map((name) => [name, [] as string[][]])) as Tables
  const verdict = await judge(await authenticate(received.value, context, true), context, {
    chain: [],
    sink: (resource, fields) => void tables[resource].push([...fields]),
  })
  if (!verdict.descriptor) throw new Error('the bench made an export that is not accepted')
  return { tables, dumas: { ...verdict.descriptor.dumas, created: verdict.descriptor.created } }
}
