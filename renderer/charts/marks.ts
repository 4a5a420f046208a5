/** What a figure must say of its data wherever it is taken: demo data, an earlier day. Given from outside: charts know no queries. */
import { createContext } from 'react'

/** In sentences, for the line under its question; empty where nothing must be said. */
export const MarksContext = createContext('')
