import '../../charts/charts.css'
import './kanal.css'
import { useNamedQuery } from '../../api/useNamedQuery'
import { useUnits } from '../../api/useUnits'
import { useFilter } from '../../state/useFilter'
import { usePageTitle } from '../../state/usePageTitle'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { PageHead } from '../../ui/PageHead'
import { CallsPage } from './calls/CallsPage'
import { CityPage } from './city/CityPage'
import { CommunityPage } from './community/CommunityPage'
import { leavesOut, scopeOf } from './context'
import { MessagesPage } from './messages/MessagesPage'
import { OversightPage } from './oversight/OversightPage'
import { channelsOf, pageOf } from './pages'
import { SocialPage } from './social/SocialPage'
import { Tiles } from './Tiles'
import { useCasesHref } from './useCasesHref'

const BODIES = {
  community: CommunityPage,
  messages: MessagesPage,
  calls: CallsPage,
  social: SocialPage,
  city: CityPage,
  oversight: OversightPage,
} as const

/** Each kind of channel with the questions that belong to it. */
export default function Kanal() {
  const { t } = useText()
  const [filter] = useFilter()
  const { params, href } = useRoute()
  const units = useUnits()
  const { id, page } = pageOf(params['page'])
  const scope = scopeOf(filter)
  const list = useNamedQuery('channel.list', scope)
  const casesHref = useCasesHref(channelsOf(page))
  const { unit } = scope
  const place = unit === undefined ? t('region.place.nation') : units.name(unit)
  const title = t('channels.title', { page: t(`channels.page.${page}`), place })
  usePageTitle(title)
  const at = (code: string | undefined) => href('kanal', { filter: { unit: code }, params: { page: id } })
  const crumbs = [
    unit === undefined ? { label: t('region.nation') } : { label: t('region.nation'), href: at(undefined) },
    ...(unit === undefined
      ? []
      : [
          ...units.ancestors(unit).map(({ code, name }) => ({ label: name, href: at(code) })),
          { label: units.name(unit) },
        ]),
  ]
  const Body = BODIES[page]
  return (
    <div className="channels-room">
      <PageHead
        crumbs={crumbs}
        crumbsLabel={t('region.path')}
        title={title}
        lead={t(`channels.lead.${page}`)}
        actions={
          <>
            <LinkButton href={casesHref() ?? ''}>{t('region.toCases')}</LinkButton>
            <LinkButton href={href('wilayah')}>{t('channels.toRegion')}</LinkButton>
          </>
        }
      />
      <Tiles answer={list} current={id} />
      {leavesOut(filter) && <p className="sm mut left-out">{t('channels.leftOut')}</p>}
      <Body key={page} scope={scope} />
    </div>
  )
}
