import { useState } from 'react'
import { useWorkspace } from '../../api/useWorkspace'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { YearsDialog } from './YearsDialog'

/** The first days of the years that can be archived before, newest first: the first quarter of each must be held whole. */
function yearsHeld(first: string | null, last: string | null): string[] {
  if (first === null || last === null) return []
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4)) - (last.slice(5) < '03-31' ? 1 : 0)]
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => `${to - i}-01-01`)
}

/** Years that leave memory, and come back: the evidence stays. */
export function YearsPart() {
  const { t } = useText()
  const { archived_before, first_month, last_day } = useWorkspace()
  const years = yearsHeld(first_month, last_day)
  const [chosen, setChosen] = useState<string | null>(null)
  const [asked, setAsked] = useState<'archive' | 'return' | null>(null)
  const before = chosen ?? years.find((day) => day !== archived_before) ?? null
  return (
    <section className="fig" aria-label={t('years.title')}>
      <header>
        <h2>{t('years.title')}</h2>
      </header>
      <div className="stack">
        <p className="find">{t('years.lead')}</p>
        <p>
          <b>{archived_before === null ? t('years.none') : t('years.now', { year: archived_before.slice(0, 4) })}</b>
        </p>
        {years.length === 0 && <p className="sm mut">{t('years.tooYoung')}</p>}
        {before !== null && (
          <Select
            showLabel
            label={t('years.choose')}
            items={years.map((day) => ({ id: day, label: day.slice(0, 4) }))}
            selected={before}
            onSelect={setChosen}
          />
        )}
      </div>
      <div className="rowline under-text">
        {archived_before !== null && (
          <Button kind="primary" onPress={() => setAsked('return')}>
            {t('years.return')}
          </Button>
        )}
        {before !== null && (
          <Button isDisabled={before === archived_before} onPress={() => setAsked('archive')}>
            {t('years.archive')}
          </Button>
        )}
      </div>
      {asked !== null && <YearsDialog before={asked === 'archive' ? before : null} onClose={() => setAsked(null)} />}
    </section>
  )
}
