/** Which counts stand behind a pinned number, read from the query's result beside it. */

/** Values of a result's members that are counts of cases. */
const COUNT_NAMES = [
  'numerator',
  'denominator',
  'n',
  'observed',
  'events',
  'count',
  'received',
  'open',
  'closed',
  'total',
] as const

/** One step of a path: a member, an index, or `[code]` for the item of that unit, code, month or metric. */
function step(value: unknown, part: string): unknown {
  if (Array.isArray(value)) {
    if (/^\d+$/.test(part)) return value[Number(part)]
    const names = ['unit', 'code', 'month', 'metric', 'channel', 'id', 'descriptor_sha256']
    return value.find((item: unknown) => isRecord(item) && names.some((name) => item[name] === part))
  }
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined
}
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parts of a path such as `figures.1.value` or `units[POLRES-33.02].n`. */
const pathParts = (path: string): string[] =>
  [...path.matchAll(/\[([^\]]+)\]|([^.[\]]+)/g)].map((match) => match[1] ?? match[2] ?? '')

/** The value at a path of a result; undefined when the path leads nowhere. */
export const valueAt = (result: unknown, path: string): unknown => pathParts(path).reduce(step, result)

/**
 * The counts beside a pinned number: numerator, denominator and what is left of it, and the like. null when the path
 * leads nowhere.
 */
export function countsUnder(result: unknown, path: string): number[] | null {
  const parts = pathParts(path)
  const holder = parts.slice(0, -1).reduce(step, result)
  if (!isRecord(holder) || step(holder, parts.at(-1) ?? '') === undefined) return null
  const found = COUNT_NAMES.flatMap((name) => {
    const value = holder[name]
    return typeof value === 'number' && Number.isInteger(value) ? [value] : []
  })
  const pair = (part: unknown, whole: unknown) =>
    typeof part === 'number' && typeof whole === 'number' && whole > part ? [whole - part] : []
  return [...found, ...pair(holder['numerator'], holder['denominator']), ...pair(holder['observed'], holder['n'])]
}
