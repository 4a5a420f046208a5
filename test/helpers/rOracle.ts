/** Questions that R answers in one run: what was computed here beside what R makes of the same data. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SCRIPT = join(import.meta.dirname, '../oracle/statistics.R')

/** Whether R and its package survival are installed. */
export const hasR = (): boolean => spawnSync('Rscript', ['-e', 'library(survival)']).status === 0

type Numbers = ArrayLike<number>
export interface Asked {
  kind: string
  data: Readonly<Record<string, Numbers>>
  /** what was computed here, by the names of R's answers */
  ours: Readonly<Record<string, Numbers>>
}
export interface Difference {
  question: string
  name: string
  at: number
  ours: number
  theirs: number
  /** absolute; relative where the values are over 1, such as logarithms of chances */
  size: number
}
export interface Comparison {
  questions: number
  values: number
  largest: Difference | null
  /** answers of another length, or missing on one side only */
  unlike: string[]
}

/** R's words for what has no digits. */
const VALUES: Readonly<Record<string, number>> = { NA: NaN, Inf: Infinity }
const text = (values: Numbers) => Array.from(values).join(',')

/** Asks R all questions at once and compares every value. What R calls NA has to be NaN here. */
export function compareWithR(asked: Readonly<Record<string, Asked>>): Comparison {
  const folder = mkdtempSync(join(tmpdir(), 'pantau-r-'))
  try {
    const [questions, answers] = [join(folder, 'questions.txt'), join(folder, 'answers.txt')]
    const lines = Object.entries(asked).map(
      ([id, { kind, data }]) => `${id} ${kind} ${Object.entries(data).map(([name, values]) => `${name}=${text(values)}`).join(' ')}`, // prettier-ignore
    )
    writeFileSync(questions, `${lines.join('\n')}\n`)
    const run = spawnSync('Rscript', [SCRIPT, questions, answers], { encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    return compare(asked, readFileSync(answers, 'utf8').trim().split('\n'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function compare(asked: Readonly<Record<string, Asked>>, answers: readonly string[]): Comparison {
  const comparison: Comparison = { questions: Object.keys(asked).length, values: 0, largest: null, unlike: [] }
  const open = new Set(
    Object.entries(asked).flatMap(([id, { ours }]) => Object.keys(ours).map((name) => `${id} ${name}`)),
  )
  for (const line of answers) {
    const [question = '', name = '', ...numbers] = line.split(' ')
    open.delete(`${question} ${name}`)
    const ours = asked[question]?.ours[name]
    if (ours?.length !== numbers.length) {
      comparison.unlike.push(`${question} ${name}: ${ours?.length} here, ${numbers.length} there`)
      continue
    }
    numbers.forEach((number, at) => {
      comparison.values++
      const [own, theirs] = [ours[at] as number, VALUES[number] ?? Number(number)]
      if (Object.is(own, theirs) || own === theirs) return
      const size = Math.abs(own - theirs) / Math.max(1, Math.abs(theirs))
      if (Number.isNaN(size)) comparison.unlike.push(`${question} ${name}[${at}]: ${own} here, ${number} there`)
      else if (size > (comparison.largest?.size ?? 0))
        comparison.largest = { question, name, at, ours: own, theirs, size }
    })
  }
  comparison.unlike.push(...[...open].map((name) => `${name}: R gave no answer`))
  return comparison
}
