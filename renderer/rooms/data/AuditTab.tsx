import { useState } from 'react'
import type { AuditEntry } from '../../../shared/contract/results/data'
import type { Translate } from '../../../shared/messages/catalogue'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useReady } from '../../state/useReady'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Stale } from '../../ui/Stale'
import { StateMark } from '../../ui/StateMark'
import { Empty, ErrorState, Loading } from '../../ui/States'
import { Table, type Column } from '../../ui/Table'

const PAGE = 100

/** What the console did and for whom: a chain in which each entry binds the one before it. */
export function AuditTab() {
  const { t, f } = useText()
  const [offset, setOffset] = useState(0)
  const { data: page, error, isStale, refetch } = useNamedQuery('audit.page', { offset, limit: PAGE })
  useReady('data', page !== undefined || error !== null)
  if (error) return <ErrorState error={error} onRetry={refetch} />
  if (!page) return <Loading />
  if (page.total === 0) return <Empty title={t('audit.none')} />
  const columns: Column[] = [
    { id: 'number', label: t('audit.number'), align: 'right', width: '3.5rem' },
    { id: 'at', label: t('audit.at'), width: '9.5rem' },
    { id: 'action', label: t('audit.action'), width: '10rem' },
    { id: 'subject', label: t('audit.subject'), width: '12rem' },
    { id: 'details', label: t('audit.details') },
    { id: 'hash', label: t('audit.hash'), width: '7.5rem' },
  ]
  const cell = (entry: AuditEntry, column: string) => {
    switch (column) {
      case 'number':
        return f.count(entry.number)
      case 'at':
        return (
          <span className="nw" title={f.moment(entry.at)}>
            {f.moment(entry.at, true)}
          </span>
        )
      case 'action':
        return t.code('auditAction', entry.action)
      case 'subject':
        return <span className="code">{entry.subject}</span>
      case 'details':
        return <span className="sm">{detailWords(entry.details, t)}</span>
      default:
        return <span className="code nw">{entry.hash.slice(0, 10)}…</span>
    }
  }
  return (
    <section className="fig tab-body">
      <header>
        <h2>{t('audit.title')}</h2>
        <StateMark state={page.valid ? 'verified' : 'rejected'} word={t(page.valid ? 'audit.valid' : 'audit.broken')} />
      </header>
      <p className="find">
        <b>{t(page.valid ? 'audit.valid' : 'audit.broken')}</b>{' '}
        {page.valid ? t('audit.validMore', { n: f.count(page.total) }) : t('audit.brokenMore')}
      </p>
      <Stale on={isStale}>
        <Table columns={columns} rows={page.entries} rowKey={(entry) => entry.hash} cell={cell} />
      </Stale>
      <div className="rowline under-text">
        <Button isDisabled={offset === 0} onPress={() => setOffset(Math.max(0, offset - PAGE))}>
          {t('audit.newer')}
        </Button>
        <Button isDisabled={offset + PAGE >= page.total} onPress={() => setOffset(offset + PAGE)}>
          {t('audit.older')}
        </Button>
        <span className="mut sm">
          {t('audit.pages', {
            from: f.count(offset + 1),
            to: f.count(Math.min(page.total, offset + page.entries.length)),
            n: f.count(page.total),
          })}
        </span>
      </div>
    </section>
  )
}

/** Only what is filled in; hashes by their beginning, since the exports' list has them whole. */
const detailWords = (details: AuditEntry['details'], t: Translate) =>
  Object.entries(details)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${t.code('auditDetail', name)}: ${valueWords(name, String(value), t)}`)
    .join('; ')

const valueWords = (name: string, value: string, t: Translate) =>
  name === 'disposition' ? t.code('disposition', value) : value.replace(/^([0-9a-f]{10})[0-9a-f]{54}$/, '$1…')
