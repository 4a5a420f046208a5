/** The bench: one seeded nation, our analytics and its peers in one run. */
import { cpus, release, totalmem, type } from 'node:os'
import { imports } from './imports'
import { benchNation } from './nation'
import { pages } from './pages'
import { howToInstall, openPeers } from './peers'
import { redraw } from './redraw'
import type { BenchReport } from './types'

const ROUNDS = 5

/** What a person is told while it runs. */
export interface BenchVoice {
  step: (name: 'nation' | 'peers' | 'redraw' | 'pages' | 'imports') => void
  /** cells that differ */
  differs: (line: string) => void
  missing: (command: string) => void
}

function machine(): string {
  const all = cpus()
  return `${type()} ${release()}, ${all.length} × ${all[0]?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`
}

/** Deterministic in what it measures; takes about two minutes with 100,000 cases. */
export async function bench(cases: number, voice: BenchVoice): Promise<BenchReport> {
  voice.step('imports')
  const files = await imports(cases, ROUNDS)
  voice.step('nation')
  const nation = benchNation(cases)
  voice.step('peers')
  const peers = await openPeers(nation.context)
  const missing = howToInstall(peers)
  if (missing !== null) voice.missing(missing)
  voice.step('redraw')
  const drawn = await redraw(nation, peers, ROUNDS, voice.differs)
  for (const peer of peers) peer.close()
  voice.step('pages')
  return {
    cases,
    rounds: ROUNDS,
    machine: machine(),
    redraw: drawn,
    page: await pages(nation, ROUNDS),
    ...files,
    start: { pantau_ms: null, empty_ms: null },
    repaint_p95_ms: null,
    pdf_ms: null,
  }
}
