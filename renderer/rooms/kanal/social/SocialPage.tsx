import type { ChannelSocial } from '../../../../shared/contract/results/channels'
import { milestonesSentence, stagesSentence } from '../../../../shared/sentences/channels/social'
import { Curves } from '../../../charts/channel/Curves'
import { Milestones } from '../../../charts/channel/Milestones'
import { useText } from '../../../text/useText'
import { medianPin, sharePin, type Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { useNothing } from '../useNothing'
import { AccountsFigure } from './AccountsFigure'
import { ruleText, socialKeys, stageCurves, stagesTable, stations } from './view'

interface Part {
  data: ChannelSocial
}

function MilestonesFigure({ data }: Part) {
  const words = useText()
  const { t } = words
  const nothing = useNothing()
  const rule = ruleText(data, words)
  return (
    <Fig
      id="tahap"
      title={t('channels.social.title')}
      sentence={milestonesSentence(data, words)}
      rule={rule}
      note={t('channels.social.note')}
      table={(caption) => stagesTable(data, caption, words)}
      definition={{ name: t('channelKey.allThree'), text: t('channelKey.allThree.definition'), rules: [rule] }}
      pinned={sharePin('all_three', 'channelKey.allThree', data.all_three)}
      empty={nothing.ofCount(data.cases)}
      className="w2 n3"
    >
      {(label) => <Milestones stations={stations(data, words)} label={label} />}
    </Fig>
  )
}

function StagesFigure({ data }: Part) {
  const words = useText()
  const { t } = words
  const nothing = useNothing()
  const [first] = data.milestones
  return (
    <Fig
      id="waktu-tahap"
      title={t('channels.social.curvesTitle')}
      sentence={stagesSentence(data, words)}
      note={t('channels.social.curvesNote')}
      table={(caption) => stagesTable(data, caption, words)}
      definition={{ text: t('definition.stages') }}
      pinned={first ? medianPin('milestones.0.curve', 'channelKey.firstResponse', first.curve) : null}
      empty={nothing.ofCount(data.cases)}
    >
      {(label) => <Curves lines={stageCurves(data, words)} label={label} />}
    </Fig>
  )
}

function Social({ data }: Part) {
  const words = useText()
  const { t } = words
  return (
    <>
      <p className="directive">
        <span className="tag">{t(`ruleKind.${data.rule?.kind ?? 'directive'}`)}</span> {ruleText(data, words)}.{' '}
        <span className="mut">{t('channels.social.directive')}</span>
      </p>
      <KeyRow views={socialKeys(data, words)} before={data.last_year} />
      <div className="g g2">
        <MilestonesFigure data={data} />
        <StagesFigure data={data} />
        <ControlFigure
          id="dalam-72-jam"
          title={t('channels.social.monthTitle')}
          chart={data.by_month}
          format="share"
          path="by_month"
          label="channelKey.within72"
          measure={t('channels.social.monthNote')}
          rule={ruleText(data, words)}
        />
        <AccountsFigure data={data} />
      </div>
    </>
  )
}

/** Official accounts of Kapolda and Kapolres: answered in time, in progress, made known. A directive, not a regulation. */
export const SocialPage = ({ scope }: { scope: Scope }) => (
  <Frame page="social" query="channel.social" scope={scope}>
    {(data) => <Social data={data} />}
  </Frame>
)
