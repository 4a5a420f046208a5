/** Texts to send back to a unit: plain text, ready to copy. A question, never an accusation. Pure. */
import type { ExportLine } from '../../../shared/contract/results/data'
import type { ChangeLine, GapLine } from '../../../shared/contract/results/integrity'
import type { Words } from '../../../shared/sentences/words'
import { WHOLE_ROW, fieldWords, sideWords } from './changes'

const LETTER = { 'BACKDATED-CLOSE': 'integrity.letter.close', 'BACKDATED-INSERT': 'integrity.letter.insert' } as const

function letter(unit: string, lines: readonly string[], { t }: Words): string {
  return [t('integrity.letter.to', { unit }), '', ...lines, '', t('integrity.letter.end')].join('\n')
}

/** Asks about one undeclared change. */
export function changeLetter(
  change: ChangeLine,
  [first, second]: readonly [ExportLine | undefined, ExportLine | undefined],
  words: Words,
): string {
  const { t } = words
  const { code, exports, row_id: row, resource, name } = change
  const common = { a: exports[0], b: exports[1], row, resource: t(`resource.${resource}`) }
  const now = change.reported_now ?? ''
  const what =
    code === 'BACKDATED-CLOSE' || code === 'BACKDATED-INSERT'
      ? t(LETTER[code], { ...common, now })
      : change.field === WHOLE_ROW
        ? t('integrity.letter.delete', common)
        : t('integrity.letter.edit', {
            ...common,
            field: fieldWords(change, words),
            first: sideWords(change, 'first', words),
            now: sideWords(change, 'now', words),
          })
  const isEdit = !code.startsWith('BACKDATED')
  const lines = [what, t('integrity.letter.ask')]
  if (isEdit) lines.push(t('integrity.letter.counts'))
  if (first && second) {
    const hashes = { ...common, shaA: first.descriptor_sha256, shaB: second.descriptor_sha256 }
    lines.push(t('integrity.letter.hashes', hashes))
  }
  return letter(name, lines, words)
}

/** Asks for the exports of a gap. */
export function gapLetter(gap: GapLine, words: Words): string {
  const { t, f } = words
  const numbers = gap.from === gap.to ? f.count(gap.from) : t('integrity.gaps.range', { from: gap.from, to: gap.to })
  const lines = [t('integrity.letter.gap', { numbers, next: f.count(gap.after.sequence) }), t('integrity.letter.send')]
  return letter(gap.name, lines, words)
}

/** Asks for a month that nobody delivered. */
export function monthLetter(unit: string, month: string, words: Words): string {
  const { t, f } = words
  return letter(
    unit,
    [t('integrity.letter.missing', { month: f.month(month) }), t('integrity.letter.sendMonth')],
    words,
  )
}
