/**
 * Compares the staged export with the rows of the accepted export before it: what changed, came and went, and what of
 * that the unit declared. Nothing is written here. Source: the export format, section 6, comparison.
 */
import type { FindingCode } from '../../../shared/export/codes'
import type { ResourceName } from '../../../shared/export/enums'
import { TABLES } from '../../../shared/export/tables'
import { epochSeconds } from '../../../shared/export/time'
import { CorrectionBook, correctionFrom } from './corrections'
import { incomingEvents, isIncoming, rowsApart, type HeldRow, type IncomingRow } from './diff'
import { counted, differences, isClosed, isOpen, type Cell, type Difference } from './judge'
import { STORE_KEYS, columnNames, type RowState } from './schema'
import type { Database } from './sqlite'

export interface CompareContext {
  /** of the accepted export before: ISO times as the descriptor gives them */
  previous: { sequence: number; as_of: string }
  /** of the export being compared */
  coverageFrom: string
  /** policy `backdate_tolerance_days` */
  toleranceDays: number
  /** the unit's day `YYYY-MM-DD` of a moment in seconds since the epoch */
  dayOf: (seconds: number) => string
  /** tables of which the rows that stayed as they are were not staged */
  repeated?: ReadonlySet<ResourceName>
  /** whether a person let an undeclared difference count */
  isAccepted?: (note: RowNote) => boolean
}
export type CompareCode =
  | 'SILENT-EDIT'
  | 'SILENT-DELETE'
  | 'BACKDATED-CLOSE'
  | 'BACKDATED-INSERT'
  | 'CORRECTION-PHANTOM'
  | 'CORRECTION-DECLARED'
/** One observation at one row; `row` = line in the new export, null when the row is not in it. */
export interface RowNote {
  code: FindingCode
  resource: ResourceName
  rowId: string
  caseId: string | null
  field: string | null
  before: Cell
  after: Cell
  row: number | null
}
export interface RowFinding extends RowNote {
  code: CompareCode
  previousRow: number | null
  correctionId: string | null
}
export interface RowChange {
  resource: ResourceName
  key: readonly Cell[]
  held: HeldRow
  /** as the new export reports it; its key stays the held one's even when an event names another case */
  incoming: IncomingRow
  /** the values that count from now on, and what is reported otherwise */
  counts: readonly Cell[]
  undeclared: Readonly<Record<string, Cell>>
  differences: readonly Difference[]
  /** key under which the row stands in the staged export, when it is another one: it must not be added */
  movedFrom: readonly Cell[] | null
}
export interface RowGone {
  resource: ResourceName
  key: readonly Cell[]
  held: HeldRow
  state: Exclude<RowState, 'present'>
}
export interface Comparison {
  findings: RowFinding[]
  changed: RowChange[]
  gone: RowGone[]
}

const DAY = 86_400
/** Column that dates a row's receipt, for resources that come and go with the coverage. */
const RECEIVED: Partial<Record<ResourceName, string>> = {
  cases: 'received_at',
  community_sessions: 'held_on',
  daily_calls: 'date',
}
const DATED = ['cases', 'community_sessions', 'daily_calls'] as const

const at = (resource: ResourceName, row: readonly Cell[], name: string): Cell =>
  row[columnNames(resource).indexOf(name)] ?? null
const keyOf = (resource: ResourceName, row: readonly Cell[]) =>
  STORE_KEYS[resource].map((name) => at(resource, row, name))
/** The identifier that corrections use. */
const rowIdOf = (resource: ResourceName, row: readonly Cell[]): string =>
  TABLES[resource].key.map((name) => at(resource, row, name) ?? '').join('/')
const caseIdOf = (resource: ResourceName, row: readonly Cell[]): Cell =>
  resource === 'cases' || resource === 'events' ? at(resource, row, 'case_id') : null

class Comparing {
  readonly findings: RowFinding[] = []
  readonly changed: RowChange[] = []
  readonly gone: RowGone[] = []
  private readonly book: CorrectionBook
  /** case → latest new `reopened` event, seconds since the epoch */
  private readonly reopenings = new Map<string, number>()
  private readonly goneCases = new Map<string, RowGone['state']>()
  private readonly horizon: number
  private readonly ofCorrections
  /** of the added ones only reopenings */
  private readonly ofEvents

