import { CHANNEL_GROUPS, groupOfChannels, groupsTouched } from '../../../shared/domain/channelGroups'
import { CHANNELS, type Channel } from '../../../shared/export/enums'
import { useFilter } from '../../state/useFilter'
import { useText } from '../../text/useText'
import { Choices } from '../../ui/Choices'
import { FilterButton } from './FilterButton'

const ALL = 'all'

/** Kinds of channel on the left, single channels on the right. Choosing over several kinds is possible and said. */
export function ChannelFilter({ words }: { words: string }) {
  const { t, f } = useText()
  const [{ channels }, setFilter] = useFilter()
  const chosen = channels ?? CHANNELS
  const group = channels ? groupOfChannels(channels)?.id : ALL
  const choose = (codes: ReadonlySet<string>) => {
    const known = CHANNELS.filter((code) => codes.has(code))
    setFilter({ channels: known.length === 0 || known.length === CHANNELS.length ? undefined : known })
  }
  const kinds = [
    { id: ALL, label: t('filter.all', { n: f.count(CHANNELS.length) }) },
    ...CHANNEL_GROUPS.map(({ id }) => ({ id, label: t(`channelGroup.${id}`) })),
  ]
  const items = (codes: readonly Channel[]) => codes.map((code) => ({ id: code, label: t(`channel.${code}`) }))
  return (
    <FilterButton label={t('filter.channels')} words={words}>
      {() => (
        <>
          <div className="columns">
            <Choices
              label={t('filter.groups')}
              selected={new Set(group === undefined ? [] : [group])}
              onSelect={([id]) => {
                const codes = CHANNEL_GROUPS.find((each) => each.id === id)?.channels
                setFilter({ channels: codes && [...codes] })
              }}
              groups={[{ id: 'kinds', label: t('filter.groups'), items: kinds }]}
            />
            <Choices
              label={t('filter.channels')}
              multiple
              selected={new Set<string>(chosen)}
              onSelect={choose}
              groups={[
                {
                  id: 'channels',
                  label: t('filter.channels'),
                  items: items(CHANNEL_GROUPS.flatMap((each) => each.channels)),
                },
              ]}
            />
          </div>
          {groupsTouched(chosen) > 1 && <p className="pad under sm mut">{t('filter.mixed')}</p>}
        </>
      )}
    </FilterButton>
  )
}
