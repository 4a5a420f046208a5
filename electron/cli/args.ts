/** Arguments by node:util parseArgs, with two allowances: values may begin with a hyphen, and thumbprints may follow each other. */
import { parseArgs } from 'node:util'
import { fail, ok, type Result } from '../../shared/contract/result'
import type { Command } from './command'

export interface Parsed {
  positionals: readonly string[]
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
}

const COMMON = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const
/** An RFC 7638 SHA-256 thumbprint, which may begin with a hyphen. */
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/

export const usage = (problem: string) => fail('USAGE', 'input', { problem })

export function parse(command: Command, argv: readonly string[]): Result<Parsed> {
  const options = { ...command.options, ...COMMON }
  try {
    const args = joinValues(argv, options)
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return ok({ positionals, values })
  } catch (error) {
    return usage(error instanceof Error ? error.message : String(error))
  }
}

/** `--root A B` becomes `--root=A --root=B`, and `--root -x` becomes `--root=-x`. */
function joinValues(argv: readonly string[], options: Command['options']): string[] {
  const args: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i]!.startsWith('--') ? argv[i]!.slice(2) : ''
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    const next = argv[i + 1]
    if (argv[i] === '--') return [...args, ...argv.slice(i)]
    if (option?.type !== 'string' || next === undefined || isOption(next, options)) {
      args.push(argv[i]!)
      continue
    }
    args.push(`--${name}=${next}`)
    i++
    while (option.multiple && argv[i + 1] !== undefined && THUMBPRINT.test(argv[i + 1]!))
      args.push(`--${name}=${argv[++i]!}`)
  }
  return args
}

const isOption = (text: string, options: Command['options']) =>
  text.startsWith('--') && Object.hasOwn(options, text.slice(2).split('=')[0]!)
