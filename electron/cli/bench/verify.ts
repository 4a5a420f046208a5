/** Verification by itself: what intake does with a file before its rows go anywhere, and the comparison with rows held. */
import { copyFileSync } from 'node:fs'
import { compareStaged } from '../../engine/import/compareStaged'
import type { Layout } from '../../engine/archive/layout'
import { receive } from '../../engine/intake/receive'
import { authenticate, judge, limitsFor } from '../../engine/intake/stateMachine'
import type { RegistryModel } from '../../engine/registry/model'
import { headOf } from '../../engine/store/ledger'
import { SnapshotLoader } from '../../engine/store/loader'
import type { UnitStore } from '../../engine/store/unitStore'
import { timed } from './types'

/**
 * ms to copy, hash, inflate, authenticate and read every cell of the export at `path`, and to compare its rows, staged
 * beside `store`, with the same rows there. Putting rows into tables is not part of it.
 */
export async function verifyAlone(
  path: string,
  layout: Layout,
  registry: RegistryModel,
  store: UnitStore,
): Promise<{ verify_ms: number; compare_ms: number }> {
  const context = { registry, now: Math.floor(Date.now() / 1000) }
  const again = `${path}.again.zip`
  copyFileSync(path, again)
  const { value: verdict, ms } = await timed(async () => {
    const received = await receive(again, layout.incoming, limitsFor(registry).archive)
    if (!received.ok) throw new Error(received.error.code)
    return judge(await authenticate(received.value, context, true), context, { chain: [] })
  })
  const head = headOf(store.ledger())
  if (!verdict.descriptor || !head) throw new Error('the bench made an export that is not accepted')
  const loader = new SnapshotLoader(store.database, head.sequence + 1, false)
  const received = await receive(again, layout.incoming, limitsFor(registry).archive)
  if (!received.ok) throw new Error(received.error.code)
  const sink = (...row: Parameters<SnapshotLoader['row']>) => loader.row(...row)
  await judge(await authenticate(received.value, context, true), context, { chain: [], sink })
  loader.finish()
  const { dumas } = verdict.descriptor
  const compared = await timed(() => compareStaged(store, dumas, head, registry))
  loader.forget()
  if (compared.value.findings.length > 0) throw new Error('the same rows differ')
  return { verify_ms: ms, compare_ms: compared.ms }
}
