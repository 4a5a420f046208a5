import { describe, expect, test } from 'vitest'
import type { UnitNode } from '../../../../shared/contract/results/data'
import { letters, masked, standIns } from '../../../../renderer/rooms/presentasi/anonymise'
import { deckSlides, slideAfterKey } from '../../../../renderer/rooms/presentasi/deck'
import type { DeckData } from '../../../../renderer/rooms/presentasi/useDeck'
import { textIn } from '../../../../renderer/text/useText'
import { reportSource } from '../../../helpers/reportSource'
import type { QueryName, QueryResult } from '../../../../shared/contract/queries'

const level = (code: string) => (code === 'polda' ? 'Polda' : 'Polres')
const node = (code: string, name: string, parent: string): UnitNode => ({
  code,
  name,
  level: parent === 'MABES' ? 'polda' : 'polres',
  type: '',
  parent,
  reporting: true,
})
const TREE = [
  node('POLDA-A', 'Polda Aceh', 'MABES'),
  ...Array.from({ length: 30 }, (_, index) => node(`POLRES-${index}`, `Polres ke-${index}`, 'POLDA-A')),
]

describe('names that are hidden', () => {
  test('letters go on after Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
  test('each unit has one letter, the same again, and not in the order of its code', () => {
    const names = standIns(TREE, 'heads', level)
    expect(new Set(names.values()).size).toBe(TREE.length)
    expect(standIns(TREE, 'heads', level)).toEqual(names)
    const inOrder = TREE.slice(1).map(({ code }) => names.get(code))
    expect(inOrder).not.toEqual(TREE.slice(1).map((_, index) => `Polres\u00a0${letters(index)}`))
    const others = standIns(TREE, 'other heads', level)
    expect(TREE.map(({ code }) => others.get(code))).not.toEqual(TREE.map(({ code }) => names.get(code)))
  })
  test('are replaced wherever they stand in a result, and nothing else is', () => {
    const names = new Map([['POLRES-1', 'Polres\u00a0B']])
    const result = {
      units: [
        { unit: 'POLRES-1', name: 'Polres Kebumen', n: 3 },
        { unit: 'POLRES-9', name: 'Polres Klaten', n: 4 },
      ],
      oldest: { unit: 'POLRES-1', unit_name: 'Polres Kebumen' },
      name: 'a title',
    }
    expect(masked(result, names)).toEqual({
      units: [
        { unit: 'POLRES-1', name: 'Polres\u00a0B', n: 3 },
        { unit: 'POLRES-9', name: 'Polres Klaten', n: 4 },
      ],
      oldest: { unit: 'POLRES-1', unit_name: 'Polres\u00a0B' },
      name: 'a title',
    })
  })
})

async function deckData(anonymous: boolean): Promise<{ data: DeckData; names: string[] }> {
  const source = reportSource()
  const ask = async <N extends QueryName>(name: N): Promise<QueryResult<N>> => {
    const result = await source.query(name, {} as never)
    if (!result.ok) throw new Error(name)
    return result.value
  }
  const tree = await ask('units.tree')
  const sp3d = await ask('funnel.proportion')
  const results = {
    coverage: await ask('overview.coverage'),
    keyFigures: await ask('overview.keyFigures'),
    trend: await ask('overview.trend'),
    map: { target: null, units: [], fdr: sp3d.fdr },
    rates: { ...sp3d, kind: 'rate' as const },
    curve: await ask('durations.curve'),
    flow: await ask('overview.flow'),
    backlog: await ask('region.backlog'),
    questions: await ask('overview.questions'),
    sp3d,
    sp3dBelow: sp3d,
    unitMonths: await ask('region.unitMonths'),
  }
  const names = anonymous ? standIns(tree, 'seed', level) : new Map<string, string>()
  const unit = names.get('POLDA-JATENG') ?? 'Polda Jawa Tengah'
  const more = {
    unit,
    level: 'Polres',
    chosen: true,
    anonymous,
    heads: null,
    filter: {},
    period: { from: '2026-01-01', to: '2026-03-31' },
  }
  return { data: { ...masked(results, names), ...more }, names: tree.map(({ name }) => name) }
}

describe('the deck', () => {
  test('ten slides of a unit, each with a question, a drawing and where its figures come from', async () => {
    const { data } = await deckData(false)
    const slides = deckSlides(data, textIn('id'))
    expect(slides.map(({ id }) => id)).toEqual([
      'cover',
      'keyFigures',
      'trend',
      'rates',
      'months',
      'waiting',
      'flow',
      'backlog',
      'sp3d',
      'questions',
    ])
    const nation = deckSlides({ ...data, chosen: false, map: { ...data.map, units: [] } }, textIn('id'))
    expect(nation.map(({ id }) => id)).toContain('sp3dBelow')
    for (const { id, title, note, drawing } of slides)
      expect([id, title !== '', note !== '', drawing !== null]).toEqual([id, true, true, true])
  })

  test('where there is nothing, nothing is drawn and the sentence says why', async () => {
    const { data } = await deckData(false)
    const none = { ...data, trend: { ...data.trend, points: [] }, curve: { ...data.curve, n: 0 }, questions: { tests: 0, items: [] } } // prettier-ignore
    const empty = deckSlides(none, textIn('id')).flatMap(({ id, isEmpty }) => (isEmpty ? [id] : []))
    expect(empty).toEqual(['trend', 'waiting', 'questions'])
    expect(deckSlides(data, textIn('id')).filter(({ isEmpty }) => isEmpty)).toEqual([])
  })

  test('says no name of a unit once names are hidden, in words, labels and data of drawings alike', async () => {
    const { data, names } = await deckData(true)
    const said = JSON.stringify(deckSlides(data, textIn('id')), (key, value: unknown) =>
      key === '_owner' || key === '_store' ? undefined : value,
    )
    const places = names.map((name) => name.replace(/^(Polda|Polresta|Polres) /, ''))
    expect(places.filter((place) => said.includes(place))).toEqual([])
    expect(said).toMatch(/Polres\u00a0[A-Z]/)
    const open = JSON.stringify(deckSlides((await deckData(false)).data, textIn('id')), (key, value: unknown) =>
      key === '_owner' || key === '_store' ? undefined : value,
    )
    expect(open).toContain('Banyumas')
  })
})

test('keys lead through the slides and stop at the ends', () => {
  expect(
    ['ArrowRight', 'PageDown', ' ', 'ArrowLeft', 'PageUp', 'Home', 'End', 'x'].map((key) => slideAfterKey(key, 3, 9)),
  ).toEqual([4, 4, 4, 2, 2, 0, 8, null])
  expect(slideAfterKey('ArrowRight', 8, 9)).toBe(8)
  expect(slideAfterKey('ArrowLeft', 0, 9)).toBe(0)
  expect(slideAfterKey('End', 0, 0)).toBe(0)
})
