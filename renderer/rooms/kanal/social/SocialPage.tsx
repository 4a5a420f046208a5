import type { ChannelSocial } from '../../../../shared/contract/results/channels'
import { milestonesSentence, stagesSentence } from '../../../../shared/sentences/channels/social'
import { plain } from '../../../../shared/sentences/words'
import { useNamedQuery } from '../../../api/useNamedQuery'
import { Curves } from '../../../charts/channel/Curves'
import { Milestones } from '../../../charts/channel/Milestones'
import { useText } from '../../../text/useText'
import type { PageContext, Scope } from '../context'
import { ControlFigure } from '../ControlFigure'
import { Fig } from '../Fig'
import { Frame } from '../Frame'
import { KeyRow } from '../KeyRow'
import { ruleText, socialKeys, stageCurves, stagesTable, stations } from './view'

type Part = { data: ChannelSocial; context: PageContext }

function MilestonesFigure({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const title = t('channels.social.title')
  const sentence = milestonesSentence(data, words)
  return (
    <Fig
      context={context}
      id="tahap"
      title={title}
      sentence={sentence}
      note={t('channels.social.note')}
      table={stagesTable(data, title, words)}
      definition={{
        name: t('channelKey.allThree'),
        text: t('channelKey.allThree.definition'),
        rules: [ruleText(data, words)],
      }}
      pinned={{ path: 'all_three.value', label: 'channelKey.allThree', value: data.all_three.value, format: 'share' }}
      empty={data.cases === 0 ? { title: t('channels.noCases'), text: t('channels.zero') } : null}
      className="w2 n3"
    >
      <Milestones stations={stations(data, words)} label={plain(sentence)} />
    </Fig>
  )
}

function StagesFigure({ data, context }: Part) {
  const words = useText()
  const { t } = words
  const title = t('channels.social.curvesTitle')
  const sentence = stagesSentence(data, words)
  const first = data.milestones[0]
  return (
    <Fig
      context={context}
      id="waktu-tahap"
      title={title}
      sentence={sentence}
      note={t('channels.social.curvesNote')}
      table={stagesTable(data, title, words)}
      definition={{ name: title, text: t('definition.stages') }}
      pinned={
        first
          ? {
              path: 'milestones.0.curve.median',
              label: 'channelKey.firstResponse',
              value: first.curve.median,
              format: 'days',
            }
          : null
      }
      empty={data.cases === 0 ? { title: t('channels.noCases'), text: t('channels.zero') } : null}
    >
      <Curves lines={stageCurves(data, words)} label={plain(sentence)} />
    </Fig>
  )
}

function Social({ data, context }: Part) {
  const words = useText()
  const { t } = words
  return (
    <>
      <p className="directive">
        <span className="tag">{t(`ruleKind.${data.rule?.kind ?? 'directive'}`)}</span> {ruleText(data, words)}.{' '}
        <span className="mut">{t('channels.social.directive')}</span>
      </p>
      <KeyRow views={socialKeys(data, words)} context={context} />
      <div className="g g2">
        <MilestonesFigure data={data} context={context} />
        <StagesFigure data={data} context={context} />
        <ControlFigure
          context={context}
          id="dalam-72-jam"
          title={t('channels.social.monthTitle')}
          chart={data.by_month}
          format="share"
          path="by_month"
          label="channelKey.within72"
          measure={t('channels.social.monthNote')}
        />
      </div>
    </>
  )
}

/** Official accounts of Kapolda and Kapolres: answered in time, in progress, made known. A directive, not a regulation. */
export function SocialPage({ scope }: { scope: Scope }) {
  const answer = useNamedQuery('channel.social', scope)
  return (
    <Frame page="social" query="channel.social" params={scope} scope={scope} answer={answer}>
      {(data, context) => <Social data={data} context={context} />}
    </Frame>
  )
}
