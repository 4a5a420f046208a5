import { useLayoutEffect, useRef, useState } from 'react'
import type { ReportModel } from '../../../../shared/report/model'
import { Sheets } from '../../../print/Sheets'
import { useText } from '../../../text/useText'

/** px: width of an A4 page with its outline, and the space between two */
const PAGE = 797
const GAP = 28

/** How large pages are drawn: two side by side, never larger than on paper. */
export const previewZoom = (width: number): number => Math.min(1, Math.max(0.4, width / (2 * PAGE + GAP)))

/** The pages as they will be printed, as large as two of them fit beside each other. */
export function Preview({ model, onPages }: { model: ReportModel; onPages: (count: number) => void }) {
  const { t } = useText()
  const desk = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState(0.6)
  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const fit = () => setZoom(previewZoom(element.clientWidth))
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div className="desk" role="region" aria-label={t('compose.preview')}>
      <div ref={desk}>
        <Sheets model={model} zoom={zoom} onPages={onPages} />
      </div>
    </div>
  )
}
