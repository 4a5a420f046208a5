/** A peer that miscounts one cell by one: the bench says which, and ends with 1. */
import { expect, test, vi } from 'vitest'
import type { QueryContext } from '../../../electron/engine/analytics/context'
import { benchTable } from '../../../electron/cli/bench/tables'
import { NO_WINDOW, type BenchReport } from '../../../electron/cli/bench/types'
import { json } from '../../helpers/cli'

vi.mock('../../../electron/cli/bench/imports', () => {
  const line = { unit_ms: 1, unit_rows: 1, unit_cases: 1, unit_events: 1, verify_ms: 1, verify_compare_ms: 1, raw_insert_ms: 1, next_rows: 1, next_changed: 1, next_verify_compare_ms: 1, next_raw_insert_ms: 1, rows_per_second: 1, raw_rows_per_second: 1, folder_ms: 1, folder_files: 1, folder_cases: 1, folder_cpu_ms: 1, cores_busy: 1, verify_share: 1, verify_compare_share: 1, next_share: 1, peak_rss_mb: 1 } // prettier-ignore
  return { imports: () => Promise.resolve({ import: line, save_ms: 1, open_case_ms: 1, ...NO_WINDOW }) }
})
vi.mock('../../../electron/cli/bench/peers', async (original) => {
  const real = await original<typeof import('../../../electron/cli/bench/peers')>()
  return {
    ...real,
    openPeers: async (context: QueryContext) => {
      const peers = (await real.openPeers(context)).filter(({ name }) => name === 'sql_js')
      return peers.map((peer) => ({ ...peer, ask: async (sql: string) => oneMore(sql, await peer.ask(sql)) }))
    },
  }
})

/** Cases by outcome of one year: the first outcome has one more. */
function oneMore(sql: string, rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  if (!/^SELECT outcome, .* cday BETWEEN \d+ AND \d+ GROUP BY outcome$/.test(sql) || rows.length === 0) return rows
  return rows.map(([code, count], i) => (i === 0 ? [code, Number(count) + 1] : [code, count]))
}

const numbersIn = (text: string) => text.match(/\d+(\.\d+)?/g) ?? []

test('a cell that differs fails the run; what the table says stands in the document', { timeout: 60_000 }, async () => {
  const { code, json: report, err } = await json<BenchReport>('bench', '--cases', '1000')
  expect(code).toBe(1)
  expect(report.redraw.find(({ filter }) => filter === 'all')?.equal).toBe(false)
  expect(err).toMatch(/Differs: sql_js, all, .*outcome [a-z_]+: \d+ ≠ \d+/)

  const document = new Set(numbersIn(JSON.stringify(report)))
  const [first, ...table] = benchTable(report)
  expect(first).toContain(report.machine)
  const said = table.join('\n').replace('page of 50', '')
  expect(numbersIn(said).filter((number) => !document.has(number))).toEqual([])
  for (const { sql_js_ms: ms, sql_js_ratio: times } of report.redraw)
    expect(said).toMatch(new RegExp(` ${ms} +${times}×`))
  expect(report.polda.count).toBe(36)
  expect(report.polda.largest.cases).toBeGreaterThanOrEqual(report.polda.slowest.cases)
})
