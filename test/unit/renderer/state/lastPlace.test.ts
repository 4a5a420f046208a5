import { expect, test } from 'vitest'
import { defaultFilter } from '../../../../renderer/state/defaults'
import { placeToKeep } from '../../../../renderer/state/lastPlace'

const DAY = '2026-10-31'

test('a filter that was chosen is kept with its room', () => {
  const filter = { ...defaultFilter(DAY), unit: 'POLDA-JATENG' }
  expect(placeToKeep('wilayah', filter, DAY)).toBe(
    '#/wilayah?from=2026-07-01&to=2026-09-30&unit=POLDA-JATENG&channels=walk_in,letter,email&subjects=complaint',
  )
})

test('the filter of a fresh console is not: its quarter moves on with the data', () => {
  expect(placeToKeep('kasus', defaultFilter(DAY), DAY)).toBe('#/kasus')
  expect(placeToKeep('kasus', defaultFilter('2026-06-30'), DAY)).toContain('from=2026-04-01')
})

test('the day of knowledge is not kept: a console that starts shows what is held now', () => {
  const known = { ...defaultFilter(DAY), known_on: '2026-09-30' }
  expect(placeToKeep('kasus', known, DAY)).toBe('#/kasus')
  expect(placeToKeep('kasus', { ...known, unit: 'POLDA-JATENG' }, DAY)).not.toContain('known_on')
})
