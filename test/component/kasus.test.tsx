import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CaseLine } from '../../renderer/rooms/kasus/CaseLine'
import { CasesHead } from '../../renderer/rooms/kasus/CasesHead'
import { CASE_COLUMNS } from '../../renderer/rooms/kasus/columns'
import { CaseFlags } from '../../renderer/rooms/kasus/detail/CaseFlags'
import { EventsTable } from '../../renderer/rooms/kasus/detail/EventsTable'
import { ValuesList } from '../../renderer/rooms/kasus/detail/ValuesList'
import { VersionsTable } from '../../renderer/rooms/kasus/detail/VersionsTable'
import { FacetColumn } from '../../renderer/rooms/kasus/FacetColumn'
import { facetsOf } from '../../renderer/rooms/kasus/facets'
import { readView } from '../../renderer/rooms/kasus/view'
import { textIn, TextProvider } from '../../renderer/text/useText'
import { caseDetail, caseRow, facets, plainCase } from '../helpers/fixtures/cases'

const draw = (part: ReactNode, language: 'id' | 'en' = 'id') =>
  renderToStaticMarkup(<TextProvider language={language}>{part}</TextProvider>)
const times = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].length
const line = (row = caseRow(18)) => (
  <CaseLine index={18} top={504} row={row} href="#/kasus?case=K" selected onSelect={() => undefined} />
)

test('a row tells its place among all rows, and a cell for every column', () => {
  const html = draw(line())
  expect(html).toContain('role="row"')
  expect(html).toContain('aria-rowindex="20"')
  expect(html).toContain('aria-selected="true"')
  expect(times(html, /role="gridcell"/g)).toBe(CASE_COLUMNS.length)
  expect(html).toContain('1 penanda, perlu klarifikasi')
})

test('a row on its way has the same cells and no words but "loading"', () => {
  const html = draw(<CaseLine index={0} top={0} row={undefined} href="" selected={false} onSelect={() => undefined} />)
  expect(times(html, /role="gridcell"/g)).toBe(CASE_COLUMNS.length)
  expect(html.replace(/<[^>]+>/g, '')).toBe('memuat')
})

test('the header says which column sorts, and only sortable ones are buttons', () => {
  const html = draw(<CasesHead view={readView({ sort: 'unit', desc: '0' })} onSort={() => undefined} />)
  expect(times(html, /aria-sort="ascending"/g)).toBe(1)
  expect(times(html, /<button/g)).toBe(CASE_COLUMNS.filter(({ sort }) => sort !== null).length)
})

test('facets are pressed or not; what cannot be asked for is no button', () => {
  const all = facetsOf(facets, { statuses: ['closed'] }, readView({}), textIn('id'))
  const html = draw(<FacetColumn facets={all} onChange={() => undefined} />)
  expect(times(html, /aria-pressed="true"/g)).toBe(1)
  expect(html).toMatch(/<div class="part"><span>Tidak diketahui/)
  expect(html).toContain('Lepas pilihan Status')
})

test('cells that differ are tinted and say the word', () => {
  const html = draw(<VersionsTable detail={caseDetail} />)
  expect(times(html, /<mark/g)).toBe(2)
  expect(html).toContain('berbeda, perlu klarifikasi')
  const same = draw(<VersionsTable detail={plainCase} />)
  expect(same).not.toContain('<mark')
  expect(same).toContain('belum pernah dilaporkan berbeda')
})

test('flags are questions in both languages', () => {
  for (const [language, word] of [
    ['id', 'perlu klarifikasi'],
    ['en', 'needs clarification'],
  ] as const) {
    const html = draw(<CaseFlags detail={caseDetail} />, language)
    expect(html).toContain(word)
    expect(html).not.toMatch(/manipula/i)
  }
})

test('an event recorded late is marked with its reason', () => {
  const html = draw(<EventsTable detail={caseDetail} />)
  expect(times(html, /<mark title="lama sesudah terjadi"/g)).toBe(1)
})

test('every column of the case stands on its page, empty ones as empty', () => {
  const html = draw(<ValuesList detail={caseDetail} />)
  expect(times(html, /<dt/g)).toBe(30)
  expect(times(html, /kosong/g)).toBe(12)
})
