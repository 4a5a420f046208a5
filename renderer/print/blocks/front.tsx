import type { ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'
import { cellText } from '../cellText'

/** Head of the paper: what it is, of whom and when; number and date stay blank in a draft. */
function Letterhead({ model, words: { t } }: { model: ReportModel; words: Words }) {
  return (
    <div className="kop">
      <h1>{model.title}</h1>
      <p>
        {model.period.label}
        <br />
        {model.subtitle}
      </p>
      <p className="blank">
        <span>{t('report.number')}</span>
        <i />
        <span>{t('report.date')}</span>
        <i />
      </p>
    </div>
  )
}

/** The period's four counts, as large as key figures. */
function Totals({ model, words }: { model: ReportModel; words: Words }) {
  const figure = model.figures.find(({ id }) => id === 'totals')
  if (!figure) return null
  const row = figure.table.rows[0] ?? []
  return (
    <div className="totals">
      <dl>
        {figure.table.columns.map(({ key, label, format }, index) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{cellText(row[index] ?? null, format, words)}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{`${figure.note} ${figure.subtitle}`}</p>
    </div>
  )
}

/** First page: letterhead, what the whole says, filter and coverage, the four counts. */
export function frontBlocks(model: ReportModel, words: Words): Block[] {
  const { t } = words
  const filter = model.filter_words.length > 0 && t('report.filter', { parts: model.filter_words.join('. ') })
  return [
    { kind: 'solid', key: 'kop', node: <Letterhead model={model} words={words} /> },
    {
      kind: 'solid',
      key: 'summary',
      node: (
        <div className="summary">
          {model.summary.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {filter && <p className="note">{filter}</p>}
        </div>
      ),
    },
    { kind: 'solid', key: 'totals', node: <Totals model={model} words={words} /> },
  ]
}
