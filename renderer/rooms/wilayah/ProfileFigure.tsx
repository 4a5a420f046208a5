import type { RegionProfile } from '../../../shared/contract/results/region'
import { profileSentence } from '../../../shared/sentences/profile'
import type { FigureContext } from '../../../shared/sentences/figure'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import { periodShort } from '../../../shared/messages/period'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { useText } from '../../text/useText'
import { IntervalLegend, IntervalStrip } from '../../ui/IntervalStrip'
import { profileLines, type ProfileLine } from './profile'
import { stateOf, type RegionProps } from './region'
import { profileTable } from './tables'

function Line({ line, nation }: { line: ProfileLine; nation: boolean }) {
  const { figure } = line
  return (
    <tr>
      <th scope="row">{line.measure}</th>
      <td className={line.known ? 'r b' : 'r mut sm'}>{line.value}</td>
      <td className="r nw">{line.interval}</td>
      <td className="position">
        <IntervalStrip
          value={figure.value}
          low={figure.low}
          high={figure.high}
          lastYear={figure.last_year?.value ?? null}
          target={figure.target?.value ?? null}
          peers={line.band}
          width={320}
        />
      </td>
      <td className="r nw">{line.target}</td>
      {!nation && <td className="r nw">{line.peers}</td>}
      {!nation && <td className="r nw">{line.nation}</td>}
      <td className="r last-year">{line.lastYear}</td>
      <td className="mut denominator">{line.denominator}</td>
    </tr>
  )
}

interface Props extends RegionProps {
  answer: AnswerState<RegionProfile>
  context: FigureContext
  /** null: no figure has a value */
  onPinAll: (() => void) | null
}

/** One unit against target, peers, nation and last year: the numbers, and a strip beside them on a scale of its own. */
export function ProfileFigure({ place, coverage, answer, context, onPinAll }: Props) {
  const words = useText()
  const { t, f } = words
  const profile = answer.data ?? { period: context.period, rows: [] }
  const nation = place.unit === null
  const title = nation ? t('region.profile.titleNation') : t('region.profile.title', { place: place.name })
  const lastYear = periodShort(context.lastYear.from, context.lastYear.to, t, f)
  const directives = (coverage?.rules ?? []).filter(({ kind }) => kind !== 'regulation')
  const rules = directives
    .map((rule) =>
      t('region.profile.ruleNote', { title: rule.title[words.language], kind: t(`ruleKind.${rule.kind}`) }),
    )
    .join('')
  const version = coverage ? f.count(coverage.registry_version) : '–'
  const note = t(nation ? 'region.profile.noteNation' : 'region.profile.note', { rules, version })
  const peers = profile.rows.find((row) => row.peers !== null)?.peers
  const group = place.header?.peer_group.replaceAll(/[-_]/g, ' ') ?? ''
  return (
    <ChartFigure
      id={`profil-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={profileSentence(profile, words)}
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={profileTable(profile, title, words)}
      definition={{ name: t('region.profile.measure'), text: t('definition.profile') }}
      {...(onPinAll && { onPin: onPinAll })}
      save={saveFigure}
      state={stateOf(answer, ({ rows }) => rows.length === 0)}
      className="n3 w2 profile"
      legend={
        <IntervalLegend
          value={t('region.profile.legendValue', { place: place.name })}
          lastYear={lastYear}
          {...(peers && { peers: t('region.profile.legendPeers', { group, n: f.count(peers.n) }) })}
        />
      }
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('region.profile.measure')}</th>
            <th scope="col" className="r">
              {t('region.profile.value')}
            </th>
            <th scope="col" className="r">
              {t('region.profile.interval')}
            </th>
            <th scope="col" className="position">
              {t('region.profile.position')}
            </th>
            <th scope="col" className="r">
              {t('region.profile.target')}
            </th>
            {!nation && (
              <th scope="col" className="r">
                {t('region.profile.peers')}
              </th>
            )}
            {!nation && (
              <th scope="col" className="r">
                {t('region.profile.nation')}
              </th>
            )}
            <th scope="col" className="r">
              {lastYear}
            </th>
            <th scope="col" className="denominator">
              {t('region.profile.denominator')}
            </th>
          </tr>
        </thead>
        <tbody>
          {profileLines(profile, context, words).map((line) => (
            <Line key={line.metric} line={line} nation={nation} />
          ))}
        </tbody>
      </table>
    </ChartFigure>
  )
}
