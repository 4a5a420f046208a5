import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import type { PrintReply, PrintRequest } from '../../shared/contract/cliProtocol'
import { answerCalls } from './calls'
import { printHandlers, printReport } from './printing'

/**
 * The arguments of the command line, or null when a window is wanted: `pantau <options> <command> …` of an installed console,
 * `electron <options> . --cli <command> …` in the project.
 */
export function commandLine(argv: readonly string[], packaged = app.isPackaged): string[] | null {
  const at = argv.indexOf('--cli')
  if (at >= 0) return argv.slice(at + 1)
  const command = packaged ? argv.findIndex((argument, i) => i > 0 && !argument.startsWith('-')) : -1
  return command < 0 ? null : argv.slice(command)
}

/**
 * Runs the command line in a process of its own, as on plain Node, and prints what it asks to have printed. Ends this
 * process with its exit code.
 */
export function hostCommandLine(args: string[]) {
  answerCalls(printHandlers, null)
  const child = utilityProcess.fork(join(__dirname, 'cli.cjs'), args, {
    serviceName: 'pantau-cli',
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  child.on('message', ({ id, print }: PrintRequest) => {
    void printReport(print).then((result) => child.postMessage({ id, result } satisfies PrintReply))
  })
  child.on('exit', (code) => app.exit(code))
}
