import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { AnswerState } from '../../renderer/api/useAnswer'
import { unitPlace } from '../../renderer/rooms/wilayah/place'
import { ProfileFigure } from '../../renderer/rooms/wilayah/ProfileFigure'
import { TextProvider } from '../../renderer/text/useText'
import type { RegionProfile } from '../../shared/contract/results/region'
import { coverage, header, profile } from '../helpers/fixtures/region'

const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const times = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length
const context = { period: profile.period, lastYear: { from: '2025-01-01', to: '2025-03-31' } }

function figure(answer: Partial<AnswerState<RegionProfile>>, nation = false) {
  const place = unitPlace(header)
  const state = { data: profile, error: null, isPending: false, isStale: false, refetch: () => undefined, ...answer }
  return (
    <ProfileFigure
      place={nation ? { ...place, unit: null, header: null } : place}
      filter={profile.period}
      coverage={coverage}
      answer={state as AnswerState<RegionProfile>}
      context={context}
      pin={() => undefined}
      onPinAll={() => undefined}
    />
  )
}

test('the profile: one row and one strip a measure, the directive named as such', () => {
  const html = draw(figure({}))
  expect(times(html, /class="strip"/g)).toBe(profile.rows.length)
  expect(html).toContain('Arahan Kapolri 31 Januari 2025 adalah arahan, bukan peraturan.')
  expect(html).toContain('TW I 2025')
  expect(html).toContain('Cakupan 34 dari 35 satuan')
  expect(times(html, /<th scope="col"/g)).toBe(9)
})

test('the nation has no peers and no nation to be compared with', () => {
  expect(times(draw(figure({}, true), 'en'), /<th scope="col"/g)).toBe(7)
})

test('loading, failed and empty are states of their own', () => {
  const loading = draw(figure({ data: undefined as never, isPending: true }))
  expect(loading).toContain('aria-busy="true"')
  expect(loading).not.toContain('<table')
  const error = { code: 'ENGINE-GONE', kind: 'engine', params: {}, retry: true } as const
  const failed = draw(figure({ data: undefined as never, error }))
  expect(failed).toContain('role="alert"')
  expect(failed).toContain('ENGINE-GONE')
  expect(draw(figure({ data: { ...profile, rows: [] } }))).toContain('Tidak ada data dalam saringan ini.')
})

test('a stale answer says that it is busy and stays readable', () => {
  const html = draw(figure({ isStale: true }))
  expect(html).toMatch(/class="[^"]*\bstale\b/)
  expect(html).toContain('SP3D tepat waktu')
})
