/** Texts that come from elsewhere are text on screen and paper: never an element, an attribute, an address or a script. */
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { findingsBlocks } from '../../renderer/print/blocks/findings'
import { textIn, TextProvider } from '../../renderer/text/useText'
import { ImportSummary } from '../../renderer/ui/imports/ImportSummary'
import type { FileReport, ImportSummary as Summary } from '../../shared/contract/results/data'
import { finding } from '../../shared/export/codes'
import type { ReportModel } from '../../shared/report/model'
import { controlStrings, csvInjections, naughtyStrings } from '../helpers/vectors'

const strings = [...naughtyStrings(), ...csvInjections(), ...controlStrings()]
/** a text that nothing needs to be done to */
const HARMLESS = 'QQQ'

const draw = (part: ReactNode) => renderToStaticMarkup(<TextProvider language="id">{part}</TextProvider>)
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)

/** The texts whose markup differs from that of a harmless one by more than the text itself, escaped. */
const broken = (markup: (text: string) => string, texts = strings) =>
  texts.filter((text) => markup(text) !== markup(HARMLESS).replaceAll(HARMLESS, () => escaped(text)))

/** A file whose name, and a header whose columns, somebody else has chosen. */
function summaryOf(text: string, name = 'a.zip'): Summary {
  const findings = [
    finding('ENTRY-UNLISTED', { file: text }),
    finding('SCHEMA-HEADER', { file: 'cases.csv', row: 1, column: 3 }, { expected: 'channel', found: text }),
  ]
  const file: FileReport = { file: name, unit: null, sequence: null, outcome: 'rejected', findings }
  const none = { accepted: 0, accepted_with_flags: 0, quarantined: 0, duplicate: 0 }
  return { ...none, rejected: 1, files: [file], cancelled: false, seconds: 1, rows: 0 }
}
const imported = (summary: Summary) =>
  draw(<ImportSummary summary={summary} unitName={() => ''} onClear={() => undefined} />)

function printed(text: string): string {
  const parts = { condition: text, criteria: text, cause: text, effect: text, recommendation: text, response: text }
  const written = { id: 'T-0001', unit_name: text, title: text, due_on: null, state: 'draft', figures: [], ...parts }
  const model = { kind: 'findings', findings: [written] } as unknown as ReportModel
  return findingsBlocks(model, textIn('id'))
    .map((block) => (block.kind === 'solid' ? draw(block.node) : ''))
    .join('\n')
}

test('the summary of an import: names of entries, what was found in their place', { timeout: 30_000 }, () => {
  const markup = (text: string) => imported(summaryOf(text))
  expect(markup(HARMLESS).split(HARMLESS).length).toBeGreaterThan(2)
  expect(broken(markup)).toEqual([])
})

test('the summary of an import: names of files, without their folders', { timeout: 30_000 }, () => {
  const markup = (text: string) => imported(summaryOf('x', text))
  const names = strings.filter((text) => !/[/\\]/.test(text))
  expect(names.length).toBeGreaterThan(250)
  expect(markup(HARMLESS)).toContain(HARMLESS)
  expect(broken(markup, names)).toEqual([])
})

test('a finding on paper', () => {
  // a text of nothing but space is no text, and a new line begins a paragraph
  const lines = strings.filter((text) => text.trim() !== '' && !text.includes('\n'))
  expect(lines.length).toBeGreaterThan(strings.length - 10)
  expect(printed(HARMLESS).split(HARMLESS).length).toBeGreaterThan(7)
  expect(broken(printed, lines)).toEqual([])
})
