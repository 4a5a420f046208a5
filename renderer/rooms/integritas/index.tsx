import { useNamedQuery } from '../../api/useNamedQuery'
import { useFilter } from '../../state/useFilter'
import { useRoute } from '../../state/useRoute'
import { useText } from '../../text/useText'
import { LinkButton } from '../../ui/Button'
import { PageHead } from '../../ui/PageHead'
import { Tabs } from '../../ui/Tabs'
import '../../charts/charts.css'
import { BoardTab } from './BoardTab'
import { ChainTab } from './ChainTab'
import { ChangesTab } from './ChangesTab'
import { DeskTab } from './DeskTab'
import { KeysTab } from './KeysTab'
import { RevisionsTab } from './revisions/RevisionsTab'
import './integritas.css'

const TABS = ['papan', 'perubahan', 'celah', 'karantina', 'revisi', 'kunci'] as const

/** What waits in each tab. */
function useWaiting() {
  const [{ unit }] = useFilter()
  const within = unit === undefined ? {} : { unit }
  const changes = useNamedQuery('integrity.changes', { ...within, limit: 1 })
  const desk = useNamedQuery('integrity.quarantine', within)
  const chain = useNamedQuery('integrity.gaps', within)
  return {
    perubahan: changes.data?.open ?? 0,
    celah: chain.data ? chain.data.gaps.length + chain.data.forks.length : 0,
    karantina: desk.data?.filter(({ state }) => state === 'open').length ?? 0,
  }
}

/** Delivery board, undeclared changes, gaps and forks, quarantine. */
export default function Integritas() {
  const { t, f } = useText()
  const { params, setParams, href } = useRoute()
  const waiting: Readonly<Record<string, number>> = useWaiting()
  const tab = TABS.find((id) => id === params['tab']) ?? 'papan'
  const decisions = (waiting['perubahan'] ?? 0) + (waiting['karantina'] ?? 0)
  return (
    <>
      <PageHead
        title={t('room.integritas')}
        lead={
          <>
            {t('integrity.lead')}{' '}
            <b>
              {decisions > 0 ? t('integrity.lead.waiting', { n: f.count(decisions) }) : t('integrity.lead.nothing')}
            </b>
          </>
        }
        actions={
          <>
            <LinkButton href={href('data')}>{t('integrity.import')}</LinkButton>
          </>
        }
      />
      <Tabs
        label={t('integrity.tabs')}
        tabs={TABS.map((id) => ({
          id,
          label: t(`integrity.tab.${id}`),
          ...((waiting[id] ?? 0) > 0 && { count: f.count(waiting[id] ?? 0) }),
        }))}
        selected={tab}
        onSelect={(id) => setParams({ tab: id })}
      >
        {tab === 'papan' && <BoardTab />}
        {tab === 'perubahan' && <ChangesTab />}
        {tab === 'celah' && <ChainTab />}
        {tab === 'karantina' && <DeskTab />}
        {tab === 'revisi' && <RevisionsTab />}
        {tab === 'kunci' && <KeysTab />}
      </Tabs>
    </>
  )
}
