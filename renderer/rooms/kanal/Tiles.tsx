import type { ChannelList } from '../../../shared/contract/results/channels'
import type { AnswerState } from '../../api/useAnswer'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { Stale } from '../../ui/Stale'
import { StateMark } from '../../ui/StateMark'
import { ErrorState, Loading } from '../../ui/States'
import { PAGES, type PageId } from './pages'
import { tilesOf, type Tile } from './tiles'

function TileBody({ tile }: { tile: Tile }) {
  const { t } = useText()
  // A tile of one kind has its name at its head.
  const alone = tile.counts.length === 1 ? tile.counts[0] : undefined
  if (tile.state !== 'reported') return <StateMark state={tile.state} />
  return (
    <>
      {alone ? (
        <span>
          <b className="tile-number">{alone.count}</b> <span className="mut">{t('channels.tile.cases')}</span>
        </span>
      ) : null}
      {(alone ? [] : tile.counts).map(({ id, name, state, count }) => (
        <span key={id} className="tile-count">
          <span className="mut">{name}</span>
          {state === 'reported' ? <b>{count}</b> : <StateMark state={state} iconOnly />}
        </span>
      ))}
      <span className="sm mut">{tile.units}</span>
    </>
  )
}

/** The room's pages: a tile is the link to its page. Kinds of channels are never added up. */
export function Tiles({ answer, current }: { answer: AnswerState<ChannelList>; current: PageId }) {
  const words = useText()
  const { t, f } = words
  const { href } = useRoute()
  if (answer.error && !answer.data) return <ErrorState error={answer.error} onRetry={answer.refetch} />
  if (!answer.data) return <Loading />
  const tiles = new Map(tilesOf(answer.data, words).map((tile) => [tile.id, tile]))
  const { other } = answer.data
  return (
    <Stale on={answer.isStale}>
      <nav className="channel-tiles" aria-label={t('channels.pages')}>
        {PAGES.map(({ id, page }) => {
          const tile = tiles.get(id)
          return (
            <a
              key={id}
              href={href('kanal', { params: { page: id } })}
              {...(id === current && { 'aria-current': 'page' as const })}
            >
              <span className="tile-head">
                {t(`channels.page.${page}`)}
                {page === 'social' && <span className="tag">{t('ruleKind.directive')}</span>}
              </span>
              {tile && <TileBody tile={tile} />}
            </a>
          )
        })}
      </nav>
      {other > 0 && <p className="sm mut tile-other">{t('channels.other', { n: f.count(other) })}</p>}
    </Stale>
  )
}
