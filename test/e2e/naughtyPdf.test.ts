/** Naughty strings in findings, on paper: what a typeface lacks shows as something, and nothing breaks the page. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { rootFlags } from '../../electron/build/electron-runtime.mjs'
import { openEngine } from '../../electron/engine/openEngine'
import { goodExport, lastingRegistry, registryFile } from '../helpers/cli'
import { projectRoot } from '../helpers/electron'
import { ROOT, UNIT } from '../helpers/signedExports'
import { controlStrings, csvInjections, naughtyStrings } from '../helpers/vectors'
import { valueOf } from '../helpers/workspaces'

const folder = mkdtempSync(join(tmpdir(), 'pantau-naughty-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

const strings = [...naughtyStrings(), ...csvInjections(), ...controlStrings().map((text) => text.replaceAll('\n', ' '))]
const label = (n: number) => `S${String(n).padStart(4, '0')}`
const PARTS = ['condition', 'criteria', 'cause', 'effect', 'recommendation'] as const
const EACH = 15
const LONGEST = 'M'.repeat(3000)

/** A workspace whose findings hold all strings, one in a line behind its number. */
async function writeFindings(): Promise<void> {
  const engine = valueOf(await openEngine({ dir: at('workspace') }))
  valueOf(await engine.trustRegistry({ path: registryFile, thumbprints: [ROOT.kid] }))
  expect(valueOf(await engine.importPaths([goodExport]))).toMatchObject({ accepted: 1 })
  const filter = { unit: UNIT, from: '2026-01-01', to: '2026-03-31' }
  const figure = {
    query: 'overview.totals',
    params: filter,
    path: 'received',
    label: 'metric.received',
    value: 2,
    format: 'count',
    sentence: '',
    filter,
    unit: UNIT,
  } as const
  for (let from = 0; from < strings.length; from += EACH * PARTS.length) {
    const part = (n: number) =>
      Array.from({ length: EACH }, (_, at) => from + n * EACH + at)
        .filter((index) => index < strings.length)
        .map((index) => `${label(index)} ${strings[index]}`)
        .join('\n')
    const texts = Object.fromEntries(PARTS.map((name, n) => [name, part(n)]))
    const title = strings[from]!.slice(0, 200)
    valueOf(await engine.findings.create({ text: { ...texts, title }, figures: [figure] }))
  }
  const text = { title: 'X'.repeat(200), condition: LONGEST, recommendation: '\u0338'.repeat(3000) }
  valueOf(await engine.findings.create({ text, figures: [figure] }))
  await engine.close()
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${status} ${stderr}`)
  return stdout
}

interface Word {
  page: number
  text: string
  box: [left: number, top: number, right: number, bottom: number]
}
/** Words of the PDF with their boxes in points. */
function wordsOf(file: string): { words: Word[]; pages: [width: number, height: number][] } {
  const words: Word[] = []
  const pages: [number, number][] = []
  for (const line of run('pdftotext', ['-bbox', file, '-']).split('\n')) {
    const numbers = [...line.matchAll(/"([\d.-]+)"/g)].map((match) => Number(match[1]))
    if (line.includes('<page ')) pages.push(numbers as [number, number])
    const text = /<word [^>]*>(.*)<\/word>/.exec(line)?.[1]
    if (text !== undefined) words.push({ page: pages.length - 1, text, box: numbers as Word['box'] })
  }
  return { words, pages }
}

/** Pages as grey pixels, one a point. */
function pixelsOf(file: string): { width: number; at: Buffer }[] {
  run('pdftoppm', ['-r', '72', '-gray', file, at('page')])
  const images = readdirSync(folder)
    .filter((name) => name.endsWith('.pgm'))
    .toSorted()
  return images.map((name) => {
    const bytes = readFileSync(at(name))
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40))!
    return { width: Number(head[1]), at: bytes.subarray(head[0].length) }
  })
}

/** A sign that leaves ink: no space, no format character, no mark on nothing. */
const VISIBLE = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]|\p{Co}|\p{Cn}/u
const missing = ['pdftotext', 'pdftoppm'].some((program) => spawnSync(program, ['-v']).error !== undefined)

beforeAll(async () => {
  if (missing) return
  await writeFindings()
  const electron = [...rootFlags(), '--disable-gpu', '--log-level=3', projectRoot, '--cli']
  const what = [
    'report',
    '--unit',
    UNIT,
    '--period',
    '2026-Q1',
    '--out',
    at('report.pdf'),
    '--workspace',
    at('workspace'),
  ]
  run(inject('electronExe'), [...electron, ...what])
}, 120_000)

describe.skipIf(missing)('a report whose findings hold every naughty string (needs poppler-utils)', () => {
  test('has each line on paper, within the page, with ink where there is something to see', () => {
    expect(lastingRegistry.purpose).toBe('training')
    const { words, pages } = wordsOf(at('report.pdf'))
    const pixels = pixelsOf(at('report.pdf'))
    expect(pixels).toHaveLength(pages.length)
    const places = new Map(
      words.filter(({ text }) => /^S\d{4}/.test(text)).map((word) => [word.text.slice(0, 5), word]),
    )
    expect(strings.map((_, n) => label(n)).filter((name) => !places.has(name))).toEqual([])
    // one letter under a hundred marks is one sign to whoever breaks lines: it alone may be wider than a line
    const isOneSign = (text: string) => /^\P{M}\p{M}{20,}$/u.test(text)
    const beyond = words.filter(
      ({ page, box: [left, , right, bottom], text }) =>
        !isOneSign(text) && (left < 20 || right > pages[page]![0] - 20 || bottom > pages[page]![1] - 20),
    )
    expect(beyond.map(({ text }) => text)).toEqual([])

    /** Dark pixels behind a label to the end of its line, and in the line below for what does not fit beside it. */
    const inkBehind = (n: number) => {
      const { page, box } = places.get(label(n))!
      const { width, at: grey } = pixels[page]!
      const [top, bottom] = [Math.ceil(box[1]), Math.ceil(box[3]) + 2]
      const count = (from: number, to: number, left: number) => {
        let ink = 0
        for (let y = from; y < to; y++) for (let x = left; x < width - 40; x++) if (grey[y * width + x]! < 215) ink++
        return ink
      }
      const below = strings[n]!.length > 60 ? count(bottom, bottom + 13, Math.ceil(box[0])) : 0
      return count(top, bottom, Math.ceil(box[2]) + 1) + below
    }
    const visible = strings.flatMap((text, n) => (VISIBLE.test(text) ? [n] : []))
    expect(visible.length).toBeGreaterThan(480)
    expect(visible.filter((n) => inkBehind(n) === 0).map((n) => `${label(n)} ${JSON.stringify(strings[n])}`)).toEqual(
      [],
    )
    // the measure itself: where there is nothing to see there is no ink
    const blank = strings.flatMap((text, n) => (/^[\p{Z}\u200b]+$/u.test(text) ? [inkBehind(n)] : []))
    expect(blank.length).toBeGreaterThan(0)
    expect(blank.filter((ink) => ink > 0)).toEqual([])
  })

  test('holds what is plain ASCII letter by letter, and the longest word in pieces', () => {
    const text = run('pdftotext', ['-raw', at('report.pdf'), '-']).replaceAll(/\s/g, '')
    const ascii = strings.filter((each) => /^[ -~]+$/.test(each) && each.trim() !== '')
    expect(ascii.length).toBeGreaterThan(300)
    expect(ascii.filter((each) => !text.includes(each.replaceAll(' ', '')))).toEqual([])
    expect(text.split('M').length).toBeGreaterThan(3000)
  })
})
