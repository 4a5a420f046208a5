import type { MapUnit } from '../../../shared/contract/results/overview'
import { useText } from '../../text/useText'
import { Tip } from '../Tip'
import { placeLines } from './place'

/** px that a tip may take */
const WIDTH = 200

/** What the mark under the mouse or the focus says, inside the drawing's width. */
export function PlaceTip({ unit, x, y, width }: { unit: MapUnit; x: number; y: number; width: number }) {
  const words = useText()
  return (
    <div className="tip-at" style={{ left: Math.min(Math.max(0, width - WIDTH), Math.max(0, x)), top: y }}>
      <Tip lines={placeLines(unit, words)} />
    </div>
  )
}
