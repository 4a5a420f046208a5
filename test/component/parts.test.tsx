import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TextProvider } from '../../renderer/text/useText'
import { CoverageStrip } from '../../renderer/ui/CoverageStrip'
import { ImportSummary } from '../../renderer/ui/imports/ImportSummary'
import { IntervalStrip, scaleOf } from '../../renderer/ui/IntervalStrip'
import { PageHead } from '../../renderer/ui/PageHead'
import { Sparkbars } from '../../renderer/ui/Sparkbars'
import { StateMark, stateOfBoard, stateOfDeadline, stateOfIntake, STATES } from '../../renderer/ui/StateMark'
import { ErrorState } from '../../renderer/ui/States'
import type { Coverage } from '../../shared/contract/results/overview'
import { finding } from '../../shared/export/codes'

const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const words = (html: string) =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

test('every state has a mark of its own and a word', () => {
  const drawn = STATES.map((state) => draw(<StateMark state={state} />))
  const marks = drawn.map((html) => /<svg.*?<\/svg>/s.exec(html)?.[0])
  expect(new Set(marks).size).toBe(STATES.length)
  expect(new Set(drawn.map(words)).size).toBe(STATES.length)
  expect(drawn.map(words)).not.toContain('')
})

test('a mark alone still says its word', () => {
  const html = draw(<StateMark state="not_reported" iconOnly />)
  expect(html).toContain('title="belum melapor"')
  expect(words(html)).toBe('belum melapor')
})

test('states of the board, of deadlines and of intake lead to marks', () => {
  expect(stateOfBoard('missing')).toBe('not_reported')
  expect(stateOfBoard('nil')).toBe('nil')
  expect(stateOfDeadline('late')).toBe('overdue')
  expect(stateOfIntake('accepted_with_flags')).toBe('flagged')
})

const coverage: Coverage = {
  units_expected: 536,
  units_reported: 512,
  units_quarantined: 7,
  unit_months_expected: 1608,
  unit_months_delivered: 1571,
  share: 0.977,
  missing: [],
  as_of_min: null,
  as_of_max: null,
  common_day: '2026-03-31',
  period: { from: '2026-01-01', to: '2026-03-31' },
  registry_version: 42,
  purpose: 'demo',
  rules: [],
  unknown: { category: 0, district: 0, matching: 0 },
}

test('coverage says n of N, what is missing and what is not counted', () => {
  const html = draw(<CoverageStrip coverage={coverage} />)
  expect(words(html)).toBe(
    '512 dari 536 satuan wajib lapor sudah melapor (95,5%), s.d. 31 Maret 2026. 17 belum melapor. 7 dikarantina dan tidak dihitung. 1.571 dari 1.608 bulan laporan diterima.',
  )
  expect(html).toContain('aria-label="512 melapor, 17 belum, 7 karantina"')
  expect(html).toContain('url(#hx)')
})

test('a full coverage draws no hatch, an empty one no bar', () => {
  const full = draw(<CoverageStrip coverage={{ ...coverage, units_reported: 536, units_quarantined: 0 }} />)
  expect(full).not.toContain('url(#hx)')
  const nobody = { ...coverage, units_expected: 0, units_reported: 0, units_quarantined: 0 }
  expect(words(draw(<CoverageStrip coverage={nobody} />, 'en'))).toBe('No unit has to report within this filter.')
})

test('an interval strip shows only what is known', () => {
  const whole = draw(
    <IntervalStrip value={0.776} low={0.755} high={0.797} lastYear={0.802} target={0.8} label="SP3D" />,
  )
  expect(whole).toContain('aria-label="SP3D"')
  expect(whole.match(/<circle/g)).toHaveLength(1)
  expect(whole.match(/<path/g)).toHaveLength(1)
  const nothing = draw(<IntervalStrip value={null} low={null} high={null} />)
  expect(nothing).not.toContain('<circle')
  expect(nothing).toContain('aria-hidden')
  const { min, max } = scaleOf({ value: 5, low: 4, high: 6, target: 10 })
  expect(min).toBeLessThan(4)
  expect(max).toBeGreaterThan(10)
  expect(scaleOf({ value: null, low: null, high: null })).toEqual({ min: 0, max: 1 })
})

