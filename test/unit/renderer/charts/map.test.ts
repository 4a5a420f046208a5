import { expect, test } from 'vitest'
import { drawAreas, unionOf } from '../../../../renderer/charts/map/areas'
import { breaksOf, classOf, fillOf, shadeOf } from '../../../../renderer/charts/map/classes'
import { COLUMNS, haveTiles, ROWS, TILES } from '../../../../renderer/charts/map/tiles'
import { overlaps } from '../../../../renderer/charts/layout'
import { placeLines, placeNumber } from '../../../../renderer/charts/map/place'
import { layoutTiles } from '../../../../renderer/charts/map/tileLayout'
import { placeKind } from '../../../../shared/sentences/map'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'
import type { MapUnit } from '../../../../shared/contract/results/overview'
import { overviewMap } from '../../../helpers/fixtures/overview'

const words = { t: translator('id'), f: formats('id') }

test('every Polda has an area, and the areas cover all 514 kabupaten and kota once', () => {
  const all = overviewMap.units.flatMap(({ areas }) => areas)
  expect(new Set(all).size).toBe(514)
  expect(all).toHaveLength(514)
  const { areas, width, height } = drawAreas(overviewMap.units, 600)
  expect(areas.filter(({ path }) => path === '')).toEqual([])
  expect(width).toBe(600)
  expect(height).toBeGreaterThan(180)
  expect(height).toBeLessThan(280)
})

test('a Polda is not a province: Metro Jaya is the union of what the registry gives it', () => {
  const metro = overviewMap.units.find(({ unit }) => unit === 'POLDA-METRO') as MapUnit
  const provinces = new Set(metro.areas.map((code) => code.slice(0, 2)))
  expect([...provinces].toSorted()).toEqual(['31', '32', '36'])
  expect(unionOf(metro.areas).coordinates.length).toBeGreaterThan(0)
})

test('neighbours are dissolved: the union of a Polda has no inner border left', () => {
  const jateng = overviewMap.units.find(({ unit }) => unit === 'POLDA-JATENG') as MapUnit
  const inner = unionOf(jateng.areas).coordinates.reduce((sum, polygon) => sum + polygon.length - 1, 0)
  expect(inner).toBe(0)
})

test('a code without a boundary is left out, a unit without any area has no path', () => {
  expect(unionOf(['99.99']).coordinates).toEqual([])
  const drawn = drawAreas(
    [
      { unit: 'A', areas: ['33.01'] },
      { unit: 'B', areas: [] },
    ],
    300,
  )
  expect(drawn.areas.map(({ path, at }) => [path === '', at === null])).toEqual([
    [false, false],
    [true, true],
  ])
})

test('classes stand around the overall rate on round steps', () => {
  expect(breaksOf(0.86)).toEqual([0.6, 0.85, 1.15])
  expect(breaksOf(23)).toEqual([16, 23, 31])
  expect(breaksOf(null)).toBeNull()
  expect(breaksOf(0)).toBeNull()
  const breaks = breaksOf(0.86)!
  expect([0.59, 0.6, 0.85, 1.15, 3].map((rate) => classOf(rate, breaks))).toEqual([0, 1, 2, 3, 3])
})

test('what did not report has no shade', () => {
  const unit = overviewMap.units[0] as MapUnit
  const breaks = breaksOf(0.86)
  expect(shadeOf(unit, breaks)).not.toBeNull()
  expect(shadeOf({ ...unit, units_reported: 0 }, breaks)).toBeNull()
  expect(shadeOf({ ...unit, rate: null }, breaks)).toBeNull()
  expect(shadeOf(unit, null)).toBeNull()
})

test('36 tiles, each at a place of its own', () => {
  const tiles = Object.values(TILES)
  expect(tiles).toHaveLength(36)
  expect(new Set(tiles.map(({ at }) => at.join())).size).toBe(36)
  expect(tiles.every(({ at: [column, row] }) => column < COLUMNS && row < ROWS)).toBe(true)
  expect(haveTiles(overviewMap.units)).toBe(true)
  expect(haveTiles([...overviewMap.units, { unit: 'POLRES-33.02' }])).toBe(false)
  expect(haveTiles([])).toBe(false)
})

test('a place in words names its figure, its verdict and what is missing', () => {
  const sumut = overviewMap.units.find(({ unit }) => unit === 'POLDA-SUMUT') as MapUnit
  expect(placeLines(sumut, words)).toEqual([
    'Polda Sumatera Utara',
    '1,18 per 100.000, 172 diterima, diharapkan 125',
    'di atas 99,8%',
  ])
  expect(placeLines({ ...sumut, rate: null, units_reported: 2 }, words)).toEqual([
    'Polda Sumatera Utara',
    'Belum melapor',
    '2 dari 15 satuan melapor',
  ])
})

test('not reported, zero and not applicable have words and numbers of their own', () => {
  const full = { ...(overviewMap.units[0] as MapUnit), units_expected: 4, units_reported: 4 }
  const kinds = [
    full,
    { ...full, received: 0, rate: 0 },
    { ...full, received: 3, rate: null, population: null, flag: 'insufficient' as const },
    { ...full, units_reported: 1 },
  ]
  expect(kinds.map(placeKind)).toEqual(['rate', 'zero', 'not_applicable', 'not_reported'])
  expect(kinds.slice(1).map((unit) => placeNumber(unit, false, words))).toEqual(['0', '–', ''])
  expect(placeNumber(kinds[2]!, true, words)).toBe('3')
  expect(new Set(kinds.map((unit) => fillOf(unit, breaksOf(0.86)))).size).toBe(3)
  expect(new Set(kinds.map((unit) => placeLines(unit, words)[1])).size).toBe(4)
})

test('hundreds of units: squares in groups, each inside the drawing and none upon another', () => {
  const units = Array.from({ length: 504 }, (_, at) => ({ ...(overviewMap.units[0] as MapUnit), unit: `POLRES-${at}` }))
  const group = (unit: string) => {
    const code = `Polda ${Math.floor(Number(unit.slice(7)) / 15)}`
    return { code, name: code }
  }
  for (const width of [1040, 700, 520]) {
    const { tiles, labels, tile, height } = layoutTiles(units, width, group)
    expect([tiles.length, labels.length]).toEqual([504, 34])
    const boxes = tiles.map(({ x, y }) => ({ x, y, ...tile }))
    expect(boxes.every(({ x, y }) => x >= 0 && x + tile.width <= width && y + tile.height <= height)).toBe(true)
    expect(boxes.some((a, at) => boxes.slice(at + 1).some((b) => overlaps(a, b)))).toBe(false)
  }
})
