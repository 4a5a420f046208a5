import { CHANGE_STATES, type ChangeLine } from '../../../shared/contract/results/integrity'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
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
import type { Column } from '../../ui/Table'
import { ChangeDetail } from './ChangeDetail'
import { fieldWords, sideWords } from './changes'
import { ManyBar, type ManyDeed } from './ManyBar'
import { usePicked } from './usePicked'

const LIMIT = 1000
const NONE: readonly ChangeLine[] = []
const DEEDS: readonly ManyDeed<ChangeLine>[] = [
  { act: 'change.accept', fits: ({ state }) => state === 'open' },
  { act: 'change.undo', fits: ({ state }) => state === 'accepted' },
]
const MARK = { open: 'flagged', accepted: 'verified', closed: 'not_applicable' } as const

/** Every undeclared change, open ones first; one of them with both values and both exports. */
export function ChangesTab() {
  const words = useText()
  const { t, f } = words
  const [{ unit }, setFilter] = useFilter()
  const { params, setParams } = useRoute()
  const units = useUnits()
  const { data, error, isStale, refetch } = useNamedQuery('integrity.changes', {
    ...(unit !== undefined && { unit }),
    limit: LIMIT,
  })
  const picked = usePicked(data?.lines ?? NONE)
  useReady('integritas', (data !== undefined && !isStale) || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!data) return <Loading />
  const within = unit !== undefined && (
    <p className="rowline">
      {t('integrity.changes.onlyUnit', { unit: units.name(unit) })}
      <TextButton onPress={() => setFilter({ unit: undefined })}>{t('integrity.changes.everywhere')}</TextButton>
    </p>
  )
  if (data.lines.length === 0)
    return (
      <div className="tab-body">
        <Empty title={t('integrity.changes.none')} text={t('integrity.changes.none.text')} action={within} />
      </div>
    )
  const chosen = data.lines.find(({ id }) => id === params['change']) ?? data.lines[0]
  const columns: Column[] = [
    { id: 'pick', label: <span className="hidden-text">{t('integrity.many.label')}</span>, width: '2rem' },
    { id: 'unit', label: t('integrity.changes.unit'), width: '24.5%' },
    { id: 'row', label: t('integrity.changes.row'), width: '17.5%' },
    { id: 'what', label: t('integrity.changes.what'), width: '16.5%' },
    { id: 'first', label: t('integrity.changes.first'), width: '18%' },
    { id: 'now', label: t('integrity.changes.now') },
  ]
  const cell = (line: ChangeLine, column: string) => {
    const field = fieldWords(line, words)
    switch (column) {
      case 'pick':
        return (
          <Checkbox
            label={t('integrity.many.pick', { what: `${line.name}, ${line.row_id}, ${field}` })}
            isSelected={picked.has(line.id)}
            isDisabled={line.state === 'closed'}
            onChange={(on) => picked.set(line.id, on)}
          />
        )
      case 'unit':
        return (
          <span className="st">
            <StateMark state={MARK[line.state]} word={t(`changeState.${line.state}`)} iconOnly />
            <TextButton
              label={t('integrity.changes.open', { unit: line.name, row: line.row_id, field })}
              onPress={() => setParams({ change: line.id }, { replace: true })}
            >
              {line.id === chosen?.id ? <b>{line.name}</b> : line.name}
            </TextButton>
          </span>
        )
      case 'row':
        return (
          <span className="code" title={line.row_id}>
            {line.row_id}
          </span>
        )
      case 'what':
        return (
          <span title={`${t(`changeCode.${line.code}`)}: ${field}, ${line.row_id}`}>
            {line.code === 'SILENT-EDIT' ? field : t(`changeCode.${line.code}`)}
          </span>
        )
      default: {
        const value = sideWords(line, column === 'first' ? 'first' : 'now', words)
        return <span title={value}>{value}</span>
      }
    }
  }
  return (
    <div className="two tab-body">
      <section className="fig">
        <header>
          <h2>{t('integrity.changes.title')}</h2>
        </header>
        <p className="find">
          <b>{t('integrity.changes.find', { open: f.count(data.open), total: f.count(data.total) })}</b>{' '}
          {t('integrity.changes.rule')}
        </p>
        {within}
        <ManyBar all={data.lines} picked={picked} deeds={DEEDS} />
        <Stale on={isStale} className="small-rows">
          <LongTable
            label={t('integrity.changes.list')}
            columns={columns}
            rows={data.lines}
            rowKey={(line) => line.id}
            cell={cell}
            room="max(12rem, calc(100vh - 20rem))"
          />
        </Stale>
        <div className="leg under-text">
          {CHANGE_STATES.map((state) => (
            <StateMark key={state} state={MARK[state]} word={t(`changeState.${state}`)} />
          ))}
        </div>
        <p className="note">
          {data.total > data.lines.length
            ? t('integrity.changes.cut', { n: f.count(data.lines.length), total: f.count(data.total) })
            : t('integrity.changes.note')}
        </p>
      </section>
      {chosen && <ChangeDetail key={chosen.id} change={chosen} />}
    </div>
  )
}
