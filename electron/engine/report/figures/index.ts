/** The figures of an Anev report in the order of its pages. */
import type { UnitNode } from '../../../../shared/contract/results/data'
import { backlogSentence } from '../../../../shared/sentences/backlog'
import { codesSentence } from '../../../../shared/sentences/codes'
import { curveSentence } from '../../../../shared/sentences/curve'
import { flowSentence } from '../../../../shared/sentences/flow'
import { funnelSentence } from '../../../../shared/sentences/funnel'
import { trendSentence } from '../../../../shared/sentences/trend'
import { plain } from '../../../../shared/sentences/words'
import type { CountBook } from '../countBook'
import type { DraftFigure } from '../draft'
import type { Material, ReportText } from '../material'
import { backlogFigure } from './backlog'
import { channelControlFigure } from './channelControl'
import { channelDoorsFigure } from './channelDoors'
import { channelFridaysFigure } from './channelFridays'
import { channelMeasuresFigure } from './channelMeasures'
import { codesFigure } from './codes'
import { curveFigure } from './curve'
import { flowFigure } from './flow'
import { keyFiguresFigure } from './keyFigures'
import { mapFigure } from './map'
import { monthsFigure } from './months'
import { sp3dFigure } from './sp3d'
import { sp3dBelowFigure } from './sp3dBelow'
import { totalsFigure } from './totals'
import { trendFigure } from './trend'
import { unitsFigure } from './units'

/** Order on paper. */
const ORDER = [
  'totals',
  'keyFigures',
  'map',
  'trend',
  'flow',
  'months',
  'units',
  'mapBelow',
  'channels',
  'categories',
  'outcomes',
  'response',
  'close',
  'backlog',
  'sp3d',
  'sp3dBelow',
  'channelMeasures',
  'channelControl',
  'channelFridays',
  'channelDoors',
] as const

/** Totals come first: the other figures lead their totals back to them. */
export function draftFigures(
  material: Material,
  book: CountBook,
  text: ReportText,
  threshold: number | null,
  units: ReadonlyMap<string, UnitNode>,
): DraftFigure[] {
  const { t } = text
  const level = units.get(material.sp3d.units[0]?.unit ?? '')?.level ?? 'polres'
  const target = material.keyFigures.figures.find(({ metric }) => metric === 'sp3d_on_time')?.target ?? null
  // What leaves the console does not point at one case.
  const backlog = threshold === null ? material.backlog : { ...material.backlog, oldest: null }
  const codes = (id: 'channels' | 'categories' | 'outcomes', kind: 'channel' | 'category' | 'outcome') =>
    codesFigure(id, material[id], book, text, plain(codesSentence(material[id], kind, text)))
  const curve = (id: 'response' | 'close', stage: string) =>
    curveFigure(id, material[id], book, text, plain(curveSentence(material[id], stage, text)), threshold)
  const targetGiven = target !== null && target.value === material.sp3d.target
  const funnel = plain(funnelSentence(material.sp3d, t.code('level', level), targetGiven, text))
  // In this order they lead their counts back to those before them; the paper has an order of its own.
  const entered = {
    totals: totalsFigure(material, book, text),
    keyFigures: keyFiguresFigure(material, book, text),
    trend: trendFigure(material, book, text, plain(trendSentence(material.trend, text))),
    flow: flowFigure(material, book, text, plain(flowSentence(material.flow, text))),
    channels: codes('channels', 'channel'),
    categories: codes('categories', 'category'),
    outcomes: codes('outcomes', 'outcome'),
    response: curve('response', 'first_response'),
    close: curve('close', 'close'),
    backlog: backlogFigure({ ...material, backlog }, book, text, plain(backlogSentence(backlog, text))),
    units: unitsFigure(material, book, text),
    sp3d: sp3dFigure(material, book, text, funnel, targetGiven),
    channelMeasures: channelMeasuresFigure(material, book, text),
    channelFridays: channelFridaysFigure(material, text),
    channelDoors: channelDoorsFigure(material, book, text),
  }
  const below = {
    map: mapFigure('map', material.units.length > 0 ? material.map : null, material, book, text, units),
    mapBelow: mapFigure('mapBelow', material.mapBelow, material, book, text, units),
    months: monthsFigure(material, book, text, units),
    sp3dBelow: sp3dBelowFigure(material, book, text, units, targetGiven),
    channelControl: channelControlFigure(material, book, text),
  }
  const figures: Readonly<Record<(typeof ORDER)[number], DraftFigure | null>> = { ...entered, ...below }
  return ORDER.map((id) => figures[id]).filter((figure) => figure !== null)
}
