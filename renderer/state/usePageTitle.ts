import { useEffect } from 'react'

/** Names the window: "Polda Jawa Tengah | Pantau". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Pantau' : `${title} | Pantau`
  }, [title])
}
