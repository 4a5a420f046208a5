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
import { channelDoorsFigure } from './channelDoors'
import { channelFridaysFigure } from './channelFridays'
import { channelMeasuresFigure } from './channelMeasures'
import { codesFigure } from './codes'
import { curveFigure } from './curve'
import { flowFigure } from './flow'
import { keyFiguresFigure } from './keyFigures'
import { sp3dFigure } from './sp3d'
import { totalsFigure } from './totals'
import { trendFigure } from './trend'
import { unitsFigure } from './units'

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
  return [
    totalsFigure(material, book, text),
    keyFiguresFigure(material, book, text),
    trendFigure(material, book, text, plain(trendSentence(material.trend, text))),
    flowFigure(material, book, text, plain(flowSentence(material.flow, text))),
    codes('channels', 'channel'),
    codes('categories', 'category'),
    codes('outcomes', 'outcome'),
    curve('response', 'first_response'),
    curve('close', 'close'),
    backlogFigure({ ...material, backlog }, book, text, plain(backlogSentence(backlog, text))),
    unitsFigure(material, book, text),
    sp3dFigure(material, book, text, funnel, targetGiven),
    channelMeasuresFigure(material, book, text),
    channelFridaysFigure(material, text),
    channelDoorsFigure(material, book, text),
  ].filter((figure) => figure !== null)
}
