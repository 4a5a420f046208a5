import { useEffect, useRef } from 'react'
import { useImportJob } from '../state/importJob'
import { useText } from '../text/useText'
import { announce } from '../ui/LiveRegion'

/** Tells the reader, in whatever room, that an import has ended and how. */
export function useImportNews(): void {
  const { t, f } = useText()
  const { summary } = useImportJob()
  const said = useRef(summary)
  useEffect(() => {
    if (summary === said.current) return
    said.current = summary
    if (!summary) return
    const counted = summary.accepted + summary.accepted_with_flags
    const title = t('import.summary', { n: f.count(summary.files.length) })
    announce(`${title}. ${t('import.summary.counted', { n: f.count(counted) })}`)
  }, [summary, t, f])
}
