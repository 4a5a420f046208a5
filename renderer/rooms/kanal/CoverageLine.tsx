import type { ChannelCoverage } from '../../../shared/contract/results/channels'
import { useText } from '../../text/useText'

const WIDTH = 300

/** Units that operate the channel: reported solid, the others hatched; the words stand beside. */
export function CoverageLine({
  coverage,
  answer,
  caution,
  boardHref,
}: {
  coverage: ChannelCoverage
  answer: string
  caution: string
  boardHref: string
}) {
  const { t } = useText()
  const { operating, operating_reported: done } = coverage
  const wide = operating === 0 ? 0 : (done / operating) * WIDTH
  return (
    <div className="cov">
      <svg viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" role="img" aria-label={answer}>
        {operating === 0 && <line x1="0" x2={WIDTH} y1="8" y2="8" stroke="var(--rule-2)" />}
        <rect width={wide} height="16" fill="var(--c1)" />
        {done < operating && (
          <rect
            x={wide + 1}
            y=".5"
            width={Math.max(2, WIDTH - wide - 1.5)}
            height="15"
            fill="url(#hx)"
            stroke="var(--hatch)"
          />
        )}
      </svg>
      <div>
        <b>{answer}</b> <span className="mut">{caution}</span>
      </div>
      <a className="nw" href={boardHref}>
        {t('region.board')}
      </a>
    </div>
  )
}
