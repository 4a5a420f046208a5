import type { ReportModel } from '../../shared/report/model'
import { translator } from '../../shared/messages/catalogue'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '')

/**
 * The foot of each printed page: what the report is, the fingerprint of the heads it was made from, and the page's
 * number. Chromium fills the two spans; it draws this outside the page, so the page's styles and fonts do not reach it.
 */
export function printFooter(model: ReportModel): string {
  const t = translator(model.language)
  const page = '<span class="pageNumber"></span>'
  const pages = '<span class="totalPages"></span>'
  const left = escape(`${model.title} · ${t('print.heads', { heads: model.heads })}`)
  const right = t('print.page', { page, pages })
  const style = 'font: 7.5px sans-serif; color: #444; width: 100%; margin: 0 16mm; display: flex; gap: 8mm'
  return `<div style="${style}"><span style="flex: 1">${left}</span><span>${right}</span></div>`
}
