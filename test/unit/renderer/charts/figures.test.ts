import { expect, test } from 'vitest'
import { mayShow } from '../../../../renderer/charts/funnel/Points'
import { endOf, limitsOf, scaleOf, unitsWithin } from '../../../../renderer/charts/funnel/scale'
import { codesTable, flowTable, mapTable, questionsTable } from '../../../../renderer/charts/tables/overview'
import { trendTable } from '../../../../renderer/charts/tables/trend'
import { backlogTable, curveTable, funnelTable } from '../../../../renderer/charts/tables/region'
import type { Funnel, FunnelUnit } from '../../../../shared/contract/results/region'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import { byCategory, flow, overviewMap, questions, trend } from '../../../helpers/fixtures/overview'
import { backlog, curve, funnel } from '../../../helpers/fixtures/region'

const words = { t: translator('id'), f: formats('id') }
const column = (rows: readonly (readonly unknown[])[], at: number) =>
  rows.reduce((sum, row) => sum + Number(row[at]), 0)

test('every row of every table has a cell for every column, and the total too', () => {
  const tables = [
    trendTable(trend, 'x', words),
    flowTable(flow, 'x', words),
    mapTable(overviewMap, 'x', words),
    questionsTable(questions, 'x', words),
    codesTable(byCategory, 'category', 'x', words),
    backlogTable(backlog, 'x', words),
    backlogTable({ ...backlog, last_year: null }, 'x', words),
    curveTable(curve, 'close', 'x', words),
    funnelTable(funnel, 'x', words),
  ]
  for (const { columns, rows, total } of tables) {
    expect(rows.length).toBeGreaterThan(0)
    for (const row of [...rows, ...(total ? [total] : [])]) expect(row).toHaveLength(columns.length)
  }
})

test('rows add up to their totals', () => {
  const flows = flowTable(flow, 'x', words)
  expect(column(flows.rows, 1)).toBe(flow.closing)
  expect(flows.total?.[1]).toBe(2059)
  const broken = flowTable({ ...flow, closing: 2055, difference: -4 }, 'x', words)
  expect(column(broken.rows, 1)).toBe(2055)
  expect(broken.rows).toContainEqual(['Selisih yang tidak terjelaskan', -4, ''])
  expect(flows.rows.filter((row) => row[2] !== '').map((row) => [row[0], row[2]])).toEqual(
    flow.mismatches.map(({ name, difference }) => [name, difference]),
  )
  const codes = codesTable(byCategory, 'category', 'x', words)
  expect(column(codes.rows, 1)).toBe(codes.total?.[1])
  const ages = backlogTable(backlog, 'x', words)
  expect(column(ages.rows, 1)).toBe(ages.total?.[1])
  const units = funnelTable(funnel, 'x', words)
  expect([column(units.rows, 1), column(units.rows, 2)]).toEqual(units.total?.slice(1, 3))
})

test('the trend names its signal, the map says not reported as nothing else', () => {
  expect(trendTable(trend, 'x', words).rows.at(-1)).toEqual(['Maret 2026', 796, 784, 512, 536, '7 di satu sisi'])
  const silent = mapTable(
    { ...overviewMap, units: [{ ...overviewMap.units[0]!, units_reported: 0, population: null }] },
    'x',
    words,
  )
  expect(silent.rows[0]?.slice(1, 3)).toEqual([null, { notApplicable: true }])
})

test('limits of a rate come as observed ÷ expected and are drawn in the unit of the rate', () => {
  const rate: Funnel = {
    ...funnel,
    kind: 'rate',
    target: 5,
    limits: [{ n: 20, low95: 0.6, high95: 1.5, low998: 0.4, high998: 1.8 }],
  }
  expect(limitsOf(rate)).toEqual([{ n: 20, low95: 3, high95: 7.5, low998: 2, high998: 9 }])
  expect(limitsOf(funnel)).toBe(funnel.limits)
})

test('the scale holds every unit', () => {
  const { x, y, yTicks } = scaleOf(funnel)
  for (const { n, value } of funnel.units) {
    if (value === null) continue
    expect(n).toBeLessThanOrEqual(x[1])
    expect(value >= y[0] && value <= y[1]).toBe(true)
  }
  expect(y[1]).toBe(1)
  expect(yTicks.length).toBeGreaterThan(2)
})

test('in what leaves the console a point needs the threshold on both sides', () => {
  const unit = (observed: number, n: number): FunnelUnit => ({ ...funnel.units[0]!, observed, n })
  expect(mayShow(unit(3, 20), 'proportion', null)).toBe(true)
  expect(
    [unit(9, 40), unit(10, 20), unit(10, 19), unit(30, 34)].map((each) => mayShow(each, 'proportion', 10)),
  ).toEqual([false, true, false, false])
  expect(mayShow(unit(10, 10), 'rate', 10)).toBe(true)
})

test('a part of the funnel: its units alone, axes that hold them, the whole where no part is asked for', () => {
  const end = endOf(funnel)
  expect(scaleOf(funnel).x).toEqual([0, end])
  const part = [end * 0.3, end * 0.6] as const
  const inside = unitsWithin(funnel, part)
  expect(inside.length).toBeGreaterThan(0)
  expect(inside.length).toBeLessThan(funnel.units.length)
  const scale = scaleOf(funnel, part)
  expect(scale.x).toEqual(part)
  expect(scale.xTicks.every((tick) => tick >= part[0] && tick <= part[1])).toBe(true)
  for (const { value } of inside) expect(value! >= scale.y[0] && value! <= scale.y[1]).toBe(true)
})
