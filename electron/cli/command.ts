/** What a command of the command line is: its options, and a function from arguments to an answer. */
import type { ParseArgsConfig } from 'node:util'
import type { Result } from '../../shared/contract/result'
import type { Translate } from '../../shared/messages/catalogue'

export interface Answer {
  /** the one document that stdout carries with --json */
  json: unknown
  /** lines for people, on stdout without --json */
  text: readonly string[]
  /** something was rejected or quarantined: exit code 1 */
  failed?: boolean
}

export interface Invocation {
  positionals: readonly string[]
  /** an option that was given, else undefined */
  option: (name: string) => string | undefined
  /** every value of an option that may be given more than once */
  options: (name: string) => readonly string[]
  flag: (name: string) => boolean
  t: Translate
  /** one line on stderr */
  note: (line: string) => void
  /** a line on stderr that replaces the one before; nothing unless stderr is a terminal */
  progress: (line: string) => void
}

export interface Command {
  name: string
  /** one line for each form */
  usage: readonly string[]
  options: NonNullable<ParseArgsConfig['options']>
  run: (invocation: Invocation) => Promise<Result<Answer>>
}
