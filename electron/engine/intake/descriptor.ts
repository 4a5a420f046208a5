/** DESCRIPTOR: the first parse of signed bytes. Source: the export format, section 2. */
import { finding, type Finding } from '../../../shared/export/codes'
import { descriptorSchema, type Descriptor } from '../../../shared/export/descriptor'
import { RESOURCES } from '../../../shared/export/enums'
import { LIMITS } from '../../../shared/export/limits'
import { DESCRIPTOR_NAME, FORMAT } from '../../../shared/export/tables'
import { epochSeconds, parseDay } from '../../../shared/export/time'
import { pass, stop, type Step } from './step'
import { parseStrictJson, type JsonValue } from './strictJson'

export interface ParsedDescriptor {
  descriptor: Descriptor
  /** a higher minor version than this console knows */
  lenient: boolean
  flags: Finding[]
}

const place = { file: DESCRIPTOR_NAME }
const VERSION = /^dumas-export\/(\d{1,4})\.(\d{1,4})$/
const [, MAJOR, MINOR] = VERSION.exec(FORMAT)!.map(Number) as [number, number, number]

export function parseDescriptor(bytes: Uint8Array): Step<ParsedDescriptor> {
  const json = parseStrictJson(bytes, LIMITS.jsonDepth)
  if (!json.ok) return stop(json.code, place, { at: json.at })
  const format = memberOf(memberOf(json.value, 'dumas'), 'format')
  const version = typeof format === 'string' ? VERSION.exec(format) : null
  // another major version may have another shape: it is not measured by this one's
  if (version && Number(version[1]) !== MAJOR) return stop('VERSION', place, { format: version[0] })
  const parsed = descriptorSchema.safeParse(json.value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return stop('DESCRIPTOR', place, { member: issue?.path.join('.') ?? '', problem: issue?.message ?? '' })
  }
  const member = contradiction(parsed.data) ?? resourceProblem(parsed.data, memberOf(json.value, 'resources'))
  if (member) return stop('DESCRIPTOR', place, { member })
  const lenient = Number(version?.[2]) > MINOR
  const flags = lenient ? [finding('VERSION-MINOR', place, { format: parsed.data.dumas.format })] : []
  return pass({ descriptor: parsed.data, lenient, flags })
}

/** The member that contradicts another or names a day that does not exist. */
function contradiction({ created, dumas }: Descriptor): string | null {
  const { sequence, previous, period, coverage, as_of } = dumas
  if (Number.isNaN(epochSeconds(created))) return 'created'
  if (Number.isNaN(epochSeconds(as_of))) return 'dumas.as_of'
  if ([period.from, period.to].some((day) => Number.isNaN(parseDay(day))) || period.from > period.to)
    return 'dumas.period'
  if (Number.isNaN(parseDay(coverage.from))) return 'dumas.coverage.from'
  if ((previous === null) !== (sequence === 1)) return 'dumas.previous'
  return previous && previous.sequence !== sequence - 1 ? 'dumas.previous.sequence' : null
}

/** Each table once, under its own name, and no inline data. */
function resourceProblem({ resources }: Descriptor, raw: JsonValue | undefined): string | null {
  if (Array.isArray(raw) && raw.some((resource) => memberOf(resource, 'data') !== undefined)) return 'resources.data'
  if (resources.some(({ name, path }) => path !== `${name}.csv`)) return 'resources.path'
  const names = new Set(resources.map(({ name }) => name))
  return RESOURCES.every((name) => names.has(name)) ? null : 'resources.name'
}

function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject && Object.hasOwn(value, name) ? value[name] : undefined
}
