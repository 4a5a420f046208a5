import type { ReactNode } from 'react'
import type { Coverage } from '../../shared/contract/results/overview'
import { useText } from '../text/useText'

const WIDTH = 300
const GAP = 2

/** Reported solid, not reported hatched, quarantined outlined; widths are shares of the expected units. */
function Bar({
  reported,
  missing,
  quarantined,
  label,
}: {
  reported: number
  missing: number
  quarantined: number
  label: string
}) {
  const total = Math.max(1, reported + missing + quarantined)
  const parts = [reported, missing, quarantined].filter((count) => count > 0).length
  const room = WIDTH - GAP * Math.max(0, parts - 1)
  // A single missing unit in 500 must still be seen.
  const wide = (count: number) => (count > 0 ? Math.max(7, (count / total) * room) : 0)
  const [hatched, outlined] = [wide(missing), wide(quarantined)]
  const solid = reported > 0 ? Math.max(0, room - hatched - outlined) : 0
  const afterSolid = solid > 0 ? solid + GAP : 0
  const afterHatch = afterSolid + (hatched > 0 ? hatched + GAP : 0)
  return (
    <svg viewBox={`0 0 ${WIDTH} 16`} preserveAspectRatio="none" role="img" aria-label={label}>
      {solid > 0 && <rect width={solid} height="16" fill="var(--c1)" />}
      {hatched > 0 && (
        <rect x={afterSolid + 0.5} y="0.5" width={hatched - 1} height="15" fill="url(#hx)" stroke="var(--hatch)" />
      )}
      {outlined > 0 && (
        <rect
          x={afterHatch + 1}
          y="1"
          width={outlined - 2}
          height="14"
          fill="none"
          stroke="var(--quar)"
          strokeWidth="2"
        />
      )}
    </svg>
  )
}

/** How complete the data are: a bar, "n dari N" in bold, what is left out, and a link. */
export function CoverageStrip({ coverage, action }: { coverage: Coverage; action?: ReactNode }) {
  const { t, f } = useText()
  const { units_expected: expected, units_reported: reported, units_quarantined: quarantined } = coverage
  const missing = Math.max(0, expected - reported - quarantined)
  const last = coverage.common_day ?? coverage.as_of_max ?? coverage.period.to
  const named = coverage.missing.slice(0, 2).map((unit) => unit.name)
  const parts = [
    missing > 0 && missing === named.length && named.length > 0
      ? t('ui.coverage.named', { names: f.list(named) })
      : missing > 0 && t('ui.coverage.missing', { n: f.count(missing) }),
    quarantined > 0 && t('ui.coverage.quarantined', { n: f.count(quarantined) }),
    t('ui.coverage.months', { n: f.count(coverage.unit_months_delivered), N: f.count(coverage.unit_months_expected) }),
  ].filter((part) => part !== false)
  return (
    <div className="cov">
      <Bar
        reported={reported}
        missing={missing}
        quarantined={quarantined}
        label={t('ui.coverage.label', {
          reported: f.count(reported),
          missing: f.count(missing),
          quarantined: f.count(quarantined),
        })}
      />
      <div>
        {expected === 0 ? (
          <b>{t('ui.coverage.none')}</b>
        ) : (
          <>
            <b>
              {t('ui.coverage.sentence', {
                n: f.count(reported),
                N: f.count(expected),
                share: f.share(reported / expected, reported === expected ? 0 : 1),
                day: f.day(last),
              })}
            </b>{' '}
            <span className="mut">{parts.join(' ')}</span>
          </>
        )}
      </div>
      {action}
    </div>
  )
}
