import { useState } from 'react'
import { periodWords } from '../../../shared/messages/period'
import { useWorkspace } from '../../api/useWorkspace'
import { monthsBetween, monthsFrom, quartersBetween, yearsBetween, type Period } from '../../state/period'
import { isDay } from '../../state/route'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { Button } from '../../ui/Button'
import { Choices } from '../../ui/Choices'
import { DayField } from '../../ui/DayField'
import { FilterButton } from './FilterButton'

const idOf = ({ from, to }: Period) => `${from}/${to}`

/** Years and their halves, newest first. */
const yearsAndHalves = (first: string, last: string) =>
  yearsBetween(first, last).flatMap((year) => {
    const number = Number(year.from.slice(0, 4))
    return [year, monthsFrom(number, 7, 6), monthsFrom(number, 1, 6)].filter(
      (period) => period.from.slice(0, 7) <= last && period.to.slice(0, 7) >= first,
    )
  })

/** Any two days. */
function FreePeriod({ period, onUse }: { period: Period; onUse: (period: Period) => void }) {
  const { t } = useText()
  const [from, setFrom] = useState(period.from)
  const [to, setTo] = useState(period.to)
  const valid = isDay(from) && isDay(to) && from <= to
  return (
    <form
      className="free"
      onSubmit={(event) => {
        event.preventDefault()
        if (valid) onUse({ from, to })
      }}
    >
      <DayField label={t('filter.from')} value={from} onChange={setFrom} />
      <DayField label={t('filter.to')} value={to} onChange={setTo} />
      <Button kind="primary" isDisabled={!valid} onPress={() => onUse({ from, to })}>
        {t('filter.use')}
      </Button>
      {!valid && (
        <p className="sm mut" role="alert">
          {t('filter.badRange')}
        </p>
      )}
    </form>
  )
}

/** Period of receipt: quarters, months, years, or any two days. */
export function PeriodFilter({ words }: { words: string }) {
  const { t, f } = useText()
  const [{ from = '', to = '' }, setFilter] = useFilter()
  const { first_month: earliest, last_month, last_day, archived_before } = useWorkspace()
  const archived = archived_before?.slice(0, 7) ?? ''
  const first_month = earliest !== null && earliest < archived ? archived : earliest
  const [first, last] = [first_month ?? from.slice(0, 7), last_month ?? to.slice(0, 7)]
  const columns = [
    { id: 'quarters', label: t('filter.quarters'), periods: quartersBetween(first, last) },
    { id: 'months', label: t('filter.months'), periods: monthsBetween(first, last) },
    { id: 'years', label: t('filter.years'), periods: yearsAndHalves(first, last) },
  ]
  return (
    <FilterButton label={t('filter.period')} words={words}>
      {(close) => {
        const use = (period: Period) => {
          setFilter(period)
          close()
        }
        return (
          <>
            <div className="columns">
              {columns.map((column) => (
                <Choices
                  key={column.id}
                  label={column.label}
                  selected={new Set([idOf({ from, to })])}
                  onSelect={(chosen) => {
                    const period = column.periods.find((each) => chosen.has(idOf(each)))
                    if (period) use(period)
                  }}
                  groups={[
                    {
                      id: column.id,
                      label: column.label,
                      items: column.periods.map((each) => ({
                        id: idOf(each),
                        label: periodWords(each.from, each.to, t, f),
                      })),
                    },
                  ]}
                />
              ))}
            </div>
            <div className="pad under">
              <FreePeriod period={{ from, to }} onUse={use} />
              {first_month !== null && last_day !== null && (
                <p className="sm mut">{t('filter.covered', { from: f.month(first_month), to: f.day(last_day) })}</p>
              )}
              {archived !== '' && <p className="sm mut">{t('years.period', { year: archived.slice(0, 4) })}</p>}
            </div>
          </>
        )
      }}
    </FilterButton>
  )
}
