import { expect, test } from 'vitest'
import { indexUnits } from '../../../../renderer/api/useUnits'
import { openedTree, searchUnits } from '../../../../renderer/app/filters/unitSearch'
import type { UnitNode } from '../../../../shared/contract/results/data'

const unit = (code: string, name: string, level: string, parent: string): UnitNode => ({
  code,
  name,
  level,
  type: level,
  parent,
  reporting: level !== 'polsek',
})
const tree = [
  unit('POLDA-JABAR', 'Polda Jawa Barat', 'polda', 'MABES'),
  unit('POLRES-32.01', 'Polres Bogor', 'polres', 'POLDA-JABAR'),
  unit('POLDA-JATENG', 'Polda Jawa Tengah', 'polda', 'MABES'),
  unit('POLRES-33.22', 'Polres Semarang', 'polres', 'POLDA-JATENG'),
  unit('POLRES-33.74', 'Polrestabes Semarang', 'polres', 'POLDA-JATENG'),
  unit('POLSEK-33.74.01', 'Polsek Semarang Tengah', 'polsek', 'POLRES-33.74'),
  unit('POLSEK-61.02.05', 'Polsek Suti Semarang', 'polsek', 'POLDA-JABAR'),
]
const units = indexUnits(tree)
const names = (found: readonly UnitNode[]) => found.map((each) => each.name)

test('units that begin with the search come first, the larger before the smaller', () => {
  expect(names(searchUnits(tree, 'semarang'))).toEqual([
    'Polres Semarang',
    'Polrestabes Semarang',
    'Polsek Semarang Tengah',
    'Polsek Suti Semarang',
  ])
})

test('every word must be found, in the name or the code', () => {
  expect(names(searchUnits(tree, 'tengah jawa'))).toEqual(['Polda Jawa Tengah'])
  expect(names(searchUnits(tree, '33.74'))).toEqual(['Polrestabes Semarang', 'Polsek Semarang Tengah'])
  expect(names(searchUnits(tree, 'polres-33.74'))[0]).toBe('Polrestabes Semarang')
  expect(searchUnits(tree, '  ')).toEqual([])
  expect(searchUnits(tree, 'tidak ada')).toEqual([])
})

test('the tree opens along the way to what is chosen, and the way stands first', () => {
  const shown = (chosen?: string) => openedTree(units, chosen).map(({ unit: { code }, depth }) => `${depth} ${code}`)
  expect(shown()).toEqual(['0 POLDA-JABAR', '0 POLDA-JATENG'])
  expect(shown('POLRES-33.74')).toEqual([
    '0 POLDA-JATENG',
    '1 POLRES-33.74',
    '2 POLSEK-33.74.01',
    '1 POLRES-33.22',
    '0 POLDA-JABAR',
  ])
})

test('the index knows ancestors and falls back to the code', () => {
  expect(units.ancestors('POLSEK-33.74.01').map((each) => each.code)).toEqual(['POLDA-JATENG', 'POLRES-33.74'])
  expect(units.name('POLRES-99.99')).toBe('POLRES-99.99')
  expect(units.children('POLDA-JATENG')).toHaveLength(2)
})
