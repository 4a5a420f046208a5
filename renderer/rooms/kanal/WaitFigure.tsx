import type { DurationCurve } from '../../../shared/contract/results/region'
import { joined, type Sentence } from '../../../shared/sentences/words'
import { CurveChart } from '../../charts/CurveChart'
import type { Definition } from '../../charts/ChartFigure'
import { curveTable } from '../../charts/tables/region'
import { useText } from '../../text/useText'
import { medianPin } from './context'
import { Fig } from './Fig'
import { useNothing } from './useNothing'

interface Props {
  id: string
  title: string
  sentence: Sentence
  curve: DurationCurve
  stage: 'first_response' | 'follow_up'
  /** what is waited for and of how many */
  measure: string
  /** place of the curve in the answer */
  path: string
  /** message key of what is measured */
  label: string
  definition: Definition
  /** what is said where nobody waits */
  none?: string
}

/** How long until a stage, those still waiting included. */
export function WaitFigure({ curve, stage, measure, path, label, none, ...rest }: Props) {
  const words = useText()
  const { t, f } = words
  const nothing = useNothing()
  const negative = curve.left_out_negative
  return (
    <Fig
      {...rest}
      note={joined(measure, negative > 0 && t('region.curve.negative', { n: f.count(negative) }))}
      table={(caption) => curveTable(curve, stage, caption, words)}
      pinned={medianPin(path, label, curve)}
      empty={nothing.ofCurve(curve, rest.sentence, none)}
    >
      {(spoken) => <CurveChart curve={curve} stage={stage} label={spoken} />}
    </Fig>
  )
}
