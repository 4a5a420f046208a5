import type { ReportModel } from '../../../shared/report/model'
import type { Words } from '../../../shared/sentences/words'
import type { Block } from '../block'

/** Flags with their evidence, chance and disposition. */
export function questionBlocks({ questions }: ReportModel, { t, f }: Words): Block[] {
  const tests = f.count(questions.tests)
  const head = (text: string) => (
    <div className="figure-head">
      <h2>{t('report.section.questions')}</h2>
      <p className="note">{text}</p>
    </div>
  )
  if (questions.items.length === 0)
    return [{ kind: 'solid', key: 'questions', node: head(t('report.questions.none', { tests })) }]
  const columns = ['unit', 'signal', 'evidence', 'p', 'disposition'] as const
  return [
    { kind: 'solid', key: 'questions head', node: head(t('report.questions.note')), withNext: true },
    {
      kind: 'table',
      key: 'questions',
      className: 'questions',
      caption: t('report.questions.caption', { tests }),
      head: columns.map((column) => (
        <th key={column} scope="col" className={column === 'p' ? 'r' : ''}>
          {t(`report.column.${column}`)}
        </th>
      )),
      rows: questions.items.map((item) => {
        const hidden = item.suppressed ? t('report.suppressed') : null
        return (
          <tr key={`${item.unit} ${item.signal}`}>
            <th scope="row">{item.name}</th>
            <td>{t.code('signal', item.signal)}</td>
            <td>{hidden ?? item.evidence ?? '–'}</td>
            <td className="r">{hidden ?? (item.p === null ? '–' : f.probability(item.p))}</td>
            <td>{t.code('disposition', item.disposition ?? 'none')}</td>
          </tr>
        )
      }),
    },
  ]
}
