import type { ChannelLastYear } from '../../../shared/contract/results/channels'
import { usePin } from '../../state/pin'
import { useText } from '../../text/useText'
import { IconButton } from '../../ui/Button'
import { DefinitionButton } from '../../ui/DefinitionButton'
import { IntervalStrip } from '../../ui/IntervalStrip'
import { pinOf, usePageContext } from './context'
import { keySentence, type KeyView } from './keys'
import { besideLastYear } from './lastYear'

function Key({ view }: { view: KeyView }) {
  const words = useText()
  const context = usePageContext()
  const { t } = words
  const pin = usePin()
  const name = t(`channelKey.${view.name}`)
  const { pinned, strip } = view
  return (
    <div>
      <h2 className="l">{name}</h2>
      <div className="acts kf-acts">
        {pinned && (
          <IconButton
            icon="pin"
            label={`${t('chart.pin')}: ${name}`}
            onPress={() => pin(pinOf(context, pinned, keySentence(view, words)))}
          />
        )}
        <DefinitionButton
          label={`${t('chart.definition')}: ${name}`}
          name={name}
          text={t(`channelKey.${view.name}.definition`)}
        />
      </div>
      <p className={view.known ? (view.value.length > 9 ? 'v long' : 'v') : 'v none'}>
        {view.value}
        {view.unit !== '' && <small>{view.unit}</small>}
      </p>
      {strip ? <IntervalStrip {...strip} min={0} max={1} /> : <div className="strip-room" />}
      {view.lines.map((line) => (
        <p key={line} className="d">
          {line}
        </p>
      ))}
    </div>
  )
}

/** The page's numbers, each with its interval and denominator; strips of shares run from 0 % to 100 %. */
export function KeyRow({ views, before }: { views: readonly KeyView[]; before: ChannelLastYear }) {
  const words = useText()
  const { t } = words
  return (
    <section aria-label={t('channels.keys')}>
      <div className="kf">
        {besideLastYear(views, before, words).map((view) => (
          <Key key={view.name} view={view} />
        ))}
      </div>
    </section>
  )
}
