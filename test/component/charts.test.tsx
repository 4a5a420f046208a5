import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Bars } from '../../renderer/charts/Bars'
import { ChartFigure, type FigureState } from '../../renderer/charts/ChartFigure'
import { DataTable } from '../../renderer/charts/DataTable'
import { FlowTable } from '../../renderer/charts/FlowTable'
import { LimitsChart, type LimitsPoint } from '../../renderer/charts/LimitsChart'
import { MapChart } from '../../renderer/charts/MapChart'
import { MapLegend } from '../../renderer/charts/MapLegend'
import { codesTable, flowTable } from '../../renderer/charts/tables/overview'
import { TrendChart } from '../../renderer/charts/TrendChart'
import { TileMap } from '../../renderer/charts/TileMap'
import { TextProvider, textIn } from '../../renderer/text/useText'
import { byCategory, flow, overviewMap, trend } from '../helpers/fixtures/overview'

const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const text = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const size = { width: 560, height: 260 }

const figure = (state: FigureState) =>
  draw(
    <ChartFigure
      id="arus"
      title="Apakah arus cocok?"
      sentence={{ answer: 'Cocok.', caution: 'Di setiap satuan.' }}
      subtitle="Cakupan 512 dari 536 satuan."
      note="Interval 95% Wilson."
      table={flowTable(flow, 'Arus', textIn('id'))}
      state={state}
      onPin={() => undefined}
    >
      <p>gambar</p>
    </ChartFigure>,
  )

