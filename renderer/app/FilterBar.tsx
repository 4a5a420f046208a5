import { useEffect, useRef } from 'react'
import { filterSentence, filterWords } from '../../shared/messages/filterWords'
import { useUnits } from '../api/useUnits'
import { useFilter } from '../state/useFilter'
import { useText } from '../text/useText'
import { announce } from '../ui/LiveRegion'
import { ChannelFilter } from './filters/ChannelFilter'
import { CodeFilters } from './filters/CodeFilters'
import { PeriodFilter } from './filters/PeriodFilter'
import { FlagsLink } from './FlagsLink'
import { UnitFilter } from './filters/UnitFilter'
import { KnownFilter } from './known/KnownFilter'
import { Button } from 'react-aria-components'

/** The one filter that follows through every room. */
export function FilterBar({ onPalette }: { onPalette: () => void }) {
  const { t, f } = useText()
  const [filter] = useFilter()
  const { name } = useUnits()
  const unitName = filter.unit === undefined ? '' : name(filter.unit)
  const words = filterWords(filter, unitName, t, f)
  const sentence = filterSentence(filter, unitName, t, f)
  const said = useRef(sentence)
  useEffect(() => {
    if (said.current === sentence) return
    said.current = sentence
    announce(t('filter.announced', { words: sentence }))
  }, [sentence, t])
  return (
    <div
      className={filter.known_on === undefined ? 'filters' : 'filters known'}
      role="search"
      aria-label={t('filter.bar')}
    >
      <div className="fs">
        <PeriodFilter words={words.period} />
        <UnitFilter words={words.unit} />
        <ChannelFilter words={words.channels} />
        <CodeFilters words={words} />
        <KnownFilter />
      </div>
      <FlagsLink />
      <Button className="k" onPress={onPalette} aria-label={`${t('palette.open')}, Ctrl K`}>
        Ctrl K
      </Button>
    </div>
  )
}
