/** The overview's redraw in interleaved rounds, every answer compared cell by cell. */
import type { BenchNation } from './nation'
import { difference, pantauCells } from './cells'
import { filtersOf } from './filters'
import type { Peer, PeerName } from './peers'
import { sqlCells } from './sql'
import { FILTERS, median, timed, type FilterName, type RedrawLine } from './types'

/** Rounds before the measured ones, so that every engine has compiled what it runs. */
const WARM = 2

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
  for (let round = 0; round < rounds + WARM; round++) {
    const filters = filtersOf(round, context.registry)
    for (const name of FILTERS) {
      const filter = filters[name]
      const ours = await timed(() => pantauCells(context, filter))
      note('pantau', name, ours.ms, round)
      for (const peer of peers) {
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
  return FILTERS.map((filter) => ({
    filter,
    pantau_ms: median(times.get(`pantau ${filter}`) ?? []),
    duckdb_ms: of('duckdb', filter),
    better_sqlite3_ms: of('better_sqlite3', filter),
    sql_js_ms: of('sql_js', filter),
    equal: !unequal.has(filter),
  }))
}
