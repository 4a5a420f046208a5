/** Checks of what the window shows against the named queries' JSON as the command line prints it. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Filter } from '../../shared/domain/filter'
import { translator } from '../../shared/messages/catalogue'
import { formats } from '../../shared/messages/format'
import { valueAt } from '../../shared/report/basis'
import { pinnedValue } from '../../shared/report/pinned'
import { valueText } from '../../shared/sentences/figure'
import { rangeText } from '../../shared/sentences/words'
import type { AuditFinding } from '../../shared/contract/findings'
import type { Figure } from '../../shared/contract/results/common'
import { cliQuery } from './demoNation'
import { filterOf, PATIENCE } from './electron'

export const words = { t: translator('id'), f: formats('id') }
const { f } = words

/** Text of an element with runs of white space as one. */
export const textOf = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ')

/** Waits until an element says all of it: while a new answer is on its way the old one stays in sight. */
async function says(page: Page, selector: string, texts: readonly string[]) {
  const missing = async () => {
    const shown = await textOf(page, selector)
    return texts.filter((text) => !shown.includes(text))
  }
  await expect.poll(missing, { timeout: PATIENCE, interval: 100, message: selector }).toEqual([])
}

/** The strip under the title: units that reported, of those that had to. */
export async function seesCoverage(page: Page, filter: Filter) {
  const coverage = cliQuery('overview.coverage', filter)
  const units = `${f.count(coverage.units_reported)} dari ${f.count(coverage.units_expected)} satuan`
  const months = `${f.count(coverage.unit_months_delivered)} dari ${f.count(coverage.unit_months_expected)} bulan`
  await says(page, '.cov', [units, months])
}

/** The big number of a key figure, and last year's beneath it. */
function keyFigureTexts(figure: Figure): string[] {
  const { metric, value, denominator, last_year: before } = figure
  if (value === null) return []
  const shown =
    metric === 'open_over_90_days' ? f.count(figure.numerator ?? 0) : valueText(metric, value, denominator, words)
  if (before === null || before.value === null) return [shown]
  return [shown, valueText(metric, before.value, before.denominator, words)]
}

/** The overview's five key figures with last year. */
export async function seesKeyFigures(page: Page, filter: Filter) {
  const { figures } = cliQuery('overview.keyFigures', filter)
  expect(figures).toHaveLength(5)
  for (const [index, figure] of figures.entries()) {
    await says(page, `.kf > div >> nth=${index}`, keyFigureTexts(figure))
  }
}

/** A region's figures against peers, nation and last year; every number of the table. */
export async function seesProfile(page: Page, filter: Filter) {
  const { rows } = cliQuery('region.profile', filter)
  expect(rows.length).toBeGreaterThan(3)
  for (const [index, { metric, figure, peers, nation }] of rows.entries()) {
    const text = (value: number) => valueText(metric, value, figure.denominator, words)
    const numbers = [figure.value, nation, figure.last_year?.value].filter((value) => typeof value === 'number')
    const middle = peers ? [rangeText(text(peers.low), text(peers.high), words)] : []
    await says(page, `.profile tbody tr >> nth=${index}`, [...numbers.map(text), ...middle])
  }
}

/** The units below, one by one: what came in and what is open. */
export async function seesUnits(page: Page, filter: Filter) {
  const units = cliQuery('region.units', filter)
  expect(units.length).toBeGreaterThan(1)
  for (const { name, received } of units) {
    const line = page.locator('.units tbody tr', { has: page.getByRole('link', { name, exact: true }) })
    await expect
      .poll(async () => await line.locator('td.r').first().innerText(), { timeout: PATIENCE, message: name })
      .toBe(f.count(received))
  }
}

/** A case's timeline and where it comes from: export, its hashes, its signer, its row. */
export async function seesCase(page: Page, unit: string, caseId: string) {
  const detail = cliQuery('case.detail', { unit, case_id: caseId })
  if (!detail) throw new Error(`no case ${caseId}`)
  const { provenance, events } = detail
  const { descriptor_sha256, archive_sha256, kid, file_name, signer_unit, row } = provenance
  await says(page, 'h1', [caseId])
  await says(page, '.origin', [descriptor_sha256, archive_sha256, kid, file_name])
  await says(page, '.origin', [`(${signer_unit})`, `cases.csv ${f.count(row)}`])
  expect(await page.locator('.case-timeline svg.timeline').count()).toBe(1)
  expect(events.length).toBeGreaterThan(0)
  await says(
    page,
    '.case-parts',
    events.map(({ occurred_at }) => f.moment(occurred_at, true)),
  )
}

/** A finding's figures: what is shown is what was frozen, and what was frozen is what the command line says. */
export async function seesPinned(page: Page, finding: AuditFinding) {
  for (const { query, params, path, value } of finding.figures)
    expect(valueAt(cliQuery(query, params as never), path)).toBe(value)
  const values = finding.figures.map(({ value, format }) => pinnedValue(value, format, words))
  await says(page, '.frozen-list', values)
}

/** The list of cases holds as many as the filter's figures say. */
export async function seesCaseList(page: Page) {
  const filter = filterOf(page)
  const { received } = cliQuery('overview.totals', filter)
  expect(received).toBeGreaterThan(0)
  await says(page, 'main', [`${f.count(received)} kasus cocok dengan saringan`])
}