test('a figure: question, answer, drawing, note, and its four deeds by name', () => {
  const html = figure({ kind: 'ready' })
  expect(html).toMatch(/<section class="fig[^"]*" aria-labelledby="([^"]+)"><header><h2 id="\1">Apakah arus cocok\?/)
  expect(html).toContain('<b>Cocok.</b>')
  for (const name of ['Tampilkan sebagai tabel', 'Salin atau simpan', 'Sematkan ke temuan'])
    expect(html).toContain(`aria-label="${name}"`)
  expect(text(html)).toMatch(/cocok\? Cakupan 512 dari 536 satuan\. Cocok\./)
  expect(text(html)).toMatch(/gambar Interval 95% Wilson\.$/)
})

test('a figure without an answer draws nothing and offers no deed', () => {
  const failed = figure({
    kind: 'error',
    error: { code: 'ENGINE-GONE', kind: 'engine', params: {}, retry: true },
    onRetry: () => undefined,
  })
  expect(failed).toContain('role="alert"')
  expect(failed).toContain('ENGINE-GONE')
  for (const html of [failed, figure({ kind: 'loading' }), figure({ kind: 'empty' })]) {
    expect(html).toContain('Apakah arus cocok?')
    expect(html).not.toContain('gambar')
    expect(html).not.toContain('Salin atau simpan')
  }
  expect(text(figure({ kind: 'empty' }))).toContain('Tidak ada data dalam saringan ini.')
})

test('the table view holds every number of the result, with its total', () => {
  const html = draw(<DataTable table={codesTable(byCategory, 'category', 'Kategori', textIn('id'))} />)
  expect((html.match(/<tr/g) ?? []).length).toBe(1 + byCategory.length + 1)
  expect(text(html)).toContain('Pelayanan buruk 1.022 42,7%')
  expect(text(html)).toMatch(/Jumlah 2\.391 100,0%$/)
})

test('the flow: additions solid, subtractions outlined, and the words carry the sign', () => {
  const html = draw(<FlowTable flow={flow} label="Arus" />)
  expect(text(html)).toContain('+ Diterima 2.391')
  expect(text(html)).toContain('− Selesai, dicabut, diarsipkan 2.208')
  expect(text(html)).toMatch(/= Terbuka pada 31 Maret 2026 2\.059$/)
  expect((html.match(/fill="var\(--paper\)" stroke="var\(--c2\)"/g) ?? []).length).toBe(2)
})

test('bars start at zero, keep their order, and hatch what is unknown', () => {
  const rows = byCategory.map(({ code, count }) => ({ id: code, name: code, count, unknown: code === 'unknown' }))
  const html = draw(<Bars rows={rows} total={2391} label="Kategori" printing={size} />)
  const widths = [...html.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)"/g)].map((match) => Number(match[1]))
  expect(widths).toHaveLength(rows.length)
  expect(widths[1]! / widths[0]!).toBeCloseTo(688 / 1022, 3)
  expect((html.match(/url\(#hx\)/g) ?? []).length).toBe(1)
})

test('map and tiles: one mark a Polda with its figure as its name, one stop for Tab', () => {
  for (const html of [
    draw(<MapChart map={overviewMap} label="Peta" printing={size} />),
    draw(<TileMap map={overviewMap} label="Petak" printing={size} />),
  ]) {
    expect((html.match(/role="button"/g) ?? []).length).toBe(36)
    expect((html.match(/tabindex="0"/g) ?? []).length).toBe(1)
    expect(html).toContain('Polda Sumatera Utara. 1,18 per 100.000')
    expect((html.match(/fill="url\(#hx-part\)"|fill="url\(#hx\)" stroke="var\(--paper\)"/g) ?? []).length).toBe(2)
  }
})

test('the legend explains only what is drawn', () => {
  const html = draw(<MapLegend map={overviewMap} />)
  expect(text(html)).toContain('di bawah 0,60 0,60 s.d. 0,84 0,85 s.d. 1,14 1,15 ke atas sebagian belum melapor')
  const silent = { ...overviewMap, units: overviewMap.units.map((unit) => ({ ...unit, units_reported: 0 })) }
  expect(text(draw(<MapLegend map={silent} />))).not.toContain('sebagian')
  expect(text(draw(<MapLegend map={silent} />, 'en'))).toContain('not reported')
})

test('limits of their own: a stepped band and its edges, a ring for a signal, hatched and without a point where units are missing', () => {
  const point = (key: string, value: number | null, more: Partial<LimitsPoint> = {}): LimitsPoint => ({
    key,
    value,
    lower: 2,
    upper: 8,
    mark: 'plain',
    title: `${key}: ${value}`,
    ...more,
  })
  const points = [
    point('a', 4),
    point('b', 9, { mark: 'signal', upper: 7 }),
    point('c', null, { isMissing: true, lower: null, upper: null }),
    point('d', 5, { mark: 'partial' }),
    point('e', 6, { mark: 'open' }),
  ]
  const html = draw(
    <LimitsChart
      points={points}
      mean={{ value: 5, word: 'rata-rata' }}
      words={{ upper: 'batas atas', lower: 'batas bawah' }}
      ticks={[{ at: 0, text: 'Jan 2026' }]}
      format={(value) => `${value} hari`}
      label="Laju"
      printing={size}
    />,
  )
  const times = (part: RegExp) => [...html.matchAll(part)].length
  expect(times(/<circle/g)).toBe(4)
  for (const mark of ['f1', 'pt-ring', 'pt-partial', 'pt-open'])
    expect(times(RegExp(`class="${mark}"`, 'g')), mark).toBe(1)
  // a band a month with limits, none where they are missing; hatched there, and the line broken in two
  expect(times(/fill="var\(--c-band2\)"/g)).toBe(4)
  expect(times(/fill="url\(#hx\)"/g)).toBe(1)
  expect(times(/<polyline/g)).toBe(2)
  expect(times(/class="ax dash"/g)).toBe(4)
  for (const word of ['Jan 2026', 'batas atas', 'rata-rata', 'batas bawah', 'b: 9']) expect(html).toContain(word)
  // what is copied as a picture is found by this mark
  expect(html).toContain('data-chart="limits"')
  // the scale holds every value and limit inside the drawing
  const heights = [...html.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y))
  expect(Math.min(...heights)).toBeGreaterThan(0)
  expect(Math.max(...heights)).toBeLessThan(size.height)
})

test('months against their limits: a ring for each signal, the last value and the limits in words', () => {
  const html = draw(<TrendChart trend={trend} label="Tidak berubah." printing={size} />)
  const signals = trend.points.filter(({ signal }) => signal !== null)
  expect(html.match(/class="pt-ring"/g)).toHaveLength(signals.length)
  expect(html.match(/<polyline/g)).toHaveLength(1)
  expect(text(html)).toContain(`Mar ${trend.points.at(-1)?.received} 925 batas atas 818 rata-rata 711 batas bawah`)
  // higher values stand higher: the line of the upper limit above that of the mean
  const [upper = 0, mean = 0, lower = 0] = [...html.matchAll(/<line x1="14" x2="474" y1="([\d.]+)"/g)].map(([, y]) =>
    Number(y),
  )
  expect(upper).toBeLessThan(mean)
  expect(mean).toBeLessThan(lower)
})

test('a month in which too many are missing breaks the line, is hatched and hollow', () => {
  const points = trend.points.map((point, at) => (at === 5 ? { ...point, reported: 3, complete: false } : point))
  const html = draw(<TrendChart trend={{ ...trend, points }} label="x" printing={size} />)
  expect(html.match(/<polyline/g)).toHaveLength(2)
  expect(html.match(/fill="url\(#hx\)"/g)).toHaveLength(1)
  expect(html.match(/class="pt-open"/g)).toHaveLength(1)
})

test('too few months for limits: a line on a scale from zero', () => {
  const short = { ...trend, kind: 'run' as const, points: trend.points.slice(0, 6), mean: null, upper: null, lower: null, baseline: null, signals: [] } // prettier-ignore
  const html = draw(<TrendChart trend={short} label="x" printing={size} />)
  expect(text(html)).toMatch(/^0 \d/)
  expect(html).not.toContain('ax dash')
})