  constructor(
    private readonly database: Database,
    private readonly context: CompareContext,
  ) {
    this.horizon = epochSeconds(context.previous.as_of) - context.toleranceDays * DAY
    this.ofCorrections = this.apart('corrections')
    this.ofEvents = this.apart('events', `i.event_type = 'reopened'`)
    this.book = new CorrectionBook(this.ofCorrections.added.map(({ values, row }) => correctionFrom(values, row)))
    for (const { values } of this.ofEvents.added) {
      const id = at('events', values, 'case_id') ?? ''
      const time = epochSeconds(at('events', values, 'occurred_at') ?? '')
      this.reopenings.set(id, Math.max(time, this.reopenings.get(id) ?? 0))
    }
  }

  private isRepeated(resource: ResourceName): boolean {
    return this.context.repeated?.has(resource) ?? false
  }

  private apart(resource: ResourceName, wanted?: string) {
    return rowsApart(this.database, resource, this.isRepeated(resource), wanted)
  }

  run(): Comparison {
    for (const resource of DATED) {
      const { changed, added, gone } = this.apart(resource)
      for (const { held, incoming } of changed) this.change(resource, held, incoming, null)
      for (const row of added) this.added(resource, row)
      for (const held of gone) this.goneDated(resource, held)
    }
    this.events()
    this.corrections()
    for (const phantom of this.book.phantoms())
      this.findings.push({
        code: 'CORRECTION-PHANTOM', resource: 'corrections', rowId: phantom.correctionId, caseId: null, field: phantom.field,
        before: phantom.before, after: phantom.after, row: phantom.row, previousRow: null, correctionId: phantom.correctionId,
      }) // prettier-ignore
    return { findings: this.findings, changed: this.changed, gone: this.gone }
  }

  /** True when a person accepted what was found. */
  private find(
    code: CompareCode,
    resource: ResourceName,
    values: readonly Cell[],
    more: Partial<Pick<RowFinding, 'field' | 'before' | 'after' | 'row' | 'previousRow' | 'correctionId'>>,
  ): boolean {
    const found: RowFinding = {
      code, resource, rowId: rowIdOf(resource, values), caseId: caseIdOf(resource, values),
      field: null, before: null, after: null, row: null, previousRow: null, correctionId: null, ...more,
    } // prettier-ignore
    this.findings.push(found)
    return this.context.isAccepted?.(found) ?? false
  }

  private change(
    resource: ResourceName,
    held: HeldRow,
    incoming: IncomingRow,
    movedFrom: readonly Cell[] | null,
  ): void {
    const { columns } = TABLES[resource]
    const rowId = rowIdOf(resource, held.reported)
    const reopened = resource === 'cases' && this.isReopened(held, incoming)
    const found = differences(columns, held.reported, incoming.values, reopened)
    /** declared, or accepted by a person: what is reported now counts */
    const declared = new Set<string>()
    const lines = { row: incoming.row, previousRow: held.row }
    for (const { column, before, after, permitted } of found) {
      const correction = this.book.explain(resource, rowId, column.name, before, after)
      const values = { field: column.name, before, after, ...lines }
      if (correction) {
        declared.add(column.name)
        this.find('CORRECTION-DECLARED', resource, held.reported, { ...values, correctionId: correction.correctionId })
      } else if (!permitted) {
        if (this.find('SILENT-EDIT', resource, held.reported, values)) declared.add(column.name)
      } else if (resource === 'cases' && column.name === 'closed_at' && this.isBackdatedClose(held, incoming))
        this.find('BACKDATED-CLOSE', resource, held.reported, values)
    }
    const { values, undeclared } = counted(columns, held.counts, incoming.values, declared, reopened)
    const key = keyOf(resource, held.counts)
    this.changed.push({ resource, key, held, incoming, counts: values, undeclared, differences: found, movedFrom })
  }

  private isReopened(held: HeldRow, incoming: IncomingRow): boolean {
    const count = (row: readonly Cell[]) => Number(at('cases', row, 'reopened_count') ?? 0)
    const closedAt = at('cases', held.reported, 'closed_at')
    if (closedAt === null || count(incoming.values) <= count(held.reported)) return false
    return (this.reopenings.get(at('cases', held.reported, 'case_id') ?? '') ?? -Infinity) > epochSeconds(closedAt)
  }

