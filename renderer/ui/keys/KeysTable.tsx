import { useState } from 'react'
import { useText } from '../../text/useText'
import { LongTable } from '../LongTable'
import { StateMark } from '../StateMark'
import { byUrgency, countKeys, keyState, shortKid, type Key } from './keyState'

const MARK = { valid: 'verified', soon: 'flagged', expired: 'quarantined', revoked: 'rejected' } as const

/** Every key with its unit, its days and its state; those that ask for a deed first. */
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
    if (column === 'kid')
      return (
        <span className="code" title={key.kid}>
          {shortKid(key.kid)}
        </span>
      )
    if (column === 'scope') return t.code('registry.scope', key.scope)
    if (column === 'start') return f.day(key.not_before, true)
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
        room="22rem"
        columns={[
          { id: 'unit', label: t('registry.keyUnit'), width: '22%' },
          { id: 'kid', label: t('registry.key'), width: '14%' },
          { id: 'scope', label: t('registry.scope'), width: '13%' },
          { id: 'start', label: t('registry.notBefore'), width: '11%' },
          { id: 'end', label: t('registry.notAfter'), width: '11%' },
          { id: 'state', label: t('registry.keyState') },
        ]}
        rows={byUrgency(keys, now)}
        rowKey={(key) => key.kid}
        cell={cell}
      />
    </section>
  )
}
