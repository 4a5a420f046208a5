import type { Coverage, KeyFigures as Result } from '../../../shared/contract/results/overview'
import { usePin } from '../../state/pin'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { IconButton } from '../../ui/Button'
import { DefinitionButton } from '../../ui/DefinitionButton'
import { IntervalLegend, IntervalStrip } from '../../ui/IntervalStrip'
import { useStable } from '../../ui/useStable'
import { isMixed, keyFigureViews, ruleLines, stripScale, type KeyFigureView } from './viewModel'

function KeyFigure({ view, rules }: { view: KeyFigureView; rules: readonly string[] }) {
  const { t } = useText()
  const pin = usePin()
  const pinIt = useStable(() => pin(view.pin))
  const { figure, words } = view
  const known = figure.value !== null
  return (
    <div>
      <h2 className="l">{words.label}</h2>
      <div className="acts kf-acts">
        {known && <IconButton icon="pin" label={`${t('chart.pin')}: ${words.label}`} onPress={pinIt} />}
        <DefinitionButton
          label={`${t('chart.definition')}: ${words.label}`}
          name={words.label}
          text={view.definition}
          rules={figure.metric === 'sp3d_on_time' ? rules.join('\n') : ''}
        />
      </div>
      <p className={known ? 'v' : 'v none'}>
        {words.value}
        {words.unit !== '' && <small>{words.unit}</small>}
      </p>
      <IntervalStrip
        value={figure.value}
        low={figure.low}
        high={figure.high}
        lastYear={figure.last_year?.value ?? null}
        target={figure.target?.value ?? null}
        {...stripScale(figure)}
      />
      {[words.interval, words.lastYear, words.denominator]
        .filter((line) => line !== '')
        .map((line) => (
          <p key={line} className="d">
            {line}
          </p>
        ))}
    </div>
  )
}

/** Five numbers, each with its interval, last year and denominator; what the strips' marks mean stands below. */
export function KeyFigures({ keyFigures, coverage }: { keyFigures: Result; coverage: Coverage | undefined }) {
  const words = useText()
  const { t } = words
  const [filter] = useFilter()
  const setting = { filter, coverage, words }
  const views = keyFigureViews(keyFigures, setting)
  const rules = ruleLines(setting)
  return (
    <section aria-label={t('overview.keyFigures')}>
      <div className="kf">
        {views.map((view) => (
          <KeyFigure key={view.figure.metric} view={view} rules={rules} />
        ))}
      </div>
      <div className="kf-legend">
        <IntervalLegend
          value={t('overview.strip.now')}
          lastYear={t('overview.strip.lastYear')}
          target={views.some(({ figure }) => figure.target !== null)}
          note={t(isMixed(filter) ? 'overview.mixed' : 'overview.unmixed')}
        />
      </div>
    </section>
  )
}
