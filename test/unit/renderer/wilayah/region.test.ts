import { describe, expect, test } from 'vitest'
import { frozenFigureSchema } from '../../../../shared/contract/findings'
import type { Filter } from '../../../../shared/domain/filter'
import { valueAt } from '../../../../shared/report/basis'
import { plain } from '../../../../shared/sentences/words'
import { backlogTable, curveTable, funnelTable } from '../../../../renderer/charts/tables/region'
import { trendTable } from '../../../../renderer/charts/tables/trend'
import { leadSentence, receivedOf } from '../../../../renderer/rooms/wilayah/lead'
import { channelPin, profilePin, unitPin } from '../../../../renderer/rooms/wilayah/pins'
import { childLevel, nationPlace, nounOf, pathOf, unitPlace } from '../../../../renderer/rooms/wilayah/place'
import { figuresToPin, profileLines } from '../../../../renderer/rooms/wilayah/profile'
import { textIn } from '../../../../renderer/text/useText'
import { backlog, channels, curve, funnel, header, profile, trend } from '../../../helpers/fixtures/region'
import { TOTALS, unitLines } from '../../../helpers/fixtures/regionUnits'

const words = textIn('id')
const filter: Filter = {
  from: '2026-01-01',
  to: '2026-03-31',
  unit: 'POLDA-JATENG',
  channels: ['walk_in', 'letter', 'email'],
  subjects: ['complaint'],
}
const context = { period: { from: '2026-01-01', to: '2026-03-31' }, lastYear: { from: '2025-01-01', to: '2025-03-31' } }
const polda = unitPlace(header)

describe('place', () => {
  test('the path goes from the nation to the unit and counts what stands below', () => {
    expect(pathOf(polda, words)).toEqual([
      { label: 'Nasional', unit: null },
      { label: 'Polda Jawa Tengah' },
      { label: '35 Polres' },
      { label: '573 Polsek' },
    ])
    const polsek = unitPlace({
      ...header,
      unit: 'POLSEK-33.05.02',
      name: 'Polsek Ayah',
      level: 'polsek',
      parents: [
        { unit: 'POLDA-JATENG', name: 'Polda Jawa Tengah' },
        { unit: 'POLRES-33.05', name: 'Polres Kebumen' },
      ],
      children: [],
    })
    expect(pathOf(polsek, words).map(({ unit }) => unit)).toEqual([null, 'POLDA-JATENG', 'POLRES-33.05', undefined])
    expect(childLevel(polsek, words)).toBeNull()
  })
  test('the nation is read from the tree', () => {
    const unit = (code: string, level: string) => ({
      code,
      name: code,
      level,
      type: level,
      parent: '',
      reporting: true,
    })
    const nation = nationPlace(
      [unit('POLDA-A', 'polda'), unit('POLRES-1', 'polres'), unit('POLRES-2', 'polres')],
      words,
    )
    expect(pathOf(nation, words).map(({ label }) => label)).toEqual(['Nasional', '1 Polda', '2 Polres'])
    expect(childLevel(nation, words)).toBe('Polda')
  })
  test('what is counted has the name that the filter gives it', () => {
    expect(nounOf(filter, words)).toBe('pengaduan resmi')
    expect(nounOf({ subjects: ['complaint'] }, words)).toBe('pengaduan')
    expect(nounOf({ subjects: ['complaint'], channels: ['letter', 'whatsapp'] }, words)).toBe('pengaduan')
    expect(nounOf({ subjects: ['complaint', 'suggestion'] }, words)).toBe('kasus')
    expect(nounOf({}, words)).toBe('kasus')
  })
})

describe('lead', () => {
  const known = { profile, backlog, funnel, targetGiven: true, noun: 'pengaduan resmi', reporter: null }
  const start = `${TOTALS.received} pengaduan resmi diterima, ${TOTALS.open} masih terbuka.`
  const judged = (flags: Record<string, 'low_alarm' | 'none' | 'insufficient' | 'high_alarm'>) => ({
    ...funnel,
    units: funnel.units.map((unit) => ({ ...unit, flag: flags[unit.unit] ?? flags['*'] ?? ('none' as const) })),
  })
  test('counts come from the queries, and the units that need a question', () => {
    expect(receivedOf(profile)).toBe(TOTALS.received)
    expect(leadSentence(polda, known, words)).toBe(
      `${start} 2 Polres perlu klarifikasi soal SP3D; sisanya tidak dapat dibedakan dari sasaran 80%.`,
    )
  })
  test('one unit is named, none is said, too few are said', () => {
    const one = { ...known, funnel: judged({ 'POLRES-33.02': 'low_alarm' }) }
    expect(leadSentence(polda, one, words)).toContain('Polresta Banyumas perlu klarifikasi soal SP3D;')
    // Better than the target is no question about the target.
    const high = { ...known, funnel: judged({ 'POLRES-33.02': 'high_alarm' }), targetGiven: false }
    expect(leadSentence(polda, high, words)).toBe(
      `${start} Soal SP3D tidak ada Polres yang berbeda dari angka gabungan 80% melebihi kebetulan.`,
    )
    const few = { ...known, funnel: judged({ '*': 'insufficient' }) }
    expect(leadSentence(polda, few, words)).toContain('Data SP3D belum cukup untuk membandingkan Polres.')
  })
  test('a unit without units below names who reports for it', () => {
    const leaf = unitPlace({ ...header, children: [] })
    expect(leadSentence(leaf, { ...known, funnel: undefined, reporter: 'Polres Kebumen' }, words)).toBe(
      `${start} Kasusnya disampaikan dalam ekspor Polres Kebumen.`,
    )
  })
})

