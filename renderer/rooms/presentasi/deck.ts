/** The slides of the filter in force, in their order. Pure. */
import { coverageNote } from '../../../shared/sentences/coverage'
import type { Text } from '../../text/useText'
import type { SlideContent } from './Slide'
import { coverSlide, keyFiguresSlide } from './slides/front'
import { backlogSlide, flowSlide, trendSlide, waitingSlide } from './slides/time'
import { monthsSlide } from './slides/months'
import { questionsSlide, sp3dBelowSlide, sp3dSlide, whereSlide } from './slides/units'
import type { DeckData } from './useDeck'

export function deckSlides(data: DeckData, text: Text): SlideContent[] {
  const { t } = text
  const note = `${data.unit}. ${coverageNote(data.coverage, text)}`
  const noted = (measure: string) => `${measure} ${note}`
  return [
    coverSlide(data, text),
    keyFiguresSlide(data, text, note),
    trendSlide(data, text, noted(t('present.trend.note'))),
    whereSlide(data, text, note),
    monthsSlide(data, text, note),
    waitingSlide(data, text, noted(t('present.waiting.note'))),
    flowSlide(data, text, note),
    backlogSlide(data, text, note),
    sp3dSlide(data, text, noted(t('present.sp3d.note'))),
    sp3dBelowSlide(data, text, noted(t('present.sp3d.note'))),
    questionsSlide(data, text, note),
  ].filter((slide) => slide !== null)
}

/** Where a key leads from slide `at` of `count`; null = the key is none of ours. */
export function slideAfterKey(key: string, at: number, count: number): number | null {
  const last = Math.max(0, count - 1)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
    case 'Backspace':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
