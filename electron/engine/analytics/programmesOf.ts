/** Which programme each case names. */
import type { QueryContext } from './context'

/** Number of the programme of each case, 1 + its position in the index's list; 0 = none. */
export const programmesOf = (context: QueryContext): Uint16Array =>
  context.once('programmes of cases', () => {
    const { cases, links } = context.index
    const numbers = new Uint16Array(cases.rows)
    links.programmeRow.forEach((row, i) => (numbers[row] = links.programme[i] as number))
    return numbers
  })
