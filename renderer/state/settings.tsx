/** Language, theme, text size and the choices that figures depend on. Kept by the main process. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/contract/choices'
import type { Settings } from '../../shared/contract/contract'
import { call } from '../api/client'

type Update = (patch: Partial<Settings>) => void
const SettingsContext = createContext<[Settings, Update]>([DEFAULT_SETTINGS, () => {}])

/** Draws nothing until the settings are known, so that no screen flashes in another language or theme. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState<Settings | null>(null)
  useEffect(() => {
    void call('settings:get', {}).then((result) => setSettings(result.ok ? result.value : DEFAULT_SETTINGS))
  }, [])
  const update: Update = useCallback((patch) => {
    setSettings((before) => (before ? { ...before, ...patch } : before))
    void call('settings:set', patch).then((result) => {
      if (result.ok) setSettings(result.value)
    })
  }, [])
  const value = useMemo<[Settings, Update] | null>(() => (settings ? [settings, update] : null), [settings, update])
  return value && <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>
}

export const useSettings = (): [Settings, Update] => useContext(SettingsContext)
