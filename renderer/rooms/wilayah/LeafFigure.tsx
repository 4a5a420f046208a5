import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { stateOfIntake, StateMark } from '../../ui/StateMark'
import { ErrorState, Loading } from '../../ui/States'
import type { Place } from './place'

const SHOWN = 6

/** A unit without units below it: its cases, and the exports that hold them. */
export function LeafFigure({ place }: { place: Place }) {
  const { t, f } = useText()
  const { href } = useRoute()
  const units = useUnits()
  const reporter = place.header?.reporting_unit ?? place.unit
  const answer = useNamedQuery('exports.list', reporter === null ? {} : { unit: reporter }, {
    enabled: reporter !== null,
  })
  const lines = (answer.data ?? []).toSorted((a, b) => b.sequence - a.sequence)
  const reporterName = reporter === null ? '' : units.name(reporter)
  return (
    <section className="fig n3 w2 o6">
      <header>
        <h2>{t('region.leaf.title')}</h2>
      </header>
      <p className="find">
        <b>{t('region.leaf.answer', { name: place.title })}</b>{' '}
        {reporter === place.unit ? t('region.leaf.own') : t('region.leaf.reporter', { reporter: reporterName })}{' '}
        <a href={href('kasus')}>{t('region.leaf.cases', { name: place.title })}</a>
      </p>
      {answer.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={answer.refetch} />
      ) : answer.data === undefined ? (
        <Loading />
      ) : lines.length === 0 ? (
        <p className="mut">{t('region.leaf.none', { name: reporterName })}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col" className="r">
                  {t('region.leaf.sequence')}
                </th>
                <th scope="col">{t('region.leaf.period')}</th>
                <th scope="col">{t('region.leaf.asOf')}</th>
                <th scope="col" className="r">
                  {t('region.leaf.cases.rows')}
                </th>
                <th scope="col">{t('region.leaf.state')}</th>
                <th scope="col">{t('region.leaf.sha')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, SHOWN).map((line) => (
                <tr key={line.descriptor_sha256}>
                  <td className="r">{f.count(line.sequence)}</td>
                  <td className="nw">
                    {t('period.range', { from: f.day(line.period.from, true), to: f.day(line.period.to, true) })}
                  </td>
                  <td className="nw">{f.day(line.as_of, true)}</td>
                  <td className="r">{f.count(line.rows['cases'] ?? 0)}</td>
                  <td>
                    <StateMark
                      state={line.state === 'quarantined' ? 'quarantined' : stateOfIntake(line.outcome)}
                      word={t(`outcomeOfIntake.${line.state === 'quarantined' ? 'quarantined' : line.outcome}`)}
                    />
                  </td>
                  <td className="code sm" title={line.descriptor_sha256}>
                    {line.descriptor_sha256.slice(0, 8)} … {line.descriptor_sha256.slice(-8)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="note">
            {t('region.leaf.note', { n: f.count(Math.min(SHOWN, lines.length)), total: f.count(lines.length) })}{' '}
            <a href={href('integritas')}>{t('region.board')}</a>
          </p>
        </>
      )}
    </section>
  )
}
