import type { ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'
import { appendixBlocks } from './appendix'
import { figureBlocks } from './figure'
import { findingsBlocks } from './findings'
import { frontBlocks } from './front'
import { questionBlocks } from './questions'

export interface ReportParts {
  front: Block[]
  /** the figures that may change places, so that pages are full */
  figures: { id: string; blocks: Block[] }[]
  rest: Block[]
}

/**
 * The whole report. A pure function of the model and of the order of its figures, by which they and their tables are
 * numbered; the model's own order when none is given.
 */
export function reportParts(model: ReportModel, words: Words, order?: readonly string[]): ReportParts {
  const { threshold, cells } = model.suppressed
  const legend: Block[] =
    threshold !== null && cells.length > 0
      ? [
          {
            kind: 'solid',
            key: 'legend',
            node: <p className="note">{words.t('report.suppressed.note', { threshold })}</p>,
          },
        ]
      : []
  const given = model.figures.filter(({ id }) => id !== 'totals')
  const figures = order ? order.flatMap((id) => given.filter((figure) => figure.id === id)) : given
  const numbers = new Map(figures.map(({ id }, at) => [id, at + 1]))
  return {
    front: [...frontBlocks(model, words), ...legend],
    figures: figures.map((figure) => ({
      id: figure.id,
      blocks: figureBlocks(figure, numbers.get(figure.id) ?? 0, words),
    })),
    rest: [
      ...(model.kind === 'anev' ? questionBlocks(model, words) : []),
      ...findingsBlocks(model, words),
      ...appendixBlocks(model, numbers, words),
    ],
  }
}

export const allBlocks = ({ front, figures, rest }: ReportParts): Block[] => [
  ...front,
  ...figures.flatMap(({ blocks }) => blocks),
  ...rest,
]
