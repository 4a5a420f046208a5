/** Figures of the region's room as they are pinned to a finding. Pure. */
import type { FigureToPin } from '../../../shared/contract/findings'
import type { ProfileRow, RegionChannel, UnitLine } from '../../../shared/contract/results/region'
import type { Filter } from '../../../shared/domain/filter'
import { CHANNELS } from '../../../shared/export/enums'
import { periodShort } from '../../../shared/messages/period'
import { figureSentence, valueKind, type FigureContext } from '../../../shared/sentences/figure'
import { plain, type Sentence, type Words } from '../../../shared/sentences/words'
import { sp3dWords } from './units'

interface Source {
  filter: Filter
  unit: string | null
}
const cut = (text: string) => (text.length > 1000 ? `${text.slice(0, 999)}…` : text)

/** One row of the profile. */
export const profilePin = (
  { metric, figure }: ProfileRow,
  context: FigureContext,
  { filter, unit }: Source,
  words: Words,
): FigureToPin => ({
  query: 'region.profile',
  params: filter,
  path: `rows[${metric}].figure.value`,
  label: `metric.${metric}`,
  value: figure.value,
  format: valueKind(metric),
  sentence: cut(figureSentence(figure, context, words)),
  filter,
  unit,
})

type Drawn = Pick<FigureToPin, 'query' | 'params' | 'path' | 'label' | 'value' | 'format'>

/** The number that a drawing's sentence rests on. */
export const figurePin = (drawn: Drawn, sentence: Sentence, { filter, unit }: Source): FigureToPin => ({
  ...drawn,
  sentence: cut(plain(sentence)),
  filter,
  unit,
})

/** What came through one channel; the filter's own choice of channels does not apply to that table. */
export function channelPin(
  { channel, received, last_year: before }: RegionChannel,
  { lastYear }: FigureContext,
  { filter, unit }: Source,
  { t, f }: Words,
): FigureToPin {
  const { channels: _, ...params } = filter
  const known = CHANNELS.find((code) => code === channel)
  const said = { channel: t.code('channel', channel), n: f.count(received), period: periodShort(lastYear.from, lastYear.to, t, f) } // prettier-ignore
  const sentence =
    before === null
      ? t('region.channels.pin', said)
      : t('region.channels.pinLastYear', { ...said, before: f.count(before) })
  return {
    query: 'region.channels',
    params,
    path: `[${channel}].received`,
    label: 'metric.received',
    value: received,
    format: 'count',
    sentence,
    filter: { ...filter, ...(known && { channels: [known] }) },
    unit,
  }
}

/** One row of the table of units: what came in, in the words of its row. */
export function unitPin(line: UnitLine, filter: Filter, words: Words): FigureToPin {
  const { t, f } = words
  const sp3d = sp3dWords(line, words)
  const said = { unit: line.name, n: f.count(line.received), open: f.count(line.open), old: f.count(line.over_90) }
  return {
    query: 'region.unitLines',
    params: filter,
    path: `[${line.unit}].received`,
    label: 'metric.received',
    value: line.received,
    format: 'count',
    sentence: sp3d ? t('region.units.pin', { ...said, sp3d: sp3d.counts }) : t('region.units.pinNoSp3d', said),
    filter: { ...filter, unit: line.unit },
    unit: line.unit,
  }
}
