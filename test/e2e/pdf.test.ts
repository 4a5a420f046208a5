/** The printed report on a real Electron, judged from outside: by poppler and qpdf, against the queries' own JSON. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { rootFlags } from '../../electron/build/electron-runtime.mjs'
import { formats } from '../../shared/messages/format'
import { projectRoot } from '../helpers/electron'

const UNIT = 'POLDA-JATENG'
const FILTER = { unit: UNIT, from: '2026-07-01', to: '2026-09-30' }
const folder = mkdtempSync(join(tmpdir(), 'pantau-pdf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)

function run(program: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
  if (error || status !== 0) throw error ?? new Error(`${args.join(' ')}: ${status} ${stderr} ${stdout}`)
  return stdout
}
const cli = (...args: string[]): unknown =>
  JSON.parse(run(process.execPath, [join(projectRoot, 'dist/main/cli.cjs'), ...args, '--json']))
const query = (name: string, params: object = FILTER): never =>
  cli('query', name, '--params', JSON.stringify(params), '--workspace', at('first')) as never

interface Printed {
  pages: number
  sha256: string
  heads: string
  suppressed: number
}
function print(workspace: string, out: string, language = 'id'): Printed {
  const electron = [...rootFlags(), '--disable-gpu', '--log-level=3', projectRoot, '--cli']
  const what = ['report', '--unit', UNIT, '--period', '2026-Q3', '--lang', language, '--out', at(out)]
  return JSON.parse(
    run(inject('electronExe'), [...electron, ...what, '--workspace', at(workspace), '--json']),
  ) as Printed
}
/** Text of the pages with runs of spaces as one. */
const text = (file: string) => run('pdftotext', ['-layout', at(file), '-']).replace(/ +/g, ' ')
const missing =
  spawnSync('pdftotext', ['-v']).error !== undefined || spawnSync('qpdf', ['--version']).error !== undefined

let first: Printed
beforeAll(() => {
  if (missing) return
  cli('demo', '--out', at('demo'), '--cases', '60000')
  const exports = join(at('demo'), 'exports')
  const files = readdirSync(exports)
    .filter((name) => name.startsWith(UNIT) || name.startsWith('POLRES-33.'))
    .map((name) => join(exports, name))
  const roots = readFileSync(join(at('demo'), 'roots.txt'), 'utf8')
    .trim()
    .split('\n')
  const registry = join(at('demo'), 'demo.dumas-registry.zip')
  for (const workspace of ['first', 'second']) {
    mkdirSync(at(workspace))
    const trust = roots.map((root) => `--root=${root}`)
    cli('registry', 'trust', registry, ...trust, '--workspace', at(workspace))
    const given = workspace === 'first' ? files : files.toReversed()
    cli('import', ...given, '--workspace', at(workspace))
  }
  first = print('first', 'first.pdf')
}, 240_000)

