/** What a person can choose, and what is chosen until then. Without the schemas: the page needs the values alone. */
import type { Settings } from './contract'

export const LANGUAGES = ['id', 'en'] as const
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const
export const DEFAULT_SETTINGS: Settings = {
  language: 'id',
  theme: 'system',
  textSize: 1,
  cutiBersama: true,
  suppressionThreshold: 10,
  caseViews: [],
}
/** Of a report that is being saved, in this order. */
export const PRINT_PHASES = ['drawing', 'printing', 'saving'] as const
/** Of a finding. */
export const FINDING_STATES = ['draft', 'sent', 'answered', 'closed'] as const
