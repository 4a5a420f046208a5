import type { OverviewMap } from '../../shared/contract/results/overview'
import { completenessOf, countsOnly, placeKind } from '../../shared/sentences/map'
import { rateText, shareText } from '../../shared/sentences/words'
import { useText } from '../text/useText'
import { breaksOf, SHADES } from './map/classes'

const Swatch = ({ fill }: { fill: string }) => (
  <svg width="18" height="12" aria-hidden="true">
    <rect x=".5" y=".5" width="17" height="11" fill={fill} stroke="var(--rule-2)" />
  </svg>
)
const Mark = ({ path }: { path: string }) => (
  <svg width="12" height="12" aria-hidden="true">
    <path d={path} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.4" />
  </svg>
)

interface Props {
  map: OverviewMap
  /** cases whose own place is not known: they are counted at their unit */
  unknown?: { n: number; total: number }
}

/** Classes computed from the overall rate, the kinds of nothing that occur, and the marks of the limits. */
export function MapLegend({ map, unknown }: Props) {
  const words = useText()
  const { t, f } = words
  const breaks = breaksOf(map.target)
  const kinds = new Set(map.units.map(placeKind))
  const inPart = map.units.some((unit) => placeKind(unit) === 'rate' && completenessOf(unit) === 'part')
  const number = (value: number) => rateText(value, words)
  // Classes are half open: the one below ends just under the next one's start, in the last digit shown.
  const before = (value: number) => number(value - (value < 10 ? 0.01 : value < 100 ? 0.1 : 1))
  return (
    <div className="leg">
      {countsOnly(map) && <span>{t('map.legendCounts')}</span>}
      {breaks && (
        <>
          <span>{t('map.legendMeasure')}</span>
          <span>
            <Swatch fill={SHADES[0].fill} />
            {t('map.legendBelow', { high: number(breaks[0]) })}
          </span>
          <span>
            <Swatch fill={SHADES[1].fill} />
            {t('map.legendBetween', { low: number(breaks[0]), high: before(breaks[1]) })}
          </span>
          <span>
            <Swatch fill={SHADES[2].fill} />
            {t('map.legendBetween', { low: number(breaks[1]), high: before(breaks[2]) })}
          </span>
          <span>
            <Swatch fill={SHADES[3].fill} />
            {t('map.legendAbove', { low: number(breaks[2]) })}
          </span>
        </>
      )}
      {inPart && (
        <span>
          <svg width="18" height="12" aria-hidden="true">
            <rect width="18" height="12" fill="var(--q3)" />
            <rect width="18" height="12" fill="url(#hx-part)" />
          </svg>
          {t('map.legendPart')}
        </span>
      )}
      {kinds.has('not_reported') && (
        <span>
          <Swatch fill="url(#hx)" />
          {t('map.legendMissing')}
        </span>
      )}
      {kinds.has('suppressed') && <span>{t('map.legendSuppressed')}</span>}
      {kinds.has('zero') && <span>{t('map.legendZero')}</span>}
      {kinds.has('not_applicable') && !countsOnly(map) && <span>{t('map.legendNotApplicable')}</span>}
      {unknown && unknown.n > 0 && (
        <span>
          {t('map.legendUnknown', {
            n: f.count(unknown.n),
            total: f.count(unknown.total),
            share: shareText(unknown.n / unknown.total, unknown.total, words),
          })}
        </span>
      )}
      {breaks && (
        <>
          <span>
            <Mark path="M1 10h10L6 1z" />
            {t('map.legendAboveLimit')}
          </span>
          <span>
            <Mark path="M1 2h10L6 11z" />
            {t('map.legendBelowLimit')}
          </span>
        </>
      )}
    </div>
  )
}
