import { afterEach, describe, expect, test } from 'vitest'
import { ok } from '../../../../shared/contract/result'
import type { CaseRow } from '../../../../shared/contract/results/cases'
import { answerWords, elapsedDays, statusWords } from '../../../../renderer/rooms/kasus/cells'
import { csvHead, csvName, csvRows } from '../../../../renderer/rooms/kasus/csv'
import { HIGHEST, scrollScale } from '../../../../renderer/rooms/kasus/scrollScale'
import { setBridge, type Bridge } from '../../../../renderer/api/bridge'
import { casesCsv } from '../../../../renderer/rooms/kasus/saveCases'
import { textIn } from '../../../../renderer/text/useText'
import { caseRow, casesPage, TOTAL } from '../../../helpers/fixtures/cases'

const words = textIn('id')
const row: CaseRow = {
  ...caseRow(1), case_id: 'K9F2-07C1-44AE', unit_name: 'Polres Kebumen', unit: 'POLSEK-33.05.02', reporting_unit: 'POLRES-33.05', channel: 'walk_in',
  subject: 'complaint', category: 'poor_service', received_at: '2026-02-09T10:05:00+07:00', first_response_at: '2026-02-11T08:40:00+07:00',
  closed_at: null, status: 'in_progress', outcome: null, flags: ['SILENT-EDIT', 'SEMANTIC'], deadline: 'late',
  age_days: 50,
} // prettier-ignore

describe('cells', () => {
  test('elapsed time is whole hours over 24', () => {
    expect(elapsedDays('2026-02-09T10:05:00+07:00', '2026-02-11T08:40:00+07:00')).toBe(46 / 24)
    expect(elapsedDays('2026-02-09T10:05:00+07:00', '2026-02-09T10:05:00+08:00')).toBe(-1 / 24)
  })
  test('status, or the outcome where there is one', () => {
    expect(statusWords(row, words)).toBe('dalam proses')
    expect(statusWords({ status: 'closed', outcome: 'unsubstantiated' }, words)).toBe('selesai tidak benar')
  })
  test('an answer in days, and none is not a zero', () => {
    expect(answerWords(row, words)).toBe('1,9')
    expect(answerWords({ ...row, first_response_at: null }, words)).toBe('belum')
    expect(answerWords({ ...row, first_response_at: '2026-02-09T11:59:00+07:00' }, words)).toBe('< 0,1')
    expect(answerWords({ ...row, first_response_at: '2026-02-09T12:05:00+07:00' }, words)).toBe('0,1')
  })
})

describe('CSV', () => {
  test('words and moments as they were reported', () => {
    expect(csvRows([row], words)).toBe(
      'K9F2-07C1-44AE,POLRES-33.05,POLSEK-33.05.02,Polres Kebumen,Loket,Pengaduan,Pelayanan buruk,2026-02-09T10:05:00+07:00,2026-02-11T08:40:00+07:00,,50,Dalam proses,,lewat tenggat,SILENT-EDIT SEMANTIC\r\n',
    )
    const head = csvHead(words)
    expect(head.startsWith('\uFEFFKasus,')).toBe(true)
    expect(head.trimEnd().split(',')).toHaveLength(csvRows([row], words).trimEnd().split(',').length)
  })
  test.each(['=HYPERLINK("http://x")', '+1', '-1', '@sum', '\tx'])(
    'a name that would run as a formula is made text: %j',
    (name) => {
      const line = csvRows([{ ...row, unit_name: name }], words)
      const field = name.includes('"') ? `"'${name.replaceAll('"', '""')}"` : `'${name}`
      expect(line).toContain(`,${field},`)
    },
  )
  test('quotes and commas are quoted', () => {
    expect(csvRows([{ ...row, unit_name: 'Polres "A", B' }], words)).toContain(',"Polres ""A"", B",')
  })
  test('the name says unit and period', () => {
    expect(csvName({ unit: 'POLDA-JATENG', from: '2026-01-01', to: '2026-03-31' }, words)).toBe(
      'kasus_POLDA-JATENG_2026-01-01_2026-03-31.csv',
    )
  })
})

describe('saving all that match', () => {
  const offsets: number[] = []
  const answer = (total: () => number) =>
    setBridge({
      call: ((_: string, args: { params: { offset: number; limit: number } }) => {
        const { offset, limit } = args.params
        offsets.push(offset)
        return Promise.resolve(ok({ ...casesPage(offset, limit), total: total() }))
      }) as Bridge['call'],
      on: () => () => {},
      dropFiles: () => Promise.resolve(ok(null)),
    })
  afterEach(() => setBridge(null))
  const run = (total: number, signal = new AbortController().signal) => {
    offsets.length = 0
    const progress: number[] = []
    return casesCsv({ query: {}, total, words, signal, onProgress: (done) => progress.push(done) }).then((csv) => ({
      csv,
      progress,
    }))
  }

  test('every row once, in chunks, with progress', async () => {
    answer(() => TOTAL)
    const { csv, progress } = await run(TOTAL)
    const text = csv.ok && csv.value ? new TextDecoder().decode(csv.value) : ''
    expect(text.trimEnd().split('\r\n')).toHaveLength(TOTAL + 1)
    expect(text).toContain(`\r\n${caseRow(TOTAL - 1).case_id},`)
    expect(offsets).toEqual([0])
    expect(progress).toEqual([TOTAL])
  })
  test('a total that changes on the way ends it: no mixture is saved', async () => {
    answer(() => 2500 - offsets.length)
    const { csv } = await run(2499)
    expect(csv).toMatchObject({ ok: false, error: { code: 'CASES-CHANGED' } })
    expect(offsets).toEqual([0, 1000])
  })
  test('cancelled: nothing', async () => {
    answer(() => TOTAL)
    const controller = new AbortController()
    controller.abort()
    expect((await run(TOTAL, controller.signal)).csv).toEqual({ ok: true, value: null })
  })
})

describe('scrolling further than the browser can', () => {
  test('short tables scroll as they are', () => {
    const scale = scrollScale(28_000, 600)
    expect(scale.height).toBe(28_000)
    expect(scale.toLogical(1234)).toBe(1234)
  })
  test('five million rows: both ends meet, and the way back is exact', () => {
    const [logical, view] = [5_000_000 * 28, 600]
    const scale = scrollScale(logical, view)
    expect(scale.height).toBe(HIGHEST)
    expect(scale.toLogical(0)).toBe(0)
    expect(scale.toLogical(HIGHEST - view)).toBeCloseTo(logical - view, 3)
    expect(scale.toLogical(scale.toScrollTop(77_777_777))).toBeCloseTo(77_777_777, 3)
  })
})
