import { periodWords } from '../../../../shared/messages/period'
import { coverageSentence } from '../../../../shared/sentences/coverage'
import { figureWords } from '../../../../shared/sentences/figure'
import { leadSentence } from '../../../../shared/sentences/lead'
import type { Text } from '../../../text/useText'
import type { SlideContent } from '../Slide'
import type { DeckData } from '../useDeck'

/** What this is about, and how complete it is: before any figure. */
export function coverSlide(data: DeckData, text: Text): SlideContent {
  const { t, f } = text
  const { coverage, period } = data
  const sentence = coverageSentence(coverage, text)
  return {
    id: 'cover',
    title: data.unit,
    sentence: { answer: periodWords(period.from, period.to, t, f), caution: '' },
    drawing: (
      <div className="slide-cover">
        <p className="slide-big">
          {t('say.ofTotal', { n: f.count(coverage.units_reported), total: f.count(coverage.units_expected) })}
        </p>
        <p className="slide-caption">{sentence.answer}</p>
        <p className="slide-caption">{sentence.caution}</p>
      </div>
    ),
    wide: true,
    note: [
      t('report.registry', { version: f.count(coverage.registry_version) }),
      ...(data.heads === null ? [] : [t('report.heads', { heads: data.heads.toUpperCase() })]),
    ].join(', '),
  }
}

const MOST_FIGURES = 6

/** Key figures as large as they can be read from the last row. */
export function keyFiguresSlide(data: DeckData, text: Text, note: string): SlideContent {
  const { t } = text
  const { keyFigures, coverage, flow } = data
  const context = { period: keyFigures.period, lastYear: keyFigures.last_year }
  return {
    id: 'keyFigures',
    title: t('report.keyFigures.title'),
    sentence: { answer: leadSentence(coverage, keyFigures, flow, text), caution: '' },
    wide: true,
    drawing: (
      <dl className="slide-figures">
        {keyFigures.figures.slice(0, MOST_FIGURES).map((figure) => {
          const words = figureWords(figure, context, text)
          return (
            <div key={figure.metric}>
              <dt>{words.label}</dt>
              <dd className="slide-big">
                {words.value} <small>{words.unit}</small>
              </dd>
              <dd>{[words.interval, words.lastYear].filter(Boolean).join('. ')}</dd>
            </div>
          )
        })}
      </dl>
    ),
    note,
  }
}
