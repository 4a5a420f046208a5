/** The overview's redraw in interleaved rounds, every answer compared cell by cell. */
import type { BenchNation } from './nation'
import { difference, pantauCells } from './cells'
import { filtersOf } from './filters'
import type { Peer, PeerName } from './peers'
import { sqlCells } from './sql'
import { collect } from './collect'
import { FILTERS, median, ratio, timed, type FilterName, type RedrawLine } from './types'

/** Rounds before the measured ones, so that every engine has compiled what it runs and read what it keeps. */
const WARM = 2
/** Ours alone, before them: it is compiled while it runs, the peers were long ago. Their filters are asked nowhere else. */
const COMPILING = 12

/** Whether a peer gave another answer anywhere: the run has failed. */
export const isUnequal = (lines: readonly RedrawLine[]): boolean => lines.some(({ equal }) => !equal)

/** `say` hears of every difference and of each round. */
export async function redraw(
  { context }: BenchNation,
  peers: readonly Peer[],
  rounds: number,
  say: (line: string) => void,
): Promise<RedrawLine[]> {
  const times = new Map<string, number[]>()
  const unequal = new Set<FilterName>()
  const note = (who: string, filter: FilterName, ms: number, round: number) => {
    if (round >= WARM) times.set(`${who} ${filter}`, [...(times.get(`${who} ${filter}`) ?? []), ms])
  }
  for (let round = 0; round < COMPILING; round++) {
    for (const filter of Object.values(filtersOf(rounds + WARM + round, context.registry))) pantauCells(context, filter)
  }
  for (let round = 0; round < rounds + WARM; round++) {
    const filters = filtersOf(round, context.registry)
    for (const name of FILTERS) {
      const filter = filters[name]
      collect()
      const ours = await timed(() => pantauCells(context, filter))
      note('pantau', name, ours.ms, round)
      for (const peer of peers) {
        collect()
        const theirs = await timed(() => sqlCells(context, filter, peer.ask, peer.dialect))
        note(peer.name, name, theirs.ms, round)
        const found = difference(ours.value, theirs.value)
        if (found === null) continue
        unequal.add(name)
        say(`${peer.name}, ${name}, ${JSON.stringify(filter)}: ${found}`)
      }
    }
  }
  const of = (who: PeerName, filter: FilterName) => {
    const held = times.get(`${who} ${filter}`)
    return held ? median(held) : null
  }
  return FILTERS.map((filter): RedrawLine => {
    const pantau = median(times.get(`pantau ${filter}`) ?? [])
    const [duckdb, better, wasm] = (['duckdb', 'better_sqlite3', 'sql_js'] as const).map((peer) => of(peer, filter)) as [number | null, number | null, number | null] // prettier-ignore
    const beside = (theirs: number | null) => (theirs === null ? null : ratio(theirs, pantau))
    return {
      filter,
      pantau_ms: pantau,
      duckdb_ms: duckdb,
      duckdb_ratio: beside(duckdb),
      better_sqlite3_ms: better,
      better_sqlite3_ratio: beside(better),
      sql_js_ms: wasm,
      sql_js_ratio: beside(wasm),
      equal: !unequal.has(filter),
    }
  })
}
