import type { DurationCurve } from '../../../shared/contract/results/region'
import { tells } from '../../../shared/sentences/channels/estimate'
import type { Sentence } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import type { Nothing } from './Fig'

/** Which nothing stands instead of a drawing; null where there is something to draw. */
export function useNothing() {
  const { t } = useText()
  const zero = (title: string): Nothing => ({ title, text: t('channels.zero') })
  return {
    /** every unit that reported named none */
    ofCount: (count: number, title: string = t('channels.noCases')): Nothing | null =>
      count === 0 ? zero(title) : null,
    /** no case, or too few of them to draw a curve */
    ofCurve: (curve: DurationCurve, sentence: Sentence, title: string = t('channels.noCases')): Nothing | null =>
      curve.n === 0 ? zero(title) : tells(curve) ? null : { title: sentence.answer, text: sentence.caution },
  }
}
