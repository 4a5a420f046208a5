/** SCHEMA and PRIVACY over all tables: the second stream, of bytes that are authenticated by now. */
import { finding, type Finding } from '../../../shared/export/codes'
import type { Descriptor } from '../../../shared/export/descriptor'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { DESCRIPTOR_NAME } from '../../../shared/export/tables'
import { addDays, epochSeconds, startOfDay } from '../../../shared/export/time'
import { dayIn, type RegistryModel } from '../registry/model'
import { streamPart, type Container } from './container'
import { CsvReader } from './csvReader'
import { FindingsBook, type FlagSink } from './findingsBook'
import { IdSet } from './idSet'
import type { IntakeLimits } from './limits'
import { holdsPersonalData } from '../../../shared/domain/privacy'
import { TableJudge, type HeldAlready, type RowSink } from './tableJudge'

/** What is referred to comes before what refers to it. */
const READING_ORDER: readonly ResourceName[] = ['community_sessions', 'cases', 'events', 'daily_calls', 'corrections']

export interface SchemaInput {
  container: Container
  descriptor: Descriptor
  lenient: boolean
  registry: RegistryModel
  limits: IntakeLimits
  sink: RowSink | undefined
  isHeld?: HeldAlready | undefined
  onFlag?: FlagSink | undefined
  signal: AbortSignal | undefined
}

/** Errors (up to the limit), then flags. Rows go to the sink in reading order as long as no error was found. */
export async function checkSchema(input: SchemaInput): Promise<Finding[]> {
  const { container, descriptor, registry, limits } = input
  const { unit, as_of, coverage, period } = descriptor.dumas
  const zone = registry.zoneOn(unit, period.to)
  const asOf = epochSeconds(as_of)
  const book = new FindingsBook(limits.findings, input.onFlag)
  const rowsOf = (name: ResourceName) => container.files.get(`${name}.csv`)?.rows.records
  const ids = Object.fromEntries(RESOURCES.map((name) => [name, new IdSet(rowsOf(name))])) as Record<
    ResourceName,
    IdSet
  >
  const frame = {
    unit,
    zone,
    asOf,
    asOfDay: dayIn(asOf, zone),
    coverageFrom: coverage.from,
    maxField: limits.field,
    lenient: input.lenient,
    registry,
    book,
    ids,
    sink: input.sink,
    isHeld: input.isHeld,
  }
  describeTimes(descriptor, zone, book)
  for (const name of READING_ORDER) {
    if (book.isFull) break
    const judge = new TableJudge(name, frame)
    const reader = new CsvReader(judge, limits.field, limits.record)
    const whole = await streamPart(container, `${name}.csv`, limits, (chunk) => {
      input.signal?.throwIfAborted()
      reader.push(chunk)
      if (judge.halted) reader.stop()
    })
    if (!whole) return [finding('ZIP-UNREADABLE', { file: `${name}.csv` })]
    reader.end()
    if (container.files.get(`${name}.csv`)?.bytes === 0) book.error('SCHEMA-HEADER', `${name}.csv`, 1, 1)
  }
  if (holdsPersonalData(descriptor.dumas.generator.name)) book.flag('PRIVACY-PII', DESCRIPTOR_NAME, 0, 'generator.name')
  return book.findings()
}

/** Flags about the descriptor's own times: an offset that is not the unit's, a snapshot before its period was over. */
function describeTimes({ created, dumas }: Descriptor, zone: string, book: FindingsBook): void {
  if (!created.endsWith(zone)) book.flag('TIME-ZONE', DESCRIPTOR_NAME, 0, 'created')
  if (!dumas.as_of.endsWith(zone)) book.flag('TIME-ZONE', DESCRIPTOR_NAME, 0, 'as_of')
  if (epochSeconds(dumas.as_of) < startOfDay(addDays(dumas.period.to, 1), zone)) {
    book.flag('SEMANTIC', DESCRIPTOR_NAME, 0, 'as_of')
  }
}