describe('profile', () => {
  const lines = profileLines(profile, context, words)
  const line = (metric: string) => lines.find((item) => item.metric === metric)
  test('every number stands beside its strip', () => {
    expect(line('sp3d_on_time')).toMatchObject({
      measure: 'SP3D tepat waktu',
      value: words.f.share(TOTALS.met / TOTALS.matured),
      target: '80% (internal)',
      peers: '74,1% s.d. 82,6%',
      nation: '77,6%',
      lastYear: '79,9%',
      denominator: `${TOTALS.met} dari ${TOTALS.matured} kasus matang; 41 belum jatuh tempo`,
    })
    expect(line('first_response_median_days')).toMatchObject({
      measure: 'Waktu sampai jawaban pertama, median hari',
      value: '9',
      interval: '8 s.d. 10',
      target: '3 hari (arahan)',
      denominator: 'Kaplan-Meier, 1.086 kasus; 369 tersensor',
    })
    expect(line('received_per_100k')).toMatchObject({
      value: '0,74',
      target: 'tanpa',
      denominator: `${TOTALS.received} kasus, 37.892.280 penduduk`,
    })
    expect(line('open_over_90_days')?.denominator).toBe(`${TOTALS.over_90} dari ${TOTALS.open} terbuka`)
  })
  test('no value, no peers and no last year are different words', () => {
    expect(line('close_median_days')).toMatchObject({
      value: 'data tidak cukup',
      known: false,
      interval: '–',
      peers: '–',
      lastYear: 'tidak tercakup',
    })
  })
  test('three figures are pinned, each by a path that leads back to its number', () => {
    const rows = figuresToPin(profile)
    expect(rows.map(({ metric }) => metric)).toEqual([
      'sp3d_on_time',
      'first_response_median_days',
      'open_over_90_days',
    ])
    for (const row of rows) {
      const pinned = profilePin(row, context, { filter, unit: 'POLDA-JATENG' }, words)
      expect(frozenFigureSchema.safeParse(pinned).success).toBe(true)
      expect(valueAt(profile, pinned.path)).toBe(pinned.value)
      expect(pinned.value).toBe(row.figure.value)
      expect(pinned.sentence.length).toBeGreaterThan(20)
    }
  })
  test('a row of the channels or of the units is pinned by its code, with the words of its row', () => {
    const rows = [
      ...channels.map((row) => [channels, channelPin(row, context, { filter, unit: 'POLDA-JATENG' }, words)] as const),
      ...unitLines.map((row) => [unitLines, unitPin(row, filter, words)] as const),
    ]
    for (const [answer, pinned] of rows) {
      expect(frozenFigureSchema.safeParse(pinned).success).toBe(true)
      expect(valueAt(answer, pinned.path), pinned.path).toBe(pinned.value)
      expect(pinned.sentence).toContain(words.f.count(Number(pinned.value)))
    }
    expect(rows[0]![1].params).not.toHaveProperty('channels')
  })
  test('a figure without a value is not pinned', () => {
    const empty = { ...profile, rows: profile.rows.map((row) => ({ ...row, figure: { ...row.figure, value: null } })) }
    expect(figuresToPin(empty)).toEqual([])
  })
})

describe('tables of the drawings', () => {
  test('hold the same numbers, and totals that agree', () => {
    const ages = backlogTable(backlog, '', words)
    expect(ages.total?.[1]).toBe(backlog.total)
    expect(ages.rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(backlog.total)
    expect(funnelTable(funnel, '', words).rows).toHaveLength(funnel.units.length)
    expect(curveTable(curve, 'first_response', '', words).rows[9]?.slice(0, 2)).toEqual([9, curve.points[9]?.survival])
    expect(trendTable(trend, '', words).rows.map((row) => row[1])).toEqual(trend.points.map(({ received }) => received))
  })
  test('too small to judge has no tail; a month that nobody reported has no count', () => {
    const small = funnelTable(funnel, '', words).rows.find((row) => row[0] === 'Polres Salatiga')
    expect(small?.[5]).toEqual({ notApplicable: true })
    const silent = { ...trend, points: trend.points.map((point) => ({ ...point, reported: 0 })) }
    expect(trendTable(silent, '', words).rows[0]?.slice(1, 3)).toEqual([null, null])
  })
})

test('sentences are whole: no double spaces, one full stop at the end', () => {
  const text = plain({
    answer: leadSentence(polda, { profile, backlog, funnel, targetGiven: true, noun: 'kasus', reporter: null }, words),
    caution: '',
  })
  expect(text).not.toMatch(/ {2}|\.\./)
  expect(text).toMatch(/\.$/)
})
