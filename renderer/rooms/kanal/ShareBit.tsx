import type { Estimate } from '../../../shared/contract/results/common'
import { shareRange } from '../../../shared/sentences/channels/estimate'
import { shareText } from '../../../shared/sentences/words'
import { useText } from '../../text/useText'
import { StateMark } from '../../ui/StateMark'

/** A share in a table: its number with counts and interval, or which nothing it is. */
export function ShareBit({ estimate }: { estimate: Estimate }) {
  const words = useText()
  const { t, f } = words
  const { value, missing, numerator, denominator } = estimate
  if (value === null) {
    if (denominator === 0) return <span className="mut">{t('chart.notApplicable')}</span>
    if (missing === 'not_reported' || missing === 'not_applicable') return <StateMark state={missing} iconOnly />
    return <span className="mut">{t.code('missing', missing ?? 'insufficient')}</span>
  }
  const range = shareRange(estimate, words)
  return (
    <span {...(range !== '' && { title: t('figure.interval', { range }) })}>
      <b>{shareText(value, denominator, words)}</b>{' '}
      {numerator !== null && denominator !== null && (
        <span className="mut sm">{t('say.ofTotal', { n: f.count(numerator), total: f.count(denominator) })}</span>
      )}
    </span>
  )
}
