import type { QuarantineLine } from '../../../shared/contract/results/integrity'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { TextButton } from '../../ui/Button'
import { Checkbox } from '../../ui/Field'
import { LongTable } from '../../ui/LongTable'
import { Stale } from '../../ui/Stale'
import { StateMark } from '../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { DeskDetail } from './DeskDetail'
import { deskOrder } from './desk'
import { ManyBar, type ManyDeed } from './ManyBar'
import { usePicked } from './usePicked'

const NONE: readonly QuarantineLine[] = []
const isOpen = ({ state }: QuarantineLine) => state === 'open'
const DEEDS: readonly ManyDeed<QuarantineLine>[] = [
  { act: 'quarantine.accept', fits: isOpen },
  { act: 'quarantine.reject', fits: isOpen },
  { act: 'quarantine.undo', fits: ({ decision }) => decision !== null },
]
const MARK = { open: 'quarantined', accepted: 'verified', rejected: 'rejected' } as const

/** The first finding's code and how many more; all of them on hover and in the panel beside. */
function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <span className="code sm" title={codes.join(', ')}>
      {codes[0]}
      {codes.length > 1 && ` +${codes.length - 1}`}
    </span>
  )
}

/** Exports that wait for a person, then those that were decided about. */
export function DeskTab() {
  const { t, f } = useText()
  const [{ unit }] = useFilter()
  const { params, setParams } = useRoute()
  const { data, error, isStale, refetch } = useNamedQuery('integrity.quarantine', unit === undefined ? {} : { unit })
  const picked = usePicked(data ?? NONE)
  useReady('integritas', (data !== undefined && !isStale) || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Loading />
  if (data.length === 0)
    return (
      <div className="tab-body">
        <Empty title={t('integrity.desk.none')} text={t('integrity.desk.none.text')} />
      </div>
    )
  const lines = deskOrder(data)
  const chosen = lines.find(({ id }) => id === params['export']) ?? lines[0]
  const cell = (line: QuarantineLine, column: string) => {
    switch (column) {
      case 'pick':
        return (
          <Checkbox
            label={t('integrity.many.pick', {
              what: t('integrity.desk.file', { sequence: f.count(line.sequence), unit: line.name }),
            })}
            isSelected={picked.has(line.id)}
            onChange={(on) => picked.set(line.id, on)}
          />
        )
      case 'unit':
        return (
          <TextButton
            label={t('integrity.desk.file', { sequence: f.count(line.sequence), unit: line.name })}
            onPress={() => setParams({ export: line.id }, { replace: true })}
          >
            {line.id === chosen?.id ? <b>{line.name}</b> : line.name}
          </TextButton>
        )
      case 'sequence':
        return f.count(line.sequence)
      case 'code':
        return <Codes codes={[...new Set(line.findings.map(({ code }) => code))]} />
      case 'imported':
        return f.day(line.imported_at, true)
      default:
        return <StateMark state={MARK[line.state]} word={t(`deskState.${line.state}.short`)} />
    }
  }
  return (
    <div className="two even tab-body">
      <section className="fig">
        <header>
          <h2>{t('integrity.desk.title')}</h2>
        </header>
        <p className="find">
          <b>{t('integrity.desk.find', { n: f.count(lines.filter(({ state }) => state === 'open').length) })}</b>{' '}
          {t('integrity.desk.rule')}
        </p>
        <ManyBar all={lines} picked={picked} deeds={DEEDS} />
        <Stale on={isStale}>
          <LongTable
            label={t('integrity.desk.title')}
            columns={[
              { id: 'pick', label: <span className="hidden-text">{t('integrity.many.label')}</span>, width: '2rem' },
              { id: 'unit', label: t('integrity.changes.unit'), width: '26%' },
              { id: 'sequence', label: t('exports.sequence'), align: 'right', width: '9%' },
              { id: 'code', label: t('exports.flags'), width: '25%' },
              { id: 'imported', label: t('exports.imported'), width: '17%' },
              { id: 'state', label: t('exports.state') },
            ]}
            rows={lines}
            rowKey={(line) => line.id}
            cell={cell}
            room="max(12rem, calc(100vh - 20rem))"
          />
        </Stale>
      </section>
      {chosen && <DeskDetail key={chosen.id} line={chosen} />}
    </div>
  )
}
