import type { ForkLine, GapLine } from '../../../shared/contract/results/integrity'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { CopyButton } from '../../ui/CopyButton'
import { StateMark } from '../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { Table } from '../../ui/Table'
import { gapLetter } from './letters'

function Gaps({ gaps }: { gaps: readonly GapLine[] }) {
  const words = useText()
  const { t, f } = words
  const numbers = ({ from, to }: { from: number; to: number }) =>
    from === to ? f.count(from) : t('integrity.gaps.range', { from: f.count(from), to: f.count(to) })
  const inside = ({ quarantined, rejected }: GapLine) => {
    const said = [
      quarantined.length > 0 && t('integrity.gaps.quarantined', { numbers: f.list(quarantined.map(String)) }),
      rejected.length > 0 && t('integrity.gaps.rejected', { numbers: f.list(rejected.map(String)) }),
    ].filter(Boolean)
    return said.length > 0 ? said.join('; ') : t('integrity.gaps.nothing')
  }
  const cell = (gap: GapLine, column: string) => {
    switch (column) {
      case 'unit':
        return gap.name
      case 'numbers':
        return numbers(gap)
      case 'days':
        return t('period.range', { from: f.day(gap.before.period_to, true), to: f.day(gap.after.period_from, true) })
      case 'known':
        return t('integrity.gaps.knownText', {
          sequence: f.count(gap.after.sequence),
          day: f.day(gap.after.imported_at, true),
        })
      case 'inside':
        return inside(gap)
      default:
        return <CopyButton text={gapLetter(gap, words)} label={t('integrity.gaps.copy')} />
    }
  }
  return (
    <section className="fig">
      <header>
        <h2>{t('integrity.gaps.title')}</h2>
      </header>
      {gaps.length === 0 ? (
        <Empty title={t('integrity.gaps.none')} text={t('integrity.gaps.none.text')} />
      ) : (
        <>
          <p className="find">
            <b>
              {t('integrity.gaps.find', {
                n: f.count(gaps.length),
                units: f.count(new Set(gaps.map(({ unit }) => unit)).size),
              })}
            </b>{' '}
            {t('integrity.gaps.why')}
          </p>
          <Table
            columns={[
              { id: 'unit', label: t('integrity.changes.unit') },
              { id: 'numbers', label: t('integrity.gaps.numbers') },
              { id: 'days', label: t('integrity.gaps.days') },
              { id: 'known', label: t('integrity.gaps.known') },
              { id: 'inside', label: t('integrity.gaps.inside') },
              { id: 'copy', label: t('integrity.change.letter') },
            ]}
            rows={gaps}
            rowKey={(gap) => `${gap.unit}#${gap.from}`}
            cell={cell}
          />
        </>
      )}
    </section>
  )
}

const MARK = { accepted: 'verified', quarantined: 'quarantined', rejected: 'rejected' } as const

function Fork({ fork }: { fork: ForkLine }) {
  const { t, f } = useText()
  const { href } = useRoute()
  const cell = (version: ForkLine['versions'][number], column: string) => {
    const { state } = version
    const word =
      state === 'accepted' ? t('integrity.forks.counts') : t(`deskState.${state === 'rejected' ? 'rejected' : 'open'}`)
    switch (column) {
      case 'version':
        return <span className="code">{version.descriptor_sha256.slice(0, 16)}…</span>
      case 'state':
        return <StateMark state={MARK[state]} word={word} />
      case 'created':
        return f.moment(version.created, true)
      case 'imported':
        return f.moment(version.imported_at, true)
      default:
        return f.count(version.cases)
    }
  }
  return (
    <div className="one-export">
      <h3 className="rowline spread">
        {t('integrity.forks.line', { unit: fork.name, sequence: f.count(fork.sequence) })}
        {fork.versions.some(({ state }) => state === 'quarantined') && (
          <a href={href('integritas', { filter: { unit: fork.unit }, params: { tab: 'karantina' } })}>
            {t('integrity.forks.desk')}
          </a>
        )}
      </h3>
      <Table
        columns={[
          { id: 'version', label: t('integrity.forks.version') },
          { id: 'state', label: t('integrity.changes.state') },
          { id: 'created', label: t('integrity.forks.created') },
          { id: 'imported', label: t('integrity.forks.imported') },
          { id: 'cases', label: t('integrity.forks.cases'), align: 'right' },
        ]}
        rows={fork.versions}
        rowKey={({ descriptor_sha256 }) => descriptor_sha256}
        cell={cell}
      />
    </div>
  )
}

/** Numbers that were signed and never handed over, and numbers that were signed twice. */
export function ChainTab() {
  const { t, f } = useText()
  const [{ unit }] = useFilter()
  const { data, error, refetch } = useNamedQuery('integrity.gaps', unit === undefined ? {} : { unit })
  useReady('integritas', data !== undefined || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Loading />
  const { gaps, forks } = data
  return (
    <div className="tab-body flow">
      <Gaps gaps={gaps} />
      <section className="fig">
        <header>
          <h2>{t('integrity.forks.title')}</h2>
        </header>
        {forks.length === 0 ? (
          <Empty title={t('integrity.forks.none')} text={t('integrity.forks.none.text')} />
        ) : (
          <>
            <p className="find">
              <b>{t('integrity.forks.find', { n: f.count(forks.length) })}</b> {t('integrity.forks.why')}
            </p>
            {forks.map((fork) => (
              <Fork key={`${fork.unit}#${fork.sequence}`} fork={fork} />
            ))}
          </>
        )}
      </section>
    </div>
  )
}
