import { useRef } from 'react'
import { useWorkspace } from '../../api/useWorkspace'
import { useRoute } from '../../state/useRoute'
import { useShortcut } from '../../state/useShortcut'
import { useText } from '../../text/useText'
import { PageHead } from '../../ui/PageHead'
import { Tabs } from '../../ui/Tabs'
import { AuditTab } from './AuditTab'
import './data.css'
import { ExportsTab } from './ExportsTab'
import { ImportTab } from './ImportTab'
import { RegistryTab } from './RegistryTab'
import { SettingsTab } from './SettingsTab'

const TABS = ['impor', 'ekspor', 'registri', 'audit', 'pengaturan'] as const

/** Import, exports, registry, audit log, settings. */
export default function DataRoom() {
  const { t, f } = useText()
  const { params, setParams } = useRoute()
  const { cases, exports, units_reporting } = useWorkspace()
  const search = useRef<HTMLInputElement>(null)
  const tab = TABS.find((id) => id === params['tab']) ?? 'impor'
  useShortcut('mod+f', () => (tab === 'ekspor' ? search.current?.focus() : setParams({ tab: 'ekspor' })))
  const counts: Readonly<Record<string, string>> = { ekspor: f.count(exports) }
  return (
    <>
      <PageHead
        title={t('room.data')}
        lead={
          <>
            {t('data.lead')}{' '}
            <b>
              {t('data.lead.counts', {
                cases: f.count(cases),
                exports: f.count(exports),
                units: f.count(units_reporting),
              })}
            </b>
          </>
        }
      />
      <Tabs
        label={t('data.tabs')}
        tabs={TABS.map((id) => {
          const count = counts[id]
          return { id, label: t(`data.tab.${id}`), ...(count !== undefined && { count }) }
        })}
        selected={tab}
        onSelect={(id) => setParams({ tab: id })}
      >
        {tab === 'impor' && <ImportTab />}
        {tab === 'ekspor' && <ExportsTab searchRef={search} />}
        {tab === 'registri' && <RegistryTab />}
        {tab === 'audit' && <AuditTab />}
        {tab === 'pengaturan' && <SettingsTab />}
      </Tabs>
    </>
  )
}
