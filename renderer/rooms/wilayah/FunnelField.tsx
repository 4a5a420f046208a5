import { useCallback, useMemo, useState, type Dispatch, type SetStateAction } from 'react'
import type { Funnel } from '../../../shared/contract/results/region'
import { FunnelChart } from '../../charts/FunnelChart'
import { endOf } from '../../charts/funnel/scale'
import { comparedLevels, type ComparedLevel } from '../../state/comparedLevel'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { ComboBox } from '../../ui/ComboBox'
import { RangeSlider, type Range } from '../../ui/RangeSlider'
import { Segments } from '../../ui/Segments'
import type { Place } from './place'

/** What of the funnel is looked at: a unit found by its name, and a part of the axis; undefined = all of it. */
interface Focus {
  unit: string | null
  part: Range | undefined
}
const NO_FOCUS: Focus = { unit: null, part: undefined }

interface Props {
  place: Place
  funnel: Funnel
  targetGiven: boolean
  compared: ComparedLevel | undefined
  /** the finding in words */
  label: string
}

/** The funnel and what stands above it; a change of what is looked at draws nothing else again. */
export function FunnelField({ place, funnel, targetGiven, compared, label }: Props) {
  const { go } = useRoute()
  const [focus, setFocus] = useState(NO_FOCUS)
  const open = useCallback((unit: string) => go('wilayah', { filter: { unit } }), [go])
  return (
    <>
      <FunnelBar place={place} funnel={funnel} compared={compared} focus={focus} onFocus={setFocus} />
      <FunnelChart
        funnel={funnel}
        named={focus.unit}
        part={focus.part}
        targetGiven={targetGiven}
        label={label}
        onOpen={open}
      />
    </>
  )
}

interface BarProps {
  place: Place
  funnel: Funnel
  compared: ComparedLevel | undefined
  focus: Focus
  onFocus: Dispatch<SetStateAction<Focus>>
}

/** So many points can be told apart without help. */
const FEW = 12

/** Above the funnel: which units, one of them by its name, and how much of the axis. */
function FunnelBar({ place, funnel, compared, focus, onFocus }: BarProps) {
  const { t, f } = useText()
  const { params, setParams } = useRoute()
  const levels = comparedLevels(place.level)
  const items = useMemo(
    () => funnel.units.filter(({ value }) => value !== null).map(({ unit, name }) => ({ id: unit, label: name })),
    [funnel],
  )
  const onUnit = useCallback((unit: string | null) => onFocus((now) => ({ ...now, unit })), [onFocus])
  const end = Math.ceil(endOf(funnel))
  const part: Range = focus.part ?? [0, end]
  if (levels.length < 2 && items.length <= FEW) return null
  return (
    <div className="chart-bar">
      {levels.length > 1 && compared && (
        <Segments
          label={t('funnel.level')}
          items={levels.map((id) => ({ id, label: t.code('level', id) }))}
          selected={compared}
          onSelect={(id) => {
            onFocus(NO_FOCUS)
            setParams({ ...params, level: id })
          }}
        />
      )}
      {items.length > FEW && (
        <>
          <ComboBox label={t('funnel.find')} showLabel={false} items={items} selected={focus.unit} onSelect={onUnit} />
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
