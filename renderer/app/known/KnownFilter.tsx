import { useState } from 'react'
import { isDay } from '../../state/route'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { DayField } from '../../ui/DayField'
import { FilterButton } from '../filters/FilterButton'
import { lastKnownDay, monthEnds } from './knownDays'

const MONTHS = 6

function DayForm({ day, last, onUse }: { day: string; last: string; onUse: (day: string) => void }) {
  const { t, f } = useText()
  const [text, setText] = useState(day)
  const isGood = isDay(text) && text <= last
  return (
    <form
      className="free"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood) onUse(text)
      }}
    >
      <DayField label={t('known.day')} value={text} onChange={setText} />
      <Button kind="primary" isDisabled={!isGood} onPress={() => onUse(text)}>
        {t('filter.use')}
      </Button>
      {!isGood && (
        <p className="sm mut" role="alert">
          {t('known.badDay', { day: f.day(last) })}
        </p>
      )}
    </form>
  )
}

/** Shows everything as the console knew it at the end of an earlier day. */
export function KnownFilter() {
  const { t, f } = useText()
  const [{ known_on }, setFilter] = useFilter()
  const [now] = useState(() => Date.now())
  const last = lastKnownDay(now)
  const words = known_on === undefined ? t('known.now') : f.day(known_on, true)
  return (
    <FilterButton label={t('known.label')} words={words} isOn={known_on !== undefined}>
      {(close) => {
        const use = (day: string | undefined) => {
          setFilter({ known_on: day })
          close()
        }
        return (
          <>
            <Choices
              label={t('known.label')}
              selected={new Set([known_on ?? 'now'])}
              onSelect={(chosen) => {
                const [first] = chosen
                if (first !== undefined) use(first === 'now' ? undefined : first)
              }}
              groups={[
                {
                  id: 'known',
                  label: t('known.label'),
                  items: [
                    { id: 'now', label: t('known.now') },
                    ...monthEnds(now, MONTHS).map((day) => ({ id: day, label: t('known.endOf', { day: f.day(day) }) })),
                  ],
                },
              ]}
            />
            <div className="pad under">
              <DayForm day={known_on ?? last} last={last} onUse={use} />
              <p className="sm mut known-hint">{t('known.hint')}</p>
            </div>
          </>
        )
      }}
    </FilterButton>
  )
}
