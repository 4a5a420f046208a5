/** The row of tiles: what each kind of channel carries and how many units operate and report it. Pure. */
import type { ChannelLine, ChannelList, ChannelPageLine, ReportState } from '../../../shared/contract/results/channels'
import { CHANNEL_GROUPS } from '../../../shared/domain/channelGroups'
import type { Words } from '../../../shared/sentences/words'
import { channelsOf, PAGES, type PageId } from './pages'

export interface TileCount {
  id: string
  name: string
  state: ReportState
  /** formatted; '' unless reported */
  count: string
}
export interface Tile {
  id: PageId
  name: string
  state: ReportState
  counts: TileCount[]
  /** "27 dari 28 satuan melapor" */
  units: string
}

const stateOf = (lines: readonly ChannelLine[]): ReportState =>
  lines.some(({ state }) => state === 'reported')
    ? 'reported'
    : lines.some(({ state }) => state === 'not_reported')
      ? 'not_reported'
      : 'not_applicable'

/** Channels of one kind may be added up; kinds never are. */
function countsOf(lines: readonly ChannelLine[], { t, f }: Words): TileCount[] {
  return CHANNEL_GROUPS.flatMap(({ id, channels }) => {
    const own = lines.filter(({ channel }) => channels.some((code) => code === channel))
    if (own.length === 0) return []
    const state = stateOf(own)
    return [
      {
        id,
        name: t(`channelGroup.${id}`),
        state,
        count: state === 'reported' ? f.count(own.reduce((sum, { cases }) => sum + cases, 0)) : '',
      },
    ]
  })
}

/** Units that operate one of the page's own channels, each counted once: the number that the page's coverage tells. */
function unitsOf({ operating, operating_reported: reported }: ChannelPageLine, { t, f }: Words): string {
  if (operating === 0) return t('channels.tile.none')
  return t('channels.tile.units', { n: f.count(reported), total: f.count(operating) })
}

function tile(id: PageId, line: ChannelPageLine, words: Words): Tile {
  const owned = channelsOf(line.page)
  const lines = line.channels.filter(({ channel }) => owned.includes(channel))
  return {
    id,
    name: words.t(`channels.page.${line.page}`),
    state: stateOf(lines),
    counts: countsOf(lines, words),
    units: unitsOf(line, words),
  }
}

export const tilesOf = ({ pages }: ChannelList, words: Words): Tile[] =>
  PAGES.flatMap(({ id, page }) => {
    const line = pages.find((item) => item.page === page)
    return line ? [tile(id, line, words)] : []
  })
