/**
 * The nation's index: all segments in one set of arrays, by unit in tree order, then by receipt, so that a unit with all
 * under it is one range of rows and a period is found by binary search inside each unit.
 */
import { arraysOf, emptyCases } from './arrays'
import { joinCalls } from './calls'
import { joinSessions } from './community'
import { caseId, type Columns, type FlowEvents, type Segment } from './layout'
import { joinLinks } from './links'
import { lowerBound } from './search'

/** A place in the tree of units, as the registry's model gives them in tree order. */
export interface UnitPlace {
  readonly code: string
}

export interface NationIndex extends Columns {
  /** `units` are in tree order; from here on, units that the registry does not know, which belong to the nation only */
  readonly known: number
  /** reporting units in code order; `reporter[row]` is a position in it */
  readonly reporters: readonly string[]
  readonly reporter: Uint16Array
}

/** Rows `from` … `to - 1` of a segment that follow one another in the index too, there from `at` on. */
interface Piece {
  reporter: number
  segment: Segment
  from: number
  to: number
  at: number
}

/** Puts segments of different reporting units together. `units`: the registry's, in tree order. */
export function buildIndex(segments: readonly Segment[], units: readonly UnitPlace[]): NationIndex {
  const sorted = segments.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
  const known = new Set(units.map((unit) => unit.code))
  const strangers = new Set(sorted.flatMap((segment) => segment.units.filter((code) => !known.has(code))))
  const codes = [...units.map((unit) => unit.code), ...[...strangers].toSorted()]
  const { pieces, unitStart } = arrange(sorted, codes)
  const place = new Map(codes.map((code, i) => [code, i]))
  return {
    units: codes,
    known: units.length,
    unitStart,
    reporters: sorted.map((segment) => segment.unit),
    ...copy(pieces, unitStart.at(-1) as number),
    flow: joinFlow(pieces),
    ...joinOthers(sorted, place, pieces),
  }
}

/** Which rows of which segment come where. Most units are reported by one segment: one piece each. */
function arrange(segments: readonly Segment[], codes: readonly string[]): { pieces: Piece[]; unitStart: Uint32Array } {
  const runs = new Map<string, Omit<Piece, 'at'>[]>()
  segments.forEach((segment, reporter) => {
    segment.units.forEach((code, u) => {
      const [from, to] = [segment.unitStart[u] as number, segment.unitStart[u + 1] as number]
      if (from === to) return
      const run = { reporter, segment, from, to }
      const others = runs.get(code)
      if (others) others.push(run)
      else runs.set(code, [run])
    })
  })
  const pieces: Piece[] = []
  const unitStart = new Uint32Array(codes.length + 1)
  let at = 0
  codes.forEach((code, u) => {
    for (const piece of merged(runs.get(code) ?? [])) {
      pieces.push({ ...piece, at })
      at += piece.to - piece.from
    }
    unitStart[u + 1] = at
  })
  return { pieces, unitStart }
}

/** Interleaves the runs of one unit by receipt, then case_id, then reporting unit. */
function merged(runs: Omit<Piece, 'at'>[]): Omit<Piece, 'at'>[] {
  if (runs.length < 2) return runs
  const single = runs.flatMap((run) =>
    Array.from({ length: run.to - run.from }, (_, i) => ({ ...run, from: run.from + i, to: run.from + i + 1 })),
  )
  const received = (piece: Omit<Piece, 'at'>) => piece.segment.cases.times.received_at[piece.from] as number
  const id = (piece: Omit<Piece, 'at'>) => caseId(piece.segment.cases, piece.from)
  return single.toSorted((a, b) => received(a) - received(b) || compare(id(a), id(b)) || a.reporter - b.reporter)
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function copy(pieces: readonly Piece[], rows: number): Pick<NationIndex, 'cases' | 'reporter' | 'odd'> {
  const idFrom = ({ segment, from }: Piece) => (from === 0 ? 0 : (segment.cases.idEnd[from - 1] as number))
  const idTo = ({ segment, to }: Piece) => segment.cases.idEnd[to - 1] as number
  const cases = emptyCases(rows, pieces.reduce((sum, piece) => sum + idTo(piece) - idFrom(piece), 0)) // prettier-ignore
  const reporter = new Uint16Array(rows)
  const odd = new Map<number, string>()
  const into = arraysOf(cases)
  let idBytes = 0
  for (const piece of pieces) {
    const { segment, from, to, at } = piece
    for (const [name, array] of Object.entries(arraysOf(segment.cases))) into[name]?.set(array.subarray(from, to), at)
    const shift = idBytes - idFrom(piece)
    cases.ids.set(segment.cases.ids.subarray(idFrom(piece), idTo(piece)), idBytes)
    for (let row = from; row < to; row++) cases.idEnd[at + row - from] = (segment.cases.idEnd[row] as number) + shift
    idBytes += idTo(piece) - idFrom(piece)
    reporter.fill(piece.reporter, at, at + to - from)
    if (segment.odd.size > 0) moveOdd(piece, odd)
  }
  return { cases, reporter, odd }
}

function moveOdd({ segment, from, to, at }: Piece, odd: Map<number, string>): void {
  for (const [key, text] of segment.odd) {
    const row = key >>> 3
    if (row >= from && row < to) odd.set((row - from + at) * 8 + (key & 7), text)
  }
}

function joinFlow(pieces: readonly Piece[]): FlowEvents {
  const slices = pieces.map(({ segment: { flow }, from, to, at }) => {
    const [first, end] = [lowerBound(flow.row, from), lowerBound(flow.row, to)]
    return { flow, first, end, shift: at - from }
  })
  const length = slices.reduce((sum, { first, end }) => sum + end - first, 0)
  const joined = { row: new Uint32Array(length), kind: new Uint8Array(length), at: new Int32Array(length) }
  let to = 0
  for (const { flow, first, end, shift } of slices) {
    joined.kind.set(flow.kind.subarray(first, end), to)
    joined.at.set(flow.at.subarray(first, end), to)
    for (let i = first; i < end; i++) joined.row[to++] = (flow.row[i] as number) + shift
  }
  return joined
}

/** Sessions, call lines, and what ties cases to programmes and sessions. */
function joinOthers(
  segments: readonly Segment[],
  place: ReadonlyMap<string, number>,
  pieces: readonly Piece[],
): Pick<NationIndex, 'sessions' | 'calls' | 'programmes' | 'links'> {
  const programmes = [...new Set(segments.flatMap((segment) => segment.programmes))].toSorted()
  const number = new Map(programmes.map((code, i) => [code, i + 1]))
  const places = segments.map(({ units }) => Uint16Array.from(units, (code) => place.get(code) as number))
  const named = segments.map((one) => Uint16Array.from(['', ...one.programmes], (code) => number.get(code) ?? 0))
  const { sessions, moved } = joinSessions(segments.map((one) => one.sessions), places, named) // prettier-ignore
  const links = pieces.map(({ reporter, segment, from, to, at }) => ({
    links: segment.links,
    from,
    to,
    at,
    programmes: named[reporter] as Uint16Array,
    sessions: moved[reporter] as Uint32Array,
  }))
  const calls = joinCalls(segments.map((one) => one.calls), places) // prettier-ignore
  return { sessions, calls, programmes, links: joinLinks(links) }
}