describe.skipIf(missing)('an Anev report as PDF (needs poppler-utils and qpdf)', () => {
  test('is what the command line says it is', () => {
    const sha256 = createHash('sha256')
      .update(readFileSync(at('first.pdf')))
      .digest('hex')
    expect(first.sha256).toBe(sha256)
    const info = run('pdfinfo', [at('first.pdf')])
    expect(/^Pages:\s+(\d+)$/m.exec(info)?.[1]).toBe(String(first.pages))
    expect(info).toMatch(/^Page size:\s+59[45]\.?\d* x 84[12]\.?\d* pts \(A4\)$/m)
    expect(run('qpdf', ['--check', at('first.pdf')])).toContain('No syntax or stream encoding errors')
  })

  test('embeds its one typeface, and holds no picture: charts are vectors', () => {
    const fonts = run('pdffonts', [at('first.pdf')])
      .trim()
      .split('\n')
      .slice(2)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/^\w{6}\+SourceSans3\S* +CID TrueType +Identity-H +yes yes yes/)
    expect(
      run('pdfimages', ['-list', at('first.pdf')])
        .trim()
        .split('\n'),
    ).toHaveLength(2)
  })

  test('numbers its pages and names purpose and heads on each', () => {
    const pages = text('first.pdf').split('\f').slice(0, -1)
    expect(pages).toHaveLength(first.pages)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${index + 1} dari ${first.pages}`)
      expect(page).toContain('DATA DEMO')
      expect(page).toContain(`heads ${first.heads.toUpperCase()}`)
    }
  })

  test('the total of each table is the total of its query', () => {
    const f = formats('id')
    const page = text('first.pdf')
    const tables = page.split(/Tabel (?=\d+\. )/)
    const total = (caption: string, label = 'Jumlah'): string => {
      const parts = tables.filter((part) => part.includes(caption))
      const lines = parts.flatMap((part) => part.split('\n')).filter((line) => line.trim().startsWith(label))
      return lines.at(-1)?.trim() ?? `no total of ${caption}`
    }
    const totals: { received: number; closed: number; open: number; overdue: number } = query('overview.totals')
    const [received, closed, open] = [totals.received, totals.closed, totals.open].map(f.count)
    expect(page).toContain(`${received} ${closed} ${open} ${f.count(totals.overdue)}`)
    const months: { received: number; closed: number }[] = query('overview.byMonth')
    const sum = (values: number[]) => f.count(values.reduce((a, b) => a + b, 0))
    expect(total('Diterima dan selesai per bulan')).toBe(
      `Jumlah ${sum(months.map((month) => month.received))} ${sum(months.map((month) => month.closed))}`,
    )
    for (const [caption, name] of [
      ['Kasus diterima menurut kanal', 'overview.byChannel'],
      ['Kasus diterima menurut kategori', 'overview.byCategory'],
      ['Kasus selesai menurut hasil', 'overview.byOutcome'],
    ] as const) {
      const codes: { count: number }[] = query(name)
      expect(total(caption), caption).toBe(`Jumlah ${sum(codes.map(({ count }) => count))}`)
    }
    const flow: { closing: number } = query('overview.flow')
    expect(total('Arus kasus', 'Terbuka di akhir')).toBe(`Terbuka di akhir ${f.count(flow.closing)}`)
    const backlog: { total: number; last_year: { total: number } | null } = query('region.backlog')
    expect(total('Kasus terbuka menurut umur')).toContain(`Jumlah ${f.count(backlog.total)}`)
    expect(total('Satuan satu per satu')).toBe(`Jumlah ${received} ${closed} ${open}`)
    const curve: { n: number } = query('durations.curve', { ...FILTER, stage: 'close' })
    expect(page).toContain(`Kasus ${f.count(curve.n)}`)
    const sp3d: { units: { n: number; observed: number }[] } = query('funnel.proportion', {
      ...FILTER,
      metric: 'share_sp3d_in_time',
    })
    expect(total('SP3D tepat waktu menurut satuan')).toMatch(
      RegExp(`^Jumlah ${sum(sp3d.units.map(({ n }) => n))} ${sum(sp3d.units.map(({ observed }) => observed))} `),
    )
  })

  test('each unit on the map and in the months is that of its query, or hidden', () => {
    const f = formats('id')
    const tables = text('first.pdf').split(/Tabel (?=\d+\. )/)
    const lines = (caption: string) =>
      tables.filter((part) => part.includes(caption)).flatMap((part) => part.split('\n').map((line) => line.trim()))
    const cell = (line: string, value: string) => (line.includes('(s)') ? expect.any(String) : value)
    const { units }: { units: { name: string; received: number; rate: number; expected: number }[] } = query('overview.map') // prettier-ignore
    const placed = lines('Polres satu per satu: diterima dan lajunya')
    for (const { name, received, rate, expected } of units) {
      const line = placed.find((each) => each.startsWith(`${name} `)) ?? ''
      const values = `${f.count(received)} ${f.number(rate)} ${f.number(expected)}`
      expect(line.slice(name.length + 1, name.length + 1 + values.length), name).toEqual(cell(line, values))
      if (received > 0 && received < 10) expect(line, name).toContain('(s)')
    }
    const months: { months: string[]; units: { name: string; received: number[] }[] } = query('region.unitMonths', { ...FILTER, months: 24 }) // prettier-ignore
    const listed = lines('Polres per bulan: kasus diterima')
    for (const { name, received } of months.units) {
      const shown = listed.find((each) => each.startsWith(`${name} `))?.slice(name.length + 1).split(' ') ?? [] // prettier-ignore
      expect(shown, name).toHaveLength(3)
      received.slice(-3).forEach((value, at) => {
        if (shown[at] !== '(s)') expect(shown[at], name).toBe(f.count(value))
        if (value > 0 && value < 10) expect(shown[at], name).toBe('(s)')
      })
    }
  })

  test('lists each export with its whole hash, and what is suppressed', () => {
    const page = text('first.pdf').replace(/\s+/g, '')
    const exports: { unit: string; descriptor_sha256: string; state: string; period: { from: string; to: string } }[] =
      query('exports.list', {})
    const used = exports.filter(
      ({ state, period }) => state === 'accepted' && period.to >= FILTER.from && period.from <= FILTER.to,
    )
    expect(used.length).toBeGreaterThan(30)
    for (const { unit, descriptor_sha256: sha } of used) {
      const halves = [sha.slice(0, 32), sha.slice(32)]
      for (const half of halves) expect(page, unit).toContain(half)
    }
    expect(first.suppressed).toBeGreaterThan(0)
    expect(page).toContain('Yangdisamarkan')
    expect(page).toContain('bukannoldandibawah10')
  })

  test('the same exports in another workspace, imported in another order, give the same text', () => {
    const second = print('second', 'second.pdf')
    expect(second.heads).toBe(first.heads)
    expect(text('second.pdf')).toBe(text('first.pdf'))
  })

  test('speaks English when asked', () => {
    print('first', 'english.pdf', 'en')
    const page = text('english.pdf')
    expect(page).toContain('Analysis and evaluation (Anev)')
    expect(page).not.toContain('Jumlah')
  })
})
