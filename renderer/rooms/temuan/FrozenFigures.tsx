import type { FigureCheck, FrozenFigure } from '../../../shared/contract/findings'
import { filterSentence } from '../../../shared/messages/filterWords'
import { pinnedLabel, pinnedValue } from '../../../shared/report/pinned'
import { useUnits } from '../../api/useUnits'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { roomOfQuery } from './model'

const shortHash = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`

/** A pinned figure beside what it says today: the frozen value stays, whatever was imported since. */
function Frozen({ figure, check }: { figure: FrozenFigure; check: FigureCheck | undefined }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  const { name } = useUnits()
  const { filter, exports, coverage } = figure
  const value = (number: number | null) => pinnedValue(number, figure.format, words)
  const isAway = check?.now === null && figure.value !== null
  return (
    <li>
      <p className="b">{pinnedLabel(figure.label, t)}</p>
      <div className="frozen-values">
        <p>
          <span className="mut sm">{t('findings.frozen', { day: f.day(figure.frozen_at, true) })}</span>
          <b>{value(figure.value)}</b>
        </p>
        {check?.differs && (
          <p>
            <span className="mut sm">{t('findings.now')}</span>
            <b>{value(check.now)}</b>
          </p>
        )}
        {check?.differs ? (
          <p className="differs">
            <span className="tag x-flag">{t('findings.differs')}</span>
            <span className="sm mut">
              {check.exports_changed > 0 && t('findings.exportsChanged', { n: f.count(check.exports_changed) })}
            </span>
          </p>
        ) : (
          check && <p className="sm mut">{t(isAway ? 'years.figure' : 'findings.nowSame')}</p>
        )}
      </div>
      {figure.sentence !== '' && <p>{figure.sentence}</p>}
      <p className="sm mut">
        {t('findings.restsOn', {
          filter: filterSentence(filter, filter.unit === undefined ? '' : name(filter.unit), t, f),
          day: figure.as_of_max === null ? '–' : f.day(figure.as_of_max),
          reported: f.count(coverage.units_reported),
          expected: f.count(coverage.units_expected),
        })}{' '}
        <span className="code">{t('findings.hash', { hash: shortHash(figure.hash) })}</span>
      </p>
      <div className="rowline">
        <details>
          <summary className="sm">{t('findings.exports', { n: f.count(exports.length) })}</summary>
          <ul className="sm mut frozen-exports">
            {exports.map((item) => (
              <li key={`${item.unit} ${item.sequence}`}>
                {t('findings.exportLine', { unit: item.unit, sequence: f.count(item.sequence) })}{' '}
                <span className="code">{item.descriptor_sha256}</span>
              </li>
            ))}
          </ul>
        </details>
        <a className="sm" href={href(roomOfQuery(figure.query), { filter })}>
          {t('findings.open')}
        </a>
      </div>
    </li>
  )
}

export function FrozenFigures({
  figures,
  checks,
}: {
  figures: readonly FrozenFigure[]
  checks: readonly FigureCheck[]
}) {
  const { t } = useText()
  return (
    <section aria-label={t('findings.figures')}>
      <h2>{t('findings.figures')}</h2>
      {figures.length === 0 ? (
        <p className="mut">{t('findings.noFigures')}</p>
      ) : (
        <ul className="frozen-list">
          {figures.map((figure, index) => (
            <Frozen
              key={`${figure.hash} ${figure.path}`}
              figure={figure}
              check={checks.find((check) => check.index === index)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}
