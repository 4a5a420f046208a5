import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '../../shared/contract/contract'

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'
const FORCED = '(forced-colors: active)'

function subscribe(listener: () => void) {
  const queries = [DARK, CONTRAST, FORCED].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

const matches = (query: string) => window.matchMedia(query).matches
const ofSystem = () => (matches(CONTRAST) ? 'contrast' : matches(DARK) ? 'dark' : 'light')
/** Where the system forces its colours, the theme whose drawings show on its ground; else null. */
const forced = () => (matches(FORCED) ? (matches(DARK) ? 'dark' : 'contrast') : null)

/** Puts language, theme and text size on the document. */
export function useAppearance({ language, theme, textSize }: Settings): void {
  const system = useSyncExternalStore(subscribe, ofSystem)
  const drawn = useSyncExternalStore(subscribe, forced)
  useEffect(() => {
    const page = document.documentElement
    page.lang = language
    page.dataset['theme'] = drawn ?? (theme === 'system' ? system : theme)
    page.style.fontSize = `${textSize * 100}%`
  }, [language, theme, textSize, system, drawn])
}
