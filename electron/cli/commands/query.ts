import { ok } from '../../../shared/contract/result'
import { QUERY_NAMES, type QueryName } from '../../../shared/contract/queries'
import { usage } from '../args'
import type { Command } from '../command'
import { WORKSPACE, withEngine } from '../workspace'

/** Runs one of the named queries that the screens use. */
export const query: Command = {
  name: 'query',
  usage: ['query --list', 'query NAME [--params JSON] --workspace DIR'],
  options: { list: { type: 'boolean' }, params: { type: 'string' }, ...WORKSPACE },
  run: async (invocation) => {
    const { positionals, option, flag } = invocation
    if (flag('list')) return ok({ json: QUERY_NAMES, text: QUERY_NAMES })
    const [name, more] = positionals
    if (!isQueryName(name) || more !== undefined) return usage(query.usage.join('\n'))
    const params = readParams(option('params') ?? '{}')
    if (params === undefined) return usage('--params JSON')
    return withEngine(invocation, 'read', async (engine) => {
      const result = await engine.query(name, params)
      return result.ok ? ok({ json: result.value, text: [JSON.stringify(result.value, null, 2)] }) : result
    })
  },
}

const isQueryName = (name: string | undefined): name is QueryName =>
  name !== undefined && (QUERY_NAMES as readonly string[]).includes(name)

function readParams(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
