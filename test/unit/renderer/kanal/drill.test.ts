/** What a figure of the room counts is what its link lists: through the location, to the case. */
import { expect, test } from 'vitest'
import { addressedTo } from '../../../../renderer/rooms/kanal/messages/view'
import { formatRoute, parseRoute, patchFilter, type FilterPatch } from '../../../../renderer/state/route'
import { NO_PROGRAMME } from '../../../../shared/domain/filterCodes'
import { ask, units } from '../../../helpers/askChannels'

/** How many cases stand behind a link. */
function listed(of: FilterPatch, scope: object) {
  const filter = patchFilter({ from: '2025-01-01', to: '2025-12-31', ...scope }, of)
  return ask('cases.page', { ...parseRoute(formatRoute({ room: 'kasus', filter, params: {} })).filter, limit: 1 }).total
}

test.each([{}, { unit: units[0]! }, { unit: units[2]! }, { from: '2025-03-10', to: '2025-05-20' }])(
  'messages to an addressee %j',
  (scope) => {
    const { by_addressee: lines, cases } = ask('channel.messages', scope)
    for (const line of lines) {
      const of = addressedTo(line)
      if (line.addressee === 'unknown') expect(of).toBeNull()
      else expect([line.addressee, listed(of!, scope)]).toEqual([line.addressee, line.cases])
    }
    expect(lines.reduce((sum, line) => sum + line.cases, 0)).toBe(cases)
    if (cases > 20) expect(lines.some((line) => line.addressee === null && line.cases > 0)).toBe(true)
  },
)

test.each(['channel.messages', 'channel.city'] as const)('%s: cases of a programme, and those of none', (name) => {
  const lines = ask(name).by_programme
  expect(lines.filter(({ cases }) => cases > 0).length).toBeGreaterThan(2)
  for (const { code, channel, cases } of lines)
    expect([code, listed({ channels: [channel], programmes: [code ?? NO_PROGRAMME] }, {})]).toEqual([code, cases])
})

test('cases of a call line are those of its channel', () => {
  for (const { channel, cases } of ask('channel.calls').lines) expect(listed({ channels: [channel] }, {})).toBe(cases)
})
