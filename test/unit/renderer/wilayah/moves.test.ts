import { expect, test } from 'vitest'
import { moveSentences } from '../../../../renderer/rooms/wilayah/moves'
import { translator } from '../../../../shared/messages/catalogue'
import { formats } from '../../../../shared/messages/format'

const unit = (code: string, parent: string) => ({ code, name: code, level: 'x', type: 'x', parent, reporting: true })
const tree = [
  unit('POLDA-A', 'MABES'),
  unit('POLDA-B', 'MABES'),
  {
    ...unit('POLRES-X', 'POLDA-B'),
    stays: [
      { from: null, parent: 'POLDA-A' },
      { from: '2025-07-01', parent: 'POLDA-B' },
    ],
  },
  unit('POLRES-Y', 'POLDA-B'),
]
const say = (code: string | null, language: 'id' | 'en' = 'id') =>
  moveSentences(tree, code, { t: translator(language), f: formats(language), name: (one) => `"${one}"` })

test('a unit that moved, those it left and joined, and nobody else', () => {
  expect(say('POLRES-X')).toEqual(['Sejak 1 Juli 2025 di "POLDA-B" (sebelumnya "POLDA-A").'])
  expect(say('POLDA-A')).toEqual(['"POLRES-X" sampai 30 Juni 2025 di sini, sejak 1 Juli 2025 di "POLDA-B".'])
  expect(say('POLDA-B', 'en')).toEqual(['"POLRES-X" came from "POLDA-A" on 1 July 2025.'])
  expect(say('POLRES-Y')).toEqual([])
  expect(say(null)).toEqual([])
})
