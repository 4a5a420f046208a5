/** A peer that miscounts one cell by one: the bench says which, and the run has failed. Its table says what its document says. */
import { expect, test } from 'vitest'
import { benchNation } from '../../../electron/cli/bench/nation'
import { openPeers } from '../../../electron/cli/bench/peers'
import { isUnequal, redraw } from '../../../electron/cli/bench/redraw'
import { benchTable } from '../../../electron/cli/bench/tables'
import { NO_WINDOW, TARGETS, type BenchReport } from '../../../electron/cli/bench/types'

/** Cases by outcome of one year: the first outcome has one more. */
function oneMore(sql: string, rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  if (!/^SELECT outcome, .* cday BETWEEN \d+ AND \d+ GROUP BY outcome$/.test(sql) || rows.length === 0) return rows
  return rows.map(([code, count], i) => (i === 0 ? [code, Number(count) + 1] : [code, count]))
}
const numbersIn = (text: string): string[] => text.match(/\d+(\.\d+)?/g) ?? []

test(
  'a cell that differs fails the run, and only then; the table has the numbers of the document',
  { timeout: 60_000 },
  async () => {
    const nation = benchNation(1000)
    const peers = (await openPeers(nation.context)).filter(({ name }) => name === 'sql_js')
    const said: string[] = []
    const lines = await redraw(nation, peers, 1, (line) => said.push(line))
    expect({ said, failed: isUnequal(lines) }).toEqual({ said: [], failed: false })

    const broken = peers.map((peer) => ({ ...peer, ask: async (sql: string) => oneMore(sql, await peer.ask(sql)) }))
    const wrong = await redraw(nation, broken, 1, (line) => said.push(line))
    for (const peer of peers) peer.close()
    expect(isUnequal(wrong)).toBe(true)
    expect(wrong.find(({ filter }) => filter === 'all')?.equal).toBe(false)
    expect(said.join('\n')).toMatch(/^sql_js, all, .*outcome [a-z_]+: \d+ ≠ \d+$/m)

    const unit = { unit: 'POLDA-X', cases: 71, ms: 7.2 }
    const report: BenchReport = {
    targets: TARGETS, cases: 1000, rounds: 1, machine: 'a machine', redraw: wrong, polda: { count: 36, median_ms: 7.3, slowest: unit, largest: unit },
    page: [{ sort: 'age', offset: 7, ms: 7.4 }], save_ms: 7.5, open_case_ms: 7.6, ...NO_WINDOW,
    import: { unit_ms: 80.1, unit_rows: 802, unit_cases: 803, unit_events: 804, verify_ms: 80.5, verify_compare_ms: 80.6, raw_insert_ms: 80.7, next_rows: 808, next_changed: 809, next_verify_compare_ms: 81.1, next_raw_insert_ms: 81.2, rows_per_second: 813, raw_rows_per_second: 814, folder_ms: 81.5, folder_files: 816, folder_cases: 817, folder_cpu_ms: 81.8, cores_busy: 81.9, verify_share: 82.1, verify_compare_share: 82.2, next_share: 82.3, peak_rss_mb: 90, raw_insert_ratio: 8.6 }, // prettier-ignore
  } // prettier-ignore
    const table = benchTable(report).join('\n').replace('page of 50', '')
    const document = JSON.stringify(report)
    expect(numbersIn(table).toSorted()).toEqual(expect.arrayContaining(['7.2', '7.6', '80.1', '90']))
    expect(numbersIn(table).filter((number) => !numbersIn(document).includes(number))).toEqual([])
    for (const { sql_js_ms: ms, sql_js_ratio: times } of wrong) expect(table).toMatch(new RegExp(` ${ms} +${times}×`))
  },
)
