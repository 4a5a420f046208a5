import { useState, type RefObject } from 'react'
import type { ExportLine } from '../../../shared/contract/results/data'
import { periodShort } from '../../../shared/messages/period'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useReady } from '../../state/useReady'
import { useText } from '../../text/useText'
import { Button, TextButton } from '../../ui/Button'
import { SearchBox } from '../../ui/Field'
import { LongTable } from '../../ui/LongTable'
import { StateMark, stateOfIntake } from '../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../ui/States'
import type { Column } from '../../ui/Table'
import { ExportDetail } from './ExportDetail'
import { searchExports } from './exportRows'
import { HeadsDialog } from './HeadsDialog'

const keyOf = (line: ExportLine) => `${line.unit}/${line.sequence}/${line.descriptor_sha256}`

/** Every export that the console holds, with hash, signer and findings. */
export function ExportsTab({ searchRef }: { searchRef: RefObject<HTMLInputElement | null> }) {
  const { t, f } = useText()
  const { data: lines, error, refetch } = useNamedQuery('exports.list', {})
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<ExportLine | null>(null)
  const [isComparing, setComparing] = useState(false)
  useReady('data', lines !== undefined || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!lines) return <Loading />
  if (lines.length === 0) return <Empty title={t('exports.none')} />
  const shown = searchExports(lines, search)
  const quarantined = lines.filter((line) => line.state === 'quarantined').length
  const columns: Column[] = [
    { id: 'unit', label: t('exports.unit'), width: '18%' },
    { id: 'sequence', label: t('exports.sequence'), align: 'right', width: '6%' },
    { id: 'period', label: t('exports.period'), width: '16%' },
    { id: 'asOf', label: t('exports.asOf'), width: '10%' },
    { id: 'rows', label: t('exports.rows'), align: 'right', width: '6%' },
    { id: 'state', label: t('exports.state'), width: '16%' },
    { id: 'hash', label: t('exports.hash'), width: '11%' },
    { id: 'signer', label: t('exports.signer'), width: '10%' },
    { id: 'flags', label: t('exports.flags'), align: 'right' },
  ]
  const cell = (line: ExportLine, column: string) => {
    switch (column) {
      case 'unit':
        return <span title={`${line.name}, ${line.unit}`}>{line.name}</span>
      case 'sequence':
        return (
          <TextButton
            label={t('exports.detail', { unit: line.name, sequence: f.count(line.sequence) })}
            onPress={() => setOpen(line)}
          >
            {f.count(line.sequence)}
          </TextButton>
        )
      case 'period':
        return periodShort(line.period.from, line.period.to, t, f)
      case 'asOf':
        return f.day(line.as_of, true)
      case 'rows':
        return f.count(line.rows['cases'] ?? 0)
      case 'state':
        return <StateMark state={stateOfIntake(line.outcome)} word={t(`outcomeOfIntake.${line.outcome}`)} />
      case 'hash':
        return <span className="code">{line.descriptor_sha256.slice(0, 10)}…</span>
      case 'signer':
        return <span className="code">{line.kid.slice(0, 10)}…</span>
      default:
        return line.findings.length === 0 ? '' : f.count(line.findings.length)
    }
  }
  return (
    <section className="fig tab-body">
      <header>
        <h2>{t('exports.title')}</h2>
        <Button onPress={() => setComparing(true)}>{t('heads.title')}</Button>
        <div className="search-box">
          <SearchBox label={t('exports.search')} value={search} onChange={setSearch} ref={searchRef} />
        </div>
      </header>
      <p className="find">
        <b>{t('exports.find', { accepted: f.count(lines.length - quarantined), quarantined: f.count(quarantined) })}</b>{' '}
        {t('exports.shown', { n: f.count(shown.length), N: f.count(lines.length) })}
      </p>
      {shown.length === 0 ? (
        <Empty title={t('exports.none.match')} />
      ) : (
        <LongTable
          label={t('exports.title')}
          columns={columns}
          rows={shown}
          rowKey={keyOf}
          cell={cell}
          room="max(16rem, calc(100vh - 19rem))"
        />
      )}
      <ExportDetail line={open} onClose={() => setOpen(null)} />
      {isComparing && <HeadsDialog onClose={() => setComparing(false)} />}
    </section>
  )
}
