/** Turns a CSV by a mapping into the tables of an export. Source of the language: schema.ts. */
import { fail, ok, type Result } from '../../../../shared/contract/result'
import { RESOURCES, type ResourceName } from '../../../../shared/export/enums'
import { TABLES } from '../../../../shared/export/tables'
import { readLooseCsv } from './looseCsv'
import type { MappedTable, Mapping } from './schema'
import { MappingTrouble, ValueMaker, type MappingFacts } from './values'

export interface Mapped {
  tables: Partial<Record<ResourceName, string[][]>>
  /** for people: what became of the source */
  source: { rows: number; left_out: number; groups: number; of_this_unit: number }
  /** `column: value` → how often a default stood in */
  unmapped: ReadonlyMap<string, number>
}

/** Fails with MAPPING-COLUMN, MAPPING-CODE, MAPPING-MOMENT, MAPPING-PSEUDONYM_KEY (params: subject, value, line) or MAPPING-TABLE. */
export function applyMapping(mapping: Mapping, csv: string, facts: MappingFacts): Result<Mapped> {
  const problem = tableProblem(mapping)
  if (problem) return fail('MAPPING-TABLE', 'input', problem)
  const records = readLooseCsv(csv, mapping.delimiter)
  const header = records.next().value
  if (!header) return fail('MAPPING-TABLE', 'input', { table: 'csv', column: '' })
  const maker = new ValueMaker(header, facts)
  let line = 1
  try {
    const groups = new Map<string, string[][]>()
    let leftOut = 0
    for (const record of records) {
      line++
      if (mapping.filter && !maker.holds(mapping.filter, record)) {
        leftOut++
        continue
      }
      const key = mapping.group
        ? JSON.stringify(mapping.group.map((column) => maker.field(column, record)))
        : String(line)
      const group = groups.get(key)
      if (group) group.push(record)
      else groups.set(key, [record])
    }
    const own = [...groups.values()].filter(([first]) => belongs(mapping, maker, first!, facts))
    const tables = Object.fromEntries(RESOURCES.map((name) => [name, rowsOf(name, mapping, maker, own)]))
    const source = { rows: line - 1, left_out: leftOut, groups: groups.size, of_this_unit: own.length }
    return ok({ tables, source, unmapped: maker.unmapped })
  } catch (error) {
    if (!(error instanceof MappingTrouble)) throw error
    const { problem: kind, subject, value } = error
    return fail(`MAPPING-${kind.toUpperCase()}`, 'input', { subject, value })
  }
}

const belongs = ({ reporting_unit }: Mapping, maker: ValueMaker, first: readonly string[], { unit }: MappingFacts) =>
  reporting_unit === undefined || maker.make(reporting_unit, first) === unit

function specsOf(name: ResourceName, mapping: Mapping): readonly MappedTable[] {
  const spec = mapping.tables[name]
  return spec === undefined ? [] : Array.isArray(spec) ? spec : [spec]
}

function rowsOf(name: ResourceName, mapping: Mapping, maker: ValueMaker, groups: readonly string[][][]): string[][] {
  const rows: string[][] = []
  for (const group of groups) {
    for (const spec of specsOf(name, mapping)) {
      for (const source of spec.each === 'row' ? group : group.slice(0, 1)) {
        if (spec.if && !maker.holds(spec.if, source)) continue
        rows.push(TABLES[name].columns.map((column) => made(spec, column.name, maker, source)))
      }
    }
  }
  return rows
}

function made({ columns }: MappedTable, name: string, maker: ValueMaker, source: readonly string[]): string {
  const value = Object.hasOwn(columns, name) ? columns[name] : undefined
  return value === undefined ? '' : maker.make(value, source)
}

/** A column that the table does not have, or a required one that is not made. */
function tableProblem(mapping: Mapping): { table: string; column: string } | null {
  for (const table of RESOURCES) {
    const { columns } = TABLES[table]
    for (const spec of specsOf(table, mapping)) {
      const unknown = Object.keys(spec.columns).find((name) => !columns.some((column) => column.name === name))
      const missing = columns.find((column) => !column.optional && !Object.hasOwn(spec.columns, column.name))
      const column = unknown ?? missing?.name
      if (column !== undefined) return { table, column }
    }
  }
  return null
}
