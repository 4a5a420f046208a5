import { describe, expect, test } from 'vitest'
import { buildReportModel } from '../../../electron/engine/report'
import type { ReportRequest } from '../../../shared/contract/contract'
import type { AuditFinding, FrozenFigure } from '../../../shared/contract/findings'
import type { Cell, ReportFigure, ReportModel } from '../../../shared/report/model'
import { channelAnswers } from '../../helpers/channelAnswers'
import { reportSource } from '../../helpers/reportSource'

const REQUEST: ReportRequest = {
  kind: 'anev',
  language: 'id',
  filter: { unit: 'POLDA-JATENG', from: '2026-01-01', to: '2026-03-31' },
}
async function built(
  scale = 1,
  request: Partial<ReportRequest> = {},
  findings: AuditFinding[] = [],
): Promise<ReportModel> {
  const result = await buildReportModel(reportSource(scale, findings), { ...REQUEST, ...request })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const figure = (model: ReportModel, id: string): ReportFigure => {
  const found = model.figures.find((item) => item.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}
const isHidden = (cell: Cell | undefined): boolean => typeof cell === 'object' && cell !== null && 'suppressed' in cell

const FROZEN: FrozenFigure = {
  query: 'overview.keyFigures',
  params: {},
  path: 'figures[sp3d_on_time].value',
  label: 'metric.sp3d_on_time',
  value: 0.53,
  format: 'share',
  sentence: 'SP3D tepat waktu: 53%, 18 dari 34 kasus matang.',
  filter: {},
  unit: 'POLRES-33.02',
  frozen_at: '2026-04-16T09:00:00+07:00',
  as_of_min: '2026-03-31',
  as_of_max: '2026-03-31',
  registry_version: 42,
  coverage: { units_expected: 1, units_reported: 1 },
  rules: [],
  exports: [{ unit: 'POLRES-33.02', sequence: 14, descriptor_sha256: 'c'.repeat(64) }],
  counts: [18, 34, 16],
  hash: '91be04aa7d13'.padEnd(64, '0'),
}
const FINDING: AuditFinding = {
  id: 'T-0001',
  created_at: '2026-04-16T09:00:00+07:00',
  updated_at: '2026-04-16T09:00:00+07:00',
  unit: 'POLRES-33.02',
  title: 'SP3D di Polresta Banyumas',
  condition: `${FROZEN.sentence} Setahun sebelumnya 26 dari 31.`,
  criteria: 'SP3D paling lambat 20 hari kerja.',
  cause: '',
  effect: '',
  recommendation: 'Satuan menjelaskan.',
  response: '',
  due_on: '2026-05-15',
  state: 'sent',
  figures: [FROZEN],
}

describe('an Anev report', () => {
  test('every table total is the sum of its rows and the total of the overview', async () => {
    const model = await built()
    const totals = figure(model, 'totals').table.rows[0] ?? []
    const [received, closed, open] = totals
    for (const [id, column, whole] of [
      ['trend', 1, received],
      ['trend', 2, closed],
      ['channels', 1, received],
      ['categories', 1, received],
      ['outcomes', 1, closed],
      ['backlog', 1, open],
      ['units', 1, received],
      ['units', 2, closed],
      ['units', 3, open],
    ] as const) {
      const { rows, total } = figure(model, id).table
      const sum = rows.reduce((all, row) => all + (typeof row[column] === 'number' ? row[column] : 0), 0)
      expect(total?.[column], `${id} ${column}`).toBe(whole)
      expect(sum, `${id} ${column}`).toBe(whole)
    }
    expect(figure(model, 'flow').table.total?.[1]).toBe(open)
  })

  test('is the same on another console, whatever the clock says', async () => {
    const first = JSON.stringify(await built(1, { suppress: 10 }))
    expect(JSON.stringify(await built(1, { suppress: 10 }))).toBe(first)
    expect(first).not.toMatch(/imported_at|dumas\.zip/)
  })

  test('without suppression nothing is hidden and every chart is drawn', async () => {
    const model = await built()
    expect(model.suppressed).toEqual({ threshold: null, cells: [] })
    expect(JSON.stringify(model)).not.toContain('"suppressed":true')
    expect(model.figures.map(({ id, chart }) => `${id}:${chart.kind}`)).toEqual([
      'totals:none',
      'keyFigures:none',
      'map:map',
      'trend:trend',
      'flow:flow',
      'months:months',
      'units:none',
      'channels:bars',
      'categories:bars',
      'outcomes:bars',
      'response:curve',
      'close:curve',
      'backlog:backlog',
      'sp3d:funnel',
      'channelMeasures:none',
      'channelControl:controls',
      'channelFridays:none',
      'channelDoors:bars',
    ])
  })

  test('the channels: shares with their counts, sessions by unit, doors whose results make up their complaints', async () => {
    const { figures } = await built()
    const table = (id: string) => figures.find((figure) => figure.id === id)!.table
    const answers = channelAnswers()
    const within = answers['channel.social']!.within_72h
    expect(table('channelMeasures').rows.find((row) => row[1] === 'Dijawab dalam 72 jam')?.slice(4)).toEqual([String(within.numerator), String(within.denominator)]) // prettier-ignore
    expect(table('channelFridays').rows).toHaveLength(answers['channel.community']!.calendar!.lines.length)
    for (const [name, complaints, ...rest] of table('channelDoors').rows) {
      const results = (rest.slice(0, 5) as number[]).reduce((sum, value) => sum + value, 0)
      expect([name, results]).toEqual([name, complaints])
    }
  })

  test('the map and the months tell of each unit what the list of units does', async () => {
    const model = await built()
    const units = new Map(figure(model, 'units').table.rows.map((row) => [row[0], row[1]]))
    expect(figure(model, 'map').table.rows.map((row) => [row[0], row[1]])).toEqual(
      [...units].map(([name, received], at) => [name, at === 4 ? null : received]),
    )
    for (const [name, ...months] of figure(model, 'months').table.rows)
      expect(
        (months as number[]).reduce((a, b) => a + b, 0),
        JSON.stringify(name),
      ).toBe(units.get(name ?? null))
    const told = figure(model, 'map').sentence
    expect(told).toContain('Banyumas')
    expect(figure(model, 'map').subtitle).toContain('Cakupan 12 dari 13')
    expect(model.definitions.map(({ name }) => name)).toContain('Diterima per 100.000 penduduk')
  })

  test('the nation has its Polres too: on the map, and in a funnel whose table holds those outside the limits', async () => {
    const model = await built(1, { filter: { from: '2026-01-01', to: '2026-03-31' } })
    const below = figure(model, 'sp3dBelow')
    expect(below.chart).toMatchObject({ kind: 'funnel', hidden: 0 })
    expect(below.table.rows.map((row) => row.slice(0, 2))).toEqual([['Polresta Banyumas', 'Polda Jawa Tengah']])
    expect(figure(model, 'mapBelow').chart).toMatchObject({ kind: 'map', level: 'Polres' })
  })

  test('lists each export of the unit and those under it with hash, signer and flags', async () => {
    const { provenance } = await built()
    expect(provenance).toHaveLength(13)
    expect(provenance.map(({ unit }) => unit)).toEqual(provenance.map(({ unit }) => unit).toSorted())
    expect(provenance.flatMap(({ flags }) => flags)).toEqual(['SEMANTIC'])
  })
})

describe('suppression in what leaves', () => {
  test('no small count is left in any table, and each hidden cell is listed once', async () => {
    const model = await built(0.1, { suppress: 10 })
    const cells = model.figures.flatMap(({ table, context }) =>
      [table, ...(context ? [context] : [])].flatMap(({ columns, rows, total }) =>
        [...rows, ...(total ? [total] : [])].flatMap((row) =>
          row.map((cell, index) => ({ cell, format: columns[index]?.format, key: columns[index]?.key })),
        ),
      ),
    )
    const small = cells.filter(
      ({ cell, format }) => format === 'count' && typeof cell === 'number' && cell > 0 && cell < 10,
    )
    expect(small).toEqual([])
    const hidden = cells.filter(({ cell }) => isHidden(cell)).length
    expect(hidden).toBeGreaterThan(20)
    expect(model.suppressed.cells).toHaveLength(hidden)
    expect(model.suppressed.cells.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['primary', 'rate']))
  })

  test('a chart and a sentence go with their counts', async () => {
    const model = await built(0.02, { suppress: 10 })
    expect(figure(model, 'trend').chart).toEqual({ kind: 'none', reason: expect.stringContaining('disamarkan') })
    expect(figure(model, 'trend').sentence).toContain('disamarkan')
    const bars = figure(model, 'channels').chart
    const rows = figure(model, 'channels').table.rows
    expect(bars.kind === 'bars' && bars.data.map(({ value }) => value === null)).toEqual(
      rows.map((row) => isHidden(row[1])),
    )
  })

  test('neither map nor lines hold what their tables hide', async () => {
    const model = await built(0.1, { suppress: 10 })
    const { chart: map, table } = figure(model, 'map')
    if (map.kind !== 'map') throw new Error('no map')
    const hidden = table.rows.flatMap((row, at) => (isHidden(row[1]) ? [at] : []))
    expect(hidden.length).toBeGreaterThan(0)
    expect(map.data.units.flatMap((unit, at) => ('suppressed' in unit ? [at] : []))).toEqual(
      expect.arrayContaining(hidden),
    )
    for (const at of hidden) expect(map.data.units[at]).toMatchObject({ received: 0, rate: null, p_low: null })
    const months = figure(await built(0.8, { suppress: 10 }), 'months').chart
    if (months.kind !== 'months') throw new Error('no lines')
    const values = months.data.units.flatMap(({ received }) => received)
    expect(values.filter((value) => value !== null && value > 0 && value < 10)).toEqual([])
    expect(months.data.units.map(({ received }) => received.map((value) => value === null))).toEqual(months.suppressed)
    expect(months.suppressed.flat()).toContain(true)
  })

  test('the oldest case is not pointed at, and a small number of evidence is not told', async () => {
    const model = await built(1, { suppress: 10 })
    const backlog = figure(model, 'backlog').chart
    expect(backlog.kind === 'backlog' && backlog.data.oldest).toBe(null)
    expect(model.questions.items.find(({ signal }) => signal === 'silent_edit')).toMatchObject({
      evidence: null,
      p: null,
      suppressed: true,
    })
    const inside = await built()
    expect(inside.questions.items.map(({ evidence }) => evidence)).toEqual([
      expect.stringContaining('18'),
      expect.stringContaining('6'),
    ])
  })

  test('a curve is drawn in steps of at least the threshold', async () => {
    const { chart } = figure(await built(1, { suppress: 10 }), 'response')
    if (chart.kind !== 'curve') throw new Error('no curve')
    const steps = chart.data.points
      .slice(1)
      .map(({ survival }, index) => ((chart.data.points[index]?.survival ?? 1) - survival) * chart.data.n)
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(10)
    expect(steps.length).toBeGreaterThan(5)
  })
})

describe('findings in a report', () => {
  test('keep their frozen value, and name the exports they were frozen on', async () => {
    const model = await built(1, { kind: 'findings', suppress: 10 }, [FINDING])
    expect(model.figures).toEqual([])
    expect(model.findings[0]).toMatchObject({ unit_name: 'Polresta Banyumas', condition: FINDING.condition })
    expect(model.findings[0]?.figures[0]).toMatchObject({ value: 0.53, suppressed: false })
    expect(model.provenance.map(({ unit }) => unit)).toEqual(['POLRES-33.01'])
  })

  test('a figure on a small count leaves without its value, and its sentence leaves the condition', async () => {
    const small: AuditFinding = { ...FINDING, figures: [{ ...FROZEN, counts: [31, 34, 3] }] }
    const model = await built(1, { suppress: 10 }, [small])
    expect(model.findings[0]?.figures[0]).toMatchObject({ value: null, sentence: '', suppressed: true, counts: [] })
    expect(model.findings[0]?.condition).toBe('(angka disamarkan) Setahun sebelumnya 26 dari 31.')
    expect((await built(1, {}, [small])).findings[0]?.condition).toBe(FINDING.condition)
  })

  test('those of other units stay out, unless they are asked for by name', async () => {
    const other: AuditFinding = { ...FINDING, id: 'T-0002', unit: 'POLRES-51.01' }
    expect((await built(1, {}, [FINDING, other])).findings.map(({ id }) => id)).toEqual(['T-0001'])
    expect((await built(1, { findings: ['T-0002'] }, [FINDING, other])).findings.map(({ id }) => id)).toEqual([
      'T-0002',
    ])
  })
})
