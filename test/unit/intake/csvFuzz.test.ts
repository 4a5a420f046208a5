/** The CSV reader against Python's csv module: files by chance, and no disagreement without its reason. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync, openSync, closeSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { random } from '../../../electron/engine/demo/random'
import { CsvReader } from '../../../electron/engine/intake/csvReader'
import { RowCounter } from '../../../electron/engine/intake/rowCounter'
import { csvInput } from '../../helpers/csvFuzz'
import { scratch } from '../../helpers/signedExports'
import { isWholeRun } from '../../helpers/wholeRun'

const INPUTS = isWholeRun ? 60_000 : 12_000
/** low, so that many inputs reach them */
const [FIELD, RECORD] = [40, 120]
const ORACLE = resolve(import.meta.dirname, '../../oracle/csv_strict.py')

interface Oracle {
  rows: string[][] | null
  rules: string[]
}
interface Seen {
  rows: string[][]
  codes: string[]
  records: number
}

/** Reads one input, cut where chance has it. */
function read(bytes: Buffer, step: number): Seen {
  const seen: Seen = { rows: [], codes: [], records: 0 }
  const handler = {
    row: (fields: string[]) => void seen.rows.push([...fields]),
    trouble: (code: string) => seen.codes.push(code) < 100,
  }
  const [reader, counter] = [new CsvReader(handler, FIELD, RECORD), new RowCounter()]
  for (let at = 0; at < bytes.length; at += step) {
    const chunk = bytes.subarray(at, at + step)
    reader.push(chunk)
    counter.add(chunk)
  }
  reader.end()
  seen.records = counter.rows().records
  return seen
}

/** Why the two may disagree. The rule is judged by the oracle, from the text alone. */
const REASONS: Record<string, string> = {
  'CSV-BOM': 'csv takes a byte order mark for a part of the first field',
  'CSV-CTRL': 'csv takes control characters, line breaks in quotes, and a CR alone as a line end',
  'CSV-EOL': 'csv takes both kinds of line end in one file',
  'CSV-FIELD': 'csv takes fields up to 131,072 characters',
  'CSV-QUOTE': 'csv takes a quote inside a field that does not begin with one',
  'CSV-RECORD': 'csv takes records of any length',
  'CSV-WIDTH': 'csv takes rows of any width, and a line without any field',
  'empty line': 'csv gives no field for an empty line; by RFC 4180 it has one, which is empty',
}

/** Null when both say the same, else the class of the disagreement. */
function disagreement(ours: Seen, theirs: Oracle): string | null {
  const accepted = ours.codes.length === 0
  if (accepted && theirs.rows !== null && theirs.rules.length === 0) {
    const same = (rows: string[][]) => JSON.stringify(rows) === JSON.stringify(ours.rows)
    if (same(theirs.rows)) return null
    return same(theirs.rows.map((row) => (row.length === 0 ? [''] : row))) ? 'empty line' : 'other rows'
  }
  if (accepted) return 'taken, though it breaks a rule'
  if (theirs.rows === null) return null
  return theirs.rules.find((rule) => ours.codes.includes(rule)) ?? 'refused without a reason'
}

const has = spawnSync('python3', ['--version']).status === 0

test.skipIf(!has)(
  `${INPUTS} files by chance against Python's csv in strict mode (needs python3)`,
  () => {
    const chance = random('csv', '2026')
    const inputs = Array.from({ length: INPUTS }, () => csvInput(chance, FIELD, RECORD))
    const [given, answered] = [scratch('inputs'), scratch('answers')]
    writeFileSync(given, inputs.map((bytes) => `${bytes.toString('base64')}\n`).join(''))
    const out = openSync(answered, 'w')
    const { status, stderr } = spawnSync('python3', [ORACLE, given, String(FIELD), String(RECORD)], {
      stdio: ['ignore', out, 'pipe'],
    })
    closeSync(out)
    expect([status, stderr.toString()]).toEqual([0, ''])
    const answers = readFileSync(answered, 'utf8').trimEnd().split('\n')
    expect(answers).toHaveLength(INPUTS)

    const counts: Record<string, number> = {}
    const unexplained: { why: string; input: string; ours: Seen; theirs: Oracle }[] = []
    let refused = 0
    for (const [at, bytes] of inputs.entries()) {
      const ours = read(bytes, chance.chance(0.5) ? bytes.length || 1 : chance.between(1, 9))
      const theirs = JSON.parse(answers[at]!) as Oracle
      if (ours.codes.length > 0) refused++
      else expect({ at, records: ours.records }).toEqual({ at, records: Math.max(0, ours.rows.length - 1) })
      const why = disagreement(ours, theirs)
      if (why === null) continue
      counts[why] = (counts[why] ?? 0) + 1
      if (!(why in REASONS)) unexplained.push({ why, input: JSON.stringify(bytes.toString('latin1')), ours, theirs })
    }
    const table = Object.entries(counts).toSorted(([, a], [, b]) => b - a)
    console.log(
      [
        `${INPUTS} inputs, ${refused} malformed; not as csv in strict mode has it:`,
        ...table.map(([why, count]) => `${String(count).padStart(7)}  ${why}: ${REASONS[why] ?? '?'}`),
      ].join('\n'),
    )
    expect(unexplained.slice(0, 5)).toEqual([])
    expect(refused).toBeGreaterThan(INPUTS / 3)
    expect(INPUTS - refused).toBeGreaterThan(INPUTS / 4)
    // each reason stands for files that were seen
    expect(Object.keys(counts).toSorted()).toEqual(Object.keys(REASONS).toSorted())
  },
  60_000,
)
