/** Drives files through one unit's import, without threads, registry files or an audit log. */
import { mkdir } from 'node:fs/promises'
import { layoutOf, type Layout } from '../../electron/engine/archive/layout'
import { UnitImport } from '../../electron/engine/import/unitImport'
import type { Settled } from '../../electron/engine/import/outcome'
import { receive } from '../../electron/engine/intake/receive'
import type { Packed } from '../../electron/engine/export/pack'
import { freshFolder } from './scratch'
import { NOW, UNIT, modelFrom, onDisk, registryOf } from './signedExports'

export async function freshLayout(): Promise<Layout> {
  const layout = layoutOf(freshFolder('unit'))
  for (const folder of [layout.incoming, layout.evidence, layout.library, layout.columns, layout.registry])
    await mkdir(folder, { recursive: true })
  return layout
}

/** Opens the unit's store in `layout`; `take` imports packed exports one after the other. */
export async function openUnit(layout: Layout, unit = UNIT, now = NOW) {
  const context = { registry: modelFrom(registryOf()), now, importedAt: '2026-04-15T05:00:00.000Z', layout }
  const held = await UnitImport.open(unit, context)
  const take = async (...packed: readonly Packed[]): Promise<Settled[]> => {
    const settled: Settled[] = []
    for (const [index, one] of packed.entries()) {
      const received = await receive(onDisk(one.zip), layout.incoming, 1 << 27)
      if (!received.ok) throw new Error(received.error.code)
      settled.push(await held.take(received.value, index))
    }
    return settled
  }
  return { held, take, store: () => held.current.store }
}
