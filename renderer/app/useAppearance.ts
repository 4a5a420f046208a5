import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '../../shared/contract/contract'

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(prefers-contrast: more)'

function subscribe(listener: () => void) {
  const queries = [window.matchMedia(DARK), window.matchMedia(CONTRAST)]
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

const ofSystem = () =>
  window.matchMedia(CONTRAST).matches ? 'contrast' : window.matchMedia(DARK).matches ? 'dark' : 'light'

/** Puts language, theme and text size on the document. */
export function useAppearance({ language, theme, textSize }: Settings): void {
  const system = useSyncExternalStore(subscribe, ofSystem)
  useEffect(() => {
    const page = document.documentElement
    page.lang = language
    page.dataset['theme'] = theme === 'system' ? system : theme
    page.style.fontSize = `${textSize * 100}%`
  }, [language, theme, textSize, system])
}