  private isBackdatedClose(held: HeldRow, incoming: IncomingRow): boolean {
    const closedAt = at('cases', incoming.values, 'closed_at')
    if (closedAt === null || !isOpen(at('cases', held.reported, 'status'))) return false
    return isClosed(at('cases', incoming.values, 'status')) && epochSeconds(closedAt) < this.horizon
  }

  private added(resource: ResourceName, { values, row }: IncomingRow): void {
    const correction = this.book.explainRow(resource, rowIdOf(resource, values), 'added')
    if (correction) {
      const { correctionId } = correction
      this.find('CORRECTION-DECLARED', resource, values, { field: '*', after: 'added', row, correctionId })
      return
    }
    const received = at(resource, values, RECEIVED[resource] ?? '') ?? ''
    const late = received.length === 10
      ? received < this.context.dayOf(this.horizon)
      : epochSeconds(received) < this.horizon // prettier-ignore
    if (late) this.find('BACKDATED-INSERT', resource, values, { row, after: received })
  }

  private goneDated(resource: ResourceName, held: HeldRow): void {
    const received = at(resource, held.reported, RECEIVED[resource] ?? '') ?? ''
    const day = received.length === 10 ? received : this.context.dayOf(epochSeconds(received))
    const open = resource === 'cases' && isOpen(at(resource, held.reported, 'status'))
    const rowId = rowIdOf(resource, held.reported)
    const correction = this.book.explainRow(resource, rowId, 'removed')
    const lines = { field: '*', after: 'removed', previousRow: held.row }
    let state: RowGone['state'] = 'left'
    if (correction) {
      state = 'removed'
      this.find('CORRECTION-DECLARED', resource, held.reported, { ...lines, correctionId: correction.correctionId })
    } else if (open || day >= this.context.coverageFrom) {
      state = this.find('SILENT-DELETE', resource, held.reported, lines) ? 'removed' : 'deleted'
    }
    if (resource === 'cases') this.goneCases.set(rowId, state)
    this.gone.push({ resource, key: keyOf(resource, held.counts), held, state })
  }

  /** An event goes with its case; alone it is altered or gone. One that names another case now is the same event. */
  private events(): void {
    for (const { held, incoming } of this.ofEvents.changed) this.change('events', held, incoming, null)
    const lonely = new Map<string, HeldRow>()
    for (const held of this.ofEvents.gone) {
      const state = this.goneCases.get(at('events', held.counts, 'case_id') ?? '')
      if (state) this.gone.push({ resource: 'events', key: keyOf('events', held.counts), held, state })
      else lonely.set(at('events', held.counts, 'event_id') ?? '', held)
    }
    if (lonely.size === 0) return
    for (const incoming of incomingEvents(this.database, lonely)) {
      const id = at('events', incoming.values, 'event_id') ?? ''
      const held = lonely.get(id)
      if (!held) continue
      lonely.delete(id)
      this.change('events', held, incoming, keyOf('events', incoming.values))
    }
    for (const held of lonely.values()) this.goneAlone('events', held)
  }

  private corrections(): void {
    for (const { held, incoming } of this.ofCorrections.changed) this.change('corrections', held, incoming, null)
    for (const held of this.ofCorrections.gone) {
      const resource = (at('corrections', held.counts, 'resource') ?? 'cases') as ResourceName
      const stays = isIncoming(
        this.database,
        resource,
        at('corrections', held.counts, 'row_id') ?? '',
        this.isRepeated(resource),
      )
      if (stays) this.goneAlone('corrections', held)
      else this.gone.push({ resource: 'corrections', key: keyOf('corrections', held.counts), held, state: 'left' })
    }
  }

  private goneAlone(resource: 'events' | 'corrections', held: HeldRow): void {
    const correction = this.book.explainRow(resource, rowIdOf(resource, held.reported), 'removed')
    const lines = { field: '*', after: 'removed', previousRow: held.row }
    const isAccepted = correction
      ? this.find('CORRECTION-DECLARED', resource, held.reported, { ...lines, correctionId: correction.correctionId })
      : this.find('SILENT-EDIT', resource, held.reported, lines)
    const state = correction || isAccepted ? 'removed' : 'deleted'
    this.gone.push({ resource, key: keyOf(resource, held.counts), held, state })
  }
}

/** The staged rows of `database` against its held rows. */
export function compare(database: Database, context: CompareContext): Comparison {
  return new Comparing(database, context).run()
}
