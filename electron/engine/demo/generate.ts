/** Signed exports of one unit of the demo nation, through the same writer and signer that every unit uses. */
import { packExport } from '../export/pack'
import type { ResourceName } from '../../../shared/export/enums'
import { caseRow, eventRows, known, stateAt } from './asOf'
import { DAY, dayText, timeText } from './clock'
import { isWritten } from './calls'
import { sessionRow } from './community'
import { emptyLedger, enter, enterChannels, type Ledger } from './ledger'
import { planted } from './oddities'
import { cutBefore, type DemoPlan } from './plan'
import { liveUnit, type UnitLife } from './population'
import { random } from './random'

export interface DemoFile {
  name: string
  unit: string
  sequence: number
  zip: Buffer
  cases: number
}
export interface UnitExports {
  files: DemoFile[]
  ledger: Ledger
}
type Rows = Record<ResourceName, string[][]>

/** Somebody waits for the demo nation: a third of the time for a quarter more bytes. */
const DEFLATE_LEVEL = 1
/** Units that delivered an earlier snapshot too. */
const DELIVERED_TWICE = 'POLDA-JATENG'
const EARLIER_MONTHS = 3

/** Makes all exports of the reporting unit at `index` of the plan, in order of sequence. */
export function exportsOfUnit(plan: DemoPlan, index: number): UnitExports {
  const desk = plan.reporting[index]
  if (!desk) throw new Error(`no reporting unit ${index}`)
  const { unit } = desk
  const ledger = emptyLedger()
  if (planted(unit.code, 'never_reported')) return { files: [], ledger }
  const life = liveUnit(plan, unit, desk.polsek, desk.cases)
  const end = cutBefore(plan, planted(unit.code, 'late')?.months ?? 0)
  const twice =
    unit.code === DELIVERED_TWICE ||
    unit.parent === DELIVERED_TWICE ||
    ['silent_edit', 'fork', 'personal_data', 'clock_backwards'].some((kind) => planted(unit.code, kind as 'fork'))
  const files: DemoFile[] = []
  const maker = new Maker(plan, index, life)
  if (!twice || end !== plan.end) {
    files.push(maker.make(1, plan.from, end, end * DAY, 0))
    count(plan, ledger, life, end * DAY)
    return { files, ledger }
  }
  const middle = cutBefore(plan, EARLIER_MONTHS)
  files.push(maker.make(1, plan.from, middle, middle * DAY, 0))
  const backwards = planted(unit.code, 'clock_backwards') !== undefined
  files.push(maker.make(2, middle, end, backwards ? middle * DAY - 5 * DAY : end * DAY, 0))
  if (planted(unit.code, 'fork')) files.push(maker.make(2, middle, end, end * DAY, 1))
  const quarantined = backwards || planted(unit.code, 'personal_data') !== undefined
  count(plan, ledger, life, quarantined ? middle * DAY : end * DAY)
  return { files, ledger }
}

function count(plan: DemoPlan, ledger: Ledger, life: UnitLife, asOf: number): void {
  for (const one of life.cases) enter(ledger, plan, one, asOf)
  enterChannels(ledger, life, asOf)
}

class Maker {
  readonly #desk
  /** hash of the descriptor that each sequence signed first */
  readonly #signed = new Map<number, string>()
  constructor(
    private readonly plan: DemoPlan,
    private readonly index: number,
    private readonly life: UnitLife,
  ) {
    const desk = plan.reporting[index]
    if (!desk) throw new Error(`no reporting unit ${index}`)
    this.#desk = desk
  }

