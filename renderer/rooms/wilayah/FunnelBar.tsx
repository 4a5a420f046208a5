import type { Funnel } from '../../../shared/contract/results/region'
import { endOf } from '../../charts/funnel/scale'
import { comparedLevels, type ComparedLevel } from '../../state/comparedLevel'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { ComboBox } from '../../ui/ComboBox'
import { RangeSlider, type Range } from '../../ui/RangeSlider'
import { Segments } from '../../ui/Segments'
import type { Place } from './place'

/** What of the funnel is looked at: a unit found by its name, and a part of the axis; undefined = all of it. */
export interface FunnelFocus {
  unit: string | null
  part: Range | undefined
}
interface Props {
  place: Place
  funnel: Funnel
  compared: ComparedLevel | undefined
  focus: FunnelFocus
  onFocus: (focus: FunnelFocus) => void
}

/** So many points can be told apart without help. */
const FEW = 12

/** Above the funnel: which units, one of them by its name, and how much of the axis. */
export function FunnelBar({ place, funnel, compared, focus, onFocus }: Props) {
  const { t, f } = useText()
  const { params, setParams } = useRoute()
  const levels = comparedLevels(place.level)
  const units = funnel.units.filter(({ value }) => value !== null)
  const end = Math.ceil(endOf(funnel))
  const part: Range = focus.part ?? [0, end]
  if (levels.length < 2 && units.length <= FEW) return null
  return (
    <div className="chart-bar">
      {levels.length > 1 && compared && (
        <Segments
          label={t('funnel.level')}
          items={levels.map((id) => ({ id, label: t.code('level', id) }))}
          selected={compared}
          onSelect={(id) => {
            onFocus({ unit: null, part: undefined })
            setParams({ ...params, level: id }, { replace: true })
          }}
        />
      )}
      {units.length > FEW && (
        <>
          <ComboBox
            label={t('funnel.find')}
            showLabel={false}
            items={units.map(({ unit, name }) => ({ id: unit, label: name }))}
            selected={focus.unit}
            onSelect={(unit) => onFocus({ ...focus, unit })}
          />
          <RangeSlider
            label={t('funnel.part')}
            min={0}
            max={end}
            value={part}
            onChange={([low, high]) => onFocus({ ...focus, part: low === 0 && high === end ? undefined : [low, high] })}
            ends={[t('chart.from'), t('chart.to')]}
            format={f.count}
          />
        </>
      )}
    </div>
  )
}
