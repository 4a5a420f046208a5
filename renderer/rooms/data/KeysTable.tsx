import { useState } from 'react'
import { useText } from '../../text/useText'
import { LongTable } from '../../ui/LongTable'
import { StateMark } from '../../ui/StateMark'
import { countKeys, keyState, type Key } from './keyState'

const MARK = { valid: 'verified', expired: 'quarantined', revoked: 'rejected' } as const

/** Every key with its unit and its end. */
export function KeysTable({ keys }: { keys: readonly Key[] }) {
  const { t, f } = useText()
  const [now] = useState(Date.now)
  const counts = countKeys(keys, now)
  const stateWords = (key: Key) => {
    const state = keyState(key, now)
    if (state !== 'revoked') return t(`registry.keyState.${state}`)
    const { revocation } = key
    const last = revocation?.last_trusted_sequence ?? null
    const parts = [
      t('registry.keyState.revoked', { day: f.day(key.revoked ?? '', true) }),
      revocation && t(`registry.revoked.${revocation.reason}`),
      last !== null && t('registry.revoked.last', { n: f.count(last) }),
    ]
    return parts.filter(Boolean).join(', ')
  }
  const cell = (key: Key, column: string) => {
    if (column === 'unit') return <span title={`${key.unit_name}, ${key.unit}`}>{key.unit_name}</span>
    if (column === 'kid') return <span className="code">{key.kid}</span>
    if (column === 'scope') return t.code('registry.scope', key.scope)
    if (column === 'end') return f.day(key.not_after, true)
    return <StateMark state={MARK[keyState(key, now)]} word={stateWords(key)} />
  }
  return (
    <section className="fig">
      <header>
        <h2>{t('registry.keys')}</h2>
      </header>
      <p className="find">
        {t('registry.keysFind', {
          n: f.count(keys.length),
          expired: f.count(counts.expired),
          revoked: f.count(counts.revoked),
          soon: f.count(counts.soon),
        })}
      </p>
      <LongTable
        label={t('registry.keys')}
        height="22rem"
        columns={[
          { id: 'unit', label: t('registry.keyUnit'), width: '26%' },
          { id: 'kid', label: t('registry.key'), width: '36%' },
          { id: 'scope', label: t('registry.scope') },
          { id: 'end', label: t('registry.notAfter') },
          { id: 'state', label: t('registry.keyState') },
        ]}
        rows={keys}
        rowKey={(key) => key.kid}
        cell={cell}
      />
    </section>
  )
}
