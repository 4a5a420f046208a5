import { ok, type Result } from '../../../shared/contract/result'
import { RESOURCES, type ResourceName } from '../../../shared/export/enums'
import { PATTERNS } from '../../../shared/export/tables'
import { epochSeconds, parseDay, zoneSeconds } from '../../../shared/export/time'
import { packExport, type TableInput } from '../../engine/export/pack'
import { usage } from '../args'
import type { Command, Invocation } from '../command'
import { readInput, readKeys, writeOutput } from '../files'
import { readMapped } from '../pack/mapped'
import { readPrevious } from '../pack/previous'

type Tables = Partial<Record<ResourceName, TableInput>>

/** Makes and signs an export out of five CSVs of the format, or out of any CSV with a mapping. */
export const pack: Command = {
  name: 'pack',
  usage: [
    'pack --from DIR | --csv F --mapping M --unit CODE --key key.jwk [--previous F] --period FROM..TO --coverage FROM --as-of T --out F [--created T] [--registry-version N]',
  ],
  options: {
    from: { type: 'string' },
    csv: { type: 'string' },
    mapping: { type: 'string' },
    unit: { type: 'string' },
    key: { type: 'string', multiple: true },
    previous: { type: 'string' },
    period: { type: 'string' },
    coverage: { type: 'string' },
    'as-of': { type: 'string' },
    created: { type: 'string' },
    'registry-version': { type: 'string' },
    out: { type: 'string' },
  },
  run: async (invocation) => {
    const { option, options, t } = invocation
    const facts = readFacts(invocation)
    if (!facts.ok) return facts
    const { unit, out, ...times } = facts.value
    const keys = readKeys(options('key'))
    if (!keys.ok) return keys
    const previous = await readPrevious(option('previous'), unit)
    if (!previous.ok) return previous
    const tables = await readTables(invocation, unit, times.asOf)
    if (!tables.ok) return tables
    const sequence = (previous.value?.sequence ?? 0) + 1
    const packed = packExport({
      unit,
      sequence,
      previous: previous.value && { sequence: previous.value.sequence, descriptor_sha256: previous.value.sha256 },
      ...times,
      registryVersion: Number(option('registry-version') ?? previous.value?.registryVersion ?? 1),
      generator: { name: 'pantau', version: '1.0' },
      tables: tables.value,
      key: keys.value,
    })
    const written = await writeOutput(out, packed.zip)
    if (!written.ok) return written
    const rows = Object.values(packed.rows).reduce((sum, count) => sum + count, 0)
    return ok({
      json: { unit, sequence, descriptor_sha256: packed.descriptorSha256, rows: packed.rows },
      text: [t('cli.pack.done', { unit, sequence, rows, file: out })],
    })
  },
}

/** The options that are not files, checked for their form. */
function readFacts({ option, options }: Invocation) {
  const [unit, out, coverageFrom, asOf] = [option('unit'), option('out'), option('coverage'), option('as-of')]
  const [from, to, more] = (option('period') ?? '').split('..')
  const created = option('created') ?? (asOf === undefined ? '' : nowIn(asOf))
  const keys = options('key').length
  if (unit === undefined || out === undefined || keys === 0) return usage(pack.usage[0]!)
  if (keys > 4) return usage('--key: 1..4')
  if (!PATTERNS.unit.test(unit)) return usage(`--unit ${unit}`)
  if (from === undefined || to === undefined || more !== undefined || !isDay(from) || !isDay(to) || from > to) {
    return usage('--period FROM..TO (YYYY-MM-DD..YYYY-MM-DD)')
  }
  if (coverageFrom === undefined || !isDay(coverageFrom)) return usage('--coverage FROM (YYYY-MM-DD)')
  if (asOf === undefined || !isMoment(asOf) || !isMoment(created)) return usage('--as-of YYYY-MM-DDThh:mm:ss+07:00')
  if (!/^[1-9]\d{0,8}$/.test(option('registry-version') ?? '1')) return usage('--registry-version N')
  return ok({ unit, out, period: { from, to }, coverageFrom, asOf, created })
}

const isDay = (text: string) => !Number.isNaN(parseDay(text))
const isMoment = (text: string) => !Number.isNaN(epochSeconds(text))

/** This moment in the zone of another time of the format. */
function nowIn(moment: string): string {
  const zone = moment.slice(-6)
  const shifted = new Date(Date.now() + (isMoment(moment) ? zoneSeconds(zone) * 1000 : 0))
  return `${shifted.toISOString().slice(0, 19)}${zone}`
}

async function readTables(invocation: Invocation, unit: string, asOf: string): Promise<Result<Tables>> {
  const { option } = invocation
  const [folder, csv, mapping] = [option('from'), option('csv'), option('mapping')]
  if (folder !== undefined && csv === undefined && mapping === undefined) return readFolder(folder)
  if (folder === undefined && csv !== undefined && mapping !== undefined) {
    return readMapped(csv, mapping, { unit, asOf, isFirst: option('previous') === undefined }, invocation)
  }
  return usage(pack.usage[0]!)
}

/** The five CSVs of the format as they are. */
async function readFolder(folder: string): Promise<Result<Tables>> {
  const tables: Tables = {}
  for (const name of RESOURCES) {
    const bytes = await readInput(`${folder}/${name}.csv`)
    if (!bytes.ok) return bytes
    tables[name] = bytes.value
  }
  return ok(tables)
}
