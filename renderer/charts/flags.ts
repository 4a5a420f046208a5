/** Where a figure leads to the flagged cases behind it. Given from outside: charts know no queries. */
import { createContext } from 'react'

export interface FigureFlags {
  href: string
  /** what stands behind the link, with its number where it is known */
  words: string
}
/** Of the filter that every figure of a room follows; null where figures follow another, or nothing is flagged. */
export const FlagsContext = createContext<FigureFlags | null>(null)
