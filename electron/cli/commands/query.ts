import { ok } from '../../../shared/contract/result'
import { QUERY_NAMES, type QueryName } from '../../../shared/contract/queries'
import { isHeldQuery } from '../../../shared/contract/queryCodes'
import { usage } from '../args'
import type { Command } from '../command'
import { KNOWN_ON, WORKSPACE, knownOnOf, tellKnown, withEngine } from '../workspace'

/** Runs one of the named queries that the screens use. */
export const query: Command = {
  name: 'query',
  usage: ['query --list', 'query NAME [--params JSON] [--known-on YYYY-MM-DD] --workspace DIR'],
  options: { list: { type: 'boolean' }, params: { type: 'string' }, ...KNOWN_ON, ...WORKSPACE },
  run: async (invocation) => {
    const { positionals, option, flag } = invocation
    if (flag('list')) return ok({ json: QUERY_NAMES, text: QUERY_NAMES })
    const [name, more] = positionals
    if (!isQueryName(name) || more !== undefined) return usage(query.usage.join('\n'))
    const params = readParams(option('params') ?? '{}')
    if (params === undefined) return usage('--params JSON')
    const known = knownOnOf(invocation)
    if (!known || (known.known_on !== undefined && !isHeldQuery(name))) return usage(query.usage[1]!)
    return withEngine(invocation, 'read', async (engine) => {
      tellKnown(engine, invocation)
      const result = await engine.query(name, isObject(params) ? { ...params, ...known } : params)
      return result.ok ? ok({ json: result.value, text: [JSON.stringify(result.value, null, 2)] }) : result
    })
  },
}

const isQueryName = (name: string | undefined): name is QueryName =>
  name !== undefined && (QUERY_NAMES as readonly string[]).includes(name)

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readParams(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
