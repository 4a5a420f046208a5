import type { ReactNode } from 'react'
import type { ReportModel } from '../../shared/report/model'
import { useText } from '../text/useText'
import { Watermark } from './Watermark'

interface Props {
  model: ReportModel
  page: number
  pages: number
  children: ReactNode
}

/** One A4 page: its text, and a foot with purpose, heads and page number. Invented data carry a watermark. */
export function Sheet({ model, page, pages, children }: Props) {
  const { t } = useText()
  const { purpose } = model
  const title = t(`report.footer.short.${model.kind}`, { period: model.period.label, unit: model.subtitle })
  return (
    <section className="sheet" aria-label={t('report.page', { page, pages })}>
      {purpose !== 'production' && <Watermark word={t(`report.watermark.${purpose}`)} />}
      <div className="sheet-body">{children}</div>
      <footer>
        <span>{t('report.footer', { purpose: t(`report.purpose.${purpose}`), title, state: t('report.draft') })}</span>
        <span className="code">{t('report.heads', { heads: model.heads.toUpperCase() || '–' })}</span>
        <span>{t('report.page', { page, pages })}</span>
      </footer>
    </section>
  )
}
