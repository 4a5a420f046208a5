/** Codes and limits of the filter. Without its schema: the page needs the values alone. */
import { ADDRESSEES } from '../export/enums'

/** Whose line a case was addressed to; `none`: it names nobody. */
export const ASKED_ADDRESSEES = [...ADDRESSEES, 'none'] as const
/** Stands for the cases that name no programme; no code of a programme is written so. */
export const NO_PROGRAMME = '.'
/** Most programmes that a filter names. */
export const MOST_PROGRAMMES = 40
