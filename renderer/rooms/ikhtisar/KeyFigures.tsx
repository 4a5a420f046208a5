import { usePin } from '../../state/pin'
import { useText } from '../../text/useText'
import { IconButton } from '../../ui/Button'
import { IntervalLegend, IntervalStrip } from '../../ui/IntervalStrip'
import { Popover } from '../../ui/Popover'
import { stripScale, type KeyFigureView } from './viewModel'

function KeyFigure({ view, rules }: { view: KeyFigureView; rules: readonly string[] }) {
  const { t } = useText()
  const pin = usePin()
  const { figure, words } = view
  const known = figure.value !== null
  return (
    <div>
      <h2 className="l">{words.label}</h2>
      <div className="acts kf-acts">
        {known && <IconButton icon="pin" label={`${t('chart.pin')}: ${words.label}`} onPress={() => pin(view.pin)} />}
        <Popover
          label={t('chart.definition')}
          placement="bottom end"
          trigger={<IconButton icon="info" label={`${t('chart.definition')}: ${words.label}`} />}
        >
          <div className="definition">
            <h3>{words.label}</h3>
            <p>{view.definition}</p>
            {figure.metric === 'sp3d_on_time' &&
              rules.map((rule) => (
                <p key={rule} className="sm mut">
                  {rule}
                </p>
              ))}
          </div>
        </Popover>
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
export function KeyFigures({
  views,
  rules,
  note,
}: {
  views: readonly KeyFigureView[]
  rules: readonly string[]
  note: string
}) {
  const { t } = useText()
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
          note={note}
        />
      </div>
    </section>
  )
}