test('not reported, zero and a number never look alike in small bars', () => {
  const html = draw(<Sparkbars values={[null, 0, 5]} label="belum, 0, 5" />)
  const bars = html.match(/<rect[^>]*>/g) ?? []
  expect(bars).toHaveLength(3)
  expect(bars[0]).toContain('url(#hx)')
  expect(bars[1]).toContain('height="1"')
  expect(bars[2]).toContain('var(--c1)')
})

test('an error says what happened, what was kept and what to do, with its code', () => {
  const html = draw(
    <ErrorState error={{ code: 'WORKSPACE-LOCKED', kind: 'environment', params: {} }} onRetry={() => {}} />,
  )
  expect(words(html)).toBe(
    'Ruang kerja sedang dipakai oleh jendela atau program lain. Data yang sudah diterima tetap utuh. Periksa ruang simpan, izin folder, dan jam komputer, lalu coba lagi. Coba lagi Salin kode Kode WORKSPACE-LOCKED',
  )
  expect(words(draw(<ErrorState error={{ code: 'NEVER-HEARD-OF', kind: 'bug', params: {} }} />))).toContain(
    'Terjadi kesalahan pada konsol.',
  )
})

test('hostile text is text', () => {
  const html = draw(<PageHead title={'<img src=x onerror=alert(1)>'} crumbs={[{ label: '<b>', href: '#/ikhtisar' }]} />)
  expect(html).not.toContain('<img')
  expect(html).not.toContain('<b>')
})

test('the summary of an import opens on what asks for a deed', () => {
  const html = draw(
    <ImportSummary
      summary={{
        accepted: 498,
        accepted_with_flags: 21,
        quarantined: 7,
        rejected: 1,
        duplicate: 11,
        cancelled: false,
        seconds: 48.2,
        rows: 1,
        files: [
          {
            file: '/x/a.dumas.zip',
            unit: 'POLRES-33.16',
            sequence: 15,
            outcome: 'rejected',
            findings: [finding('SCHEMA-VALUE', { file: 'cases.csv', row: 214, column: 'received_at' })],
          },
        ],
      }}
      unitName={() => 'Polres Blora'}
      onClear={() => {}}
    />,
  )
  const text = words(html)
  expect(text).toContain('Ditolak: Polres Blora, urutan 15')
  expect(text).toContain('Ringkasan impor 538 berkas Selesai dalam 48,2 detik. 519 masuk statistik.')
  expect(text).toContain('cases.csv 214 received_at')
  expect(text).toContain('Tidak ada yang dimuat; ekspor sebelumnya tetap berlaku.')
})

test('a registry among the exports is named as one and offers the other door, with no letter to a unit', () => {
  const counts = { accepted: 0, accepted_with_flags: 0, quarantined: 0, rejected: 1, duplicate: 0, seconds: 1, rows: 0 }
  const file = { file: 'r.zip', unit: null, sequence: null, outcome: 'rejected' } as const
  const summary = (is: string) =>
    words(
      draw(
        <ImportSummary
          summary={{
            ...counts,
            cancelled: false,
            files: [{ ...file, findings: [finding('ENTRY-UNLISTED', {}, { is })] }],
          }}
          unitName={() => ''}
          onClear={() => {}}
          asRegistry={(name) => <button type="button">Muat {name}</button>}
        />,
      ),
    )
  expect(summary('registry')).toContain('Ini paket registri komisi')
  expect(summary('registry')).toContain('Muat r.zip')
  expect(summary('registry')).not.toContain('Salin teks untuk satuan')
  expect(summary('')).not.toContain('Muat r.zip')
})
