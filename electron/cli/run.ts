/**
 * Runs one command: exit code 0 all accepted, 1 something rejected or quarantined, 2 wrong usage or environment. With --json
 * stdout carries exactly one JSON document; all else goes to stderr. Source: the command line's specification.
 */
import { fail, type AppError, type Result } from '../../shared/contract/result'
import { translator, type Language, type Translate } from '../../shared/messages/catalogue'
import { parse, usage } from './args'
import type { Answer, Command, Invocation } from './command'
import { COMMANDS } from './commands'

export interface Streams {
  out: (text: string) => void
  err: (text: string) => void
  /** stderr is a terminal */
  interactive: boolean
  language: Language
}

export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const t = translator(streams.language)
  const wantsJson = argv.includes('--json')
  const [name = '', ...rest] = argv
  if (name === 'help' || name === '--help' || name === '-h') {
    streams.out(`${overview(t)}\n`)
    return 0
  }
  const command = COMMANDS.find((item) => item.name === name)
  const result = command ? await invoke(command, rest, streams, t) : usage(overview(t))
  if (!result.ok) return refuse(result.error, wantsJson, streams, t)
  const { json, text, failed } = result.value
  if (wantsJson) streams.out(`${JSON.stringify(json)}\n`)
  else for (const line of text) streams.out(`${line}\n`)
  return failed ? 1 : 0
}

async function invoke(
  command: Command,
  argv: readonly string[],
  streams: Streams,
  t: Translate,
): Promise<Result<Answer>> {
  const parsed = parse(command, argv)
  if (!parsed.ok) return parsed
  const { positionals, values } = parsed.value
  if (values['help'] === true) return { ok: true, value: { json: { usage: command.usage }, text: command.usage } }
  const list = (name: string) => [values[name] ?? []].flat().map(String)
  let shown = false
  const clear = () => {
    if (shown) streams.err('\r\u001B[K')
    shown = false
  }
  const invocation: Invocation = {
    positionals,
    option: (name) => list(name)[0],
    options: list,
    flag: (name) => values[name] === true,
    t,
    note: (line) => {
      clear()
      streams.err(`${line}\n`)
    },
    progress: (line) => {
      if (!streams.interactive) return
      clear()
      streams.err(line)
      shown = true
    },
  }
  try {
    return await command.run(invocation)
  } catch (error) {
    return fail('INTERNAL', 'bug', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    clear()
  }
}

function refuse(error: AppError, wantsJson: boolean, streams: Streams, t: Translate): number {
  const text = t.code('error', error.code, error.params)
  const { file } = error.params
  // the same texts stand in the window, which knows no paths
  const message = typeof file === 'string' && !text.includes(file) ? `${text} (${file})` : text
  const details = error.code === 'INTERNAL' ? ` ${String(error.params['reason'] ?? '')}` : ''
  if (wantsJson) streams.out(`${JSON.stringify({ error: { code: error.code, message } })}\n`)
  streams.err(`${message}${details}${error.code === 'USAGE' ? '' : ` [${error.code}]`}\n`)
  return 2
}

function overview(t: Translate): string {
  const lines = COMMANDS.flatMap(({ name, usage: forms }) => [
    `  ${name.padEnd(11)} ${t.code('cli', name)}`,
    ...forms.map((form) => `              pantau ${form}`),
  ])
  return [t('cli.usage'), '', t('cli.commands'), ...lines].join('\n')
}
