/** The file of kept answers: what they follow from, then each question and its answer as JSON, a line each. */
import { writeDerived } from '../archive/files'
import { readSealed, sealed } from '../archive/sealed'

/** A question, `name params`, and its answer. */
export type KeptAnswer = readonly [question: string, json: string]

/** What a start is told before anything is opened. */
export interface KeptStart {
  /** of the grounds that it holds on (`hashOfGrounds`) */
  grounds: string
  /** seconds since the epoch until which it holds; null: no end */
  until: number | null
  /** workspace, notices, units, registry */
  answers: readonly KeptAnswer[]
}

export interface Kept {
  /** what the figures follow from */
  basis: string
  /** day of the figures, `YYYY-MM-DD` */
  today: string
  start: KeptStart | null
  figures: readonly KeptAnswer[]
}

interface Head {
  basis: string
  today: string
  start: Omit<KeptStart, 'answers'> | null
  /** lines of `start` */
  lines: number
}

export function writeKept(path: string, { basis, today, start, figures }: Kept): void {
  const answers = start?.answers ?? []
  const head: Head = {
    basis,
    today,
    start: start && { grounds: start.grounds, until: start.until },
    lines: answers.length * 2,
  }
  writeDerived(path, sealed(Buffer.from([JSON.stringify(head), ...[...answers, ...figures].flat()].join('\n'))))
}

/** null: absent, damaged, or of an older console. */
export function readKept(path: string): Kept | null {
  const [first = '', ...lines] = readSealed(path)?.toString('utf8').split('\n') ?? []
  try {
    const head = JSON.parse(first) as Head
    return {
      basis: head.basis,
      today: head.today,
      start: head.start && { ...head.start, answers: pairsOf(lines.slice(0, head.lines)) },
      figures: pairsOf(lines.slice(head.lines)),
    }
  } catch {
    return null
  }
}

const pairsOf = (lines: readonly string[]): KeptAnswer[] =>
  Array.from({ length: lines.length / 2 }, (_, i) => [lines[i * 2] as string, lines[i * 2 + 1] as string])

export const questionOf = (name: string, params: unknown): string => `${name} ${JSON.stringify(params)}`

export const STATE_QUESTION = questionOf('workspace.state', {})
