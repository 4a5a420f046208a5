import { figureSubtitle } from '../../../shared/sentences/coverage'
import { saveFigure } from '../../api/saveFigure'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { ChartFigure } from '../../charts/ChartFigure'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { ColumnTable } from '../../ui/ColumnTable'
import { stateOfIntake, StateMark } from '../../ui/StateMark'
import { figurePin } from './pins'
import { stateOf, type RegionProps } from './region'
import { exportsTable, intakeWord } from './tables'

const SHOWN = 6

/** A unit without units below it: its cases, and the exports that hold them. */
export function LeafFigure({ place, filter, coverage, pin }: RegionProps) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const units = useUnits()
  const reporter = place.header?.reporting_unit ?? place.unit
  const params = reporter === null ? {} : { unit: reporter }
  const answer = useNamedQuery('exports.list', params, { enabled: reporter !== null })
  const lines = (answer.data ?? []).toSorted((a, b) => b.sequence - a.sequence)
  const [newest] = lines
  const reporterName = reporter === null ? '' : units.name(reporter)
  const title = t('region.leaf.title')
  const sentence = {
    kind: 'quiet',
    answer: t('region.leaf.answer', { name: place.title }),
    caution: reporter === place.unit ? t('region.leaf.own') : t('region.leaf.reporter', { reporter: reporterName }),
  } as const
  const onPin = () =>
    newest &&
    pin(
      figurePin(
        {
          query: 'exports.list',
          params,
          path: `[${newest.descriptor_sha256}].rows.cases`,
          label: 'region.leaf.cases.rows',
          value: newest.rows['cases'] ?? 0,
          format: 'count',
        },
        sentence,
        { filter, unit: place.unit },
      ),
    )
  return (
    <ChartFigure
      id={`ekspor-${place.unit ?? 'nasional'}`}
      title={title}
      sentence={sentence}
      subtitle={figureSubtitle(coverage, words)}
      more={
        <>
          <a href={href('kasus')}>{t('region.leaf.cases', { name: place.title })}</a>{' '}
          <a href={href('integritas')}>{t('region.board')}</a>
        </>
      }
      note={t('region.leaf.note', { n: f.count(Math.min(SHOWN, lines.length)), total: f.count(lines.length) })}
      table={exportsTable(lines, title, words)}
      definition={{ name: title, text: t('region.leaf.definition') }}
      onPin={() => void onPin()}
      save={saveFigure}
      state={stateOf(
        answer,
        (found) =>
          found.length === 0 && { title: sentence.answer, text: t('region.leaf.none', { name: reporterName }) },
      )}
      className="n3 w2 o6"
    >
      <ColumnTable
        columns={[
          { label: t('region.leaf.sequence'), render: ({ sequence }) => f.count(sequence) },
          {
            label: t('region.leaf.period'),
            render: ({ period }) => t('period.range', { from: f.day(period.from, true), to: f.day(period.to, true) }),
          },
          { label: t('region.leaf.asOf'), render: ({ as_of: asOf }) => f.day(asOf, true) },
          { label: t('region.leaf.cases.rows'), number: true, render: ({ rows }) => f.count(rows['cases'] ?? 0) },
          {
            label: t('region.leaf.state'),
            render: (line) => (
              <StateMark
                state={line.state === 'quarantined' ? 'quarantined' : stateOfIntake(line.outcome)}
                word={intakeWord(line, t)}
              />
            ),
          },
          {
            label: t('region.leaf.sha'),
            render: ({ descriptor_sha256: sha }) => (
              <span className="code sm" title={sha}>
                {sha.slice(0, 8)} … {sha.slice(-8)}
              </span>
            ),
          },
        ]}
        rows={lines.slice(0, SHOWN)}
        rowKey={({ descriptor_sha256: sha }) => sha}
      />
    </ChartFigure>
  )
}
