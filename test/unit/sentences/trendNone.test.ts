import { expect, test } from 'vitest'
import type { Trend } from '../../../shared/contract/results/overview'
import { translator } from '../../../shared/messages/catalogue'
import { formats } from '../../../shared/messages/format'
import { trendNone } from '../../../shared/sentences/trendNone'

const words = { t: translator('id'), f: formats('id') }
const month = (received: number, complete: boolean): Trend['points'][number] => ({
  month: '2026-01',
  received,
  closed: 0,
  reported: complete ? 1 : 0,
  expected: 1,
  complete,
  signal: null,
})

test('a line along zero is said instead of drawn: zeros reported, in part, or nothing reported at all', () => {
  expect(trendNone({ points: [month(0, true), month(2, true)] }, words)).toBeNull()
  const said = [
    [month(0, true), month(0, true)],
    [month(0, true), month(0, false)],
    [month(0, false), month(0, false)],
  ].map((points) => trendNone({ points }, words)?.text)
  expect(said).toEqual([
    'Satuan melapor 2 dari 2 bulan; ini nol yang dilaporkan, bukan data yang belum ada.',
    'Satuan baru melapor 1 dari 2 bulan; nol ini belum tentu berarti tidak ada kasus.',
    'Belum ada satu bulan pun yang dilaporkan dalam saringan ini: belum melapor, bukan nol.',
  ])
})
