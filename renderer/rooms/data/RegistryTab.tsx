import { useState } from 'react'
import type { RegistryView } from '../../../shared/contract/results/data'
import { useNamedQuery } from '../../api/useNamedQuery'
import { RegistryLoader } from '../../app/registry/RegistryLoader'
import { expiryOf } from '../../state/expiry'
import { useReady } from '../../state/useReady'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { KeysTable } from '../../ui/keys/KeysTable'
import { StateMark } from '../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { Table } from '../../ui/Table'

function Facts({ view }: { view: RegistryView }) {
  const { t, f } = useText()
  const [now] = useState(() => Date.now())
  const expiry = expiryOf(view, now)
  return (
    <section className="fig">
      <header>
        <h2>{t('registry.title')}</h2>
        {view.expired && <StateMark state="quarantined" word={t('registry.expired')} />}
      </header>
      {expiry !== 'registry' && (
        <p className={expiry === 'registrySoon' ? 'note-box' : 'note-box bad'}>
          {t(`status.${expiry}`, { version: view.version, day: f.day(view.expires) })}
        </p>
      )}
      <dl className="kv">
        <dt>{t('registry.version')}</dt>
        <dd className="b">{f.count(view.version)}</dd>
        <dt>{t('registry.purpose')}</dt>
        <dd>{t(`purpose.${view.purpose}`)}</dd>
        <dt>{t('registry.issued')}</dt>
        <dd>{f.day(view.issued)}</dd>
        <dt>{t('registry.expires')}</dt>
        <dd>{f.day(view.expires)}</dd>
        <dt>{t('registry.units')}</dt>
        <dd>
          {view.units.map(({ level, count }) => `${f.count(count)} ${t.code('level', level)}`).join(', ')};{' '}
          {t('registry.reporting', { n: f.count(view.reporting_units) })}
        </dd>
        <dt>{t('registry.threshold')}</dt>
        <dd>{t('registry.thresholdText', { n: f.count(view.threshold), N: f.count(view.root.length) })}</dd>
        <dt>{t('registry.root')}</dt>
        <dd>
          {view.root.map((kid) => {
            const signature = view.signatures.find((each) => each.kid === kid)
            return (
              <div key={kid}>
                <span className="code">{kid}</span>{' '}
                {signature && (
                  <StateMark
                    state={signature.valid ? 'verified' : 'rejected'}
                    word={t(signature.valid ? 'registry.signature.valid' : 'registry.signature.invalid')}
                  />
                )}
              </div>
            )
          })}
        </dd>
        <dt>{t('registry.sha')}</dt>
        <dd className="code">{view.sha256}</dd>
      </dl>
    </section>
  )
}

function Rules({ view }: { view: RegistryView }) {
  const { t, f, language } = useText()
  const columns = [
    { id: 'rule', label: t('registry.rule') },
    { id: 'basis', label: t('registry.basis') },
    { id: 'kind', label: t('registry.kind') },
    { id: 'limit', label: t('registry.limit') },
    { id: 'from', label: t('registry.from') },
    { id: 'to', label: t('registry.until') },
  ]
  return (
    <section className="fig">
      <header>
        <h2>{t('registry.rules')}</h2>
      </header>
      <Table
        columns={columns}
        rows={view.rules}
        rowKey={(rule) => `${rule.code} ${rule.effective_from}`}
        cell={(rule, column) => {
          if (column === 'rule') return rule.title[language]
          if (column === 'basis') return rule.basis
          if (column === 'kind') return t.code('ruleKind', rule.kind)
          if (column === 'limit') return limitWords(rule.limit, (unit) => t.code('limit', unit))
          if (column === 'from') return f.day(rule.effective_from, true)
          return rule.effective_to === null ? t('registry.open') : f.day(rule.effective_to, true)
        }}
      />
    </section>
  )
}

/** "20 working_days" in words. */
const limitWords = (limit: string, unit: (code: string) => string) => {
  const [value = '', code = ''] = limit.split(' ', 2)
  return code === '' ? limit : `${value} ${unit(code)}`
}

function Calendar({ view }: { view: RegistryView }) {
  const { t, f } = useText()
  return (
    <section className="fig">
      <header>
        <h2>{t('registry.holidays')}</h2>
      </header>
      <Table
        columns={[
          { id: 'year', label: t('registry.year') },
          { id: 'national', label: t('registry.national'), align: 'right' },
          { id: 'cuti', label: t('registry.cuti'), align: 'right' },
        ]}
        rows={view.holidays}
        rowKey={(line) => String(line.year)}
        cell={(line, column) =>
          column === 'year' ? String(line.year) : f.count(column === 'national' ? line.national : line.cuti_bersama)
        }
      />
      <p className="note">{t('registry.holidaysNote')}</p>
    </section>
  )
}

function Policy({ view }: { view: RegistryView }) {
  const { t, f } = useText()
  return (
    <section className="fig">
      <header>
        <h2>{t('registry.policy')}</h2>
      </header>
      <dl className="kv">
        {Object.entries(view.policy).map(([name, value]) => (
          <div className="contents" key={name}>
            <dt>{t.code('registry.policy', name)}</dt>
            <dd>{f.count(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The registry: what it is, whom it trusts, which rules and calendars it brings. */
export function RegistryTab() {
  const { t } = useText()
  const { data: view, error, isPending, refetch } = useNamedQuery('registry.current', {})
  useReady('data', !isPending)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (isPending) return <Loading />
  const load = (label: string) => (
    <RegistryLoader>
      {(pick) => (
        <Button kind={view ? 'plain' : 'primary'} onPress={pick}>
          {label}
        </Button>
      )}
    </RegistryLoader>
  )
  if (!view) {
    return <Empty title={t('registry.none')} text={t('registry.none.text')} action={load(t('registry.load'))} />
  }
  return (
    <div className="tab-body flow">
      <div className="g g2 first">
        <Facts view={view} />
        <div className="flow">
          <Calendar view={view} />
          <Policy view={view} />
        </div>
      </div>
      <Rules view={view} />
      <KeysTable keys={view.keys} />
      <div className="rowline under-text">{load(t('registry.loadNew'))}</div>
    </div>
  )
}
