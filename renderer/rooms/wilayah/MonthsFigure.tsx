import { useCallback, useMemo, useState } from 'react'
import type { UnitMonths } from '../../../shared/contract/results/region'
import { figureSubtitle } from '../../../shared/sentences/coverage'
import { unitMonthsSentence } from '../../../shared/sentences/unitMonths'
import { capital, plain } from '../../../shared/sentences/words'
import type { AnswerState } from '../../api/useAnswer'
import { saveFigure } from '../../api/saveFigure'
import { ChartFigure } from '../../charts/ChartFigure'
import { monthsWithin } from '../../charts/lines/window'
import { ManyLines } from '../../charts/ManyLines'
import { SmallLines } from '../../charts/SmallLines'
import { unitMonthsTable } from '../../charts/tables/unitMonths'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { ComboBox } from '../../ui/ComboBox'
import { RangeSlider, type Range } from '../../ui/RangeSlider'
import { Segments } from '../../ui/Segments'
import { childLevel, nounOf } from './place'
import { figurePin } from './pins'
import { stateOf, unreported, type RegionProps } from './region'

const NOTHING: UnitMonths = { months: [], units: [] }
/** Months shown before a person chooses: two years show the same season twice. */
const FIRST = 24

/** All units below, month by month: small and each on its own scale, or together with one that stands out. */
export function MonthsFigure({
  place,
  filter,
  coverage,
  pin,
  answer,
}: RegionProps & { answer: AnswerState<UnitMonths> }) {
  const words = useText()
  const { t } = words
  const { params } = useRoute()
  const [named, setNamed] = useState<string | null>(null)
  const data = answer.data ?? NOTHING
  const { months, units } = data
  const end = months.length - 1
  const known = units.some(({ unit }) => unit === named) ? named : null
  const single = params['lines'] === 'one'
  const level = childLevel(place, words)
  const noun = nounOf(filter, words)
  const title =
    level === null
      ? t('region.months.titleMixed', { noun, place: place.name })
      : t('region.months.title', { noun, level })
  const sentence = unitMonthsSentence(data, level ?? t('region.units.name'), words)
  const note = single ? t('region.months.noteOne', { noun: capital(noun) }) : t('region.months.noteSmall')
  const onPin = () => {
    const unit = units.find((each) => each.unit === known) ?? units[0]
    if (!unit) return
    pin(
      figurePin(
        {
          query: 'region.unitMonths',
          params: { ...filter, months: months.length },
          path: `units[${unit.unit}].received.${end}`,
          label: 'metric.received',
          value: unit.received[end] ?? null,
          format: 'count',
        },
        sentence,
        { filter: { ...filter, unit: unit.unit }, unit: unit.unit },
      ),
    )
  }
  return (
    <ChartFigure
      id={`bulan-satuan-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      note={note}
      table={unitMonthsTable(data, title, words)}
      definition={{ name: t('metric.received'), text: t('metric.received.definition') }}
      onPin={onPin}
      save={saveFigure}
      state={stateOf(
        answer,
        (found) => (found.units.length === 0 || found.months.length < 2) && (unreported(coverage, words) || true),
      )}
      className="n3 w2 o5"
    >
      <MonthsField data={data} single={single} named={known} onName={setNamed} label={plain(sentence)} />
    </ChartFigure>
  )
}

interface FieldProps {
  data: UnitMonths
  single: boolean
  named: string | null
  onName: (unit: string | null) => void
  label: string
}

/** The lines and what stands above them; a change of the months shown draws nothing else again. */
function MonthsField({ data, single, named, onName, label }: FieldProps) {
  const { t, f } = useText()
  const { go, params, setParams } = useRoute()
  const { months, units } = data
  const [chosen, setChosen] = useState<Range | null>(null)
  const end = months.length - 1
  // A choice made where there were more months is cut to those there are.
  const low = Math.min(chosen?.[0] ?? Math.max(0, end - FIRST + 1), Math.max(0, end - 1))
  const high = Math.min(chosen?.[1] ?? end, end)
  const shown = useMemo(() => monthsWithin(data, [low, high]), [data, low, high])
  const items = useMemo(() => units.map(({ unit, name }) => ({ id: unit, label: name })), [units])
  const onOpen = useCallback((unit: string) => go('wilayah', { filter: { unit } }), [go])
  const drawn = { data: shown, named, label, onOpen }
  return (
    <>
      <div className="chart-bar">
        <Segments
          label={t('months.view')}
          items={[
            { id: 'small', label: t('months.small') },
            { id: 'one', label: t('months.one') },
          ]}
          selected={single ? 'one' : 'small'}
          onSelect={(id) => setParams({ ...params, lines: id }, { replace: true })}
        />
        <ComboBox label={t('months.find')} showLabel={false} items={items} selected={named} onSelect={onName} />
        {end > 2 && (
          <RangeSlider
            label={t('months.part')}
            min={0}
            max={end}
            value={[low, high]}
            onChange={setChosen}
            ends={[t('chart.from'), t('chart.to')]}
            format={(at) => f.month(months[at] ?? '2000-01', true)}
          />
        )}
      </div>
      {single ? <ManyLines {...drawn} /> : <SmallLines {...drawn} />}
    </>
  )
}
