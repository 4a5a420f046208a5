import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { queryClient } from '../api/queryClient'
import { isEmptyWorkspace, useWorkspaceState, WorkspaceContext } from '../api/useWorkspace'
import FirstRun from '../rooms/firstRun'
import { useImportPart } from '../state/importJob'
import { SettingsProvider, useSettings } from '../state/settings'
import { PlaceProvider } from '../state/PlaceProvider'
import { navigate } from '../state/useRoute'
import { TextProvider } from '../text/useText'
import { HatchDefs } from '../ui/Hatch'
import { IconNames } from '../ui/IconNames'
import { LiveRegion } from '../ui/LiveRegion'
import { ErrorState } from '../ui/States'
import { Opening } from './Opening'
import { PinProvider } from './PinDialog'
import { Shell } from './Shell'
import { useAppearance } from './useAppearance'

/** Waits for the workspace; an empty one starts at the first run, and stays there until its first import ends. */
function Workspace() {
  const { data, error, refetch } = useWorkspaceState()
  const running = useImportPart('running')
  const kind = useImportPart('kind')
  const summary = useImportPart('summary')
  if (error && !data) {
    return (
      <main className="wrap">
        <ErrorState error={error} onRetry={refetch} />
      </main>
    )
  }
  if (!data) return <Opening />
  return (
    <WorkspaceContext.Provider value={data}>
      <Opened empty={isEmptyWorkspace(data)} busy={running} imported={kind === 'import' && summary !== null} />
    </WorkspaceContext.Provider>
  )
}

type Stage = 'first' | 'filledByImport' | 'inside'

function Opened({ empty, busy, imported }: { empty: boolean; busy: boolean; imported: boolean }) {
  const [stage, setStage] = useState<Stage>(empty ? 'first' : 'inside')
  if (stage === 'first' && !empty && !busy) setStage(imported ? 'filledByImport' : 'inside')
  useEffect(() => {
    // The import's summary waits in the room Data; the demo nation opens on the overview.
    if (stage === 'filledByImport') navigate('#/data', true)
  }, [stage])
  if (stage === 'first') return <FirstRun onSkip={() => setStage('inside')} />
  return (
    <PlaceProvider>
      <PinProvider>
        <Shell />
      </PinProvider>
    </PlaceProvider>
  )
}

function Localised() {
  const [settings] = useSettings()
  useAppearance(settings)
  return (
    <TextProvider language={settings.language}>
      <I18nProvider locale={settings.language === 'id' ? 'id-ID' : 'en-GB'}>
        <HatchDefs />
        <Workspace />
        <LiveRegion />
        <IconNames />
      </I18nProvider>
    </TextProvider>
  )
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SettingsProvider>
        <Localised />
      </SettingsProvider>
    </QueryClientProvider>
  )
}
