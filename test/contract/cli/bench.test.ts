/** The bench on few cases: its document to the letter, and the same cells from our analytics and from SQL. */
import { expect, test } from 'vitest'
import { json } from '../../helpers/cli'
import type { BenchReport } from '../../../electron/cli/bench/types'

const FILTERS = ['all', 'year', 'cells', 'polda', 'polres', 'combo', 'rare']
const CASES = 2000

test('says what the specification names, and all cells are equal', { timeout: 180_000 }, async () => {
  const { code, json: report, err } = await json<BenchReport>('bench', '--cases', String(CASES))
  expect(code).toBe(0)
  expect(report).toMatchObject({ cases: CASES, window_import: null, start: { pantau_ms: null, empty_ms: null }, repaint_p95_ms: null, pdf_ms: null, pdf_pages: null, memory_mb: null }) // prettier-ignore
  expect(err).toContain('repaint_p95_ms')
  expect(report.redraw.map(({ filter }) => filter)).toEqual(FILTERS)
  for (const line of report.redraw) {
    expect(line.equal).toBe(true)
    expect(line.pantau_ms).toBeGreaterThan(0)
    expect(line.sql_js_ms).toBeGreaterThan(0)
  }
  expect(report.page.map(({ sort, offset }) => `${sort} ${offset}`)).toEqual([
    'received_at 0', `received_at ${CASES - 50}`, 'age 0', `age ${CASES - 50}`, 'unit 0', `unit ${CASES - 50}`, 'search 0',
  ]) // prettier-ignore
  expect(report.import.unit_rows).toBeGreaterThan(1000)
  expect(report.import.folder_files).toBeGreaterThanOrEqual(95)
  for (const ms of [report.import.unit_ms, report.import.raw_insert_ms, report.import.verify_ms, report.import.verify_compare_ms, report.import.next_verify_compare_ms, report.import.next_raw_insert_ms, report.import.next_changed, report.import.rows_per_second, report.import.folder_ms, report.save_ms, report.open_case_ms]) expect(ms).toBeGreaterThan(0) // prettier-ignore
  expect(report.rounds).toBeGreaterThan(0)
  expect(report.machine).toContain('Node')
})

test.for([['bench', '--cases', '5'], ['bench', '--cases', 'many'], ['bench', 'more']])('%j ends with 2', async (argv) => {
  const { code, json: said } = await json<{ error: { code: string } }>(...argv)
  expect({ code, error: said.error.code }).toEqual({ code: 2, error: 'USAGE' })
}) // prettier-ignore
