/** The bench: one seeded nation, our analytics and its peers in one run. */
import { cpus, release, totalmem, type } from 'node:os'
import { imports } from './imports'
import { benchNation } from './nation'
import { pages } from './pages'
import { eachPolda } from './polda'
import { howToInstall, openPeers } from './peers'
import { redraw } from './redraw'
import { NO_WINDOW, TARGETS, ratio, type BenchReport } from './types'
import { measureWindow } from './window'

const ROUNDS = 5

/** What a person is told while it runs. */
export interface BenchVoice {
  step: (name: 'nation' | 'peers' | 'redraw' | 'pages' | 'imports' | 'window') => void
  /** cells that differ */
  differs: (line: string) => void
  missing: (command: string) => void
}

function machine(): string {
  const all = cpus()
  return `${type()} ${release()}, ${all.length} × ${all[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
}

/** Deterministic in what it measures; takes about two minutes with 100,000 cases. `inWindow`: also in a real window. */
export async function bench(cases: number, inWindow: boolean, voice: BenchVoice): Promise<BenchReport> {
  voice.step('imports')
  const files = await imports(cases, ROUNDS, async (profile, folder) => {
    if (!inWindow) return NO_WINDOW
    voice.step('window')
    return measureWindow(profile, folder)
  })
  voice.step('nation')
  const nation = benchNation(cases)
  voice.step('peers')
  const peers = await openPeers(nation.context)
  const missing = howToInstall(peers)
  if (missing !== null) voice.missing(missing)
  voice.step('redraw')
  const drawn = await redraw(nation, peers, ROUNDS, voice.differs)
  const polda = await eachPolda(nation, ROUNDS)
  for (const peer of peers) peer.close()
  voice.step('pages')
  const { import: line } = files
  return {
    cases,
    rounds: ROUNDS,
    machine: machine(),
    targets: TARGETS,
    redraw: drawn,
    polda,
    page: await pages(nation, ROUNDS),
    ...files,
    import: { ...line, raw_insert_ratio: ratio(line.raw_insert_ms, line.verify_compare_ms) },
  }
}
