import { useState } from 'react'
import type { OlderRegistryLine } from '../../../shared/contract/results/integrity'
import { useNamedQuery } from '../../api/useNamedQuery'
import { RegistryLoader } from '../../app/registry/RegistryLoader'
import { expiryOf } from '../../state/expiry'
import { useFilter } from '../../state/useFilter'
import { useReady } from '../../state/useReady'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { KeysTable } from '../../ui/keys/KeysTable'
import { LongTable } from '../../ui/LongTable'
import { Empty, ErrorState, Loading } from '../../ui/States'

const NOTE = {
  registry: '',
  registrySoon: 'note-box',
  registryVerySoon: 'note-box bad',
  registryExpired: 'note-box bad',
}

function OlderUnits({ lines, version }: { lines: readonly OlderRegistryLine[]; version: number }) {
  const { t, f } = useText()
  const { href } = useRoute()
  const cell = (line: OlderRegistryLine, column: string) => {
    if (column === 'unit') return <a href={href('wilayah', { filter: { unit: line.unit } })}>{line.name}</a>
    if (column === 'version') return f.count(line.registry_version)
    return column === 'sequence' ? f.count(line.sequence) : f.day(line.as_of, true)
  }
  return (
    <section className="fig">
      <header>
        <h2>{t('integrity.older.title')}</h2>
      </header>
      <p className="find">
        <b>
          {lines.length === 0
            ? t('integrity.older.none', { version })
            : t('integrity.older.find', { n: f.count(lines.length), version })}
        </b>{' '}
        {lines.length > 0 && t('integrity.older.why')}
      </p>
      {lines.length > 0 && (
        <LongTable
          label={t('integrity.older.title')}
          room="22rem"
          columns={[
            { id: 'unit', label: t('registry.keyUnit') },
            { id: 'version', label: t('integrity.older.version'), align: 'right', width: '22%' },
            { id: 'sequence', label: t('exports.sequence'), align: 'right', width: '18%' },
            { id: 'asOf', label: t('exports.asOf'), width: '24%' },
          ]}
          rows={lines}
          rowKey={(line) => line.unit}
          cell={cell}
        />
      )}
    </section>
  )
}

/** Keys and the registry in force: what ends, what was revoked, and who still works by an older registry. */
export function KeysTab() {
  const { t, f } = useText()
  const [{ unit }] = useFilter()
  const { href } = useRoute()
  const [now] = useState(Date.now)
  const registry = useNamedQuery('registry.current', {})
  const older = useNamedQuery('integrity.olderRegistry', unit === undefined ? {} : { unit })
  const error = registry.error ?? older.error
  const view = registry.data
  useReady('integritas', (!registry.isPending && !older.isPending) || error !== null)
  if (error) return <ErrorState error={error} onRetry={registry.error ? registry.refetch : older.refetch} />
  if (registry.isPending || !older.data) return <Loading />
  if (!view) return <Empty title={t('registry.none')} text={t('registry.none.text')} />
  const expiry = expiryOf(view, now)
  const words = t(`status.${expiry}`, { version: view.version, day: f.day(view.expires) })
  return (
    <div className="tab-body flow">
      <div className="rowline">
        <p className={NOTE[expiry]}>{words}</p>
        <RegistryLoader>{(load) => <Button onPress={load}>{t('registry.loadNew')}</Button>}</RegistryLoader>
        <a href={href('data', { params: { tab: 'registri' } })}>{t('integrity.registryWhole')}</a>
      </div>
      <OlderUnits lines={older.data} version={view.version} />
      <KeysTable keys={view.keys} />
    </div>
  )
}
