import type { FigureToPin } from '../../../shared/contract/findings'
import type { Filter } from '../../../shared/domain/filter'
import type { FigureContext } from '../../../shared/sentences/figure'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { yearBefore } from '../../state/period'
import { comparedLevel, comparedLevels, type ComparedLevel } from '../../state/comparedLevel'
import { usePin } from '../../state/pin'
import { usePageTitle } from '../../state/usePageTitle'
import { useReady } from '../../state/useReady'
import type { RoomParams } from '../../state/route'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button, LinkButton } from '../../ui/Button'
import { CoverageStrip } from '../../ui/CoverageStrip'
import { PageHead } from '../../ui/PageHead'
import { ErrorState } from '../../ui/States'
import { BacklogFigure } from './BacklogFigure'
import { ChannelsFigure } from './ChannelsFigure'
import { stageOf } from './curve'
import { CurveFigure } from './CurveFigure'
import { FlowFigure } from './FlowFigure'
import { FunnelFigure } from './FunnelFigure'
import { LeafFigure } from './LeafFigure'
import { leadSentence, targetWords } from './lead'
import { MonthsFigure } from './MonthsFigure'
import { profilePin } from './pins'
import { nounOf, pathOf, type Place } from './place'
import { figuresToPin } from './profile'
import { moveSentences } from './moves'
import { ProfileFigure } from './ProfileFigure'
import { trendMetricOf } from './trend'
import { TrendFigure } from './TrendFigure'
import { UnitsFigure } from './UnitsFigure'

/** Five years: what the axis of months may hold. */
const MOST_MONTHS = 60
const METRIC = 'share_sp3d_in_time'

/** All queries of the room. The funnel waits for the profile, which knows whether a target is set. */
function useRegion(filter: Filter, hasChildren: boolean, compared: ComparedLevel | undefined, asked: RoomParams) {
  const [over, stage] = [trendMetricOf(asked), stageOf(asked)]
  const { channels: _, ...anyChannel } = filter
  const profile = useNamedQuery('region.profile', filter)
  const given = profile.data?.rows.find(({ metric }) => metric === 'sp3d_on_time')?.figure.target?.value ?? null
  const funnelParams = {
    ...filter,
    metric: METRIC,
    ...(given !== null && { target: given }),
    ...(compared && { level: compared }),
  } as const
  return {
    coverage: useNamedQuery('overview.coverage', filter),
    profile,
    given,
    funnelParams,
    funnel: useNamedQuery('funnel.proportion', funnelParams, { enabled: !profile.isPending }),
    curve: useNamedQuery('durations.curve', { ...filter, stage }),
    flow: useNamedQuery('overview.flow', filter),
    backlog: useNamedQuery('region.backlog', filter),
    trend: useNamedQuery('overview.trend', over === 'received' ? filter : { ...filter, metric: over }),
    channels: useNamedQuery('region.channels', anyChannel),
    lines: useNamedQuery('region.unitLines', filter, { enabled: hasChildren }),
    months: useNamedQuery('region.unitMonths', { ...filter, months: MOST_MONTHS }, { enabled: hasChildren }),
  }
}

/** One unit, or the nation: how complete, against whom, what is open, how fast, and who stands below it. */
export function Region({ place, filter }: { place: Place; filter: Filter }) {
  const words = useText()
  const { t, f } = words
  const { href, params } = useRoute()
  const units = useUnits()
  const pin = usePin()
  const hasChildren = place.children.length > 0
  const compared = comparedLevel(params['level'], comparedLevels(place.level))
  const region = useRegion(filter, hasChildren, compared, params)
  const { coverage, profile, funnel, backlog } = region
  usePageTitle(place.title)
  const waited = [
    coverage,
    profile,
    backlog,
    region.curve,
    region.trend,
    region.flow,
    region.channels,
    funnel,
    ...(hasChildren ? [region.lines, region.months] : []),
  ]
  useReady(
    'wilayah',
    waited.every((answer) => !answer.isPending || answer.error !== null),
  )

  const period = { from: filter.from ?? '', to: filter.to ?? '' }
  const context: FigureContext = { period, lastYear: yearBefore(period) }
  const reporter = place.header?.reporting_unit ?? null
  const lead =
    profile.data && backlog.data
      ? leadSentence(
          place,
          {
            profile: profile.data,
            backlog: backlog.data,
            funnel: funnel.data,
            targetGiven: region.given !== null,
            noun: nounOf(filter, words),
            reporter: reporter === null || reporter === place.unit ? null : units.name(reporter),
          },
          words,
        )
      : undefined
  const pinnable = profile.data ? figuresToPin(profile.data) : []
  const pinAll = () => pin(pinnable.map((row) => profilePin(row, context, { filter, unit: place.unit }, words)))
  const crumbs = pathOf(place, words).map(({ label, unit }) =>
    unit === undefined ? { label } : { label, href: href('wilayah', { filter: { unit: unit ?? undefined } }) },
  )
  const moves = moveSentences(units.tree, place.unit ?? null, { ...words, name: units.name })
  const figure = { place, filter, coverage: coverage.data, pin: (one: FigureToPin) => pin(one) }
  const target = funnel.data?.target ?? region.given
  return (
    <div className="region">
      <PageHead
        crumbs={crumbs}
        crumbsLabel={t('region.path')}
        title={place.title}
        lead={lead}
        actions={
          <>
            <LinkButton href={href('kasus')}>{t('region.toCases')}</LinkButton>
            {pinnable.length > 0 && (
              <Button onPress={pinAll}>{t('region.pin', { n: f.count(pinnable.length) })}</Button>
            )}
          </>
        }
      />
      {moves.length > 0 && (
        <p className="note-box sm">
          {moves.join(' ')} {t('region.moved.rule')}
        </p>
      )}
      {coverage.data && (
        <CoverageStrip coverage={coverage.data} action={<a href={href('integritas')}>{t('region.board')}</a>} />
      )}
      {coverage.error && !coverage.data && <ErrorState error={coverage.error} onRetry={coverage.refetch} />}
      <div className="g g3">
        <ProfileFigure {...figure} answer={profile} context={context} onPinAll={pinnable.length > 0 ? pinAll : null} />
        <FunnelFigure
          {...figure}
          answer={funnel}
          params={region.funnelParams}
          targetGiven={region.given !== null}
          compared={compared}
        />
        <CurveFigure {...figure} answer={region.curve} />
        <BacklogFigure {...figure} answer={backlog} />
        <FlowFigure {...figure} answer={region.flow} />
        <TrendFigure {...figure} answer={region.trend} />
        <ChannelsFigure {...figure} answer={region.channels} context={context} />
        {hasChildren && <MonthsFigure {...figure} answer={region.months} />}
        {hasChildren ? (
          <UnitsFigure
            {...figure}
            answer={region.lines}
            target={target}
            targetText={funnel.data ? targetWords(funnel.data, region.given !== null, words) : null}
          />
        ) : (
          <LeafFigure {...figure} />
        )}
      </div>
    </div>
  )
}
