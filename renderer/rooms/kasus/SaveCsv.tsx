import { useEffect, useRef, useState } from 'react'
import type { QueryParams } from '../../../shared/contract/queries'
import type { AppError } from '../../../shared/contract/result'
import { call } from '../../api/client'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { announce } from '../../ui/LiveRegion'
import { ErrorState } from '../../ui/States'
import { csvName } from './csv'
import { casesCsv, MOST_ROWS } from './saveCases'

/** The button that saves the matching cases as CSV: while it works it counts, and cancels. */
export function SaveCsv({ query, total }: { query: QueryParams<'cases.page'>; total: number }) {
  const { t, f } = useText()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const save = async () => {
    const controller = new AbortController()
    running.current = controller
    setDone(0)
    const words = { t, f }
    const csv = await casesCsv({ query, total, words, onProgress: setDone, signal: controller.signal })
    setDone(null)
    if (!csv.ok) return setError(csv.error)
    if (csv.value === null) return
    const saved = await call('figure:save', { name: csvName(query, words), kind: 'csv', bytes: csv.value })
    if (!saved.ok) return setError(saved.error)
    if (saved.value) announce(t('cases.saved', { n: f.count(total), name: saved.value.name }))
  }

  const tooMany = total > MOST_ROWS
  const limit = t('cases.saveTooMany', { limit: f.count(MOST_ROWS), n: f.count(total) })
  return (
    <>
      {done === null ? (
        <span title={tooMany ? limit : t('cases.saveNote')}>
          <Button onPress={() => void save()} isDisabled={total === 0 || tooMany}>
            {t('cases.save')}
          </Button>
        </span>
      ) : (
        <span className="rowline">
          <span className="mut" role="status">
            {t('cases.saving', { done: f.count(done), total: f.count(total) })}
          </span>
          <Button onPress={() => running.current?.abort()}>{t('cases.saveCancel')}</Button>
        </span>
      )}
      <Dialog title={t('cases.save')} isOpen={error !== null} onClose={() => setError(null)}>
        {error?.code === 'CASES-CHANGED' ? <p>{t('cases.saveChanged')}</p> : error && <ErrorState error={error} />}
      </Dialog>
    </>
  )
}
