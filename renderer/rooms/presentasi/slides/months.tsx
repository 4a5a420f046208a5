import { matterOf } from '../../../../shared/sentences/matter'
import { unitMonthsSentence } from '../../../../shared/sentences/unitMonths'
import { plain } from '../../../../shared/sentences/words'
import { heightOfLines, SmallLines } from '../../../charts/SmallLines'
import type { Text } from '../../../text/useText'
import type { SlideContent } from '../Slide'
import type { DeckData } from '../useDeck'

/** px at which six boxes stand side by side, and what a slide 1,000 px wide has room for */
const WIDTH = 960
const ROOM = { width: 916, height: 372 }

/** All units below month by month, each in a box of its own: as large as they fit. */
export function monthsSlide({ unitMonths, filter, level }: DeckData, text: Text, note: string): SlideContent | null {
  const { months, units } = unitMonths
  if (units.length === 0 || months.length < 2) return null
  const { t } = text
  const title = t('region.months.title', { noun: t(`overview.matter.${matterOf(filter)}`), level })
  const sentence = unitMonthsSentence(unitMonths, level, text)
  const height = heightOfLines(unitMonths, WIDTH)
  const zoom = Math.min(ROOM.width / WIDTH, ROOM.height / height)
  return {
    id: 'months',
    title,
    sentence,
    wide: true,
    isEmpty: units.every(({ received }) => received.every((value) => value === null)),
    notes: t('metric.received.definition'),
    drawing: (
      <div className="slide-lines" style={{ zoom: `calc(var(--slide) * ${zoom})` }}>
        <SmallLines
          data={unitMonths}
          named={null}
          label={`${title} ${plain(sentence)}`}
          printing={{ width: WIDTH, height }}
        />
      </div>
    ),
    note: `${t('region.months.noteSmall')} ${note}`,
  }
}
