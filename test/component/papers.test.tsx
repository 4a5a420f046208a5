import { useContext, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { WorkspaceContext } from '../../renderer/api/useWorkspace'
import { FigureMarks } from '../../renderer/app/FigureMarks'
import { NoticeBox } from '../../renderer/app/Notices'
import { Rebuilding } from '../../renderer/app/Opening'
import { MarksContext } from '../../renderer/charts/marks'
import { HeadsAnswer } from '../../renderer/rooms/data/HeadsDialog'
import { SaveSteps } from '../../renderer/rooms/temuan/compose/SaveProgress'
import { ReceiptText } from '../../renderer/rooms/data/ReceiptPart'
import { KnownOnContext } from '../../renderer/state/knownOn'
import { TextProvider } from '../../renderer/text/useText'
import type { WorkspaceState } from '../../shared/contract/results/data'
import type { HeadsComparison, Receipt, Signed } from '../../shared/contract/results/console'

const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const kid = 'k'.repeat(43)
const receipt: Signed<Receipt> = {
  name: 'tanda-terima_POLRES-33.74_3',
  file: '{}',
  fingerprint: '0123 4567 89ab cdef 0123 4567 89ab cdef',
  payload: {
    unit: 'POLRES-33.74', sequence: 3, descriptor_sha256: 'a'.repeat(64), archive_sha256: 'b'.repeat(64),
    received_at: '2026-05-01T03:05:00.000Z', outcome: 'accepted_with_flags', registry_version: 7,
    console: { kid, key: { kty: 'OKP', crv: 'Ed25519', x: 'x'.repeat(43) } },
  },
} // prettier-ignore
const compared = (conflict: number): HeadsComparison => ({
  signer: kid,
  made_at: '2026-05-01T03:05:00.000Z',
  fingerprints: { ours: null, theirs: null },
  counts: { conflict, unproven: 0, ours_only: 0, theirs_only: 0, ours_ahead: 0, theirs_ahead: 0, same: 4 },
  lines: conflict
    ? [{ unit: 'POLRES-33.74', state: 'conflict', ours: 3, theirs: 3, conflicts: [{ sequence: 2, ours: 'a1', theirs: 'b2' }] }]
    : [],
}) // prettier-ignore

test('a receipt shows its short form in the words of the screen', () => {
  const html = draw(<ReceiptText receipt={receipt} />)
  for (const part of [
    'POLRES-33.74, urutan 3',
    '1 Mei 2026 pukul 10.05 WIB',
    'diterima dengan catatan',
    'registri versi 7',
    receipt.fingerprint,
    kid,
  ])
    // prettier-ignore
    expect(html).toContain(part)
  expect(draw(<ReceiptText receipt={receipt} />, 'en')).toContain('accepted with flags (registry version 7)')
})

test('a conflict of heads is said first and marked', () => {
  const html = draw(<HeadsAnswer compared={compared(1)} />)
  expect(html).toContain('note-box bad')
  expect(html).toContain('<b>PERTENTANGAN pada 1 satuan')
  expect(html).toContain('POLRES-33.74 PERTENTANGAN pada urutan 2: di sini a1, di sana b2')
  expect(draw(<HeadsAnswer compared={compared(0)} />)).not.toContain('bad')
  expect(draw(<HeadsAnswer compared={compared(0)} />, 'en')).toContain('The same: 4 units')
})

test('damage that was mended is told quietly, what is lost is marked', () => {
  const mended = { code: 'STORE-REBUILT', subject: 'POLRES-33.74', repaired: true } as const
  const lost = { code: 'STORE-LOST', subject: 'POLRES-33.75', repaired: false } as const
  const html = draw(<NoticeBox notices={[mended]} onClose={() => undefined} />)
  expect(html).toContain('Simpanan POLRES-33.74 rusak dan telah dibuat lagi dari ekspor yang bertanda tangan.')
  expect(html).not.toContain('note-box bad')
  expect(draw(<NoticeBox notices={[mended, lost]} onClose={() => undefined} />)).toContain('note-box bad')
})

test('stores being made again: how many, how fast, how long, and that stopping loses nothing', () => {
  const nothing = () => undefined
  const progress = { done: 30, total: 540, seconds: 15, unit: 'POLRES-33.74' }
  const html = draw(<Rebuilding progress={progress} onCancel={nothing} />)
  for (const part of [
    '30 dari 540 simpanan',
    'sekitar 4 menit lagi',
    'Sekarang: POLRES-33.74.',
    '2,0 simpanan per detik',
    'angka tetap dihitung dari indeks',
    'Batalkan',
  ])
    // prettier-ignore
    expect(html).toContain(part)
  expect(draw(<Rebuilding progress={{ ...progress, done: 0 }} onCancel={nothing} />)).not.toContain('per detik')
  expect(draw(<Rebuilding progress={progress} onCancel={nothing} />, 'en')).toContain('about 4 minutes')
})

test('a report being saved: its step, its time, what is left by the one before', () => {
  const nothing = () => undefined
  const html = draw(<SaveSteps progress={{ phase: 'printing', seconds: 3.4, left: 2 }} onCancel={nothing} />)
  for (const part of ['Mencetak ke PDF, 3 detik berjalan, sekitar 2 detik lagi.', 'Batalkan', 'aria-valuenow="63"'])
    // prettier-ignore
    expect(html).toContain(part)
  const first = draw(<SaveSteps progress={{ phase: 'drawing', seconds: 0, left: null }} onCancel={nothing} />, 'en')
  expect(first).toContain('Laying out the pages, 0 seconds so far.')
})

test('a figure that is taken along says that its data are invented, and of which day', () => {
  const Marks = () => <p>{useContext(MarksContext)}</p>
  const marks = (purpose: WorkspaceState['purpose'], day?: string) =>
    draw(
      <WorkspaceContext value={{ purpose, archived_before: null } as WorkspaceState}>
        <KnownOnContext value={day}>
          <FigureMarks>
            <Marks />
          </FigureMarks>
        </KnownOnContext>
      </WorkspaceContext>,
    )
  expect(marks('demo', '2026-09-15')).toBe('<p>DATA DEMO. Seperti diketahui pada 15 September 2026.</p>')
  expect(marks('production')).toBe('<p></p>')
})
