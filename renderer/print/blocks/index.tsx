import type { ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'
import { appendixBlocks } from './appendix'
import { figureBlocks } from './figure'
import { findingsBlocks } from './findings'
import { frontBlocks } from './front'
import { questionBlocks } from './questions'

/** The whole report in the order of its pages. A pure function of the model. */
export function reportBlocks(model: ReportModel, words: Words): Block[] {
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
  const figures = model.figures.filter(({ id }) => id !== 'totals')
  return [
    ...frontBlocks(model, words),
    ...legend,
    ...figures.flatMap((figure) => figureBlocks(figure, words)),
    ...(model.kind === 'anev' ? questionBlocks(model, words) : []),
    ...findingsBlocks(model, words),
    ...appendixBlocks(model, words),
  ]
}
