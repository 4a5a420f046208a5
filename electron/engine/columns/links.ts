/**
 * What few cases have: the local programme through which one came, and the session in which it was raised. Kept as pairs
 * of row and value, rows rising, so that the many cases without them cost nothing.
 */
import type { Numbers } from './bundle'
import { lowerBound } from './search'

export interface CaseLinks {
  readonly programmeRow: Uint32Array
  /** 1 + position in the list of programmes */
  readonly programme: Uint16Array
  readonly sessionRow: Uint32Array
  /** place in the table of sessions */
  readonly session: Uint32Array
}

/** As read from a unit's rows: row of reading and text. */
export interface RawLinks {
  programmes: [row: number, code: string][]
  sessions: [row: number, id: string][]
}

/** Pairs by the rows' final `rank`. A session that was not handed over is no link. */
export function readLinks(
  raw: RawLinks,
  rank: Uint32Array,
  programmes: ReadonlyMap<string, number>,
  sessions: ReadonlyMap<string, number>,
): CaseLinks {
  const pairs = (list: [number, string][], numbers: ReadonlyMap<string, number>) =>
    list
      .flatMap(([row, text]): [number, number][] => {
        const value = numbers.get(text)
        return value === undefined ? [] : [[rank[row] as number, value]]
      })
      .toSorted((a, b) => a[0] - b[0])
  const named = pairs(raw.programmes, programmes)
  const raised = pairs(raw.sessions, sessions)
  return {
    programmeRow: Uint32Array.from(named, ([row]) => row),
    programme: Uint16Array.from(named, ([, value]) => value),
    sessionRow: Uint32Array.from(raised, ([row]) => row),
    session: Uint32Array.from(raised, ([, value]) => value),
  }
}

/** Rows `from` … `to - 1` of a segment, there from `at` on; `programmes` and `sessions` translate its values. */
export interface LinkPiece {
  links: CaseLinks
  from: number
  to: number
  at: number
  programmes: Uint16Array
  sessions: Uint32Array
}

/** Pieces in the order of their places. */
export function joinLinks(pieces: readonly LinkPiece[]): CaseLinks {
  const count = (rows: 'programmeRow' | 'sessionRow') =>
    pieces.reduce((sum, { links, from, to }) => sum + lowerBound(links[rows], to) - lowerBound(links[rows], from), 0)
  const [named, raised] = [count('programmeRow'), count('sessionRow')]
  const joined = {
    programmeRow: new Uint32Array(named),
    programme: new Uint16Array(named),
    sessionRow: new Uint32Array(raised),
    session: new Uint32Array(raised),
  }
  let [n, r] = [0, 0]
  for (const { links, from, to, at, programmes, sessions } of pieces) {
    const { programmeRow, programme, sessionRow, session } = links
    for (let i = lowerBound(programmeRow, from); i < programmeRow.length && (programmeRow[i] as number) < to; i++) {
      joined.programmeRow[n] = (programmeRow[i] as number) - from + at
      joined.programme[n++] = programmes[programme[i] as number] as number
    }
    for (let i = lowerBound(sessionRow, from); i < sessionRow.length && (sessionRow[i] as number) < to; i++) {
      joined.sessionRow[r] = (sessionRow[i] as number) - from + at
      joined.session[r++] = sessions[session[i] as number] as number
    }
  }
  return joined
}

const COLUMNS = ['programmeRow', 'programme', 'sessionRow', 'session'] as const

export const storedLinks = (links: CaseLinks): Record<string, Numbers> =>
  Object.fromEntries(COLUMNS.map((name) => [`link_${name}`, links[name]]))

export const linksFrom = (arrays: Readonly<Record<string, Numbers>>): CaseLinks =>
  Object.fromEntries(COLUMNS.map((name) => [name, arrays[`link_${name}`]])) as unknown as CaseLinks