  /** One export over `from` … `end` (day numbers, end exclusive) as the database stood at `asOf`; `fork` signs the number again. */
  make(sequence: number, from: number, end: number, asOf: number, fork: number): DemoFile {
    const { unit } = this.#desk
    const rows = this.#rows(asOf, sequence)
    if (sequence > 1) this.#edit(rows, asOf)
    if (fork > 0) rows.cases = rows.cases.slice(0, -3)
    const alive = new Set(rows.cases.map((row) => row[0]))
    rows.events = rows.events.filter((row) => alive.has(row[1]))
    const created = (end + 1 + (this.index % 8)) * DAY + 8 * 3600 + (this.index % 240) * 60 + fork * 5400
    const before = this.#signed.get(sequence - 1)
    const packed = packExport({
      unit: unit.code,
      sequence,
      previous: before === undefined ? null : { sequence: sequence - 1, descriptor_sha256: before },
      period: { from: dayText(from), to: dayText(end - 1) },
      coverageFrom: dayText(this.plan.from),
      asOf: timeText(asOf, unit.zone),
      created: timeText(created, unit.zone),
      registryVersion: this.plan.registry.version,
      generator: { name: 'demo', version: '1.0' },
      tables: rows,
      key: this.plan.keyOf(unit.code),
      level: DEFLATE_LEVEL,
    })
    if (fork === 0) this.#signed.set(sequence, packed.descriptorSha256)
    const month = dayText(end - 1).slice(0, 7)
    const name = `${unit.code}_${month}_${String(sequence).padStart(6, '0')}${fork > 0 ? 'b' : ''}.dumas.zip`
    return { name, unit: unit.code, sequence, zip: packed.zip, cases: rows.cases.length }
  }

  #rows(asOf: number, sequence: number): Rows {
    const { unit } = this.#desk
    const rows: Rows = { cases: [], events: [], community_sessions: [], daily_calls: [], corrections: [] }
    for (const one of this.life.cases) {
      // received before the window: only there because it was open, at this or at the first delivery
      const old = one.received < this.plan.from * DAY
      if (!known(one, asOf) || (old && sequence === 1 && stateAt(one, asOf).closed !== null)) continue
      rows.cases.push(caseRow(one, asOf, unit.zone))
      for (const event of eventRows(one, asOf, unit.zone)) rows.events.push(event)
    }
    for (const held of this.life.sessions)
      if (held.recorded <= asOf) rows.community_sessions.push(sessionRow(held, timeText(held.recorded, unit.zone)))
    for (const call of this.life.calls) if (isWritten(call, asOf)) rows.daily_calls.push(call.row)
    return rows
  }

  /** What a second delivery changes: corrections as they should be, and, where planted, changes without any. */
  #edit(rows: Rows, asOf: number): void {
    const { unit } = this.#desk
    const r = random(this.plan.options.seed, 'edit', unit.code)
    const before = timeText(cutBefore(this.plan, EARLIER_MONTHS + 1) * DAY, unit.zone)
    const settled = rows.cases.filter(
      (row) => (row[21] ?? '') !== '' && (row[21] ?? '') < before && (row[28] ?? '') < before && row[25] === '0',
    )
    const decided = timeText(asOf - 3 * DAY, unit.zone)
    const correct = (row: string[], at: number, value: string, field: string, reason: string) => {
      rows.corrections.push([
        `C-${unit.code.replaceAll('.', '').slice(-12)}-${String(rows.corrections.length + 1).padStart(4, '0')}`,
        'cases',
        row[0] ?? '',
        field,
        row[at] ?? '',
        value,
        'data_entry',
        reason,
        'siwas',
        decided,
        decided,
      ])
      row[at] = value
    }
    const corrected = planted(unit.code, 'revision_rate')?.cells ?? r.between(0, 3)
    for (const row of settled.filter((one) => one[12] !== '').slice(0, corrected))
      correct(row, 12, '', 'district_code', 'Kecamatan salah ketik')
    if (planted(unit.code, 'personal_data')) {
      const row = settled.find((one) => one[12] !== '')
      if (row) correct(row, 12, '', 'district_code', 'Sesuai telepon pelapor 0812 3456 7890')
    }
    if (planted(unit.code, 'silent_edit')) {
      for (const row of settled.filter((one) => one[15] !== '').slice(0, 6))
        row[15] = earlier(row[15] ?? '', row[13] ?? '')
      const gone = new Set(
        settled.filter((one) => (one[13] ?? '') > timeText(this.plan.from * DAY, unit.zone)).slice(-2),
      )
      rows.cases = rows.cases.filter((row) => !gone.has(row))
    }
  }
}

/** A date moved eleven days back, but not before receipt. */
function earlier(moment: string, received: string): string {
  const day = dayText(Math.floor(Date.parse(`${moment.slice(0, 10)}T00:00:00Z`) / 1000 / DAY) - 11)
  const moved = `${day}${moment.slice(10)}`
  return moved > received ? moved : received
}
