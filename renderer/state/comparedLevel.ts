/** Which units may be set beside one another at a place: those directly below, or the ones below them. Pure. */
import type { QueryParams } from '../../shared/contract/queries'

export type ComparedLevel = NonNullable<QueryParams<'overview.map'>['level']>
const ORDER: readonly ComparedLevel[] = ['polda', 'polres', 'polsek']
/** Five thousand Polsek at once say nothing that can be read. */
const MOST_LEVELS = 2

/** @param level of the filter's unit; undefined for the nation. A unit with none below it stands among its siblings. */
export function comparedLevels(level: string | undefined): readonly ComparedLevel[] {
  const below = ORDER.slice(ORDER.findIndex((each) => each === level) + 1)
  return below.slice(0, MOST_LEVELS)
}

/** The level asked for where it can be shown, else the one directly below; undefined where there is none. */
export const comparedLevel = (asked: string | undefined, levels: readonly ComparedLevel[]): ComparedLevel | undefined =>
  levels.find((level) => level === asked) ?? levels[0]
