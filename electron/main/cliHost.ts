import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { PrintReply, PrintRequest } from '../../shared/contract/cliProtocol'
import { printReport } from './printing'

/** `pantau --cli <command> …`: the arguments of the command line; null when a window is wanted. */
export function commandLine(argv: readonly string[]): string[] | null {
  const at = argv.indexOf('--cli')
  return at < 0 ? null : argv.slice(at + 1)
}

/**
 * Runs the command line in a process of its own, as on plain Node, and prints what it asks to have printed. Ends this
 * process with its exit code.
 */
export function hostCommandLine(args: string[]) {
  const child = utilityProcess.fork(join(__dirname, 'cli.cjs'), args, {
    serviceName: 'pantau-cli',
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  child.on('message', ({ id, print }: PrintRequest) => {
    void printReport(print).then((result) => child.postMessage({ id, result } satisfies PrintReply))
  })
  child.on('exit', (code) => app.exit(code))
}
