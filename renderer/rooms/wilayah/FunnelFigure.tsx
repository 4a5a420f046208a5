import type { Funnel } from '../../../shared/contract/results/region'
import { figureSubtitle, zeroWords } from '../../../shared/sentences/coverage'
import { discoveryNote, dispersionNote, funnelSentence, isAlarm, tailOf } from '../../../shared/sentences/funnel'
import { joined, plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { FunnelLegend } from '../../charts/FunnelChart'
import { funnelTable } from '../../charts/tables/region'
import type { ComparedLevel } from '../../state/comparedLevel'
import { useText } from '../../text/useText'
import { FunnelField } from './FunnelField'
import { childLevel } from './place'
import { figurePin } from './pins'
import { stateOf, type RegionProps } from './region'

interface Props extends RegionProps {
  answer: AnswerState<Funnel>
  /** parameters of the query that answered */
  params: Readonly<Record<string, unknown>>
  targetGiven: boolean
  /** level of the units compared, where there is a choice */
  compared: ComparedLevel | undefined
}

/** Which units below differ from the target by more than chance. A click on a point goes down to the unit. */
export function FunnelFigure({ place, filter, coverage, pin, answer, params, targetGiven, compared }: Props) {
  const words = useText()
  const { t, f } = words
  // A unit without units below stands among its siblings.
  const level = compared ? t.code('level', compared) : (childLevel(place, words) ?? t.code('level', place.level))
  const empty: Funnel = {
    metric: '',
    kind: 'proportion',
    target: null,
    phi: null,
    tau2: null,
    units: [],
    limits: [],
    fdr: { level: 0, tested: 0, kept: [] },
  }
  const funnel = answer.data ?? empty
  const title = t('region.funnel.title', {
    level,
    target: t(targetGiven ? 'region.funnel.target' : 'region.funnel.overall'),
  })
  const sentence = funnelSentence(funnel, level, targetGiven, words)
  const sum = (of: 'observed' | 'n') => f.count(funnel.units.reduce((total, unit) => total + unit[of], 0))
  const note = joined(
    t('region.funnel.note', { n: sum('observed'), total: sum('n'), dispersion: dispersionNote(funnel, level, words) }),
    discoveryNote(funnel, words),
  )
  const worst = funnel.units.filter(isAlarm).toSorted((a, b) => tailOf(a) - tailOf(b))[0]
  const onPin = () =>
    pin(
      figurePin(
        {
          query: 'funnel.proportion',
          params: { ...params },
          path: worst ? `units[${worst.unit}].value` : 'target',
          label: 'metric.share_sp3d_in_time',
          value: worst ? worst.value : funnel.target,
          format: 'share',
        },
        sentence,
        { filter, unit: worst?.unit ?? place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`sp3d-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={funnelTable(funnel, title, words)}
      definition={{ name: t('metric.share_sp3d_in_time'), text: t('metric.sp3d_on_time.definition') }}
      onPin={onPin}
      save={saveFigure}
      state={stateOf(
        answer,
        ({ units }) =>
          units.every(({ value }) => value === null) && {
            title: t('region.funnel.none'),
            text: joined(t('region.funnel.noneWhy'), zeroWords(coverage, words)),
          },
      )}
      className="o1"
      legend={<FunnelLegend funnel={funnel} />}
    >
      <FunnelField
        place={place}
        funnel={funnel}
        targetGiven={targetGiven}
        compared={compared}
        label={plain(sentence)}
      />
    </ChartFigure>
  )
}
